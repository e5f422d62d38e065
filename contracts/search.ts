import {
	boolean,
	contract,
	error,
	id,
	int,
	list,
	Money,
	nullable,
	number,
	object,
	oneOf,
	optional,
	paging,
	record,
	string,
	url,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { Job } from "./jobs.ts";
import { Card, productChanged, productRemoved } from "./products.ts";

export const searchSorts = ["relevance", "newest", "price", "-price", "-sales", "-rating"] as const;

const Bucket = object({
	value: string({ max: 2000 }),
	label: string({ max: 2000 }),
	count: int(),
	/** Slug of the category above, so that a tree can be drawn. */
	parent: optional(string({ max: 200 })),
});
const Buckets = list(Bucket, { max: 1000 });

export const Facets = object({
	category: Buckets,
	brand: Buckets,
	tag: Buckets,
	price: list(object({ from: Money, to: nullable(Money), count: int() }), { max: 20 }),
	rating: Buckets,
	attributes: record(Buckets, { max: 50 }),
});
export type Facets = Infer<typeof Facets>;

export const Hit = object({
	...Card.properties,
	/** Parts of the texts with `<mark>` around what was asked for; all else is escaped. */
	highlights: object({ name: optional(string({ max: 2000 })) }),
});
export type Hit = Infer<typeof Hit>;

export const SearchResult = object({
	items: list(Hit, { max: 100 }),
	page: int(),
	pageSize: int(),
	total: int(),
	facets: Facets,
	correctedQuery: optional(string({ max: 300 })),
	/** Nothing has every word: these have most of them. */
	relaxed: optional(boolean()),
	degraded: optional(boolean()),
	tookMs: number(),
});
export type SearchResult = Infer<typeof SearchResult>;

const Choice = optional(list(string({ max: 200 }), { max: 50 }));
const Slugged = object({
	id: id(),
	slug: string({ max: 200 }),
	name: string({ max: 300 }),
	image: nullable(url()),
});

export const Suggestions = object({
	queries: list(string({ max: 200 }), { max: 10 }),
	products: list(Slugged, { max: 10 }),
	categories: list(Slugged, { max: 10 }),
	brands: list(Slugged, { max: 10 }),
});
export type Suggestions = Infer<typeof Suggestions>;

export const TOO_DEEP = error(
	"TOO_DEEP",
	422,
	"Search answers the first 10,000 results. Narrow it with a filter.",
	"搜索只返回前 10,000 条结果，请使用筛选缩小范围。",
);

export const search = contract(
	"search",
	{
		search: {
			summary: "Find products by words, filters and facets",
			rest: "GET /search",
			access: "public",
			// Why: each search counts for the search desk, so the service must see it.
			cached: { until: ["catalogue"], kept: false },
			params: object({
				...paging(...searchSorts),
				q: optional(string({ max: 200 })),
				category: Choice,
				brand: Choice,
				tag: Choice,
				minPrice: optional(Money),
				maxPrice: optional(Money),
				inStock: optional(boolean()),
				rating: optional(number({ min: 0, max: 5 })),
				attr: optional(record(list(string({ max: 2000 }), { max: 50 }), { max: 20 })),
			}),
			returns: SearchResult,
			errors: [TOO_DEEP],
		},
		suggest: {
			summary: "What the words typed so far could become; without any, what many look for",
			rest: "GET /search/suggest",
			access: "public",
			cached: { until: ["catalogue"] },
			params: object({ q: optional(string({ max: 200 })) }),
			returns: Suggestions,
		},
		reindex: {
			summary:
				"Build the index anew from the catalogue; a job reports. One that runs is joined",
			rest: "POST /admin/search/reindex",
			access: "search:write",
			status: 202,
			returns: Job,
		},
		put: {
			summary:
				"Take products into the index, or out of it when they are not on sale any more",
			access: "internal",
			params: object({ ids: list(id(), { max: 500 }) }),
		},
		recommend: {
			summary: "Ids of products like one, best first",
			access: "internal",
			params: object({ productId: id(), limit: oneOf("8", "20") }),
			returns: object({ ids: list(id(), { max: 20 }) }),
		},
	},
	{ productChanged, productRemoved },
);
