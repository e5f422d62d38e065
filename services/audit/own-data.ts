// What the audit log says of somebody, for their own copy and when their account ends. The chain
// stays whole: each entry is sealed over a salted digest of its details, and only these go.
import type { Whom } from "#contracts/about-people";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { partOf, pieceOf } from "#mixins/own-data";
import { forgetPending } from "./chain.ts";
import type { Db, StoredEntry } from "./stored.ts";

export function ownData({ entries }: Db, { whom, after }: { whom: Whom; after?: string }) {
	const { userId } = whom;
	const parts = {
		done: partOf(entries, { actor: userId }, briefOf),
		// Why only some with details: others may speak of somebody else as well.
		about: partOf(entries, { people: userId }, (entry) => ({
			...briefOf(entry),
			...(entry.target?.id === userId && entry.details && JSON.parse(entry.details)),
		})),
	};
	return pieceOf(parts, after);
}

const briefOf = ({ at, action, target, outcome }: StoredEntry) => ({ at, action, target, outcome });

/** That they were erased is written first: it is why the details are missing. */
export async function forgetPerson(db: Db, { userId }: Whom) {
	await db.erased.insert({ id: userId, at: now(), version: 1 }).catch(unlessThere);
	await db.intents.update({ people: userId }, { $set: { asked: "[]", before: "null" } });
	await forgetPending(db);
	const gone = { details: null, salt: null };
	await db.entries.update({ people: userId, details: { $ne: null } }, { $set: gone });
	return { isDone: true };
}

function unlessThere(thrown: unknown) {
	if (!(thrown instanceof DuplicateKey)) throw thrown;
}
