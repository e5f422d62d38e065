// Counts what else can be chosen. A product that fails exactly one filter still counts in that
// filter's own facet, so one pass over the matches is enough for all facets.
import { fold } from "#domain/search/fold";
import type { FacetValue, Facets, Named } from "./engine.ts";
import type { Filter } from "./filters.ts";
import { attributeFacet } from "./filters.ts";
import { priceRanges } from "./ranges.ts";
import type { Category, Entry, Shelf } from "./shelf.ts";

export interface Counted {
	passing: number[];
	facets: Facets;
}

const MOST_VALUES = { category: 60, brand: 50, tag: 30 };
const MOST_ATTRIBUTES = 12;
const MOST_ATTRIBUTE_VALUES = 20;
const LEAST_COVERAGE = 0.08;
const LONGEST_VALUE = 60;
/** Freight and paperwork: nobody chooses by these. */
const DULL =
	/package|pallet|carton|master outer|harmonized|last change|\bark\b|oem code|country of origin|humidity|temperature|altitude|dimensions|\bdate\b|\bstatus\b|hs code|rohs|certification|weight imperial|\bmanual\b|market segment|quantity per (box|layer)/;

class Tally {
	readonly counts: Int32Array;
	constructor(size: number) {
		this.counts = new Int32Array(size);
	}
	add(number: number): void {
		const before = this.counts[number];
		if (before !== undefined) this.counts[number] = before + 1;
	}
	of(number: number): number {
		return this.counts[number] ?? 0;
	}
}

/** Splits matches into those that pass all filters and, per facet, those that only it refuses. */
export function count(slots: readonly number[], filters: readonly Filter[], shelf: Shelf): Counted {
	const passing: number[] = [];
	const refused = new Map<string, Entry[]>();
	const kept: Entry[] = [];
	for (const slot of slots) {
		const entry = shelf.entries[slot];
		if (!entry) continue;
		const failing = failedFacet(entry, filters);
		if (failing === undefined) {
			passing.push(slot);
			kept.push(entry);
		} else if (failing !== MANY) {
			const list = refused.get(failing);
			if (list) list.push(entry);
			else refused.set(failing, [entry]);
		}
	}
	return { passing, facets: facetsOf(kept, refused, shelf) };
}

const MANY = "";

function failedFacet(entry: Entry, filters: readonly Filter[]): string | undefined {
	let failed: string | undefined;
	for (const { facet, passes } of filters) {
		if (passes(entry)) continue;
		if (failed !== undefined) return MANY;
		failed = facet;
	}
	return failed;
}

function facetsOf(kept: readonly Entry[], refused: Map<string, Entry[]>, shelf: Shelf): Facets {
	const inside = (facet: string) => [kept, refused.get(facet) ?? []];
	const categories = new Tally(shelf.categories.size);
	const brands = new Tally(shelf.brands.size);
	const tags = new Tally(shelf.tags.size);
	each(inside("category"), (entry) => {
		for (const number of entry.categories) categories.add(number);
	});
	each(inside("brand"), (entry) => brands.add(entry.brand));
	each(inside("tag"), (entry) => {
		for (const number of entry.tags) tags.add(number);
	});
	const prices: number[] = [];
	each(inside("price"), (entry) => prices.push(entry.price));
	return {
		category: namedFacet(categories, shelf.categories.items, MOST_VALUES.category).map(
			(value) => withParent(value, shelf),
		),
		brand: namedFacet(brands, shelf.brands.items, MOST_VALUES.brand),
		tag: largest(tags, MOST_VALUES.tag).map((number) => {
			const tag = shelf.tags.at(number) ?? "";
			return { value: tag, label: tag, count: tags.of(number) };
		}),
		price: priceRanges(prices),
		rating: ratingFacet(inside("rating")),
		attributes: attributeFacets(kept, refused, shelf),
	};
}

function each(lists: readonly (readonly Entry[])[], visit: (entry: Entry) => void): void {
	for (const list of lists) for (const entry of list) visit(entry);
}

function largest(tally: Tally, most: number): number[] {
	const numbers: number[] = [];
	for (let number = 0; number < tally.counts.length; number++) {
		if (tally.of(number) > 0) numbers.push(number);
	}
	return numbers.sort((a, b) => tally.of(b) - tally.of(a)).slice(0, most);
}

