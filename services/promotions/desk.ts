// What staff do: make and change coupons and promotions.
import { STALE_VERSION } from "#contracts/errors";
import { CODE_TAKEN, COUPON_NOT_FOUND } from "#contracts/promotions";
import type { Coupon, Promotion } from "#contracts/promotions";
import { fieldWords, said } from "#domain/field-words";
import type { FieldWords } from "#domain/field-words";
import { now } from "#mixins/clock";
import type { FieldError } from "#mixins/errors";
import { fail, invalid } from "#mixins/errors";
import { ensure } from "./stored.ts";
import type { Db, StoredCoupon } from "./stored.ts";

type NewCoupon = Omit<Coupon, "id" | "claimed" | "redeemed" | "createdAt" | "version">;
type CouponChange = { id: string; version: number } & Partial<Omit<NewCoupon, "kind" | "code">>;
type NewPromotion = Omit<Promotion, "id" | "createdAt" | "version">;

/** Repeatable by the id. */
export async function createCoupon(db: Db, input: NewCoupon & { id: string }): Promise<Coupon> {
	refuse([
		...wrongPeriod(input),
		...wrongDiscount(input),
		...wrongScope(input),
		...wrongCode(input),
	]);
	const at = now();
	const { id } = input;
	if (input.code) await claimCode(db, input.code, { couponId: id, at });

	const made = { ...input, claimed: 0, redeemed: 0, createdAt: at, version: 1 };
	return couponView(await ensure(db.coupons, { ...made, edition: 1, pending: [] }));
}

const codeLapsesMs = 60_000;

/** A code that was claimed by a process which died before it stored the coupon is free again. */
async function claimCode(db: Db, code: string, { couponId, at }: { couponId: string; at: string }) {
	const kept = await ensure(db.codes, { id: code, version: 1, couponId, at });
	if (kept.couponId === couponId) return;
	const isLeft =
		Date.parse(at) - Date.parse(kept.at) > codeLapsesMs &&
		!(await db.coupons.findById(kept.couponId));
	const { version } = kept;
	const taken =
		isLeft && (await db.codes.change({ id: code, version }, { $set: { couponId, at } }));
	if (!taken) fail(CODE_TAKEN, { code });
}

export async function updateCoupon(db: Db, { id, version, ...changes }: CouponChange) {
	const before = (await db.coupons.findById(id)) ?? fail(COUPON_NOT_FOUND, { id });
	const after = { ...before, ...changes };
	refuse([...wrongPeriod(after), ...wrongDiscount(after), ...wrongScope(after)]);
	if (after.total < Math.max(before.claimed, before.redeemed))
		invalid([{ path: "total", ...belowClaimed }]);

	const counted = { claimed: { $lte: after.total }, redeemed: { $lte: after.total } };
	const saved = await db.coupons.change(
		{ id, edition: version, ...counted },
		{ $set: changes, $inc: { edition: 1 } },
	);
	return couponView(saved ?? fail(STALE_VERSION));
}

export function couponView({ edition, pending: _, ...coupon }: StoredCoupon): Coupon {
	return { ...coupon, version: edition };
}

/** Repeatable by the id. */
export async function createPromotion(db: Db, input: NewPromotion & { id: string }) {
	refuse(wrongPromotion(input));
	return ensure(db.promotions, { ...input, createdAt: now(), version: 1 });
}

/** Guarded by the version that staff have seen. */
export async function updatePromotion(
	db: Db,
	before: Promotion,
	change: { version: number } & Partial<NewPromotion>,
) {
	const after = { ...before, ...change };
	refuse(wrongPromotion(after));
	return db.promotions.replace(after);
}

function wrongPromotion(promotion: NewPromotion): FieldError[] {
	const { type, value } = promotion.rules.action;
	const isPercent = type === "percent" && (value < 1 || value > 100);
	const isNothing = type === "amount" && value < 1;
	return [
		...wrongPeriod(promotion),
		...wrongScope(promotion),
		...when(isPercent, "rules.action.value", fieldWords.between(1, 100)),
		...when(isNothing, "rules.action.value", fieldWords.atLeast(1)),
	];
}

const wrongPeriod = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
	when(endsAt <= startsAt, "endsAt", fieldWords.afterStart);

const wrongDiscount = ({ discount }: Pick<NewCoupon, "discount">) =>
	when(
		discount.type === "percent" && discount.value > 100,
		"discount.value",
		fieldWords.atMost(100),
	);

const wrongScope = ({ scope }: Pick<NewCoupon, "scope">) =>
	when(scope.type !== "all" && !scope.ids?.length, "scope.ids", fieldWords.moreItems(1));

const wrongCode = ({ kind, code }: NewCoupon) => [
	...when(kind === "code" && !code, "code", fieldWords.required),
	...when(kind !== "code" && code !== undefined, "code", noCode),
];

const belowClaimed = said(
	"must not be below what is claimed or redeemed",
	"不能小于已领取或已使用的数量",
);
const noCode = said("is for coupons of kind code", "仅用于兑换码类优惠券");

const when = (isWrong: boolean, path: string, words: FieldWords): FieldError[] =>
	isWrong ? [{ path, ...words }] : [];

function refuse(errors: FieldError[]) {
	if (errors.length > 0) invalid(errors);
}
