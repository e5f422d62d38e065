// What shoppers do with coupons: see them, claim them, look at their own.
import {
	COUPON_CLAIMED,
	COUPON_GONE,
	COUPON_NOT_FOUND,
	COUPON_NOT_USABLE,
} from "#contracts/promotions";
import type { ClaimedCoupon, PublicCoupon } from "#contracts/promotions";
import { whyNotClaim } from "#domain/coupons";
import { inLanguage, named } from "#domain/localised";
import { now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { confirmClaim, take } from "./counts.ts";
import { slotsOf } from "./find-coupon.ts";
import { sentence } from "./reasons.ts";
import { slotId } from "./stored.ts";
import type { Db, Slot, StoredCoupon } from "./stored.ts";

const mostAtOnce = 1000;
type Paging = { page?: number; pageSize?: number };

export async function claimable({ params, meta }: Ctx<Paging>, db: Db) {
	const { page = 1, pageSize = 20 } = params;
	const userId = meta.user?.id;
	const at = now();
	const query = { kind: "claim", enabled: true, endsAt: { $gt: at } };
	const found = await db.coupons.find({ query, sort: ["endsAt"], limit: mostAtOnce });
	const open = found.filter(({ startsAt, claimed, total }) => startsAt <= at && claimed < total);
	const shown = open.slice((page - 1) * pageSize, page * pageSize);
	const held = userId ? await heldBy(db, userId, shown) : new Set<string>();
	const items = inLanguage(shown, meta.locale).map((coupon) =>
		publicCoupon(coupon, held.has(coupon.id)),
	);
	return { items, page, pageSize, total: open.length };
}

async function heldBy(db: Db, person: string, coupons: StoredCoupon[]) {
	const couponId = { $in: coupons.map(({ id }) => id) };
	const slots = await db.slots.find({ query: { person, couponId }, limit: mostAtOnce });
	return new Set(slots.map((slot) => slot.couponId));
}

export async function claim(ctx: Ctx<{ id: string }>, db: Db): Promise<ClaimedCoupon> {
	const { id } = ctx.params;
	const person = userOf(ctx).id;
	const coupon = (await db.coupons.findById(id)) ?? fail(COUPON_NOT_FOUND, { id });
	const held = await slotsOf(db, coupon, person);

	refuseClaim(ctx, coupon, held.length);

	const key = slotId(id, person, held.length + 1);
	const ticket =
		(await take(db.coupons, id, { key, field: "claimed", person })) ?? fail(COUPON_GONE);
	const isOurs = await confirmClaim(db, coupon, {
		key,
		field: "claimed",
		ticket,
		person,
		at: now(),
	});
	if (!isOurs) fail(COUPON_CLAIMED);
	return claimedCoupon(named(coupon, ctx.meta.locale), { id: key, usedBy: null });
}

function refuseClaim(ctx: Ctx, coupon: StoredCoupon, claimed: number) {
	const reason = whyNotClaim({ coupon, buyer: { claimed, redeemed: 0 }, at: now() });
	if (!reason) return;
	if (reason === "COUPON_ALREADY_CLAIMED") fail(COUPON_CLAIMED);
	if (reason === "COUPON_USED_UP") fail(COUPON_GONE);
	fail(COUPON_NOT_USABLE, { reason: sentence(reason, ctx.meta.locale) });
}

export async function mine(ctx: Ctx<Paging>, db: Db) {
	const { page = 1, pageSize = 20 } = ctx.params;
	const query = { person: userOf(ctx).id, kind: "claim" };
	const slots = await db.slots.list({ query, sort: ["-createdAt"], page, pageSize });
	const coupons = await db.coupons.findByIds([
		...new Set(slots.items.map(({ couponId }) => couponId)),
	]);
	const byId = new Map(inLanguage(coupons, ctx.meta.locale).map((coupon) => [coupon.id, coupon]));
	const items = slots.items.flatMap((slot) => {
		const coupon = byId.get(slot.couponId);
		return coupon ? [claimedCoupon(coupon, slot)] : [];
	});
	return { ...slots, items };
}

const publicCoupon = (coupon: StoredCoupon, isClaimed: boolean): PublicCoupon => {
	const { id, name, discount, scope, minimumSpend, endsAt } = coupon;
	return { id, name, discount, scope, minimumSpend, endsAt, isClaimed };
};

function claimedCoupon(
	coupon: StoredCoupon,
	{ id, usedBy }: Pick<Slot, "id" | "usedBy">,
): ClaimedCoupon {
	const { id: couponId, name, discount, scope, minimumSpend, startsAt, endsAt } = coupon;
	const isOver = endsAt <= now() || !coupon.enabled;
	const unused = isOver ? "expired" : "usable";
	const status = usedBy ? "used" : unused;
	return { id, couponId, name, discount, scope, minimumSpend, startsAt, endsAt, status };
}
