// The coupons of somebody, for their own copy and when their account ends.
import type { Whom } from "#contracts/about-people";
import { pagedPartOf, pieceOf } from "#mixins/own-data";
import type { Db } from "./stored.ts";

export function ownData(db: Db, { whom, after }: { whom: Whom; after?: string }) {
	const coupons = pagedPartOf(db.slots, { person: whom.userId }, async (slots) => {
		const found = await db.coupons.findByIds(slots.map(({ couponId }) => couponId));
		const names = new Map(found.map(({ id, name }) => [id, name]));
		return slots.map(({ couponId, kind, createdAt, usedBy: usedForOrder }) => {
			return { name: names.get(couponId) ?? "", kind, createdAt, usedForOrder };
		});
	});
	return pieceOf({ coupons }, after);
}

/** Those that an order has used stay with it: they are counted, and say nothing but an id. */
export async function forgetPerson({ slots }: Db, { userId }: Whom) {
	await slots.remove({ person: userId, usedBy: null });
	return { isDone: true };
}
