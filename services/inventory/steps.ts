// What each command does to the stock of one SKU. Pure: the desk loads, writes and tells.
import { hold, lapsedOrders, letGo, makePermanent, sendOut } from "#domain/reservations";
import type { Held, Reservation } from "#domain/reservations";
import type { Refusal } from "#domain/refusal";
import { adjust, putBack, receive, reserve } from "#domain/stock";
import type { StockStep } from "#domain/stock";
import { emptyStock } from "./stored.ts";
import type { Move, StoredStock } from "./stored.ts";

/** The stock after the command with its movements; the very same stock when nothing changed. */
export type Outcome = { stock: StoredStock; moves: Move[] } | Refusal;
export type Step = (stock: StoredStock | null) => Outcome;

export const lapsed = "lapsed";
const notFound = { refused: "STOCK_NOT_FOUND" } as const;

type Receipt = { sku: string; productId: string; quantity: number; by: string; reason?: string };

/** The first receipt of a SKU makes its document, also when nothing comes in. */
export const receiving =
	({ sku, productId, quantity, by, reason }: Receipt): Step =>
	(stored) => {
		const isSame = stored?.productId === productId;
		const stock = isSame ? stored : { ...(stored ?? emptyStock(sku, productId)), productId };
		if (quantity === 0) return { stock, moves: [] };
		return moved(stock, receive(stock, quantity), { by, reason });
	};

export const adjusting = (delta: number, note: { by: string; reason: string }): Step =>
	known((stock) => {
		const step = adjust(stock, delta);
		return "refused" in step ? step : moved(stock, step, note);
	});

/** What has lapsed is given back first; an order that holds some already keeps just these. */
export const holding = (reservation: Reservation, by: string, at: string): Step =>
	known((stock) =>
		then(lapsing(at)(stock), (rest) =>
			changed(rest, hold(rest, reservation), { orderId: reservation.orderId, by }),
		),
	);

export const keeping = (orderId: string, by: string): Step =>
	known((stock) => {
		const isKept = stock.reservations.some(
			(one) => one.orderId === orderId && one.lapsesAt === null,
		);
		if (isKept) return { stock, moves: [] };
		return changed(stock, makePermanent(stock, orderId), { orderId, by });
	});

type Release = { orderId: string; quantity?: number; by: string; reason?: string };

/** What is not held any more needs no release. */
export const releasing = ({ orderId, quantity, ...note }: Release): Step =>
	known((stock) => {
		const held = heldBy(stock, orderId);
		const part = Math.min(quantity ?? held, held);
		if (part === 0) return { stock, moves: [] };
		return changed(stock, letGo(stock, orderId, part), { orderId, ...note });
	});

/** Undoes a reservation of this order that is not paid yet. */
export const undoing = (orderId: string, by: string): Step =>
	known((stock) => {
		const isOpen = stock.reservations.some(
			(one) => one.orderId === orderId && one.lapsesAt !== null,
		);
		return isOpen ? releasing({ orderId, by })(stock) : { stock, moves: [] };
	});

/** All reservations whose time is over are given back. */
export const lapsing = (at: string): Step =>
	known((stock) =>
		lapsedOrders(stock, at).reduce<Outcome>(
			(outcome, orderId) =>
				then(outcome, releasing({ orderId, by: "system", reason: lapsed })),
			{ stock, moves: [] },
		),
	);

type Parcel = { orderId: string; quantity: number; by: string };

/** Takes what the order holds; what lapsed before it was paid for is taken from the rest. */
export const shipping = ({ orderId, quantity, by }: Parcel): Step =>
	known((stock) => {
		const lack = quantity - heldBy(stock, orderId);
		const outcome = lack > 0 ? holdMore(stock, lack, { orderId, by }) : { stock, moves: [] };
		return then(outcome, (rest) =>
			changed(rest, sendOut(rest, orderId, quantity), { orderId, by }),
		);
	});

export const takingBack = ({ orderId, quantity, by }: Parcel): Step =>
	known((stock) => moved(stock, putBack(stock, quantity), { orderId, by }));

function holdMore(
	stock: StoredStock,
	lack: number,
	note: { orderId: string; by: string },
): Outcome {
	const step = reserve(stock, lack);
	if ("refused" in step) return step;
	const { orderId } = note;
	const quantity = heldBy(stock, orderId) + lack;
	const others = stock.reservations.filter((one) => one.orderId !== orderId);
	const reservations = [...others, { orderId, quantity, lapsesAt: null }];
	return moved({ ...stock, reservations }, step, note);
}

/** The steps one after the other; the first refusal ends them. */
function then(first: Outcome, next: (stock: StoredStock) => Outcome): Outcome {
	if ("refused" in first) return first;
	const second = next(first.stock);
	if ("refused" in second) return second;
	return { stock: second.stock, moves: [...first.moves, ...second.moves] };
}

function known(step: (stock: StoredStock) => Outcome): (stock: StoredStock | null) => Outcome {
	return (stock) => (stock ? step(stock) : notFound);
}

type Note = Pick<Move, "by" | "orderId" | "reason">;

function moved(stock: StoredStock, { level, movement }: StockStep, note: Note): Outcome {
	return { stock: { ...stock, ...level }, moves: [{ ...movement, ...note }] };
}

function changed(stock: StoredStock, held: Held | Refusal, note: Note): Outcome {
	if ("refused" in held) return held;
	if (held.stock === stock) return { stock, moves: [] };
	const moves = held.movement ? [{ ...held.movement, ...note }] : [];
	return { stock: { ...stock, ...held.stock }, moves };
}

const heldBy = ({ reservations }: StoredStock, orderId: string) =>
	reservations.find((one) => one.orderId === orderId)?.quantity ?? 0;
