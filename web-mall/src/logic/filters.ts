// What a shopper has chosen on a list of products, and how it is written in the address.
import type { LocationQuery, LocationQueryRaw } from "vue-router";
import type { ParamsOf } from "#contracts/client";
import type { Facets } from "#contracts/search";

export type SearchParams = ParamsOf<"search.search">;
export type Sort = NonNullable<SearchParams["sort"]>;
export type ListFilter = "category" | "brand" | "tag";

export interface Filters {
	q: string;
	category: string[];
	brand: string[];
	tag: string[];
	attr: Record<string, string[]>;
	minPrice: number | undefined;
	maxPrice: number | undefined;
	rating: number | undefined;
	inStock: boolean;
	sort: Sort | undefined;
	page: number;
}

/** What a page is about and its visitor can't change: the category, brand or tag. */
export type Fixed = Partial<Record<ListFilter, string[]>>;

export const sorts: Sort[] = ["relevance", "newest", "-sales", "-rating", "price", "-price"];
export const PAGE_SIZE = 24;
const ATTRIBUTE = "attr.";

type Given = LocationQuery[string] | undefined;

const listOf = (given: Given) =>
	[given ?? []].flat().filter((value): value is string => Boolean(value));
const textOf = (given: Given) => listOf(given)[0] ?? "";

function numberOf(given: Given) {
	const text = textOf(given);
	const value = Number(text);
	return text && Number.isFinite(value) && value >= 0 ? value : undefined;
}

export function filtersFrom(query: LocationQuery): Filters {
	const attributes = Object.entries(query)
		.filter(([name]) => name.startsWith(ATTRIBUTE))
		.map(([name, given]) => [name.slice(ATTRIBUTE.length), listOf(given)]);
	return {
		q: textOf(query.q),
		category: listOf(query.category),
		brand: listOf(query.brand),
		tag: listOf(query.tag),
		attr: Object.fromEntries(attributes),
		minPrice: numberOf(query.minPrice),
		maxPrice: numberOf(query.maxPrice),
		rating: numberOf(query.rating),
		inStock: textOf(query.inStock) === "true",
		sort: sorts.find((sort) => sort === textOf(query.sort)),
		page: Math.max(1, Math.round(numberOf(query.page) ?? 1)),
	};
}

/** The shortest address that says the same. */
export function queryFrom(filters: Filters): LocationQueryRaw {
	const { attr, q, category, brand, tag, minPrice, maxPrice, rating, sort, page } = filters;
	const said = (value: number | undefined) => (value === undefined ? undefined : String(value));
	const all: [string, string | string[] | undefined][] = [
		...Object.entries({ q, category, brand, tag, sort }),
		...Object.entries({ minPrice, maxPrice, rating }).map(
			([name, value]): [string, string | undefined] => [name, said(value)],
		),
		...Object.entries(attr).map(([name, values]): [string, string[]] => [
			ATTRIBUTE + name,
			values,
		]),
		["inStock", filters.inStock ? "true" : undefined],
		["page", page > 1 ? String(page) : undefined],
	];
	return Object.fromEntries(all.filter(([, value]) => value?.length));
}

export function searchParams(filters: Filters, fixed: Fixed, page: number): SearchParams {
	const { q, inStock, sort, category, brand, tag, attr, ...ranges } = filters;
	const lists = { category, brand, tag, ...fixed };
	const chosen = Object.entries(lists).filter(([, values]) => values.length > 0);
	return {
		...(q && { q }),
		...Object.fromEntries(chosen),
		...(Object.keys(attr).length > 0 && { attr }),
		minPrice: ranges.minPrice,
		maxPrice: ranges.maxPrice,
		rating: ranges.rating,
		...(inStock && { inStock }),
		sort: sort ?? (q ? "relevance" : "-sales"),
		page,
		pageSize: PAGE_SIZE,
	};
}

type Bucket = Facets["category"][number];

/** Each category below the one that it belongs to, with how deep it lies. */
export function inTree(buckets: readonly Bucket[]): (Bucket & { depth: number })[] {
	const values = new Set(buckets.map(({ value }) => value));
	const above = ({ parent = "" }: Bucket) => (values.has(parent) ? parent : undefined);
	const below = (parent: string | undefined, depth: number): (Bucket & { depth: number })[] =>
		buckets.flatMap((one) =>
			above(one) === parent ? [{ ...one, depth }, ...below(one.value, depth + 1)] : [],
		);
	return below(undefined, 0);
}

export function toggled(values: readonly string[], value: string): string[] {
	return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** The filters with one attribute's value chosen or dropped. */
export function withAttribute(filters: Filters, name: string, value: string): Filters {
	const values = toggled(filters.attr[name] ?? [], value);
	const { [name]: _, ...others } = filters.attr;
	return { ...filters, attr: values.length ? { ...others, [name]: values } : others };
}

export const cleared = (filters: Filters): Filters => ({
	...filtersFrom({}),
	q: filters.q,
	sort: filters.sort,
});

export interface Chip {
	key: string;
	/** A `word` is called by the shop's vocabulary. */
	kind: "named" | "word" | "price" | "rating" | "inStock";
	label: string;
	/** The filters without it. */
	without: Filters;
}

/** Everything that is chosen, each with the filters that remain when it is taken off. */
export function chipsOf(filters: Filters, facets: Facets | undefined, fixed: Fixed): Chip[] {
	const chips: Chip[] = [];
	for (const kind of ["category", "brand", "tag"] as const) {
		if (fixed[kind]) continue;
		for (const value of filters[kind]) {
			const label = facets?.[kind].find((one) => one.value === value)?.label ?? value;
			const without = { ...filters, [kind]: toggled(filters[kind], value) };
			const called = kind === "tag" ? "word" : "named";
			chips.push({ key: `${kind} ${value}`, kind: called, label, without });
		}
	}
	for (const [name, values] of Object.entries(filters.attr)) {
		for (const value of values) {
			const without = withAttribute(filters, name, value);
			chips.push({ key: `${name} ${value}`, kind: "word", label: value, without });
		}
	}
	return [...chips, ...rangeChips(filters)];
}

function rangeChips(filters: Filters): Chip[] {
	const { minPrice, maxPrice, rating, inStock } = filters;
	const chips: Chip[] = [];
	const add = (kind: Chip["kind"], without: Filters) =>
		chips.push({ key: kind, kind, label: "", without });
	if (minPrice !== undefined || maxPrice !== undefined) {
		add("price", { ...filters, minPrice: undefined, maxPrice: undefined });
	}
	if (rating !== undefined) add("rating", { ...filters, rating: undefined });
	if (inStock) add("inStock", { ...filters, inStock: false });
	return chips;
}
