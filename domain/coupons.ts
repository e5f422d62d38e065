// One coupon an order: why it does not apply, and what it takes off.
import { isInScope, leftOf, sharesOf } from "./discounts.ts";
import type { Basket, Covers, Discount, Scope } from "./discounts.ts";
import type { Refusal } from "./refusal.ts";
import { isRunning } from "./schedule.ts";

export const couponKinds = ["claim", "code", "registration", "sent"] as const;

/** A coupon; amounts in minor units, no `total` or `perPerson` is no limit. */
export type Coupon = {
	id: string;
	name: string;
	kind: (typeof couponKinds)[number];
	discount: Discount;
	scope: Scope;
	/** What the covered lines must come to after promotions. */
	minimumSpend: number;
	total?: number | null;
	perPerson?: number | null;
	startsAt: string;
	endsAt: string;
	enabled: boolean;
	claimed: number;
	redeemed: number;
};

/** How often the buyer has claimed and redeemed this coupon. */
export type CouponBuyer = { claimed: number; redeemed: number };

type Use = { coupon: Coupon; buyer: CouponBuyer; at: string; basket: Basket };
type Check = (use: Use) => boolean;

/** Every reason against using a coupon, in the order in which they are told. */
const usingFails = {
	COUPON_DISABLED: ({ coupon }) => !coupon.enabled,
	COUPON_NOT_STARTED: ({ coupon, at }) => Date.parse(at) < Date.parse(coupon.startsAt),
	COUPON_EXPIRED: ({ coupon, at }) => !isRunning({ endsAt: coupon.endsAt }, at),
	COUPON_NOT_CLAIMED: ({ coupon, buyer }) => coupon.kind !== "code" && buyer.claimed === 0,
	COUPON_ALREADY_USED: ({ coupon, buyer }) =>
		buyer.redeemed >= limitOf(coupon.perPerson) ||
		(coupon.kind !== "code" && buyer.redeemed >= buyer.claimed),
	COUPON_USED_UP: ({ coupon }) => coupon.redeemed >= limitOf(coupon.total),
	COUPON_OTHER_GOODS: ({ coupon, basket }) => !basket.some(({ line }) => covers(coupon)(line)),
	COUPON_MINIMUM_SPEND: ({ coupon, basket }) =>
		leftOf(basket, covers(coupon)) < coupon.minimumSpend,
} satisfies Record<string, Check>;
export type CouponReason = keyof typeof usingFails;

/** Every reason against claiming a coupon, in the order in which they are told. */
const claimingFails = {
	COUPON_DISABLED: usingFails.COUPON_DISABLED,
	COUPON_NOT_CLAIMABLE: ({ coupon }) => coupon.kind !== "claim",
	COUPON_NOT_STARTED: usingFails.COUPON_NOT_STARTED,
	COUPON_EXPIRED: usingFails.COUPON_EXPIRED,
	COUPON_ALREADY_CLAIMED: ({ coupon, buyer }) => buyer.claimed >= limitOf(coupon.perPerson),
	COUPON_USED_UP: ({ coupon }) => coupon.claimed >= limitOf(coupon.total),
} satisfies Record<string, Check>;
export type ClaimReason = keyof typeof claimingFails;

/** Each line's share of the coupon, or why it does not apply to this basket. */
export function applyCoupon(use: Use): { shares: number[] } | Refusal<CouponReason> {
	const refused = firstFailing(usingFails, use);
	if (refused) {
		return { refused };
	}
	const { coupon, basket } = use;
	return { shares: sharesOf(basket, coupon.discount, covers(coupon)) };
}

/** Why a buyer can't claim a coupon now; nothing when they can. */
export function whyNotClaim(use: Omit<Use, "basket">): ClaimReason | undefined {
	return firstFailing(claimingFails, { ...use, basket: [] });
}

function covers({ scope }: Coupon): Covers {
	return (line) => isInScope(line, scope);
}

function limitOf(limit: number | null | undefined): number {
	return limit ?? Number.POSITIVE_INFINITY;
}

function firstFailing<R extends string>(checks: Record<R, Check>, use: Use): R | undefined {
	for (const reason in checks) {
		if (checks[reason](use)) {
			return reason;
		}
	}
	return undefined;
}
