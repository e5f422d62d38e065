// The document of one SKU: its level, and what its last writes have changed until that is filed in
// documents of its own: movements in the ledger, what each order holds as its reservation.
import type { Level, Movement } from "#contracts/inventory";
import type { Reservation } from "#domain/reservations";
import { available } from "#domain/stock";
import type { MovementKind } from "#domain/stock";

export interface StoredStock {
	/** The SKU. */
	id: string;
	productId: string;
	onHand: number;
	reserved: number;
	available: number;
	lowAt: number;
	isLow: boolean;
	/** How many movements there have been; numbers them. */
	moveCount: number;
	/** Not yet in the ledger. */
	moves: LedgerEntry[];
	/** Not yet in documents of their own: these are newer than what is stored there. */
	reservations: Changed[];
	isUnfiled: boolean;
	updatedAt: string;
	version: number;
}

/** What an order holds since the stock's version `asOf`. */
export interface Changed extends Reservation {
	orderId: string;
	asOf: number;
}

/** Stays when nothing is held any more: a late write of an older state must not bring it back. */
export interface StoredReservation extends Changed {
	id: string;
	sku: string;
	version: number;
}

/** Neither an order's id nor a SKU can hold a slash. */
export const reservationId = (orderId: string, sku: string) => `${orderId}/${sku}`;

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
	/** When it was, if not now. */
	at?: string;
};

const lowAt = 5;

/** Nothing in the house yet. Version 0 is not stored. */
export const emptyStock = (sku: string, productId: string): StoredStock => ({
	id: sku,
	productId,
	onHand: 0,
	reserved: 0,
	available: 0,
	lowAt,
	isLow: true,
	moveCount: 0,
	moves: [],
	reservations: [],
	isUnfiled: false,
	updatedAt: "",
	version: 0,
});

/** The fields that follow from others, for indexes. */
export function derived(stock: StoredStock, at: string): StoredStock {
	const left = available(stock);
	return {
		...stock,
		available: left,
		isLow: left <= stock.lowAt,
		isUnfiled: stock.moves.length + stock.reservations.length > 0,
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
