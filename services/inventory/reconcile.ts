// Compares the level of each SKU with what it must add up to, and sets right what has come to differ.
import { balance, isPossible } from "#domain/stock-balance";
import type { StockBalance } from "#domain/stock-balance";
import type { Change } from "./decide.ts";
import type { Desk } from "./desk.ts";
import type { Books } from "./filing.ts";
import { restating } from "./steps.ts";
import type { LedgerEntry, StoredStock } from "./stored.ts";

export interface Balance extends StockBalance {
	sku: string;
	/** Which state of the stock it is of. */
	seen: Pick<StoredStock, "version" | "moveCount">;
}

const attempts = 20;
const batch = 1000;

/** Null when there is no such SKU, or it never stands still for long enough. */
export async function balanceOf(books: Books, sku: string): Promise<Balance | null> {
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const stock = await books.stocks.findById(sku);
		if (!stock) return null;
		const [movements, held] = await Promise.all([
			movementsOf(books, stock),
			heldOf(books, stock),
		]);
		const now = await books.stocks.findById(sku);
		if (now?.version !== stock.version) continue;
		const { onHand, reserved, version, moveCount } = stock;
		const found = balance({ level: { onHand, reserved }, movements, held });
		return { sku, seen: { version, moveCount }, ...found };
	}
	return null;
}

/** The SKUs whose books do not balance. */
export async function* unbalanced(books: Books): AsyncIterable<Balance> {
	for await (const { id } of books.stocks.each()) {
		const found = await balanceOf(books, id);
		if (found && found.wrong.length > 0) yield found;
	}
}

/**
 * Level and reservations follow the movements, which are only ever added. Answers how the books
 * stand then: what the movements themselves make impossible stays as it is.
 */
export async function repair(desk: Desk, books: Books, sku: string): Promise<Balance | null> {
	const before = await balanceOf(books, sku);
	const most = attempts + (before?.doubtful.length ?? 0);
	let found = before;
	for (let turn = 0; found && turn < most; turn += 1) {
		const change = correctionOf(found);
		if (!change) break;
		await desk.change(change);
		found = await balanceOf(books, sku);
	}
	return found;
}

function correctionOf({ sku, seen, moved, doubtful, wrong }: Balance): Change | null {
	if (!isPossible(moved)) return null;
	const order = doubtful.find((one) => one.moved >= 0);
	if (order) {
		const { orderId, moved: quantity } = order;
		return { sku, orderId, step: restating(seen, { quantity }) };
	}
	if (!wrong.includes("movements")) return null;
	return { sku, step: restating(seen, { level: moved }) };
}

type Entry = Pick<LedgerEntry, "id" | "kind" | "quantity" | "orderId">;

/** Each once, whether it is filed already or not. */
async function movementsOf({ ledger }: Books, { id: sku, moves }: StoredStock) {
	const all = new Map<string, Entry>();
	for await (const { id, kind, quantity, orderId } of ledger.each({ sku }, batch))
		all.set(id, { id, kind, quantity, orderId });
	for (const one of moves) all.set(one.id, one);
	return [...all.values()];
}

/** By order; what the stock holds is newer than what is filed. */
async function heldOf({ reservations }: Books, stock: StoredStock) {
	const all = new Map<string, number>();
	for await (const { orderId, quantity } of reservations.each({ sku: stock.id }, batch))
		all.set(orderId, quantity);
	for (const { orderId, quantity } of stock.reservations) all.set(orderId, quantity);
	return all;
}
