// Answers that indexes gave are kept while no document is written that they could be about: those of
// the question's first indexed field, such as one user's orders. What another process has written
// shows in the file's version.
import { LRUCache } from "lru-cache";
import type { Query } from "./adapter.ts";
import type { Column, IndexValue } from "./sqlite-indexes.ts";
import { indexValue } from "./sqlite-indexes.ts";

type Values = (IndexValue | null)[];
export type Question = { key: string; query: Query; seen: number };

const mostSubjects = 1000;
const mostAnswers = 20;

export class KnownAnswers {
	#bySubject = new LRUCache<string, Map<string, unknown>>({ max: mostSubjects });
	/** The paths that are subjects of something kept. */
	#paths = new Set<string>();
	#seen: number | undefined;

	/** The answer of before, or what `look` finds now. */
	ask<T>({ key, query, seen }: Question, columns: Column[], look: () => T): T {
		if (seen !== this.#seen) this.clear();
		this.#seen = seen;
		const subject = this.#subjectOf(query, columns);
		const answers = this.#bySubject.get(subject) ?? new Map<string, unknown>();
		// Why the cast: questions of one key are asked for the same kind of answer.
		if (answers.has(key)) return answers.get(key) as T;
		const answer = Object.freeze(look());
		if (answers.size >= mostAnswers) answers.clear();
		this.#bySubject.set(subject, answers.set(key, answer));
		return answer;
	}

	/** A document is written, of which the columns hold these values before or after. */
	drop(columns: Column[], ...documents: Values[]) {
		this.#bySubject.delete(all);
		for (const path of this.#paths) {
			const at = columns.findIndex((column) => column.path === path);
			if (at === -1) return this.clear();
			for (const values of documents) this.#bySubject.delete(nameOf(path, values[at]));
		}
	}

	clear() {
		this.#bySubject.clear();
		this.#paths.clear();
	}

	#subjectOf(query: Query, columns: Column[]): string {
		for (const { path } of columns) {
			const value = query[path];
			if (typeof value !== "string" && typeof value !== "number") continue;
			this.#paths.add(path);
			return nameOf(path, indexValue(value));
		}
		return all;
	}
}

const all = "";
const nameOf = (path: string, value: unknown) => `${path} ${typeof value} ${String(value)}`;
