// How entities become documents and back: the id is the document's `_id`, and what is hidden stays there.
import type { Doc, Query } from "./adapters/adapter.ts";
import { isRecord } from "./adapters/adapter.ts";
import type { Stored } from "./collection.ts";

export function document(entity: Stored): Doc {
	return { ...entity, _id: entity.id };
}

// Why the casts: only here do documents become entities; their shape is the contract's promise.
export function entity<T extends Stored>(doc: Doc): T {
	const known = entities.get(doc);
	if (known) return known as T;
	const { _id, _told, id = _id, ...rest } = doc;
	const bare = Object.freeze({ id, ...rest });
	if (Object.isFrozen(doc)) entities.set(doc, bare);
	return bare as unknown as T;
}

/** Documents that many readers share become an entity once. */
const entities = new WeakMap<Doc, object>();

export function entityOrNull<T extends Stored>(doc: Doc | null): T | null {
	return doc && entity<T>(doc);
}

/** Sorted by an entity's fields, as the store names them. */
export const order = (sort: string[]) => sort.map((field) => field.replace(/^(-?)id$/, "$1_id"));

/** The id is stored as `_id`, which has its index by nature. */
export function stored(query: Query): Query {
	const renamed: Query = {};
	for (const [name, value] of Object.entries(query)) {
		if (name === "id") renamed["_id"] = value;
		else if ((name === "$and" || name === "$or") && Array.isArray(value))
			renamed[name] = value.map((one: unknown) => (isRecord(one) ? stored(one) : one));
		else renamed[name] = value;
	}
	return renamed;
}
