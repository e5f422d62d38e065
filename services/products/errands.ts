// When a category or brand is renamed or moved, its products follow: their place in the tree, and
// what the search index says of them. The errand is noted before the change, so that a round
// finishes what a killed process began.
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Query } from "#mixins/adapters/adapter";
import type { Collection, Stored } from "#mixins/collection";
import { revise } from "./revise.ts";
import { placeOf } from "./shelves.ts";
import type { ShelfKeeper } from "./shelves.ts";
import type { StoredProduct } from "./stored.ts";
import { searchWords, wordsRule } from "./texts.ts";

const batch = 100;
const patienceMs = 3_000;

interface Tables {
	errands: Collection<Stored>;
	products: Collection<StoredProduct>;
}

export type Errand = `category:${string}` | `brand:${string}`;

/** Before the change. */
export async function noteErrand(errands: Collection<Stored>, id: Errand) {
	try {
		await errands.insert({ id, version: 1 });
	} catch (thrown) {
		if (!(thrown instanceof DuplicateKey)) throw thrown;
		await errands.update({ id }, {});
	}
}

/** After the change; a long one goes on after the answer. */
export const runErrands = (tables: Tables, keeper: ShelfKeeper) =>
	forAMoment(finishErrands(tables, keeper));

/** Waits for it, but not long. */
export async function forAMoment(work: Promise<void>) {
	const patience = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
	await Promise.race([work, patience]);
}

export async function finishErrands({ errands, products }: Tables, keeper: ShelfKeeper) {
	for (const { id, version } of await errands.find({ limit: 1000 })) {
		const shelves = await keeper.latest();
		const [kind, thing = ""] = id.split(/:(.*)/s);
		const queries: Query[] =
			kind === "brand"
				? [{ brandId: thing }]
				: shelves.subtree(thing).map((categoryId) => ({ categoryId }));
		for (const query of queries) await follow(products, keeper, query);
		await errands.remove({ id, version });
	}
}

async function follow(products: Collection<StoredProduct>, keeper: ShelfKeeper, query: Query) {
	const shelves = await keeper.latest();
	await retell(products, query, { change: (now) => placeOf(shelves, now.categoryId) });
}

/** What was stored by an older rule is found by its words of today, from soon after the start on. */
export async function renewWords(products: Collection<StoredProduct>) {
	for (;;) {
		const query = { wordsRule: { $exists: false } };
		const part = await products.find({ query, limit: batch });
		if (part.length === 0) return;
		await Promise.all(
			part.map((product) => {
				const { id, version } = product;
				const words = searchWords(product);
				return products.update({ id, version }, { $set: { words, wordsRule } });
			}),
		);
	}
}

type Retelling = {
	isMeant?: (product: StoredProduct) => boolean;
	change?: (product: StoredProduct) => Partial<StoredProduct>;
};

/** Written even where nothing changes: the event makes search look again. */
export async function retell(
	products: Collection<StoredProduct>,
	query: Query,
	{ isMeant = () => true, change = () => ({}) }: Retelling,
) {
	let last = "";
	for (;;) {
		const after = { ...query, id: { $gt: last } };
		const part = await products.find({ query: after, sort: ["id"], limit: batch });
		await Promise.all(
			part
				.filter(isMeant)
				.map(({ id }) => revise(products, id, (now) => ({ ...now, ...change(now) }))),
		);
		if (part.length < batch) return;
		last = part.at(-1)?.id ?? "";
	}
}
