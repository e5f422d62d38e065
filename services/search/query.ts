import type { Card } from "#contracts/products";
import type { ParamsOf } from "#contracts/schema";
import type { search, SearchResult } from "#contracts/search";
import { DEFAULT_SYNONYMS } from "#domain/search/default-synonyms";
import type { EngineQuery, EngineResult } from "./engine/engine.ts";

/** One list for all queries: it travels to the engine only when it is another one. */
export const synonyms = DEFAULT_SYNONYMS;

type Asked = ParamsOf<(typeof search)["$"]["actions"]["search"]>;

/** A request in the engine's words. */
export function queryOf({
	attr,
	sort,
	q,
	page = 1,
	pageSize = 20,
	...filters
}: Asked): EngineQuery {
	return {
		...filters,
		q,
		page,
		pageSize,
		attributes: attr ?? {},
		sort: sort ?? (q ? "relevance" : "-sales"),
		synonyms,
	};
}

type Answer = Omit<SearchResult, "tookMs">;

/** What was found, as the contract says it: each card joined with its highlights. */
export function answerOf(found: EngineResult & { degraded?: boolean }): Answer {
	const { items, ...rest } = found;
	return {
		...rest,
		// Why: the engine gives back the very card that `documentOf` has put in.
		items: items.map(({ card, highlights }) => ({ ...(card as Card), highlights })),
	};
}
