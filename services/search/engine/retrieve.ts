// Which products a query finds: all words first; what the last word may become when that is too
// little; most of the words when nothing has all.
import type MiniSearch from "minisearch";
import type { Query, SearchResult } from "minisearch";
import type { Alternative, QueryWord, Understood } from "#domain/search/query";
import type { Field } from "./fields.ts";
import { BOOSTS } from "./fields.ts";
import type { Ranking } from "./rank.ts";

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

export const ENOUGH = 24;
const LEAST_SHARE = 0.5;
const LEAST_MATCHES = 5;
export const PARTIAL = 0.2;
const CODE_WEIGHT = 4;

export type TextIndex = MiniSearch<Record<Field, string> & { id: number }>;

export function textIndexOptions() {
	return {
		idField: "id",
		fields: Object.keys(BOOSTS),
		tokenize: (text: string) => (text === "" ? [] : text.split(" ")),
		processTerm: (term: string) => term,
		// Why: a vacuum in pieces breaks when the index changes between two; `save` does it in one.
		autoVacuum: false as const,
		searchOptions: {
			boost: BOOSTS,
			prefix: false,
			fuzzy: false,
			bm25: { k: 1.2, b: 0.5, d: 0.3 },
		},
	};
}

/** What retrieving needs to know of the catalogue and of the query. */
export interface Knowledge extends Pick<Ranking, "namesThing" | "isMeant"> {
	frequency: Frequency;
}

export function retrieve(index: TextIndex, query: Understood, known: Knowledge): Found {
	const { namesThing, isMeant, frequency } = known;
	const words = query.words.filter((word) => !word.optional);
	const all = withAllWords(index, query, words);
	const single = words.flatMap(taken);
	const meant = all.filter(({ slot }) => isMeant(slot)).length;
	if (single.length < 2 || isEnough({ namesThing, meant, words: single.length }))
		return { matches: all, relaxed: false };
	const some = mostOf(index, single, frequency);
	const least = leastShare(bestShare(some));
	const isThing = ({ slot }: Match) => namesThing && isMeant(slot);
	const partial = some.filter(
		(one) => isThing(one) || (one.share >= least && !(namesThing && meant > 0)),
	);
	return { matches: together(all, partial, meant > 0 ? PARTIAL : 1), relaxed: meant === 0 };
}

/** Of a thing that was named, a handful; else something, or of a long query a handful. */
export function isEnough(found: { namesThing: boolean; meant: number; words: number }): boolean {
	return found.meant >= (found.namesThing || found.words > 2 ? LEAST_MATCHES : 1);
}

/** Of the query, so much must be there: nearly as much as any product has. */
export const leastShare = (best: number) => Math.max(LEAST_SHARE, best - 0.2);

/** Words that belonged together, each for itself when together they find too little. */
export function taken(word: QueryWord): QueryWord[] {
	if (word.terms.length < 2 || word.surface.search(/\s/) < 0) return [word];
	const one = (term: string): QueryWord => ({
		...word,
		terms: [term],
		alternatives: [{ terms: [term], weight: 1, kind: "parts" }],
		completions: [],
	});
	return word.terms.map(one);
}

function withAllWords(index: TextIndex, query: Understood, words: readonly QueryWord[]): Match[] {
	const strict = run(index, anyCode(query, allOf(words, false)));
	const isUnfinished = words.some((word) => word.completions.length > 0);
	if (strict.length >= ENOUGH || !isUnfinished) return strict.map(asMatch);
	return run(index, anyCode(query, allOf(words, true))).map(asMatch);
}

function run(index: TextIndex, query: Query): SearchResult[] {
	return index.search(query);
}

function asMatch(result: SearchResult): Match {
	return { slot: result.id, score: textScore(result) };
}

/** Why: MiniSearch multiplies by the number of terms found, so synonyms would count as words. */
function textScore({ score, terms }: SearchResult): number {
	return score / Math.max(1, terms.length);
}

/** Matches of all words, then the partial ones at a share of their score. */
function together(all: readonly Match[], partial: readonly Match[], share: number): Match[] {
	const seen = new Set(all.map(({ slot }) => slot));
	const rest = partial.filter(({ slot }) => !seen.has(slot));
	return [...all, ...rest.map(({ slot, score }) => ({ slot, score: score * share }))];
}

function allOf(words: readonly QueryWord[], completed: boolean): Query {
	return { combineWith: "AND", queries: words.map((word) => anyOf(word, completed)) };
}

/** One flat query for all alternatives of one term: nesting costs a merge each. */
function anyOf(word: QueryWord, completed: boolean): Query {
	const all = completed ? [...word.alternatives, ...word.completions] : word.alternatives;
	const weights = new Map<string, number>();
	const phrases: Alternative[] = [];
	for (const one of all) {
		const [term = ""] = one.terms;
		if (one.terms.length > 1) phrases.push(one);
		else weights.set(term, Math.max(weights.get(term) ?? 0, one.weight));
	}
	const boostTerm = (term: string) => weights.get(term) ?? 1;
	const single: Query = { combineWith: "OR", queries: [...weights.keys()], boostTerm };
	if (phrases.length === 0) return single;
	return { combineWith: "OR", queries: [single, ...phrases.map(phraseQuery)] };
}

function phraseQuery({ terms, weight }: Alternative): Query {
	return { combineWith: "AND", queries: [...terms], boostTerm: () => weight / terms.length };
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

interface Some extends Match {
	/** How much of the query it holds, rare words counting more. */
	share: number;
}

/** Products with any word of the query. */
function mostOf(index: TextIndex, words: readonly QueryWord[], frequency: Frequency): Some[] {
	const rarity = words.map((word) => rarityOf(word, frequency));
	const sum = rarity.reduce((total, one) => total + one, 0);
	if (sum === 0) return [];
	const owners = ownersOf(words);
	const all = run(index, { combineWith: "OR", queries: words.map((one) => anyOf(one, true)) });
	return all.map((result) => {
		const matched = new Set(result.terms.flatMap((term) => owners.get(term) ?? []));
		const share = [...matched].reduce((total, at) => total + (rarity[at] ?? 0), 0) / sum;
		return { slot: result.id, score: textScore(result) * share * share, share };
	});
}

function bestShare(partial: readonly Some[]): number {
	return partial.reduce((most, { share }) => Math.max(most, share), 0);
}

export function rarityOf(word: QueryWord, frequency: Frequency): number {
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
