// How a product lies in Elasticsearch. Its text is analysed before, in #domain/search: the server only
// splits at blanks.
import type { estypes } from "@elastic/elasticsearch";
import { fold } from "#domain/search/fold";
import type { Named, SearchDocument } from "../engine.ts";
import { BOOSTS, indexedText, thingsOf } from "../fields.ts";
import type { IndexedText } from "../fields.ts";
import { isChosenBy } from "../shelf.ts";

/** Parts of a key that is shown: no text of a shop holds this character. */
export const separator = "\u001f";

/** Raise it when the form of an entry changes: an index of another form is made anew. */
export const form = 3;

/** What ranking needs of a candidate, given back as it was put. */
export interface Ranked {
	id: string;
	slug: string;
	name: string;
	image: string | null;
	brand: Named | null;
	text: Pick<IndexedText, "title" | "heads" | "kind" | "codes">;
}

const analysed = { type: "text", analyzer: "whitespace", copy_to: "all" } as const;
const bare = { type: "text", analyzer: "whitespace", index_options: "docs", norms: false } as const;
const key = { type: "keyword" } as const;

export const mappings: estypes.MappingTypeMapping = {
	dynamic: "strict",
	properties: {
		...Object.fromEntries(Object.keys(BOOSTS).map((field) => [field, analysed])),
		all: bare,
		words: { ...key, copy_to: "spelling" },
		spelling: bare,
		heads: key,
		categoryKeys: key,
		categories: key,
		brandKeys: key,
		brands: key,
		tagKeys: key,
		tags: key,
		attributeKeys: key,
		choices: key,
		things: key,
		id: key,
		price: { type: "long" },
		sales: { type: "long" },
		inStock: { type: "boolean" },
		rating: { type: "double" },
		ratings: { type: "long" },
		createdAt: { type: "date" },
		version: { type: "long" },
		card: { type: "object", enabled: false },
		ranked: { type: "object", enabled: false },
	},
};

/** The same ranking function, with the same numbers, as the embedded engine's. */
export const settings: estypes.IndicesIndexSettings = {
	number_of_shards: 1,
	auto_expand_replicas: "0-1",
	refresh_interval: "1s",
	max_result_window: 10_000,
	similarity: { default: { type: "BM25", k1: 1.2, b: 0.5 } },
};

export function entryOf(document: SearchDocument, things: ReadonlySet<string>) {
	const text = indexedText(document, things);
	const { id, slug, name, image, brand, categories, tags, attributes, rating } = document;
	const { title, heads, kind, codes } = text;
	const ranked: Ranked = { id, slug, name, image, brand, text: { title, heads, kind, codes } };
	return {
		...Object.fromEntries(
			Object.entries(text.terms).map(([field, all]) => [field, all.join(" ")]),
		),
		words: [...text.words.keys()],
		heads,
		things: thingsOf(document),
		categoryKeys: categories.flatMap(({ id, slug }) => [id, slug]),
		categories: categories.map((one, at) => {
			return shown(one.slug, one.name, categories[at - 1]?.slug ?? "", one.id);
		}),
		brandKeys: brand ? [brand.id, brand.slug] : [],
		brands: brand ? [shown(brand.slug, brand.name, "", brand.id)] : [],
		tagKeys: tags.map(fold),
		tags,
		attributeKeys: attributes.map(({ name, value }) => attributeKey(name, String(value))),
		choices: attributes
			.filter(({ name, value }) => isChosenBy(name, String(value)))
			.map(({ name, value }) => shown(name, String(value))),
		id,
		price: document.price,
		sales: document.sales,
		inStock: document.inStock,
		rating: rating.average,
		ratings: rating.count,
		createdAt: document.createdAt,
		version: document.version ?? 0,
		card: document.card,
		ranked,
	};
}

export type Entry = ReturnType<typeof entryOf>;

export const attributeKey = (name: string, value: string) => fold(name) + separator + fold(value);

const shown = (...parts: string[]) => parts.join(separator);
