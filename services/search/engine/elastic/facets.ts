// Filters and counts. A facet's own choice does not narrow its counts, so the filters are applied after
// the match and each facet counts behind all of them but its own.
import type { estypes } from "@elastic/elasticsearch";
import { fold } from "#domain/search/fold";
import { LEAST_COVERAGE, MOST_ATTRIBUTES, MOST_VALUES, usefulness } from "../attribute-facets.ts";
import type { EngineQuery, Facets, FacetValue } from "../engine.ts";
import { MOST } from "../facets.ts";
import { attributeKey, separator } from "./mapping.ts";
import type { Dsl } from "./queries.ts";

interface Filter {
	facet: string;
	query: Dsl;
}

const attributeFacet = (name: string) => `attribute ${fold(name)}`;
const mostChoices = 3_000;

export function filtersOf(query: EngineQuery): Filter[] {
	const { category, brand, tag, minPrice, maxPrice, rating, inStock, attributes } = query;
	const filters: Filter[] = [];
	const add = (facet: string, query: Dsl) => filters.push({ facet, query });
	if (category?.length) add("category", { terms: { categoryKeys: category } });
	if (brand?.length) add("brand", { terms: { brandKeys: brand } });
	if (tag?.length) add("tag", { terms: { tagKeys: tag.map(fold) } });
	if (minPrice !== undefined || maxPrice !== undefined)
		add("price", { range: { price: { gte: minPrice, lte: maxPrice } } });
	if (rating !== undefined) add("rating", { range: { rating: { gte: rating } } });
	if (inStock !== undefined) add("inStock", { term: { inStock } });
	for (const [name, values] of Object.entries(attributes)) {
		const attributeKeys = values.map((value) => attributeKey(name, value));
		add(attributeFacet(name), { terms: { attributeKeys } });
	}
	return filters;
}

export const postFilter = (filters: readonly Filter[]): Dsl => ({
	bool: { filter: filters.map(({ query }) => query) },
});

type Aggregation = estypes.AggregationsAggregationContainer;
export type Aggregations = Record<string, Aggregation>;

/** All facets in one request; the bounds of prices need a second one. */
export function aggregationsOf(query: EngineQuery, filters: readonly Filter[]) {
	const behind = (facet: string, counted: Aggregation): Aggregation => ({
		filter: postFilter(filters.filter((one) => one.facet !== facet)),
		aggs: { counted },
	});
	const terms = (field: string, size: number): Aggregation => ({ terms: { field, size } });
	const stars = [4, 3, 2, 1].map((least) => ({ key: String(least), from: least }));
	const own = Object.keys(query.attributes).map((name) => [
		attributeFacet(name),
		behind(attributeFacet(name), terms("choices", mostChoices)),
	]);
	const aggregations: Aggregations = {
		category: behind("category", terms("categories", MOST.categories)),
		brand: behind("brand", terms("brands", MOST.brands)),
		tag: behind("tag", terms("tags", MOST.tags)),
		price: behind("price", { percentiles: { field: "price", percents: [20, 40, 60, 80] } }),
		rating: behind("rating", { range: { field: "rating", ranges: stars } }),
		attributes: behind("", terms("choices", mostChoices)),
		...Object.fromEntries(own),
	};
	return aggregations;
}

/** How many cost so much, in ranges that begin at these prices. */
export function pricesFrom(starts: readonly number[], filters: readonly Filter[]): Aggregation {
	const ranges = starts.map((from, at) => ({ from, to: starts[at + 1] }));
	return {
		filter: postFilter(filters.filter(({ facet }) => facet !== "price")),
		aggs: { counted: { range: { field: "price", ranges } } },
	};
}

/** What Elasticsearch has counted, as far as it is read here. */
export type Counted = Record<string, { doc_count: number; counted: Read } | undefined>;
interface Read {
	buckets?: { key: string; doc_count: number; from?: number; to?: number }[];
	values?: Record<string, number | null>;
}

export const bucketsOf = (counted: Counted, name: string) => counted[name]?.counted.buckets ?? [];

export function facetsOf(counted: Counted, query: EngineQuery): Omit<Facets, "price"> {
	const values = (name: string): FacetValue[] =>
		bucketsOf(counted, name).map(({ key, doc_count: count }) => {
			const [value = "", label = value, parent] = key.split(separator);
			return { value, label, count, ...(parent && { parent }) };
		});
	const stars = bucketsOf(counted, "rating").toReversed();
	return {
		category: values("category"),
		brand: values("brand"),
		tag: values("tag"),
		rating: stars
			.filter(({ doc_count }) => doc_count > 0)
			.map(({ key, doc_count }) => ({ value: key, label: `${key}+`, count: doc_count })),
		attributes: attributesOf(counted, query),
	};
}

/** At most twelve attributes, those that are chosen by first, then the most useful. */
function attributesOf(counted: Counted, query: EngineQuery): Record<string, FacetValue[]> {
	const total = counted["attributes"]?.doc_count ?? 0;
	const found = gathered(bucketsOf(counted, "attributes"));
	const own = new Set(Object.keys(query.attributes).map(fold));
	for (const name of own) {
		const buckets = bucketsOf(counted, attributeFacet(name));
		found.delete(name);
		const chosen = gathered(buckets).get(name);
		if (chosen) found.set(name, chosen);
	}
	const scored = [...found].map(([name, { label, values }]) => {
		const covered = values.reduce((sum, { count }) => sum + count, 0);
		const isCommon = covered >= LEAST_COVERAGE * total;
		const useful = isCommon ? usefulness(values, ({ count }) => count, total) : 0;
		return { label, values, score: own.has(name) ? 2 : useful };
	});
	const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
	return Object.fromEntries(
		best
			.slice(0, MOST_ATTRIBUTES)
			.map(({ label, values }) => [label, values.slice(0, MOST_VALUES)]),
	);
}

/** By attribute; what is written in several ways counts as the most frequent one. */
function gathered(buckets: { key: string; doc_count: number }[]) {
	const found = new Map<string, { label: string; values: FacetValue[] }>();
	for (const { key, doc_count: count } of buckets) {
		const [label = "", value = ""] = key.split(separator);
		const attribute = found.get(fold(label)) ?? { label, values: [] };
		found.set(fold(label), attribute);
		const same = attribute.values.find((one) => fold(one.value) === fold(value));
		if (same) same.count += count;
		else attribute.values.push({ value, label: value, count });
	}
	return found;
}
