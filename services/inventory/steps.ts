// What each command does to the stock of one SKU and to what its order holds of it. Pure: the desk
// loads, writes and tells.
import {
	hold,
	holdAlso,
	holdMore,
	lapse,
	letGo,
	makePermanent,
	sendOut,
} from "#domain/reservations";
import type { Account, Held, Reservation } from "#domain/reservations";
import type { Refusal } from "#domain/refusal";
import { adjust, putBack, receive } from "#domain/stock";
import type { Level, StockStep } from "#domain/stock";
import { emptyStock } from "./stored.ts";
import type { Move, StoredStock } from "./stored.ts";

/** Afterwards, with its movements; the very same stock and reservation when nothing changed. */
export type Done = { stock: StoredStock; held: Reservation; moves: Move[] };
export type Outcome = Done | Refusal;
/** `held` is what the order of the change holds. */
export type Step = (stock: StoredStock | null, held: Reservation) => Outcome;

const notFound = { refused: "STOCK_NOT_FOUND" } as const;

type Receipt = { sku: string; productId: string; quantity: number; by: string; reason?: string };

/** The first receipt of a SKU makes its document, also when nothing comes in. */
export const receiving =
	({ sku, productId, quantity, by, reason }: Receipt): Step =>
	(stored, held) => {
		const isSame = stored?.productId === productId;
		const stock = isSame ? stored : { ...(stored ?? emptyStock(sku, productId)), productId };
		if (quantity === 0) return { stock, held, moves: [] };
		return moved({ stock, held }, receive(stock, quantity), { by, reason });
	};

export const adjusting = (delta: number, note: { by: string; reason: string }): Step =>
	known((account) => {
		const step = adjust(account.stock, delta);
		return "refused" in step ? step : moved(account, step, note);
	});

type Count = { counted: number; expected: number; by: string; reason: string };

/** What was counted holds, unless something moved meanwhile; also a count that fits is noted. */
export const counting = ({ counted, expected, ...note }: Count): Step =>
	known((account) => {
		const { onHand } = account.stock;
		if (onHand !== expected) return { refused: "STOCK_MOVED", expected, onHand };
		return adjusting(counted - onHand, note)(account.stock, account.held);
	});

/** From so many available pieces on it runs low. */
export const watching = (lowAt: number): Step =>
	known(({ stock, held }) => ({
		stock: stock.lowAt === lowAt ? stock : { ...stock, lowAt },
		held,
		moves: [],
	}));

type Wanted = { orderId: string; quantity: number; lapsesAt: string | null };

/** An order that holds some already keeps just these. */
export const holding = ({ orderId, quantity, lapsesAt }: Wanted, by: string): Step =>
	changing({ orderId, by }, (account) => hold(account, { quantity, lapsesAt }));

/** More for an order that is not paid yet. */
export const extending = ({ orderId, quantity, lapsesAt }: Wanted, by: string): Step =>
	changing({ orderId, by }, (account) => holdAlso(account, { quantity, lapsesAt }));

/** What lapsed while it was being paid is held again. */
export const keeping = (orderId: string, by: string): Step =>
	changing({ orderId, by }, makePermanent);

type Release = { orderId: string; quantity?: number; by: string };

/** What is not held any more needs no release. */
export const releasing = ({ orderId, quantity, by }: Release): Step =>
	changing({ orderId, by }, (account) => letGo(account, quantity));

/** Undoes a reservation of this order that is not paid yet. */
export const undoing =
	(orderId: string, by: string): Step =>
	(stock, held) =>
		(held.lapsesAt === null ? nothing : releasing({ orderId, by }))(stock, held);

/** Gives back what the order has not paid in time. */
export const lapsing = (orderId: string, at: string): Step =>
	changing({ orderId, by: "system", reason: "lapsed" }, (account) => lapse(account, at));

type Parcel = { orderId: string; quantity: number; by: string };

/** Takes what the order holds; what lapsed before it was paid for is taken from the rest. */
export const shipping =
	({ orderId, quantity, by }: Parcel): Step =>
	(stock, held) => {
		const lack = quantity - held.quantity;
		const note = { orderId, by };
		const send = changing(note, (account) => sendOut(account, quantity));
		if (lack <= 0) return send(stock, held);
		const more = changing(note, (account) => holdMore(account, lack))(stock, held);
		if ("refused" in more) return more;
		const sent = send(more.stock, more.held);
		return "refused" in sent ? sent : { ...sent, moves: [...more.moves, ...sent.moves] };
	};

export const takingBack = ({ orderId, quantity, by }: Parcel): Step =>
	known((account) => moved(account, putBack(account.stock, quantity), { orderId, by }));

type Restated = { level?: Level; quantity?: number };

/** What a comparison with the ledger has found to be true, unless something has moved since. */
export const restating = (
	seen: Pick<StoredStock, "version" | "moveCount">,
	{ level, quantity }: Restated,
): Step =>
	known(({ stock, held }) => {
		const isSame = stock.version === seen.version && stock.moveCount === seen.moveCount;
		if (!isSame) return { stock, held, moves: [] };
		const restated = quantity === undefined ? held : { ...held, quantity };
		return { stock: { ...stock, ...level }, held: restated, moves: [] };
	});

/** A step that was taken before. */
export const dated =
	(step: Step, at: string): Step =>
	(stock, held) => {
		const done = step(stock, held);
		if ("refused" in done) return done;
		return { ...done, moves: done.moves.map((move) => ({ ...move, at })) };
	};

/** Changes nothing: what was written before can be filed. */
export const nothing: Step = known(({ stock, held }) => ({ stock, held, moves: [] }));

type Of = { stock: StoredStock; held: Reservation };

function known(step: (of: Of) => Outcome): Step {
	return (stock, held) => (stock ? step({ stock, held }) : notFound);
}

type Note = Pick<Move, "by" | "orderId" | "reason">;

/** A step of an order's reservation. */
function changing(note: Note, act: (account: Account) => Held | Refusal): Step {
	return known(({ stock, held: before }) => {
		const done = act({ level: stock, held: before });
		if ("refused" in done) return done;
		const { level, held, movement } = done;
		if (held === before) return { stock, held, moves: [] };
		const moves = movement ? [{ ...movement, ...note }] : [];
		return { stock: { ...stock, ...level }, held, moves };
	});
}

function moved({ stock, held }: Of, { level, movement }: StockStep, note: Note): Outcome {
	return { stock: { ...stock, ...level }, held, moves: [{ ...movement, ...note }] };
}
