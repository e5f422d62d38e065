// What understanding asks of the catalogue, answered by Elasticsearch. Understanding does not wait, so
// it is run with what is known and noted what it missed, until nothing is missing: two or three times.
import type { estypes } from "@elastic/elasticsearch";
import { LRUCache } from "lru-cache";
import { swaps } from "#domain/search/edits";
import type { Candidate, Vocabulary } from "#domain/search/vocabulary";
import { analyse } from "#domain/search/words";
import { likelihood, onePerTerm } from "../dictionary.ts";
import type { ElasticIndex } from "./index-store.ts";

interface Wish {
	kind: "count" | "begins" | "similar";
	text: string;
	edits: number;
}

const mostRounds = 6;
const mostCompletions = 50;
/** What other nodes put is noticed so much later. */
const keptMs = 10_000;

export class ElasticVocabulary {
	#index: ElasticIndex;
	#counts = new LRUCache<string, number>({ max: 20_000, ttl: keptMs });
	#generation = 0;
	#candidates = new LRUCache<string, Candidate[]>({ max: 5_000, ttl: keptMs });

	constructor(index: ElasticIndex) {
		this.#index = index;
	}

	/** What `think` comes to when it knows all that it asks for. */
	async knowing<T>(think: (vocabulary: Vocabulary) => T): Promise<T> {
		for (let round = 0; ; round += 1) {
			const missed = new Map<string, Wish>();
			const thought = think(this.#noting(missed));
			if (missed.size === 0 || round === mostRounds) return thought;
			await this.#learn([...missed.values()]);
		}
	}

	/** After a change what is kept may be wrong, and so may be what is on its way. */
	forget() {
		this.#generation += 1;
		this.#counts.clear();
		this.#candidates.clear();
	}

	#noting(missed: Map<string, Wish>): Vocabulary {
		const wish = (kind: Wish["kind"], text: string, edits = 0) =>
			missed.set(`${kind} ${edits} ${text}`, { kind, text, edits });
		const count = (term: string) => {
			const known = this.#counts.get(term);
			if (known === undefined) wish("count", term);
			return known ?? 0;
		};
		const candidates = (kind: "begins" | "similar", text: string, edits = 0) => {
			const known = this.#candidates.get(`${kind} ${edits} ${text}`);
			if (!known) wish(kind, text, edits);
			return known ?? [];
		};
		return {
			joins: true,
			count,
			termOf: (word) => {
				const term = termOf(word);
				return count(term) > 0 ? term : undefined;
			},
			completions: (prefix, limit) => candidates("begins", prefix).slice(0, limit),
			similar: (word, edits) => candidates("similar", word, edits),
		};
	}

	async #learn(wishes: Wish[]) {
		const counting = wishes.filter(({ kind }) => kind === "count").map(({ text }) => text);
		const others = wishes.filter(({ kind }) => kind !== "count");
		await Promise.all([
			counting.length > 0 && this.#learnCounts(counting),
			...others.map((wish) => this.#learnCandidates(wish)),
		]);
	}

	async #learnCounts(terms: string[]) {
		const filters = Object.fromEntries(terms.map((term, at) => [at, { term: { all: term } }]));
		const generation = this.#generation;
		const { aggregations } = await this.#index.raw({
			aggs: { terms: { filters: { filters } } },
		});
		// Why the casts: the answer has the form of what was asked.
		const counted = aggregations?.["terms"] as Buckets | undefined;
		if (generation !== this.#generation) return;
		for (const [at, { doc_count }] of Object.entries(counted?.buckets ?? {}))
			this.#counts.set(terms[Number(at)] ?? "", doc_count);
	}

	async #learnCandidates({ kind, text, edits }: Wish) {
		const generation = this.#generation;
		const found = await (kind === "begins"
			? this.#beginning(text)
			: this.#similar(text, edits));
		if (generation === this.#generation)
			this.#candidates.set(`${kind} ${edits} ${text}`, found);
	}

	async #beginning(prefix: string): Promise<Candidate[]> {
		const terms = { field: "words", include: `${quoted(prefix)}.*`, size: mostCompletions };
		const query = { prefix: { words: prefix } };
		const { aggregations } = await this.#index.raw({ query, aggs: { words: { terms } } });
		const words = aggregations?.["words"] as { buckets: Word[] } | undefined;
		const all = (words?.buckets ?? []).map(({ key, doc_count }) =>
			candidate(key, doc_count, 0),
		);
		return onePerTerm(all.sort((a, b) => b.count - a.count || a.word.length - b.word.length));
	}

	async #similar(word: string, edits: number): Promise<Candidate[]> {
		const term: estypes.SearchTermSuggester = {
			field: "spelling",
			suggest_mode: "always",
			max_edits: Math.min(2, edits),
			prefix_length: 0,
			min_word_length: 3,
			size: 20,
		};
		const near = new Map(swaps(word).map((swapped) => [swapped, 1]));
		const found = await this.#index.raw({ suggest: { words: { text: word, term } } });
		const options = (found.suggest?.["words"] ?? []).flatMap(
			({ options }) => options as Option[],
		);
		const all = options
			.filter(({ text }) => !/\d/.test(text))
			.map(({ text, freq, score }) =>
				candidate(text, freq, near.get(text) ?? editsOf(score, word)),
			);
		const fitting = all.filter((one) => one.edits <= edits);
		return onePerTerm(fitting.sort((a, b) => likelihood(b, word) - likelihood(a, word)));
	}
}

type Buckets = { buckets: Record<string, { doc_count: number }> };
type Word = { key: string; doc_count: number };
type Option = { text: string; freq: number; score: number };

const candidate = (word: string, count: number, edits: number): Candidate => ({
	word,
	term: termOf(word),
	count,
	edits,
});

/** The suggester says how alike words are: one minus the edits by the length of the shorter. */
const editsOf = (score: number, word: string) => Math.max(1, Math.round((1 - score) * word.length));

const termOf = (word: string) => analyse(word)[0]?.term ?? word;
const quoted = (text: string) => text.replace(/[.?+*|{}[\]()"\\#@&<>~^$-]/g, "\\$&");
