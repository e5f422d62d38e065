// What a batch of changes makes of one stock. Each change sees what those before
// it did.
import { OUT_OF_STOCK } from "#contracts/inventory";
import { nothingHeld } from "#domain/reservations";
import type { Reservation } from "#domain/reservations";
import type { Refusal } from "#domain/refusal";
import { newId, now } from "#mixins/clock";
import { nothing } from "./steps.ts";
import type { Done, Outcome, Step } from "./steps.ts";
import type { Changed, LedgerEntry, StoredStock } from "./stored.ts";

export interface Change {
	sku: string;
	step: Step;
	/** Whose reservation it is about. */
	orderId?: string;
	/** The id of its movement, where a repeat must change nothing. */
	once?: string;
	/** Wants all that was written before to be filed. */
	files?: boolean;
}

/** The stock after the write; `moved` says whether this very change did something. */
export type Written = { stock: StoredStock; moved: boolean } | Refusal;

/** What has happened before: keyed changes, and what each order of the batch holds. */
export type Known = { done: Set<string>; held: Map<string, Reservation> };

export function decide(before: StoredStock | null, changes: Change[], known: Known) {
	const done = new Set(known.done);
	const held = new Map(known.held);
	const asOf = (before?.version ?? 0) + 1;
	let after = before;
	const written = changes.map((change): Written => {
		const { step, orderId = "", once = "" } = change;
		const own = held.get(orderId) ?? nothingHeld;
		const outcome: Outcome = done.has(once) ? nothing(after, own) : step(after, own);
		if ("refused" in outcome) return outcome;
		if (once) done.add(once);
		after = withMoves(outcome, change);
		if (outcome.held !== own) {
			held.set(orderId, outcome.held);
			after = withReservation(after, { ...outcome.held, orderId, asOf });
		}
		return { stock: after, moved: outcome.moves.length > 0 };
	});
	const isShort = written.some((one) => "refused" in one && one.refused === OUT_OF_STOCK.code);
	return { after, written, isShort };
}

/** Writes the movements down. The last one carries the key: what precedes it only prepares it. */
function withMoves({ stock, moves }: Done, { sku, once }: Change): StoredStock {
	if (moves.length === 0) return stock;
	const written = now();
	const entries = moves.map(({ at = written, ...move }, index): LedgerEntry => {
		const isLast = index === moves.length - 1;
		const id = isLast && once !== undefined ? once : newId();
		return { id, sku, ...move, at, seq: stock.moveCount + index + 1, version: 1 };
	});
	const moveCount = stock.moveCount + entries.length;
	return { ...stock, moveCount, moves: [...stock.moves, ...entries] };
}

function withReservation(stock: StoredStock, changed: Changed): StoredStock {
	const others = stock.reservations.filter(({ orderId }) => orderId !== changed.orderId);
	return { ...stock, reservations: [...others, changed] };
}
