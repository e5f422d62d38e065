// Counts what else can be chosen. A product that fails exactly one filter still counts in that
// filter's own facet, so one pass over the matches is enough for all facets.
import { attributeFacets } from "./attribute-facets.ts";
import type { FacetValue, Facets } from "./engine.ts";
import type { Filter } from "./filters.ts";
import { priceRanges } from "./ranges.ts";
import type { Entry, Shelf } from "./shelf.ts";
import { Tally } from "./tally.ts";

export interface Counted {
	passing: number[];
	facets: Facets;
}

type Lists = readonly (readonly Entry[])[];

export const MOST = { categories: 60, brands: 50, tags: 30 };
const SEVERAL = "several";

/** Splits matches into those that pass all filters and, per facet, those that only it refuses. */
export function count(slots: readonly number[], filters: readonly Filter[], shelf: Shelf): Counted {
	const passing: number[] = [];
	const kept: Entry[] = [];
	const refused = new Map<string, Entry[]>();
	for (const slot of slots) {
		const entry = shelf.entries[slot];
		if (!entry) continue;
		const facet = failedFacet(entry, filters);
		if (facet === undefined) {
			passing.push(slot);
			kept.push(entry);
			continue;
		}
		const list = refused.get(facet);
		if (list) list.push(entry);
		else refused.set(facet, [entry]);
	}
	return { passing, facets: facetsOf(kept, refused, shelf) };
}

function failedFacet(entry: Entry, filters: readonly Filter[]): string | undefined {
	let failed: string | undefined;
	for (const { facet, passes } of filters) {
		if (passes(entry)) continue;
		if (failed !== undefined) return SEVERAL;
		failed = facet;
	}
	return failed;
}

function facetsOf(kept: readonly Entry[], refused: Map<string, Entry[]>, shelf: Shelf): Facets {
	const inside = (facet: string) => [kept, refused.get(facet) ?? []];
	return {
		category: categoryFacet(inside("category"), shelf),
		brand: brandFacet(inside("brand"), shelf),
		tag: tagFacet(inside("tag"), shelf),
		price: priceRanges(inside("price").flatMap((list) => list.map((entry) => entry.price))),
		rating: ratingFacet(inside("rating")),
		attributes: attributeFacets(kept, refused, shelf),
	};
}

function categoryFacet(lists: Lists, shelf: Shelf): FacetValue[] {
	const tally = new Tally(shelf.categories.size);
	for (const list of lists) {
		for (const entry of list) for (const number of entry.categories) tally.add(number);
	}
	return tally.largest(MOST.categories).flatMap((number) => {
		const category = shelf.categories.at(number);
		if (!category) return [];
		const parent = shelf.categories.at(category.parent)?.slug;
		const value = { value: category.slug, label: category.name, count: tally.of(number) };
		return [parent === undefined ? value : { ...value, parent }];
	});
}

function brandFacet(lists: Lists, shelf: Shelf): FacetValue[] {
	const tally = new Tally(shelf.brands.size);
	for (const list of lists) for (const entry of list) tally.add(entry.brand);
	return tally.largest(MOST.brands).flatMap((number) => {
		const brand = shelf.brands.at(number);
		return brand ? [{ value: brand.slug, label: brand.name, count: tally.of(number) }] : [];
	});
}

function tagFacet(lists: Lists, shelf: Shelf): FacetValue[] {
	const tally = new Tally(shelf.tags.size);
	for (const list of lists) {
		for (const entry of list) for (const number of entry.tags) tally.add(number);
	}
	return tally.largest(MOST.tags).map((number) => {
		const tag = shelf.tags.at(number) ?? "";
		return { value: tag, label: tag, count: tally.of(number) };
	});
}

function ratingFacet(lists: Lists): FacetValue[] {
	const entries = lists.flat();
	return [4, 3, 2, 1]
		.map((stars) => {
			const found = entries.filter(({ rating }) => rating >= stars).length;
			return { value: String(stars), label: `${stars}+`, count: found };
		})
		.filter((value) => value.count > 0);
}
