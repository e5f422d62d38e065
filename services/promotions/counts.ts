// Counting within a limit, exactly, whatever happens in between: the count is taken with a ticket,
// a document that carries the ticket proves it, then the ticket is dropped.
import { newId, now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { ensure } from "./stored.ts";
import type { Count, Db, StoredCoupon } from "./stored.ts";

type Wanted = Pick<Count, "key" | "person"> & { field: "claimed" | "redeemed" };

/** Takes one of what is left; null when nothing is. A repeat gives the same ticket. */
export async function take(db: Collection<StoredCoupon>, id: string, wanted: Wanted) {
	const { key, field } = wanted;
	for (;;) {
		const coupon = await db.findById(id);
		const taken = coupon?.pending.find((count) => count.key === key);
		if (coupon && taken && (await renewed(db, coupon, taken))) return taken.ticket;
		if (taken) continue;
		if (!coupon || coupon[field] >= coupon.total) return null;
		const count: Count = { ...wanted, ticket: newId(), at: now() };
		const { total } = coupon;
		const changed = await db.change(
			{ id, total, [field]: { $lt: total }, "pending.key": { $ne: key } },
			{ $inc: { [field]: 1 }, $push: { pending: count } },
		);
		if (changed) return count.ticket;
	}
}

/** Whoever goes on with an old count makes it young again: `tidy` must not drop it meanwhile. */
async function renewed(db: Collection<StoredCoupon>, coupon: StoredCoupon, taken: Count) {
	if (taken.at > ago(tidyAfterMs / 2)) return true;
	const { id, version } = coupon;
	const pending = coupon.pending.map((one) => (one === taken ? { ...one, at: now() } : one));
	return (await db.update({ id, version }, { $set: { pending } })) > 0;
}

type Outcome = { ticket: string; by: Partial<Record<"claimed" | "redeemed", number>> };

/** Drops a ticket; `by` corrects the counter of a count that nothing proves. */
export async function settleCount(db: Collection<StoredCoupon>, id: string, outcome: Outcome) {
	const { ticket, by } = outcome;
	await db.update({ id, "pending.ticket": ticket }, { $pull: { pending: { ticket } }, $inc: by });
}

const tidyAfterMs = 30_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** Settles what processes that died have left. */
export async function tidy(db: Db) {
	const before = ago(tidyAfterMs);
	for await (const coupon of db.coupons.each({ "pending.at": { $lte: before } })) {
		const left = coupon.pending.filter(({ at }) => at <= before);
		for (const count of left) await outcomes[count.field](db, coupon, count);
	}
}

const outcomes: Record<
	Count["field"],
	(db: Db, coupon: StoredCoupon, count: Count) => Promise<unknown>
> = {
	claimed: confirmClaim,
	redeemed: settleUse,
	returned: (db, { id }, count) => settleReturn(db, id, count),
};

/** Guarded by the coupon's version: an order that goes on at this moment has renewed its count. */
async function settleUse(db: Db, { id }: StoredCoupon, { key, ticket, at }: Count) {
	const coupon = await db.coupons.findById(id);
	const isLeft = coupon?.pending.some((one) => one.ticket === ticket && one.at === at);
	if (!coupon || !isLeft) return;
	const { version } = coupon;
	const redemption = await db.redemptions.findById(key);
	const by = redemption?.ticket === ticket ? 0 : -1;
	const isSettled = await db.coupons.update(
		{ id, version, "pending.ticket": ticket },
		{ $pull: { pending: { ticket } }, $inc: { redeemed: by } },
	);
	const isUsed = redemption?.state === "done";
	if (isSettled > 0 && !isUsed)
		await db.slots.update({ usedBy: key }, { $set: { usedBy: null } });
}

export const backKey = (orderId: string) => `back:${orderId}`;

/** A count that the redemption does not prove is one too many. */
export async function settleReturn(db: Db, id: string, { key, ticket }: Count) {
	const redemption = await db.redemptions.findById(key.replace(backKey(""), ""));
	if (redemption?.state !== "restored") return;
	const by = redemption.back === ticket ? {} : { redeemed: 1 };
	await settleCount(db.coupons, id, { ticket, by });
}

/** Stores the claim that was counted; false when the person has another one in its place. */
export async function confirmClaim(
	db: Db,
	{ id, kind }: StoredCoupon,
	count: Count,
): Promise<boolean> {
	const { key, ticket, person, at } = count;
	if (!person) throw new Error("A claim is somebody's.");
	const slot = await ensure(db.slots, {
		id: key,
		version: 1,
		couponId: id,
		person,
		kind,
		ticket,
		usedBy: null,
		createdAt: at,
	});
	const isOurs = slot.ticket === ticket;
	await settleCount(db.coupons, id, { ticket, by: isOurs ? {} : { claimed: -1 } });
	return isOurs;
}
