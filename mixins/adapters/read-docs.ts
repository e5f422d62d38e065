// Documents that were read are kept parsed, frozen, and handed out again as long as their row says
// the same revision: what is read most (a product in a cart, a session) is fetched and parsed once.
import type { SQLOutputValue } from "node:sqlite";
import { LRUCache } from "lru-cache";
import type { Doc } from "./adapter.ts";

/** `text` is empty in rows that are shared: they are never written. */
export type Row = { n: number | bigint; text: string; doc: Doc };
export type RawRow = Record<string, SQLOutputValue>;

interface Kept {
	rev: SQLOutputValue | undefined;
	size: number;
	row: Row;
}

/** Characters of JSON kept per collection; parsed they take some three times as many bytes. */
const mostCharacters = 4_000_000;

export class ReadDocs {
	#kept = new LRUCache<number, Kept>({
		maxSize: mostCharacters,
		sizeCalculation: ({ size }) => size + 100,
	});

	/** Rows of (n, rev) as documents, in their order; `fetch` reads (n, rev, doc) of some n. */
	rows(found: RawRow[], fetch: (ns: number[]) => RawRow[]): Row[] {
		const have = new Map<number, Row>();
		const missing: number[] = [];
		for (const raw of found) {
			const n = Number(raw[0]);
			const kept = this.#kept.get(n);
			if (kept && kept.rev === raw[1]) have.set(n, kept.row);
			else missing.push(n);
		}
		if (missing.length > 0)
			for (const raw of fetch(missing)) have.set(Number(raw[0]), this.#keep(raw));
		return found.flatMap((raw) => have.get(Number(raw[0])) ?? []);
	}

	#keep(raw: RawRow): Row {
		const n = Number(raw[0]);
		const text = String(raw[2]);
		const doc: Doc = JSON.parse(text);
		freeze(doc);
		const row = { n, text: "", doc };
		this.#kept.set(n, { rev: raw[1], size: text.length, row });
		return row;
	}
}

/** A row of (n, doc) with a document of its own, to be changed and stored. */
export function rowOf(raw: RawRow): Row {
	const text = String(raw[1]);
	const doc: Doc = JSON.parse(text);
	return { n: Number(raw[0]), text, doc };
}

function freeze(value: unknown) {
	if (typeof value !== "object" || value === null) return;
	for (const one of Object.values(value)) freeze(one);
	Object.freeze(value);
}
