import type { IndexEntry } from "#contracts/products";
import type { SearchDocument } from "./engine/engine.ts";

/** A product as the engines take it. */
export function documentOf(entry: IndexEntry): SearchDocument {
	const { card } = entry;
	return {
		id: entry.id,
		slug: card.slug,
		name: card.name,
		subtitle: card.subtitle,
		brand: card.brand,
		categories: entry.path,
		tags: card.tags,
		skus: entry.skus,
		attributes: entry.attributes,
		description: entry.description,
		price: card.price,
		inStock: card.inStock,
		rating: card.rating,
		sales: card.sales,
		createdAt: card.createdAt,
		image: card.image,
		card,
		translations: entry.names,
		words: entry.words,
		version: entry.version,
	};
}
