import {
	contract,
	event,
	id,
	idOrSlug,
	int,
	list,
	nullable,
	object,
	optional,
	deepPaging,
	pageOf,
	string,
	text,
	timestamp,
	url,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { PRODUCT_NOT_FOUND } from "./products.ts";

export const reviewStatuses = ["pending", "published", "hidden"] as const;

export const Review = object({
	id: id(),
	productId: id(),
	rating: int({ min: 1, max: 5 }),
	title: string({ max: 120 }),
	body: string({ max: 5000 }),
	images: list(url(), { max: 9 }),
	author: string({ max: 80 }),
	reply: nullable(string({ max: 2000 })),
	createdAt: timestamp(),
});
export type Review = Infer<typeof Review>;

export const reviewPublished = event(
	"review.published",
	object({ reviewId: id(), productId: id(), rating: int({ min: 1, max: 5 }) }),
);

export const reviews = contract("reviews", {
	list: {
		summary: "Reviews of a product, with how many gave which rating",
		rest: "GET /products/:id/reviews",
		access: "public",
		cached: { until: ["reviews"] },
		params: object({
			id: idOrSlug(),
			...deepPaging("newest", "-rating", "rating"),
			rating: optional(int({ min: 1, max: 5 })),
		}),
		returns: object({
			...pageOf(Review).properties,
			/** How many gave 1, 2, 3, 4, 5. */
			histogram: list(int(), { min: 5, max: 5 }),
		}),
		walks: Review,
		errors: [PRODUCT_NOT_FOUND],
	},
	seed: {
		summary: "Put finished demo reviews in",
		access: "internal",
		params: object({
			reviews: list(
				object({
					productId: id(),
					rating: int({ min: 1, max: 5 }),
					title: text(120),
					body: text(5000),
					author: text(80),
					createdAt: timestamp(),
				}),
				{ max: 500 },
			),
		}),
	},
});
