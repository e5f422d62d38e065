// What somebody has looked at, for their own copy and when their account ends. That an account was
// made on a day stays counted: it is a number and an id.
import type { Whom } from "#contracts/about-people";
import { partOf, pieceOf } from "#mixins/own-data";
import type { Books } from "./stored.ts";

export function ownData(
	{ histories, people }: Books,
	{ whom, after }: { whom: Whom; after?: string },
) {
	const viewed = partOf(histories, { id: whom.userId }, ({ products }) => ({ products }));
	const counted = partOf(people, { id: whom.userId }, ({ day }) => ({ registeredOn: day }));
	return pieceOf({ viewed, counted }, after);
}

export async function forgetPerson({ histories }: Books, { userId }: Whom) {
	await histories.remove({ id: userId });
	return { isDone: true };
}
