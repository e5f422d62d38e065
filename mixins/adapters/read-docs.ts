// Documents that were read are kept parsed, frozen, and handed out again as long as their text in
// the file is the same: what is read most (a product in a cart, a session) is parsed once.
import type { SQLOutputValue } from "node:sqlite";
import { LRUCache } from "lru-cache";
import type { Doc } from "./adapter.ts";

export type Row = { n: number | bigint; text: string; doc: Doc };
export type RawRow = Record<string, SQLOutputValue>;

/** Characters of JSON kept per collection; parsed they take some three times as many bytes. */
const mostCharacters = 4_000_000;

export class ReadDocs {
	#kept = new LRUCache<number, Row>({
		maxSize: mostCharacters,
		sizeCalculation: ({ text }) => text.length + 100,
	});

	/** The row with its document frozen: whoever reads it shares it. */
	rowOf(raw: RawRow): Row {
		const n = Number(raw[0]);
		const kept = this.#kept.get(n);
		if (kept && kept.text === raw[1]) return kept;
		const row = rowOf(raw);
		freeze(row.doc);
		this.#kept.set(n, row);
		return row;
	}
}

/** The row with a document of its own, to be changed and stored. */
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
