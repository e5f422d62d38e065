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
		if (taken) return taken.ticket;
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

type Outcome = { ticket: string; by: Partial<Record<"claimed" | "redeemed", number>> };

/** Drops a ticket; `by` corrects the counter of a count that nothing proves. */
export async function settleCount(db: Collection<StoredCoupon>, id: string, outcome: Outcome) {
	const { ticket, by } = outcome;
	await db.update({ id, "pending.ticket": ticket }, { $pull: { pending: { ticket } }, $inc: by });
}

const tidyAfterMs = 30_000;

/** Settles what processes that died have left. */
export async function tidy(db: Db) {
	const before = new Date(Date.now() - tidyAfterMs).toISOString();
	for await (const coupon of db.coupons.each({ "pending.at": { $lte: before } })) {
		const left = coupon.pending.filter(({ at }) => at <= before);
		await Promise.all(left.map((count) => outcomes[count.field](db, coupon, count)));
	}
}

const outcomes: Record<
	Count["field"],
	(db: Db, coupon: StoredCoupon, count: Count) => Promise<unknown>
> = {
	claimed: confirmClaim,
	async redeemed(db, { id }, { key, ticket }) {
		const redemption = await db.redemptions.findById(key);
		const isProven = redemption?.ticket === ticket;
		if (!redemption) await db.slots.update({ usedBy: key }, { $set: { usedBy: null } });
		await settleCount(db.coupons, id, { ticket, by: isProven ? {} : { redeemed: -1 } });
	},
	async returned(db, { id }, { key, ticket }) {
		const redemption = await db.redemptions.findById(key.replace("back:", ""));
		if (redemption?.state === "restored") await settleCount(db.coupons, id, { ticket, by: {} });
	},
};

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
