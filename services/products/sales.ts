// Units sold. An order is counted in a small document at once; the product, its indexes and the
// search index follow in rounds, so that a busy hour does not write each product for each order.
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { revise } from "./revise.ts";
import type { StoredProduct, Tally } from "./stored.ts";

type Line = { productId: string; quantity: number };

/** Orders that are remembered: a repeated message comes within moments, not after so many. */
const remembered = 200;
/** Products that one round writes: how many orders come in does not matter to it. */
const batch = 25;

export async function noteSales(tallies: Collection<Tally>, orderId: string, lines: Line[]) {
	const sums = new Map<string, number>();
	for (const { productId, quantity } of lines)
		sums.set(productId, (sums.get(productId) ?? 0) + quantity);
	await Promise.all(
		[...sums].map(([productId, quantity]) => count(tallies, orderId, { productId, quantity })),
	);
}

async function count(tallies: Collection<Tally>, orderId: string, line: Line) {
	const { productId: id, quantity: sales } = line;
	const isCounted = await tallies.update(
		{ id, orders: { $ne: orderId } },
		{
			$inc: { sales },
			$push: { orders: { $each: [orderId], $slice: -remembered } },
			$set: { isFresh: true },
		},
	);
	if (isCounted > 0 || (await tallies.findById(id))) return;
	try {
		await tallies.insert({ id, sales, orders: [orderId], isFresh: true, version: 1 });
	} catch (thrown) {
		if (!(thrown instanceof DuplicateKey)) throw thrown;
		await count(tallies, orderId, line);
	}
}

/** Where the next round goes on, so that every product has its turn. */
const turns = new WeakMap<Collection<Tally>, string>();

/** Writes what was sold since into some of the products; answers whether there were any. */
export async function publishSales(
	tallies: Collection<Tally>,
	products: Collection<StoredProduct>,
): Promise<boolean> {
	const query = { isFresh: true, id: { $gt: turns.get(tallies) ?? "" } };
	const fresh = await tallies.find({ query, limit: batch });
	turns.set(tallies, fresh.length < batch ? "" : (fresh.at(-1)?.id ?? ""));
	await Promise.all(
		fresh.map(async ({ id, sales, version }) => {
			await revise(products, id, (product) => ({
				...product,
				sales: product.soldBefore + sales,
			}));
			await tallies.update({ id, version }, { $set: { isFresh: false } });
		}),
	);
	return fresh.length > 0;
}
