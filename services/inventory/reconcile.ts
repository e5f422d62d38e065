// Compares the level of a SKU with what it must add up to: its movements, and what orders hold.
import { levelOf } from "#domain/stock";
import type { Level } from "#domain/stock";
import type { Books } from "./filing.ts";
import type { LedgerEntry, StoredStock } from "./stored.ts";

export interface Balance {
	sku: string;
	level: Level;
	/** What all movements add up to. */
	moved: Level;
	/** What all reservations add up to. */
	held: number;
	/** Orders that hold something else than their movements say. */
	doubtful: string[];
	isSound: boolean;
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
		if (now?.version === stock.version) return balance(stock, movements, held);
	}
	return null;
}

/** The SKUs whose books do not balance. */
export async function* unbalanced(books: Books): AsyncIterable<Balance> {
	for await (const { id } of books.stocks.each()) {
		const found = await balanceOf(books, id);
		if (found && !found.isSound) yield found;
	}
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

function balance(stock: StoredStock, movements: Entry[], held: Map<string, number>): Balance {
	const { id: sku, onHand, reserved } = stock;
	const byOrder = Map.groupBy(movements, ({ orderId }) => orderId ?? "");
	byOrder.delete("");
	const orders = new Set([...held.keys(), ...byOrder.keys()]);
	const doubtful = [...orders].filter(
		(order) => (held.get(order) ?? 0) !== levelOf(byOrder.get(order) ?? []).reserved,
	);
	const moved = levelOf(movements);
	const sum = [...held.values()].reduce((all, quantity) => all + quantity, 0);
	const adds = moved.onHand === onHand && moved.reserved === reserved && sum === reserved;
	const isPossible = reserved >= 0 && reserved <= onHand;
	const isSound = adds && isPossible && doubtful.length === 0;
	return { sku, level: { onHand, reserved }, moved, held: sum, doubtful, isSound };
}
