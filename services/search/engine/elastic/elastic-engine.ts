// Elasticsearch behind the engine's interface, for any number of search nodes. It finds, filters and
// counts; what a query means and which product comes first is decided as in the embedded engine.
import { LRUCache } from "lru-cache";
import { asMarkup, highlight, wantedTerms } from "#domain/search/highlight";
import { synonymTable } from "#domain/search/synonyms";
import type { SynonymRule, SynonymTable } from "#domain/search/synonyms";
import type {
	Engine,
	EngineItem,
	EngineQuery,
	EngineResult,
	Put,
	SearchDocument,
} from "../engine.ts";
import type { StoredDocument, Suggestions } from "../engine.ts";
import { rangeStarts } from "../ranges.ts";
import { suggestionsOf } from "../suggest.ts";
import { Candidates } from "./candidates.ts";
import type { Hit } from "./candidates.ts";
import {
	aggregationsOf,
	bucketsOf,
	facetsOf,
	filtersOf,
	postFilter,
	pricesFrom,
} from "./facets.ts";
import type { Aggregations } from "./facets.ts";
import { ElasticIndex } from "./index-store.ts";
import type { ElasticOptions } from "./index-store.ts";
import { candidates, planOf } from "./plan.ts";
import type { Plan } from "./plan.ts";
import type { Dsl } from "./queries.ts";
import { sortOf } from "./queries.ts";
import { ElasticVocabulary } from "./vocabulary.ts";

const planMs = 5_000;
const none: readonly SynonymRule[] = [];

interface Found {
	hits: Hit[];
	total: number;
	plan: Plan | undefined;
	/** By what the query means, where that gives the order. */
	ranking: Candidates | undefined;
}

export class ElasticEngine implements Engine {
	readonly #index: ElasticIndex;
	readonly #vocabulary: ElasticVocabulary;
	readonly #plans = new LRUCache<string, Promise<Plan>>({ max: 1_000, ttl: planMs });
	#rules = none;
	#synonyms: SynonymTable = synonymTable(none);

	constructor(options: ElasticOptions) {
		this.#index = new ElasticIndex(options);
		this.#vocabulary = new ElasticVocabulary(this.#index);
	}

	open(): Promise<void> {
		return this.#index.open();
	}

	async put(documents: SearchDocument[]): Promise<void> {
		await this.#index.put(documents);
		this.#forget();
	}

	async remove(ids: string[]): Promise<void> {
		await this.#index.remove(ids);
		this.#forget();
	}

	clear(): Promise<void> {
		return this.renew(async () => {});
	}

	async renew(fill: (put: Put) => Promise<void>): Promise<void> {
		await this.#index.renew(fill);
		this.#forget();
	}

	/** The server keeps it. */
	async save() {}

	get(id: string): Promise<StoredDocument | null> {
		return this.#index.get(id);
	}

	versions(): Promise<Record<string, number>> {
		return this.#index.versions();
	}

	count(): Promise<number> {
		return this.#index.count();
	}

	close(): Promise<void> {
		return this.#index.close();
	}

	async search(query: EngineQuery): Promise<EngineResult> {
		const plan = await this.#planOf(query);
		const [found, counted, price] = await this.#ask(query, plan);
		const { page, pageSize } = query;
		const { corrected } = plan?.understood ?? {};
		return {
			items: this.#shown(query, found),
			page,
			pageSize,
			total: found.total,
			facets: { ...facetsOf(counted, query), price },
			...(corrected && { correctedQuery: corrected }),
			...(plan?.relaxed && { relaxed: true }),
		};
	}

	async searchJson(query: EngineQuery): Promise<string> {
		const { items, ...rest } = await this.search(query);
		const cards = items.map(({ card, highlights, explain }) => ({
			...card,
			highlights,
			...(explain && { explain }),
		}));
		return JSON.stringify({ items: cards, ...rest });
	}

