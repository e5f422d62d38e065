// Documents that were read are kept parsed, frozen, and handed out again while nobody has written
// them: this process drops what it writes, and whether another has written anything is known by the
// file's version. Then a row is looked at again, and parsed only when its revision is another.
import type { SQLOutputValue } from "node:sqlite";
import { LRUCache } from "lru-cache";
import type { Doc } from "./adapter.ts";
import { KnownAnswers } from "./known-answers.ts";

/** Its document is for reading only. */
export type Row = { n: number; doc: Doc };
export type RawRow = Record<string, SQLOutputValue>;

interface Kept {
	n: number;
	id: string;
	/** A text becomes a document when it is first asked for. */
	held: Row | string;
	size: number;
	rev: SQLOutputValue | undefined;
	/** The file's version at which it was known to be true. */
	seen: number;
}

type Written = Pick<Kept, "n" | "rev" | "seen"> & { text: string };

export interface Follower {
	drop(id: string): void;
	clear(): void;
}

/** Reads rows of some n: (n, rev), or (n, rev, doc). */
export interface Source {
	revs(ns: number[]): RawRow[];
	docs(ns: number[]): RawRow[];
}

/** Characters of JSON kept per collection; parsed they take some three times as many bytes. */
const mostCharacters = 2_500_000;

export class ReadDocs {
	readonly answers = new KnownAnswers();
	#ns = new Map<string, number>();
	/** What is kept elsewhere of the same documents. */
	#followers = new Set<Follower>();
	#kept = new LRUCache<number, Kept>({
		maxSize: mostCharacters,
		sizeCalculation: ({ size }) => size + 100,
		dispose: ({ id }) => this.#ns.delete(id),
	});

	byId(id: string, seen: number): Row | undefined {
		const n = this.#ns.get(id);
		const kept = n === undefined ? undefined : this.#kept.get(n);
		return kept?.seen === seen ? parsed(kept) : undefined;
	}

	/** In their order, without those that are gone. */
	rows(ns: number[], seen: number, source: Source): Row[] {
		const have = new Map<number, Row>();
		const doubtful: number[] = [];
		const missing: number[] = [];
		for (const n of ns) {
			const kept = this.#kept.get(n);
			if (!kept) missing.push(n);
			else if (kept.seen === seen) have.set(n, parsed(kept));
			else doubtful.push(n);
		}
		for (const raw of doubtful.length > 0 ? source.revs(doubtful) : []) {
			const n = Number(raw[0]);
			const kept = this.#kept.get(n);
			if (kept && kept.rev === raw[1]) have.set(n, parsed(Object.assign(kept, { seen })));
			else missing.push(n);
		}
		for (const raw of missing.length > 0 ? source.docs(missing) : [])
			have.set(Number(raw[0]), this.keep(raw, seen));
		return ns.flatMap((n) => have.get(n) ?? []);
	}

	/** Takes a row of (n, rev, doc) in. */
	keep(raw: RawRow, seen: number): Row {
		const text = String(raw[2]);
		const row = frozen(rowOf(raw[0], text));
		const size = text.length;
		this.#put({ n: row.n, id: row.doc._id, held: row, size, rev: raw[1], seen });
		return row;
	}

	/** Tells it from now on what is written. */
	follow(follower: Follower) {
		this.#followers.add(follower);
	}

	/** It is being written: what will be there after the commit. */
	wrote({ _id: id }: Doc, { text, ...written }: Written) {
		for (const follower of this.#followers) follower.drop(id);
		this.#put({ ...written, id, held: text, size: text.length });
	}

	#put(kept: Kept) {
		this.#kept.set(kept.n, kept);
		this.#ns.set(kept.id, kept.n);
	}

	/** After a rollback: what was read within the transaction has never been. */
	clear() {
		this.#kept.clear();
		this.answers.clear();
		for (const follower of this.#followers) follower.clear();
	}

	/** It is being deleted. */
	drop({ n, doc }: Row) {
		this.#kept.delete(n);
		for (const follower of this.#followers) follower.drop(doc._id);
	}
}

export function rowOf(n: SQLOutputValue | undefined, text: string): Row {
	const doc: Doc = JSON.parse(text);
	return { n: Number(n), doc };
}

function parsed(kept: Kept): Row {
	if (typeof kept.held === "string") kept.held = frozen(rowOf(kept.n, kept.held));
	return kept.held;
}

function frozen(row: Row): Row {
	freeze(row.doc);
	return row;
}

export function freeze(value: unknown) {
	if (typeof value !== "object" || value === null) return;
	for (const one of Object.values(value)) freeze(one);
	Object.freeze(value);
}
