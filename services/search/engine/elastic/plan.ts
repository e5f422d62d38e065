// How a query is put to Elasticsearch: all words first; what the last may become when that is too
// little; most of the words when nothing that was meant has all. Filters play no part in it, so that
// a facet's counts are what its filter then finds.
import { accessoryTerms, queryHeads } from "#domain/search/heads";
import type { QueryWord, Understood } from "#domain/search/query";
import type { SynonymTable } from "#domain/search/synonyms";
import { understand } from "#domain/search/understand";
import type { Vocabulary } from "#domain/search/vocabulary";
import { ENOUGH, isEnough, leastShare, rarityOf, taken } from "../retrieve.ts";
import { Candidates, isWhole } from "./candidates.ts";
import type { Hit, Shares } from "./candidates.ts";
import { allOf, anyOf, shareOf } from "./queries.ts";
import type { Dsl } from "./queries.ts";
import type { ElasticVocabulary } from "./vocabulary.ts";

export interface Plan {
	understood: Understood;
	match: Dsl;
	relaxed: boolean;
	shares?: Shares;
}

export interface Asking {
	vocabulary: ElasticVocabulary;
	things: ReadonlySet<string>;
	/** The best hits of a query, and how many there are. */
	ask(match: Dsl, size: number): Promise<{ hits: Hit[]; total: number }>;
}

export async function planOf(q: string, synonyms: SynonymTable, asking: Asking): Promise<Plan> {
	const { vocabulary } = asking;
	const understood = await vocabulary.knowing((known) =>
		understand(q, { vocabulary: known, synonyms }),
	);
	const words = understood.words.filter(({ optional }) => !optional);
	if (understood.words.length === 0)
		return { understood, match: { match_none: {} }, relaxed: false };
	const { match, found } = await withAllWords(understood, words, asking);
	const single = words.flatMap(taken);
	if (single.length < 2) return { understood, match, relaxed: false };
	const meant = new Candidates(found.hits, understood, asking).meant();
	const areMeant = meant > 0;
	const heads = queryHeads(understood, asking.things);
	if (isEnough({ namesThing: heads.length > 0, meant, words: single.length }))
		return { understood, match, relaxed: false };
	const rarity = await vocabulary.knowing((known) => rarityOfAll(single, known));
	const sum = rarity.reduce((total, one) => total + one, 0);
	if (sum === 0) return { understood, match, relaxed: !areMeant };
	const weights = rarity.map((one) => one / sum);
	const some = await mostOf({ single, weights, heads, areMeant }, asking);
	return {
		understood,
		match: { bool: { should: [named(match), ...some], minimum_should_match: 1 } },
		relaxed: !areMeant,
		shares: { weights, areMeant },
	};
}

/** So many are put into order by what the query means; behind them, text alone decides. */
export const candidates = 200;

async function withAllWords(query: Understood, words: readonly QueryWord[], { ask }: Asking) {
	const strict = allOf(query, words, false);
	const found = await ask(strict, candidates);
	const isUnfinished = words.some(({ completions }) => completions.length > 0);
	if (found.total >= ENOUGH || !isUnfinished) return { match: strict, found };
	const completed = allOf(query, words, true);
	return { match: completed, found: await ask(completed, candidates) };
}

const named = (match: Dsl): Dsl => ({ bool: { must: [match], _name: isWhole } });

const rarityOfAll = (words: readonly QueryWord[], { count }: Vocabulary) =>
	words.map((word) => rarityOf(word, (term) => count(term)));

interface Most {
	single: QueryWord[];
	weights: number[];
	/** What the thing that the query names is called. */
	heads: string[];
	areMeant: boolean;
}

/** Products with nearly as much of the query as any has; also those that are the thing itself. */
async function mostOf({ single, weights, heads, areMeant }: Most, asking: Asking) {
	const any = single.map((word, at) => anyOf(word, at, true));
	const isHead: Dsl = { terms: { heads } };
	const isAccessory: Dsl = { terms: { heads: accessoryTerms } };
	const isNamed: Dsl = {
		bool: { filter: [{ terms: { name: heads } }], must_not: [isAccessory] },
	};
	const isMeant: Dsl = { bool: { should: [isHead, isNamed] } };
	const meant: Dsl = { bool: { filter: [isMeant], should: any, minimum_should_match: 1 } };
	if (heads.length > 0 && areMeant) return [meant];
	const best = await asking.ask(shareOf(single, weights, 0), 1);
	const least = leastShare(best.hits[0]?._score ?? 0);
	const partial: Dsl = { bool: { filter: [shareOf(single, weights, least)], should: any } };
	return heads.length > 0 ? [partial, meant] : [partial];
}
