// Answers that indexes gave are kept while no document is written that they could be about: those of
// the question's first indexed field, such as one user's orders. A question without one, such as the
// orders of a week, is kept when it is asked again, and looked at with each document that is written.
// What another process has written shows in the file's version.
import { LRUCache } from "lru-cache";
import type { Doc, Query } from "./adapter.ts";
import { matches } from "./match.ts";
import { readQuery } from "./query.ts";
import type { Column, IndexValue } from "./sqlite-indexes.ts";
import { indexValue } from "./sqlite-indexes.ts";

/** A document as it was or will be, and what its columns hold of it. */
type Written = { doc: Doc; values: (IndexValue | null)[] };
type Open = { answer: unknown; isAbout: (doc: Doc) => boolean };
export type Question = { key: string; query: Query; seen: number };

const mostSubjects = 1000;
const mostAnswers = 20;
const mostOpen = 256;
/** So that what nobody asks any more costs the writes nothing. */
const openMs = 60_000;

export class KnownAnswers {
	#bySubject = new LRUCache<string, Map<string, unknown>>({ max: mostSubjects });
	/** Of questions that are about no subject. */
	#open = new LRUCache<string, Open>({
		max: mostOpen,
		ttl: openMs,
		updateAgeOnGet: true,
	});
	/** Questions without a subject that were asked once: most name a moment, and never come again. */
	#once = new LRUCache<string, true>({ max: mostOpen });
	/** The paths that are subjects of something kept. */
	#paths = new Set<string>();
	#seen: number | undefined;

	/** The answer of before, or what `look` finds now. */
	ask<T>({ key, query, seen }: Question, columns: Column[], look: () => T): T {
		if (seen !== this.#seen) this.clear();
		this.#seen = seen;
		const subject = this.#subjectOf(query, columns);
		if (subject === undefined) return this.#askOpen(key, query, look);
		const answers = this.#bySubject.get(subject) ?? new Map<string, unknown>();
		// Why the cast: questions of one key are asked for the same kind of answer.
		if (answers.has(key)) return answers.get(key) as T;
		const answer = Object.freeze(look());
		if (answers.size >= mostAnswers) answers.clear();
		this.#bySubject.set(subject, answers.set(key, answer));
		return answer;
	}

	#askOpen<T>(key: string, query: Query, look: () => T): T {
		const kept = this.#open.get(key);
		if (kept) return kept.answer as T;
		const answer = Object.freeze(look());
		if (!this.#once.has(key)) this.#once.set(key, true);
		else this.#open.set(key, { answer, isAbout: matches(readQuery(query)) });
		return answer;
	}

	/** A document is written: as it was before, as it will be, or both. */
	drop(columns: Column[], ...documents: Written[]) {
		for (const [key, { isAbout }] of this.#open)
			if (documents.some(({ doc }) => isAbout(doc))) this.#open.delete(key);
		for (const path of this.#paths) {
			const at = columns.findIndex((column) => column.path === path);
			if (at === -1) return this.clear();
			for (const { values } of documents) this.#bySubject.delete(nameOf(path, values[at]));
		}
	}

	clear() {
		this.#bySubject.clear();
		this.#open.clear();
		this.#paths.clear();
	}

	#subjectOf(query: Query, columns: Column[]): string | undefined {
		for (const { path } of columns) {
			const value = query[path];
			if (typeof value !== "string" && typeof value !== "number") continue;
			this.#paths.add(path);
			return nameOf(path, indexValue(value));
		}
		return undefined;
	}
}

const nameOf = (path: string, value: unknown) => `${path} ${typeof value} ${String(value)}`;
