// What other services ask of products.
import {
	id,
	int,
	list,
	nullable,
	object,
	optional,
	record,
	sku,
	string,
	timestamp,
} from "../schema.ts";
import {
	Slug,
	Rating,
	Card,
	productFields,
	SaleItem,
	IndexEntry,
	productChanged,
} from "./words.ts";
import type { ActionSpec } from "../schema.ts";

export const internal = {
	resolve: {
		summary: "Variants that are on sale now, by SKU; what is not on sale is left out",
		access: "internal",
		// Why: a full cart asks for its own lines and for those of an order that is put in.
		params: object({ skus: list(sku(), { max: 400 }) }),
		returns: list(SaleItem, { max: 400 }),
	},
	cards: {
		summary: "Cards of products on sale, in the order asked; what is not on sale is left out",
		access: "internal",
		params: object({ ids: list(id(), { max: 100 }) }),
		returns: list(Card, { max: 100 }),
	},
	indexEntries: {
		summary: "What the search index needs, for some products or page by page",
		access: "internal",
		params: object({
			ids: optional(list(id(), { max: 500 })),
			after: optional(id()),
			limit: optional(int({ min: 1, max: 500 })),
		}),
		returns: object({ entries: list(IndexEntry, { max: 500 }), next: nullable(id()) }),
	},
	spoken: {
		summary: "What some words are called in the reader's language, where it differs",
		access: "internal",
		params: object({ words: list(string({ max: 2000 }), { max: 2000 }) }),
		returns: object({ words: record(string({ max: 200 }), { max: 2000 }) }),
	},
	versions: {
		summary: "Which version of each product is on sale, page by page",
		access: "internal",
		params: object({ after: optional(id()), limit: int({ min: 1, max: 500 }) }),
		returns: object({
			items: list(object({ id: id(), version: int() }), { max: 500 }),
			next: nullable(id()),
		}),
	},
	matching: {
		summary: "Products whose names or SKUs have all these words; the last may be unfinished",
		access: "internal",
		params: object({ q: string({ max: 100 }) }),
		returns: object({ ids: list(id(), { max: 10_000 }) }),
	},
	rate: {
		summary: "Note a product's rating",
		access: "internal",
		params: object({ productId: id(), rating: Rating, version: int() }),
		emits: [productChanged],
	},
	noteSales: {
		summary: "Count units sold, once per order",
		access: "internal",
		params: object({
			orderId: id(),
			lines: list(object({ productId: id(), quantity: int() }), { max: 200 }),
		}),
		emits: [productChanged],
	},
	seed: {
		summary: "Put finished demo products in, with their age and popularity",
		access: "internal",
		params: object({
			products: list(
				object({
					...productFields,
					slug: optional(Slug),
					createdAt: timestamp(),
					sales: int(),
				}),
				{ max: 50 },
			),
		}),
		returns: object({ ids: list(id(), { max: 50 }) }),
		emits: [productChanged],
	},
} as const satisfies Record<string, ActionSpec>;
