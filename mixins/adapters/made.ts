// What is made of documents is kept when the documents themselves are not: a cart needs the price and
// the name of many products, and they are a tenth of them. It is true as long as its document is at
// the same revision; read-docs.ts says how that is known.
import type { SQLOutputValue } from "node:sqlite";
import { LRUCache } from "lru-cache";
import type { Doc } from "./adapter.ts";
import { freeze } from "./read-docs.ts";
import type { RawRow } from "./read-docs.ts";

interface Kept<V> {
	value: V;
	rev: SQLOutputValue | undefined;
	/** The file's version at which it was known to be true. */
	seen: number;
}

/** Reads rows of some ids: (id, rev), or (rev, doc). */
export interface SourceById {
	revs(ids: string[]): RawRow[];
	docs(ids: string[]): RawRow[];
}

const most = 10_000;

export class Made<V> {
	#make: (doc: Doc) => V;
	#kept = new LRUCache<string, Kept<V>>({ max: most });

	constructor(make: (doc: Doc) => V) {
		this.#make = make;
	}

	/** In the order asked, without those that are missing. */
	of(ids: string[], seen: number, source: SourceById): V[] {
		const unsure = ids.filter((id) => this.#kept.get(id)?.seen !== seen);
		if (unsure.length > 0) this.#look(unsure, seen, source);
		return ids.flatMap((id) => {
			const kept = this.#kept.peek(id);
			return kept ? [kept.value] : [];
		});
	}

	/** Its document is being written. */
	drop(id: string) {
		this.#kept.delete(id);
	}

	clear() {
		this.#kept.clear();
	}

	#look(ids: string[], seen: number, source: SourceById) {
		const known = ids.filter((id) => this.#kept.has(id));
		const revs = new Map(
			known.length > 0 ? source.revs(known).map((raw) => [raw[0], raw[1]]) : [],
		);
		for (const id of known) {
			const kept = this.#kept.peek(id);
			if (kept && kept.rev === revs.get(id)) kept.seen = seen;
			else this.#kept.delete(id);
		}
		const missing = ids.filter((id) => !this.#kept.has(id));
		for (const raw of missing.length > 0 ? source.docs(missing) : []) {
			const doc: Doc = JSON.parse(String(raw[1]));
			const value = this.#make(doc);
			freeze(value);
			this.#kept.set(doc._id, { value, rev: raw[0], seen });
		}
	}
}
