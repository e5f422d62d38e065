import { createHash } from "node:crypto";
import PQueue from "p-queue";
import { products } from "#contracts/products";
import { reviews } from "#contracts/reviews";
import { countOf, nobody } from "#domain/ratings";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { db } from "#mixins/db";
import { hint } from "#mixins/hints";
import { loops } from "#mixins/loops";
import { call, service } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { collections, reviewOf } from "./stored.ts";
import type { StoredReview, Tally } from "./stored.ts";
import { counted, sweep } from "./tallies.ts";

const sweepSeconds = 60;
/** How many products are rated at the same time. */
const seedWidth = 8;
const orders = {
	newest: ["-createdAt"],
	rating: ["rating", "-createdAt"],
	"-rating": ["-rating", "-createdAt"],
};

export default service(reviews, {
	mixins: [loops(), db(collections)],

	tuning: { seed: { timeout: 60_000 } },

	actions: {
		async list(ctx) {
			const { rating, page = 1, pageSize = 20, cursor, sort = "newest" } = ctx.params;
			const { id: productId, histogram } = await tallyOf(ctx, this.db.tallies);

			const query = { productId, status: "published", ...(rating && { rating }) };
			const wanted = { query, sort: orders[rating ? "newest" : sort] };
			if (cursor !== undefined) {
				const { items, ...to } = await this.db.reviews.list({
					...wanted,
					page,
					pageSize,
					cursor,
				});
				return { items: items.map(reviewOf), ...to };
			}
			const offset = (page - 1) * pageSize;
			const found = await this.db.reviews.find({ ...wanted, limit: pageSize, offset });
			const total = countOf(histogram, rating);
			return { items: found.map(reviewOf), page, pageSize, total, histogram: [...histogram] };
		},

		async seed(ctx) {
			const given = Object.groupBy(ctx.params.reviews, ({ productId }) => productId);
			const queue = new PQueue({ concurrency: seedWidth });

			await queue.addAll(
				Object.entries(given).map(([productId, some = []]) => () => {
					const write = () => insertMissing(this.db.reviews, some.map(seeded));
					return counted(ctx, this.db, { productId, write });
				}),
			);
			hint(ctx, "reviews");
		},
	},

	started() {
		this.every(sweepSeconds, () => sweep(this, this.db));
	},
});

/** By the product's id, which costs nothing, or by its slug, which the catalogue knows. */
async function tallyOf(ctx: Ctx<{ id: string }>, tallies: Collection<Tally>) {
	const { id: idOrSlug } = ctx.params;
	const tally = await tallies.findById(idOrSlug);
	if (tally) return tally;
	const { id } = await call(ctx, products.get, { idOrSlug });
	return (await tallies.findById(id)) ?? { id, histogram: nobody };
}

type Seed = Pick<StoredReview, "productId" | "rating" | "title" | "body" | "author" | "createdAt">;

/** The same demo review has the same id, so that it is put in once. */
function seeded(review: Seed): StoredReview {
	const { productId, author, createdAt, body } = review;
	const words = JSON.stringify([productId, author, createdAt, body]);
	const id = `seed-${createHash("sha256").update(words).digest("base64url").slice(0, 22)}`;
	return { ...review, id, images: [], reply: null, status: "published", version: 1 };
}

async function insertMissing(kept: Collection<StoredReview>, wanted: StoredReview[]) {
	const distinct = new Map(wanted.map((review) => [review.id, review]));
	const there = await kept.findByIds([...distinct.keys()]);
	for (const { id } of there) distinct.delete(id);
	if (distinct.size === 0) return;
	try {
		await kept.insertMany([...distinct.values()]);
	} catch (thrown) {
		if (!(thrown instanceof DuplicateKey)) throw thrown;
		await insertMissing(kept, wanted);
	}
}
