// The document of one SKU: its level, who holds how much of it, and the movements of its last
// writes until they lie in the ledger. One guarded write changes all three.
import type { Level, Movement } from "#contracts/inventory";
import { available } from "#domain/stock";
import type { MovementKind } from "#domain/stock";
import type { Stock } from "#domain/reservations";

export interface StoredStock extends Stock {
	/** The SKU. */
	id: string;
	productId: string;
	available: number;
	lowAt: number;
	isLow: boolean;
	/** When the first reservation lapses, for the sweep. */
	lapsesAt: string | null;
	/** How many movements there have been; numbers them. */
	moveCount: number;
	moves: LedgerEntry[];
	hasMoves: boolean;
	updatedAt: string;
	version: number;
}

/** A movement as it is stored, with its place among those of its SKU. */
export interface LedgerEntry extends Movement {
	seq: number;
	version: number;
}

/** A movement before it is written. */
export type Move = {
	kind: MovementKind;
	quantity: number;
	by: string;
	orderId?: string;
	reason?: string;
};

const lowAt = 5;

/** Nothing in the house yet. Version 0 is not stored. */
export const emptyStock = (sku: string, productId: string): StoredStock => ({
	id: sku,
	productId,
	onHand: 0,
	reserved: 0,
	reservations: [],
	available: 0,
	lowAt,
	isLow: true,
	lapsesAt: null,
	moveCount: 0,
	moves: [],
	hasMoves: false,
	updatedAt: "",
	version: 0,
});

/** The fields that follow from others, for indexes. */
export function derived(stock: StoredStock, at: string): StoredStock {
	const left = available(stock);
	const lapses = stock.reservations.flatMap(({ lapsesAt }) => lapsesAt ?? []);
	return {
		...stock,
		available: left,
		isLow: left <= stock.lowAt,
		lapsesAt: lapses.toSorted()[0] ?? null,
		hasMoves: stock.moves.length > 0,
		updatedAt: at,
	};
}

export function levelOf(stock: StoredStock): Level {
	const { id, productId, onHand, reserved, available, lowAt, updatedAt, version } = stock;
	return { sku: id, productId, onHand, reserved, available, lowAt, updatedAt, version };
}

export function movementOf(entry: LedgerEntry): Movement {
	const { seq: _seq, version: _version, ...movement } = entry;
	return movement;
}
