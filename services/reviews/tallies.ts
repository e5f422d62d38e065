// A product's histogram is counted anew after each write of its reviews. A mark, set before the
// write and taken away after the counting, tells the sweep what a killed process has left.
import { products } from "#contracts/products";
import { nobody, ratingOf } from "#domain/ratings";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { newId, now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { call, callAsSystem } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { StoredReview, Tally } from "./stored.ts";

interface Books {
	reviews: Collection<StoredReview>;
	tallies: Collection<Tally>;
}
type Rate = (rated: Parameters<typeof callRate>[1]) => Promise<unknown>;

const abandonedMs = 60_000;
const sweepBatch = 100;
const stars = [1, 2, 3, 4, 5];

/** Writes reviews of one product; when it answers they are counted and the product is rated. */
export async function counted(
	ctx: Ctx,
	db: Books,
	{ productId, write }: { productId: string; write: () => Promise<unknown> },
): Promise<void> {
	const mark = { id: newId(), at: now() };
	await setMark(db.tallies, productId, mark);
	await write();
	await count(db, { id: productId, marks: [mark.id] }, (rated) => callRate(ctx, rated));
}

/** Counts what was written but not counted within a minute. */
export async function sweep(service: { broker: unknown }, db: Books): Promise<void> {
	const before = new Date(Date.now() - abandonedMs).toISOString();
	const query = { "marks.at": { $lt: before } };
	const left = await db.tallies.find({ query, limit: sweepBatch });
	for (const { id, marks } of left) {
		const old = marks.filter(({ at }) => at < before).map((mark) => mark.id);
		await count(db, { id, marks: old }, (rated) => callAsSystem(service, products.rate, rated));
	}
}

const callRate = (
	ctx: Ctx,
	rated: { productId: string; rating: { average: number; count: number }; version: number },
) => call(ctx, products.rate, rated);

async function setMark(tallies: Collection<Tally>, id: string, mark: Tally["marks"][number]) {
	const push = { $push: { marks: mark } };
	if (await tallies.change({ id }, push)) return;
	try {
		await tallies.insert({ id, histogram: nobody, marks: [mark], version: 1 });
	} catch (thrown) {
		if (!(thrown instanceof DuplicateKey)) throw thrown;
		await tallies.change({ id }, push);
	}
}

async function count(db: Books, { id, marks }: { id: string; marks: string[] }, rate: Rate) {
	const { histogram, version } = await recounted(db, id);
	await rate({ productId: id, rating: ratingOf(histogram), version });
	await db.tallies.update({ id }, { $pull: { marks: { id: { $in: marks } } } });
}

/** Guarded by the version: when another write begins in between, it is counted once more. */
async function recounted({ reviews, tallies }: Books, id: string): Promise<Tally> {
	for (;;) {
		const tally = await tallies.findById(id);
		const published = { productId: id, status: "published" };
		const histogram = await Promise.all(
			stars.map((rating) => reviews.count({ ...published, rating })),
		);
		const query = { id, version: tally?.version ?? 0 };
		const changed = await tallies.change(query, { $set: { histogram } });
		if (changed) return changed;
	}
}
