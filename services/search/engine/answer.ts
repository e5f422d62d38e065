import { LRUCache } from "lru-cache";
import { asMarkup, highlight, wantedTerms } from "#domain/search/highlight";
import type { Understood } from "#domain/search/query";
import type { Token } from "#domain/search/words";
import { analyse } from "#domain/search/words";
import type { EngineQuery, Explanation, Facets } from "./engine.ts";
import { count } from "./facets.ts";
import { filtersOf } from "./filters.ts";
import { highest, SORT_KEYS } from "./order.ts";
import type { ProductIndex } from "./product-index.ts";
import type { Ranking } from "./rank.ts";
import { rankingFor } from "./rank.ts";
import type { Match } from "./retrieve.ts";
import type { Entry, Shelf } from "./shelf.ts";

/** An answer whose cards are still JSON, so that nobody parses them who only passes them on. */
export interface Answer {
	items: { id: string; card: string; highlights: { name?: string }; explain?: Explanation }[];
	page: number;
	pageSize: number;
	total: number;
	facets: Facets;
	correctedQuery?: string;
	relaxed?: boolean;
}

interface Ranked {
	slots: number[];
	matches: Map<number, Match> | undefined;
	ranking: Ranking | undefined;
	relaxed: boolean;
}

export function answer(index: ProductIndex, query: EngineQuery): Answer {
	const understood = query.q?.trim() ? index.understand(query) : undefined;
	const ranked = matching(index, query, understood);
	const { passing, facets } = count(ranked.slots, filtersOf(query, index.shelf), index.shelf);
	const wanted = understood && wantedTerms(understood);
	const end = query.page * query.pageSize;
	const ordered = inOrder(passing, end, { query, ranked, shelf: index.shelf });
	const page = pinned(ordered, passing, { query, shelf: index.shelf });
	const items = page.slice(end - query.pageSize, end).flatMap((slot) => {
		const entry = index.shelf.entries[slot];
		return entry ? [itemOf(entry, slot, { query, ranked, wanted })] : [];
	});
	return {
		items,
		page: query.page,
		pageSize: query.pageSize,
		total: passing.length,
		facets,
		...(understood?.corrected ? { correctedQuery: understood.corrected } : {}),
		...(ranked.relaxed ? { relaxed: true } : {}),
	};
}

function matching(index: ProductIndex, query: EngineQuery, understood?: Understood): Ranked {
	const { shelf } = index;
	const hidden = new Set(query.hidden?.flatMap((id) => shelf.slot(id) ?? []));
	if (!understood || understood.words.length === 0) {
		const slots = [...shelf.entries.keys()].filter((slot) => !hidden.has(slot));
		const none = understood !== undefined;
		return { slots: none ? [] : slots, matches: undefined, ranking: undefined, relaxed: false };
	}
	const ranking = rankingFor(understood, shelf, index.things);
	const found = index.find(understood, ranking);
	const matches = new Map<number, Match>();
	for (const match of found.matches) if (!hidden.has(match.slot)) matches.set(match.slot, match);
	for (const id of query.pins ?? []) {
		const slot = shelf.slot(id);
		if (slot !== undefined && !matches.has(slot)) matches.set(slot, { slot, score: 0 });
	}
	return { slots: [...matches.keys()], matches, ranking, relaxed: found.relaxed };
}

interface Order {
	query: EngineQuery;
	ranked: Ranked;
	shelf: Shelf;
}

function inOrder(passing: readonly number[], most: number, { query, ranked, shelf }: Order) {
	const { matches, ranking } = ranked;
	const byText = query.sort === "relevance" && matches && ranking;
	const sort = query.sort === "relevance" ? "-sales" : query.sort;
	const keys = Float64Array.from(passing, (slot) => {
		const entry = shelf.entries[slot];
		if (!entry) return 0;
		const match = byText ? matches.get(slot) : undefined;
		return byText ? ranking.score(match ?? { slot, score: 0 }) : SORT_KEYS[sort](entry);
	});
	return highest(passing, keys, most);
}

/** Pinned products come first where they pass the filters and nobody chose another order. */
function pinned(
	ordered: readonly number[],
	passing: readonly number[],
	{ query, shelf }: { query: EngineQuery; shelf: Shelf },
): readonly number[] {
	if (!query.pins?.length || query.sort !== "relevance") return ordered;
	const allowed = new Set(passing);
	const first = query.pins.flatMap((id) => shelf.slot(id) ?? []).filter((at) => allowed.has(at));
	return [...new Set([...first, ...ordered])];
}

/** Names that are shown often; taking one apart costs more than finding it. */
const names = new LRUCache<string, Token[]>({ max: 2000, memoMethod: analyse });

function tokensOf(name: string): Token[] {
	return names.memo(name);
}

interface Showing {
	query: EngineQuery;
	ranked: Ranked;
	wanted: ReadonlySet<string> | undefined;
}

function itemOf(entry: Entry, slot: number, { query, ranked, wanted }: Showing) {
	const parts = wanted ? highlight(entry.name, wanted, tokensOf(entry.name)) : [];
	const isMarked = parts.some((part) => part.marked);
	const match = ranked.matches?.get(slot);
	const explained = query.explain && ranked.ranking && match;
	return {
		id: entry.id,
		card: entry.card,
		highlights: isMarked ? { name: asMarkup(parts) } : {},
		...(explained
			? {
					explain: {
						score: ranked.ranking?.score(match) ?? 0,
						factors: ranked.ranking?.factors(match) ?? {},
					},
				}
			: {}),
	};
}

/** The HTTP body without `tookMs`, put together from finished cards. */
export function answerJson({ items, ...rest }: Answer): string {
	const cards = items.map(({ card, highlights, explain }) => {
		const added = JSON.stringify({ highlights, ...(explain ? { explain } : {}) }).slice(1);
		return card === "{}" ? `{${added}` : `${card.slice(0, -1)},${added}`;
	});
	return `{"items":[${cards.join(",")}],${JSON.stringify(rest).slice(1)}`;
}
