// Which products a query finds: all words first; what the last word may become when that is too
// little; most of the words when nothing has all.
import MiniSearch from "minisearch";
import type { Query, SearchResult } from "minisearch";
import type { Alternative, QueryWord, Understood } from "#domain/search/understand";
import type { Field } from "./fields.ts";
import { BOOSTS } from "./fields.ts";

export interface Match {
	slot: number;
	score: number;
}

export interface Found {
	matches: Match[];
	relaxed: boolean;
}

/** Finds how rare a term is: the share of a word in the whole query. */
export type Frequency = (term: string) => number;

const ENOUGH = 10;
const LEAST_SHARE = 0.5;
const LEAST_MATCHES = 3;
const PARTIAL = 0.2;
const CODE_WEIGHT = 4;

export type TextIndex = MiniSearch<Record<Field, string> & { id: number }>;

export function textIndexOptions() {
	return {
		idField: "id",
		fields: Object.keys(BOOSTS),
		tokenize: (text: string) => (text === "" ? [] : text.split(" ")),
		processTerm: (term: string) => term,
		autoVacuum: { minDirtCount: 500, minDirtFactor: 0.1, batchSize: 200, batchWait: 5 },
		searchOptions: {
			boost: BOOSTS,
			prefix: false,
			fuzzy: false,
			bm25: { k: 1.2, b: 0.5, d: 0.3 },
		},
	};
}

export function retrieve(index: TextIndex, query: Understood, frequency: Frequency): Found {
	const words = query.words.filter((word) => !word.optional);
	const strict = run(index, anyCode(query, allOf(words, false)));
	const unfinished = words.some((word) => word.completions.length > 0);
	const matches =
		strict.length < ENOUGH && unfinished
			? run(index, anyCode(query, allOf(words, true)))
			: strict;
	if (words.length < 2) return { matches: matches.map(asMatch), relaxed: false };
	const isEnough = matches.length > (words.length > 2 ? LEAST_MATCHES - 1 : 0);
	if (isEnough) return { matches: matches.map(asMatch), relaxed: false };
	const partial = mostOf(index, words, frequency);
	return { matches: together(matches, partial), relaxed: matches.length === 0 };
}

function run(index: TextIndex, query: Query): SearchResult[] {
	return index.search(query);
}

function asMatch({ id, score }: SearchResult): Match {
	return { slot: id, score };
}

/** Matches of all words first, then the partial ones at a fraction of their score. */
function together(all: readonly SearchResult[], partial: readonly Match[]): Match[] {
	const seen = new Set(all.map(({ id }) => id));
	const scale = all.length > 0 ? PARTIAL : 1;
	const rest = partial.filter(({ slot }) => !seen.has(slot));
	return [...all.map(asMatch), ...rest.map((one) => ({ ...one, score: one.score * scale }))];
}

function allOf(words: readonly QueryWord[], completed: boolean): Query {
	return { combineWith: "AND", queries: words.map((word) => anyOf(word, completed)) };
}

function anyOf(word: QueryWord, completed: boolean): Query {
	const extra = completed ? word.completions : [];
	const all = [...word.alternatives, ...extra].map(termsQuery);
	return { combineWith: "OR", queries: all };
}

function termsQuery({ terms, weight }: Alternative): Query {
	return { combineWith: "AND", queries: [...terms], boostTerm: () => weight };
}

function anyCode(query: Understood, words: Query): Query {
	if (!query.code) return words;
	const code: Query = {
		queries: [query.code],
		fields: ["codes"],
		boostTerm: () => CODE_WEIGHT,
	};
	return { combineWith: "OR", queries: [words, code] };
}

/** Products with at least half of what was asked, rare words counting more. */
function mostOf(index: TextIndex, words: readonly QueryWord[], frequency: Frequency): Match[] {
	const rarity = words.map((word) => rarityOf(word, frequency));
	const sum = rarity.reduce((total, one) => total + one, 0);
	if (sum === 0) return [];
	const owners = ownersOf(words);
	const all = run(index, { combineWith: "OR", queries: words.map((one) => anyOf(one, true)) });
	const scored = all.map(({ id, score, terms }) => {
		const matched = new Set(terms.flatMap((term) => owners.get(term) ?? []));
		const share = [...matched].reduce((total, at) => total + (rarity[at] ?? 0), 0) / sum;
		return { slot: id, score: score * share * share, share };
	});
	const best = scored.reduce((most, { share }) => Math.max(most, share), 0);
	const least = Math.max(LEAST_SHARE, best - 0.2);
	return scored.filter(({ share }) => share >= least);
}

function rarityOf(word: QueryWord, frequency: Frequency): number {
	const counts = word.alternatives.map(({ terms }) => Math.min(...terms.map(frequency)));
	const most = Math.max(0, ...counts);
	return most === 0 ? 0 : 1 / Math.log2(2 + most);
}

function ownersOf(words: readonly QueryWord[]): Map<string, number[]> {
	const owners = new Map<string, number[]>();
	for (const [at, word] of words.entries()) {
		for (const term of [...word.alternatives, ...word.completions].flatMap(
			(one) => one.terms,
		)) {
			owners.set(term, [...(owners.get(term) ?? []), at]);
		}
	}
	return owners;
}
