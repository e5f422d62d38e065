import { fold } from "#domain/search/fold";
import type { EngineQuery, Named } from "./engine.ts";
import type { Registry } from "./registry.ts";
import type { Entry, Shelf } from "./shelf.ts";

/** One filter of a query; `facet` names the facet whose counts it does not narrow. */
export interface Filter {
	facet: string;
	passes: (entry: Entry) => boolean;
}

const ATTRIBUTE = "attribute:";

export function attributeFacet(attribute: number): string {
	return `${ATTRIBUTE}${attribute}`;
}

/** The attribute that a facet is of, if it is one of an attribute. */
export function attributeOfFacet(facet: string): number | undefined {
	return facet.startsWith(ATTRIBUTE) ? Number(facet.slice(ATTRIBUTE.length)) : undefined;
}

/** The filters of a query, each a check on one product. */
export function filtersOf(query: EngineQuery, shelf: Shelf): Filter[] {
	const { minPrice, maxPrice, rating, inStock } = query;
	const filters: Filter[] = [];
	const add = (facet: string, passes: Filter["passes"]) => filters.push({ facet, passes });
	if (query.category?.length) {
		const wanted = namedNumbers(query.category, shelf.categories);
		add("category", (entry) => entry.categories.some((number) => wanted.has(number)));
	}
	if (query.brand?.length) {
		const wanted = namedNumbers(query.brand, shelf.brands);
		add("brand", (entry) => wanted.has(entry.brand));
	}
	if (query.tag?.length) {
		const wanted = new Set(query.tag.map((tag) => shelf.tags.find(fold(tag)) ?? -1));
		add("tag", (entry) => entry.tags.some((number) => wanted.has(number)));
	}
	if (minPrice !== undefined || maxPrice !== undefined) {
		const [from, to] = [minPrice ?? 0, maxPrice ?? Number.MAX_SAFE_INTEGER];
		add("price", (entry) => entry.price >= from && entry.price <= to);
	}
	if (rating !== undefined) add("rating", (entry) => entry.rating >= rating);
	if (inStock !== undefined) add("inStock", (entry) => entry.inStock === inStock);
	filters.push(...attributeFilters(query.attributes, shelf));
	return filters;
}

function attributeFilters(attributes: EngineQuery["attributes"], shelf: Shelf): Filter[] {
	return Object.entries(attributes).map(([name, values]) => {
		const attribute = shelf.attributes.find(fold(name)) ?? -1;
		const keys = values.map((value) => `${attribute}\u0000${fold(value)}`);
		const wanted = new Set(keys.map((key) => shelf.values.find(key) ?? -1));
		return {
			facet: attributeFacet(attribute),
			passes: (entry: Entry) => entry.values.some((number) => wanted.has(number)),
		};
	});
}

function namedNumbers(keys: readonly string[], registry: Registry<Named>): Set<number> {
	const wanted = new Set(keys);
	const numbers = new Set<number>();
	for (const [number, item] of registry.items.entries()) {
		if (wanted.has(item.id) || wanted.has(item.slug)) numbers.add(number);
	}
	return numbers;
}
