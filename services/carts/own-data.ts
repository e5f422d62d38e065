// The cart of somebody, for their own copy and when their account ends.
import type { Whom } from "#contracts/about-people";
import { pagedPartOf, pieceOf } from "#mixins/own-data";
import type { Db, Line } from "./stored.ts";

export function ownData(db: Db, { whom, after }: { whom: Whom; after?: string }) {
	const cart = pagedPartOf(db.carts, { id: whom.userId }, (found) =>
		Promise.all(found.map(async ({ lines }) => ({ lines: await labelled(db, lines) }))),
	);
	return pieceOf({ cart }, after);
}

async function labelled({ labels }: Db, lines: Line[]) {
	const found = await labels.findByIds(lines.flatMap(({ label }) => label ?? []));
	const known = new Map(found.map(({ id, version: _version, ...label }) => [id, label]));
	return lines.map(({ label, ...line }) => ({ ...line, ...known.get(label ?? "") }));
}

export async function forgetPerson({ carts }: Db, { userId }: Whom) {
	await carts.remove({ id: userId });
	await carts.remove({ mergedInto: userId });
	return { isDone: true };
}