	async suggest(q: string, limit: number, synonyms = none): Promise<Suggestions> {
		const query = { q, attributes: {}, page: 1, pageSize: limit, synonyms };
		const asked: EngineQuery = { ...query, sort: "relevance" };
		const [plan, names] = await Promise.all([this.#planOf(asked), this.#index.names()]);
		const found = await this.#find(asked, plan);
		const products = found.hits.slice(0, limit).flatMap(({ _source: source }) => {
			if (!source) return [];
			const { id, slug, name, image } = source.ranked;
			return [{ id, slug, name, image }];
		});
		return { products, ...suggestionsOf(q, names, limit) };
	}

	#planOf({ q, synonyms = none }: EngineQuery): Promise<Plan> | undefined {
		if (!q?.trim()) return undefined;
		if (synonyms !== this.#rules) {
			this.#synonyms = synonymTable(synonyms);
			this.#rules = synonyms;
			this.#plans.clear();
		}
		const known = this.#plans.get(q);
		if (known) return known;
		const { things } = this.#index;
		const ask = (match: Dsl, size: number) => this.#index.ask({ query: match, size });
		const plan = planOf(q, this.#synonyms, { vocabulary: this.#vocabulary, things, ask });
		this.#plans.set(q, plan);
		plan.catch(() => this.#plans.delete(q));
		return plan;
	}

	async #ask(query: EngineQuery, plan: Plan | undefined) {
		const filters = filtersOf(query);
		const match = matchOf(query, plan);
		const count = (aggs: Aggregations) => this.#index.counted({ query: match, aggs });
		const counting = count(aggregationsOf(query, filters));
		const [found, counted] = await Promise.all([this.#find(query, plan), counting]);
		const parting = Object.values(counted["price"]?.counted.values ?? {});
		const starts = rangeStarts(parting.filter((price) => price !== null));
		const prices = await count({ price: pricesFrom(starts, filters) });
		const ranges = bucketsOf(prices, "price")
			.filter(({ doc_count }) => doc_count > 0)
			.map(({ from = 0, to, doc_count }) => ({
				from,
				to: to === undefined ? null : to - 1,
				count: doc_count,
			}));
		return [found, counted, ranges] as const;
	}

	/** The page's hits are at the end of the list where the query gives the order, else they are it. */
	async #find(query: EngineQuery, plan: Plan | undefined): Promise<Found> {
		const end = query.page * query.pageSize;
		const isRanked = plan !== undefined && query.sort === "relevance";
		const found = await this.#index.ask({
			query: matchOf(query, plan),
			post_filter: postFilter(filtersOf(query)),
			...(isRanked ? { size: Math.max(candidates, end) } : { size: query.pageSize }),
			...(isRanked ? {} : { from: end - query.pageSize, sort: sortOf(query.sort) }),
		});
		if (!isRanked) return { ...found, plan, ranking: undefined };
		const best = found.hits.slice(0, candidates);
		const { things } = this.#index;
		const ranking = new Candidates(best, plan.understood, { things, shares: plan.shares });
		const ordered = [...ranking.ranked(), ...found.hits.slice(candidates)];
		return { ...found, hits: pinned(ordered, query.pins), plan, ranking };
	}

	#shown(query: EngineQuery, { hits, plan, ranking }: Found): EngineItem[] {
		const wanted = plan && wantedTerms(plan.understood);
		const end = query.page * query.pageSize;
		const page = ranking ? hits.slice(end - query.pageSize, end) : hits;
		return page.flatMap((hit) => {
			if (!hit._source) return [];
			const { card, ranked } = hit._source;
			const parts = wanted ? highlight(ranked.name, wanted) : [];
			const isMarked = parts.some(({ marked }) => marked);
			const explain = query.explain ? ranking?.explained(hit) : undefined;
			return [
				{
					id: hit._id,
					card,
					highlights: isMarked ? { name: asMarkup(parts) } : {},
					...(explain && { explain }),
				},
			];
		});
	}

	#forget() {
		this.#plans.clear();
		this.#vocabulary.forget();
	}
}

function matchOf({ pins = [], hidden = [] }: EngineQuery, plan: Plan | undefined): Dsl {
	const must_not = hidden.length > 0 ? [{ ids: { values: hidden } }] : [];
	if (!plan) return { bool: { must: [{ match_all: {} }], must_not } };
	// Why the boost: what is pinned must be among the candidates.
	const pin = { constant_score: { filter: { ids: { values: pins } }, boost: 10_000 } };
	const should = pins.length > 0 ? [plan.match, pin] : [plan.match];
	return { bool: { should, minimum_should_match: 1, must_not } };
}

/** Pinned products come first, in the order of the pins. */
function pinned(hits: Hit[], pins: readonly string[] = []): Hit[] {
	const first = pins.flatMap((id) => hits.find(({ _id }) => _id === id) ?? []);
	return [...new Set([...first, ...hits])];
}
