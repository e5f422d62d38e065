import type { Review, reviewStatuses } from "#contracts/reviews";
import type { Histogram } from "#domain/ratings";
import { collection } from "#mixins/db";

export interface StoredReview extends Review {
	status: (typeof reviewStatuses)[number];
	version: number;
}

/** What all reviews of a product say together. Its id is the product's. */
export interface Tally {
	id: string;
	/** How many published ones gave 1, 2, 3, 4, 5. */
	histogram: Histogram;
	/** Writes of reviews that are not counted yet, each from before it begins. */
	marks: { id: string; at: string }[];
	version: number;
}

export const collections = {
	reviews: collection<StoredReview>({
		indexes: [
			["productId", "status", "-createdAt"],
			["productId", "status", "rating", "-createdAt"],
			["productId", "status", "-rating", "-createdAt"],
		],
	}),
	tallies: collection<Tally>({ indexes: [{ fields: ["marks.at"], array: true }] }),
};

export function reviewOf(stored: StoredReview): Review {
	const { status: _status, version: _version, ...review } = stored;
	return review;
}
