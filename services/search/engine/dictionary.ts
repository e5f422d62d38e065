// The words of the catalogue with the number of products that hold them.
import SearchableMap from "minisearch/SearchableMap";
import { swaps } from "#domain/search/edits";
import { stem } from "#domain/search/stem";
import type { Candidate, Vocabulary } from "#domain/search/vocabulary";

interface Entry {
	word: string;
	isHidden: boolean;
	term: string;
	count: number;
}

const SCANNED = 2_000;

export class Dictionary implements Vocabulary {
	readonly joins = true;
	readonly #entries: Entry[] = [];
	readonly #words = new Map<string, number>();
	/** The same entries by word, for prefixes and typos. */
	readonly #tree = new SearchableMap<Entry>();
	readonly #terms = new Map<string, number>();

	/** Counts the words of one product; gives their numbers, by which they are removed again. */
	add(words: ReadonlyMap<string, string>, joined: readonly string[]): number[] {
		const hidden = joined.filter((word) => !words.has(word));
		const numbers = [
			...Array.from(words, ([word, term]) => this.#number({ word, term, isHidden: false })),
			...hidden.map((word) => this.#number({ word, term: word, isHidden: true })),
		];
		for (const number of numbers) this.#change(number, 1);
		for (const term of new Set([...words.values(), ...hidden])) this.#count(term, 1);
		return numbers;
	}

	remove(numbers: readonly number[]): void {
		const terms = new Set<string>();
		for (const number of numbers) {
			this.#change(number, -1);
			const { term } = this.#entries[number] ?? {};
			if (term !== undefined) terms.add(term);
		}
		for (const term of terms) this.#count(term, -1);
	}

	/** Everything as plain data, for a snapshot. */
	contents() {
		return {
			words: this.#entries.map(({ word }) => word),
			stems: this.#entries.map(({ word, term }) => (term === word ? 0 : term)),
			hidden: this.#entries.map(({ isHidden }) => (isHidden ? 1 : 0)),
			counts: this.#entries.map((entry) => entry.count),
			terms: [...this.#terms],
		};
	}

	restore({ words, stems, hidden, counts, terms }: ReturnType<Dictionary["contents"]>): void {
		for (const [at, word] of words.entries()) {
			const number = this.#number({
				word,
				term: stems[at] || word,
				isHidden: hidden[at] === 1,
			});
			this.#change(number, counts[at] ?? 0);
		}
		for (const [term, count] of terms) this.#terms.set(term, count);
	}

	#number(entry: Omit<Entry, "count">): number {
		const known = this.#words.get(entry.word);
		if (known === undefined) {
			const number = this.#entries.push({ ...entry, count: 0 }) - 1;
			this.#words.set(entry.word, number);
			return number;
		}
		if (!entry.isHidden) this.#show(known);
		return known;
	}

	#show(number: number): void {
		const entry = this.#entries[number];
		if (!entry?.isHidden) return;
		entry.isHidden = false;
		if (entry.count > 0) this.#tree.set(entry.word, entry);
	}

	/** Only words that some product holds are in the tree. */
	#change(number: number, by: number): void {
		const entry = this.#entries[number];
		if (!entry || by === 0) return;
		if (entry.count === 0 && !entry.isHidden) this.#tree.set(entry.word, entry);
		entry.count += by;
		if (entry.count === 0 && !entry.isHidden) this.#tree.delete(entry.word);
	}

	count(term: string): number {
		return this.#terms.get(term) ?? 0;
	}

	termOf(word: string): string | undefined {
		const term = this.#entries[this.#words.get(word) ?? -1]?.term ?? stem(word);
		return this.#terms.has(term) ? term : undefined;
	}

	completions(prefix: string, limit: number): Candidate[] {
		const found: Candidate[] = [];
		for (const [word, { term, count }] of this.#tree.atPrefix(prefix)) {
			found.push({ word, term, count, edits: 0 });
			if (found.length >= SCANNED) break;
		}
		return onePerTerm(found.sort(byCount)).slice(0, limit);
	}

	similar(word: string, edits: number): Candidate[] {
		const found: Candidate[] = [];
		for (const [near, [entry, distance]] of this.#tree.fuzzyGet(word, edits)) {
			found.push({ ...entry, word: near, edits: distance });
		}
		for (const swapped of swaps(word)) {
			const entry = this.#tree.get(swapped);
			if (entry) found.push({ ...entry, edits: 1 });
		}
		const words = found.filter((candidate) => !/\d/.test(candidate.word));
		return onePerTerm(words.sort((a, b) => likelihood(b, word) - likelihood(a, word)));
	}

	#count(term: string, by: number): void {
		const count = this.count(term) + by;
		if (count > 0) this.#terms.set(term, count);
		else this.#terms.delete(term);
	}
}

function byCount(a: Candidate, b: Candidate): number {
	return b.count - a.count || a.word.length - b.word.length;
}

/** Fewer mistakes first, then the same first letter, then the more frequent word. */
export function likelihood(candidate: Candidate, typed: string): number {
	const sameStart = candidate.word.charAt(0) === typed.charAt(0) ? 3 : 0;
	return sameStart - candidate.edits * 4 + Math.log10(candidate.count + 1) * 2;
}

export function onePerTerm(candidates: readonly Candidate[]): Candidate[] {
	const seen = new Set<string>();
	return candidates.filter(({ term }) => !seen.has(term) && seen.add(term));
}
