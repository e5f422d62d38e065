// What staff did to products, for their own copy; when their account ends their names go.
import type { Whom } from "#contracts/about-people";
import type { Collection } from "#mixins/collection";
import { partOf, pieceOf } from "#mixins/own-data";
import type { StoredEdition, StoredProduct } from "./stored.ts";

interface Db {
	products: Collection<StoredProduct>;
	log: Collection<StoredEdition>;
}

export function ownData({ log }: Db, { whom, after }: { whom: Whom; after?: string }) {
	// Why: who shops edits nothing, and no index leads to it.
	if (whom.kind !== "staff") return pieceOf({}, after);
	const edits = partOf(log, { "by.id": whom.userId }, (edition) => {
		const { productId, edition: number, at, changes } = edition;
		return { productId, edition: number, at, changes };
	});
	return pieceOf({ edits }, after);
}

export async function forgetPerson({ products, log }: Db, { userId, kind }: Whom) {
	if (kind !== "staff") return { isDone: true };
	await products.update({ "createdBy.id": userId }, { $set: { "createdBy.name": "" } });
	await products.update({ "editedBy.id": userId }, { $set: { "editedBy.name": "" } });
	await log.update({ "by.id": userId }, { $set: { "by.name": "" } });
	return { isDone: true };
}
