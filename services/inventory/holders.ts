// Who holds the pieces of a SKU.
import { mostHolders } from "#contracts/inventory";
import type { Holder } from "#contracts/inventory";
import { orders } from "#contracts/orders";
import { call } from "#mixins/service";
import type { Books } from "./filing.ts";

type Caller = Parameters<typeof call>[0];

/** Orders that hold most of it come first. What is not filed yet is not seen: file it before. */
export async function holdersOf(caller: Caller, books: Books, sku: string): Promise<Holder[]> {
	const query = { sku, quantity: { $gt: 0 } };
	const holding = { query, sort: ["-quantity"], limit: mostHolders };
	const ids = (await books.reservations.find(holding)).map(({ orderId }) => orderId);
	// Why: without the orders' own word their ids still lead to them.
	const known = await call(caller, orders.resolve, { ids }).catch(() => []);
	const numbers = new Map(known.map(({ id, number }) => [id, number]));
	return ids.map((id) => ({ id, number: numbers.get(id) ?? null }));
}
