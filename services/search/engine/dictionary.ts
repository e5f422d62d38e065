// The words of the catalogue with the number of products that hold them.
import SearchableMap from "minisearch/SearchableMap";
import { swaps } from "#domain/search/edits";
import { stem } from "#domain/search/stem";
import type { Candidate, Vocabulary } from "#domain/search/vocabulary";

interface Entry {
	term: string;
	count: number;
}

const SCANNED = 2_000;

export class Dictionary implements Vocabulary {
	readonly joins = true;
	/** Every word for the look-up that indexing does; the tree for prefixes and typos. */
	readonly #words = new Map<string, Entry>();
	readonly #tree = new SearchableMap<Entry>();
	readonly #terms = new Map<string, number>();

	add(words: ReadonlyMap<string, string>): void {
		for (const [word, term] of words) this.restore(word, term, 1);
		for (const term of new Set(words.values())) this.#count(term, 1);
	}

	remove(words: Iterable<string>): void {
		const terms = new Set<string>();
		for (const word of words) {
			const entry = this.#words.get(word);
			if (!entry) continue;
			terms.add(entry.term);
			entry.count--;
			if (entry.count > 0) continue;
			this.#words.delete(word);
			this.#tree.delete(word);
		}
		for (const term of terms) this.#count(term, -1);
	}

	/** Adds a word with a count, without counting its term: snapshots hold both apart. */
	restore(word: string, term: string, count: number): void {
		const known = this.#words.get(word);
		if (known) {
			known.count += count;
			return;
		}
		const entry = { term, count };
		this.#words.set(word, entry);
		this.#tree.set(word, entry);
	}

	restoreTerm(term: string, count: number): void {
		this.#terms.set(term, count);
	}

	contents() {
		const words = [...this.#words].map(
			([word, { term, count }]) => [word, term, count] as const,
		);
		return { words, terms: [...this.#terms] };
	}

	count(term: string): number {
		return this.#terms.get(term) ?? 0;
	}

	termOf(word: string): string | undefined {
		const term = this.#words.get(word)?.term ?? stem(word);
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
			found.push({ word: near, ...entry, edits: distance });
		}
		for (const swapped of swaps(word)) {
			const entry = this.#words.get(swapped);
			if (entry) found.push({ word: swapped, ...entry, edits: 1 });
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
function likelihood(candidate: Candidate, typed: string): number {
	const sameStart = candidate.word.charAt(0) === typed.charAt(0) ? 3 : 0;
	return sameStart - candidate.edits * 4 + Math.log10(candidate.count + 1) * 2;
}

function onePerTerm(candidates: readonly Candidate[]): Candidate[] {
	const seen = new Set<string>();
	return candidates.filter(({ term }) => !seen.has(term) && seen.add(term));
}
