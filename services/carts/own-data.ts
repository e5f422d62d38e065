// The cart of somebody, for their own copy and when their account ends.
import type { Whom } from "#contracts/about-people";
import { partOf, pieceOf } from "#mixins/own-data";
import type { Db } from "./stored.ts";

export function ownData({ carts }: Db, { whom, after }: { whom: Whom; after?: string }) {
	const cart = partOf(carts, { id: whom.userId }, ({ lines }) => ({ lines }));
	return pieceOf({ cart }, after);
}

export async function forgetPerson({ carts }: Db, { userId }: Whom) {
	await carts.remove({ id: userId });
	await carts.remove({ mergedInto: userId });
	return { isDone: true };
}
