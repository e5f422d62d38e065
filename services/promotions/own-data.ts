// The coupons of somebody, for their own copy and when their account ends.
import type { Whom } from "#contracts/about-people";
import { partOf, pieceOf } from "#mixins/own-data";
import type { Db } from "./stored.ts";

export function ownData(db: Db, { whom, after }: { whom: Whom; after?: string }) {
	const coupons = partOf(db.slots, { person: whom.userId }, async (slot) => {
		const { couponId, kind, createdAt, usedBy } = slot;
		const coupon = await db.coupons.findById(couponId);
		return { name: coupon?.name ?? "", kind, createdAt, usedForOrder: usedBy };
	});
	return pieceOf({ coupons }, after);
}

/** Those that an order has used stay with it: they are counted, and say nothing but an id. */
export async function forgetPerson({ slots }: Db, { userId }: Whom) {
	await slots.remove({ person: userId, usedBy: null });
	return { isDone: true };
}