function namedFacet(tally: Tally, items: readonly Named[], most: number): FacetValue[] {
	return largest(tally, most).flatMap((number) => {
		const item = items[number];
		return item ? [{ value: item.slug, label: item.name, count: tally.of(number) }] : [];
	});
}

function withParent(value: FacetValue, shelf: Shelf): FacetValue {
	const own = shelf.categories.items.find((category: Category) => category.slug === value.value);
	const parent = own && shelf.categories.at(own.parent);
	return parent ? { ...value, parent: parent.slug } : value;
}

function ratingFacet(lists: readonly (readonly Entry[])[]): FacetValue[] {
	const counts = [4, 3, 2, 1].map((value) => ({ value, count: 0 }));
	each(lists, (entry) => {
		for (const step of counts) if (entry.rating >= step.value) step.count++;
	});
	return counts
		.filter(({ count: found }) => found > 0)
		.map(({ value, count: found }) => ({
			value: String(value),
			label: `${value}+`,
			count: found,
		}));
}

function attributeFacets(
	kept: readonly Entry[],
	refused: Map<string, Entry[]>,
	shelf: Shelf,
): Record<string, FacetValue[]> {
	const tally = new Tally(shelf.values.size);
	const coverage = new Tally(shelf.attributes.size);
	each([kept], (entry) => {
		for (const number of entry.values) tally.add(number);
	});
	const own = new Set<number>();
	for (let attribute = 0; attribute < shelf.attributes.size; attribute++) {
		const only = refused.get(attributeFacet(attribute));
		if (!only) continue;
		own.add(attribute);
		each([only], (entry) => addOf(attribute, entry, tally, shelf));
	}
	const values = valuesByAttribute(tally, coverage, shelf);
	const scored = [...values].map(([attribute, numbers]) => ({
		attribute,
		numbers: numbers.sort((a, b) => tally.of(b) - tally.of(a)).slice(0, MOST_ATTRIBUTE_VALUES),
		score: own.has(attribute) ? 2 : usefulness(attribute, numbers, tally, kept.length, shelf),
	}));
	const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
	return Object.fromEntries(
		best.slice(0, MOST_ATTRIBUTES).map(({ attribute, numbers }) => [
			shelf.attributes.at(attribute) ?? "",
			numbers.map((number) => {
				const { value } = shelf.values.at(number) ?? { value: "" };
				return { value, label: value, count: tally.of(number) };
			}),
		]),
	);
}

function addOf(attribute: number, entry: Entry, tally: Tally, shelf: Shelf): void {
	for (const number of entry.values) {
		if (shelf.values.at(number)?.attribute === attribute) tally.add(number);
	}
}

function valuesByAttribute(tally: Tally, coverage: Tally, shelf: Shelf): Map<number, number[]> {
	const values = new Map<number, number[]>();
	for (let number = 0; number < tally.counts.length; number++) {
		const found = tally.of(number) > 0 ? shelf.values.at(number) : undefined;
		if (!found) continue;
		coverage.add(found.attribute);
		const list = values.get(found.attribute);
		if (list) list.push(number);
		else values.set(found.attribute, [number]);
	}
	return values;
}

/** Coverage times variety: many have it, and a few values part them well. */
function usefulness(
	attribute: number,
	numbers: readonly number[],
	tally: Tally,
	total: number,
	shelf: Shelf,
): number {
	if (numbers.length < 2 || DULL.test(fold(shelf.attributes.at(attribute) ?? ""))) return 0;
	let [covered, top, entropy] = [0, 0, 0];
	for (const number of numbers) covered += tally.of(number);
	for (const number of numbers.slice(0, MOST_ATTRIBUTE_VALUES)) {
		const share = tally.of(number) / covered;
		top += share;
		entropy -= share * Math.log2(share);
		if ((shelf.values.at(number)?.value.length ?? 0) > LONGEST_VALUE) return 0;
	}
	const coverage = covered / Math.max(1, total);
	if (coverage < LEAST_COVERAGE || covered / numbers.length < 1.5) return 0;
	return Math.min(1, coverage) * top * Math.min(1, entropy / 2);
}
