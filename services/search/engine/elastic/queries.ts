// Words with their alternatives, as Elasticsearch asks for them. Each word has a name, so that a hit
// tells which it holds.
import type { estypes } from "@elastic/elasticsearch";
import type { Alternative, QueryWord, Understood } from "#domain/search/query";
import type { SearchSort } from "../engine.ts";
import { BOOSTS } from "../fields.ts";

export type Dsl = estypes.QueryDslQueryContainer;

const fields = Object.entries(BOOSTS).map(([field, boost]) => `${field}^${boost}`);
const codeWeight = 20;

export const wordName = (at: number) => `w${at}`;

export function allOf(query: Understood, words: readonly QueryWord[], completed: boolean): Dsl {
	const all: Dsl = { bool: { must: words.map((word, at) => anyOf(word, at, completed)) } };
	if (!query.code) return all;
	const code: Dsl = { term: { codes: { value: query.code, boost: codeWeight } } };
	return { bool: { should: [all, code], minimum_should_match: 1 } };
}

/** The best of a word's alternatives counts: a product that holds two synonyms is no better. */
export function anyOf(word: QueryWord, at: number, completed: boolean): Dsl {
	const all = completed ? [...word.alternatives, ...word.completions] : word.alternatives;
	return { dis_max: { queries: all.map(alternative), tie_breaker: 0.1, _name: wordName(at) } };
}

function alternative({ terms, weight }: Alternative): Dsl {
	const share = weight / terms.length;
	const each = terms.map((term) => inFields(term, share));
	return each.length === 1 && each[0] ? each[0] : { bool: { must: each } };
}

const inFields = (query: string, boost: number): Dsl => ({
	multi_match: { query, fields, type: "most_fields", boost },
});

/** Products that hold at least this share of the query, by the weight of each word. */
export function shareOf(
	words: readonly QueryWord[],
	weights: readonly number[],
	least: number,
): Dsl {
	const holds = words.map((word, at) => anyOf(word, at, true));
	return {
		function_score: {
			query: { bool: { should: holds, minimum_should_match: 1 } },
			functions: holds.map((filter, at) => ({ filter, weight: weights[at] ?? 0 })),
			score_mode: "sum",
			boost_mode: "replace",
			min_score: least,
		},
	};
}

const bestSelling: estypes.Sort = [{ sales: "desc" }, { id: "asc" }];
const sorts: Record<SearchSort, estypes.Sort> = {
	relevance: bestSelling,
	"-sales": bestSelling,
	newest: [{ createdAt: "desc" }, { id: "asc" }],
	price: [{ price: "asc" }, { id: "asc" }],
	"-price": [{ price: "desc" }, { id: "asc" }],
	"-rating": [{ rating: "desc" }, { ratings: "desc" }, { id: "asc" }],
};

/** Without words there is no relevance: then the best-selling come first. */
export const sortOf = (sort: SearchSort) => sorts[sort];
