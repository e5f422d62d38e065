import type { ServiceBroker } from "moleculer";
import { reviews } from "#contracts/reviews";
import { callAsSystem } from "#mixins/service";
import { catalogue } from "../demo/catalogue.ts";
import { allReviews } from "../demo/reviews.ts";
import type { Shop } from "./catalogue.ts";
import { daysAgo, parts } from "./days.ts";

export async function seedReviews(broker: ServiceBroker, { productIds }: Shop) {
	const written = allReviews(catalogue).map(({ product, daysAgo: days, ...review }, n) => ({
		rating: review.rating,
		title: review.title,
		body: review.body,
		author: review.author,
		productId: productIds.get(product) ?? "",
		createdAt: daysAgo(days, 480 + ((n * 37) % 700)),
	}));
	for (const some of parts(written, 500)) {
		await callAsSystem({ broker }, reviews.seed, { reviews: some });
	}
}
