// What a search engine must do for the search service. The embedded engine and Elasticsearch both
// get text through `#domain/search`, so that they find alike.
import type { SynonymRule } from "#domain/search/synonyms";

export interface Named {
	id: string;
	slug: string;
	name: string;
}

/** A product as the engines store it. */
export interface SearchDocument extends Named {
	subtitle: string;
	brand: Named | null;
	/** From the root to the category that holds the product. */
	categories: Named[];
	tags: string[];
	skus: string[];
	attributes: { name: string; value: string | number | boolean }[];
	/** Plain text. */
	description: string;
	/** Minor units; the public price now. */
	price: number;
	inStock: boolean;
	rating: { average: number; count: number };
	sales: number;
	createdAt: string;
	image: string | null;
	/** The finished card, given back as it is. */
	card: object;
	/** Names in other languages. */
	translations?: string[];
	/** What its categories, tags, attributes and their values are called in other languages. */
	words?: { word: string; other: string }[];
	/** The product's version, for the comparison with the catalogue. */
	version?: number;
}

export type SearchSort = "relevance" | "newest" | "price" | "-price" | "-sales" | "-rating";

export interface EngineQuery {
	q?: string;
	/** Ids or slugs; several are alternatives. A category includes its subtree. */
	category?: string[];
	brand?: string[];
	tag?: string[];
	minPrice?: number;
	maxPrice?: number;
	inStock?: boolean;
	/** The lowest average. */
	rating?: number;
	attributes: Record<string, string[]>;
	sort: SearchSort;
	page: number;
	pageSize: number;
	synonyms?: readonly SynonymRule[];
	/** Products shown first, in this order, where they pass the filters. */
	pins?: string[];
	hidden?: string[];
	/** Says with each item how it came to its place. */
	explain?: boolean;
}

export interface FacetValue {
	value: string;
	label: string;
	count: number;
	/** The category above, so that a tree can be drawn. */
	parent?: string;
}

/** Both ends belong to the range; the last range has no upper end. */
export interface PriceRange {
	from: number;
	to: number | null;
	count: number;
}

export interface Facets {
	category: FacetValue[];
	brand: FacetValue[];
	tag: FacetValue[];
	price: PriceRange[];
	rating: FacetValue[];
	attributes: Record<string, FacetValue[]>;
}

export interface Explanation {
	score: number;
	factors: Record<string, number>;
}

export interface EngineItem {
	id: string;
	card: object;
	/** HTML in which only `<mark>` is markup. */
	highlights: { name?: string };
	explain?: Explanation;
}

export interface EngineResult {
	items: EngineItem[];
	page: number;
	pageSize: number;
	total: number;
	facets: Facets;
	correctedQuery?: string;
	/** What has every word is not what was asked for, or is nothing: some have only most words. */
	relaxed?: boolean;
}

export interface Suggestions {
	products: (Named & { image: string | null })[];
	categories: Named[];
	brands: Named[];
}

export interface StoredDocument {
	id: string;
	version: number;
	card: object;
}

export type Put = (documents: SearchDocument[]) => Promise<void>;

export interface Engine {
	/** Before the first use: takes the index that there is, as a file at this path or on a server. */
	open(path: string, stamp: string): Promise<void>;
	/** Makes the index anew out of what `fill` puts; searches see the old or the new one. */
	renew(fill: (put: Put) => Promise<void>): Promise<void>;
	/** Keeps it for the next start, where it does not outlive the process by itself. */
	save(path: string, stamp: string): Promise<void>;
	/** Adds or replaces; what is put is found by the next search. */
	put(documents: SearchDocument[]): Promise<void>;
	remove(ids: string[]): Promise<void>;
	clear(): Promise<void>;
	search(query: EngineQuery): Promise<EngineResult>;
	/** The body of the HTTP answer without `tookMs`: cards joined with `highlights`, as JSON. */
	searchJson(query: EngineQuery): Promise<string>;
	suggest(q: string, limit: number, synonyms?: readonly SynonymRule[]): Promise<Suggestions>;
	get(id: string): Promise<StoredDocument | null>;
	/** Every id with its version, for the comparison with the catalogue. */
	versions(): Promise<Record<string, number>>;
	count(): Promise<number>;
	close(): Promise<void>;
}
