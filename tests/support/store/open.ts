// What the tests of a store are given, and what they make.
import type { Adapter, Doc, IndexSpec } from "#mixins/adapters/adapter";
import type { Stored, Told } from "#mixins/collection";

/** A store of its own for one collection with these indexes. */
export type Open = (indexes?: IndexSpec[]) => Promise<Adapter>;
export type Item = Stored & { left: number; note?: string };

export function anItem(id: string, left: number): Item {
	return { id, version: 1, left };
}

export function anEvent(id: string): Told {
	return { name: "thing.happened", payload: { of: id }, id, at: "2030-01-01T00:00:00.000Z" };
}

export function ids(docs: Doc[]): string[] {
	return docs.map(({ _id }) => _id);
}
