// The promises on one SKU, by order. What is promised always adds up to the level's `reserved`.
import { release, reserve, ship } from "./stock.ts";
import type { Level, Movement, NotReserved, OutOfStock } from "./stock.ts";

/** Pieces held for an order until `lapsesAt` (ISO 8601); null once it is paid. */
export type Reservation = { orderId: string; quantity: number; lapsesAt: string | null };

export type Stock = Level & { reservations: readonly Reservation[] };

/** The stock afterwards; no movement when nothing changed in the level. */
export type Held = { stock: Stock; movement: Movement | null };

/** Holds pieces for an order; an order that holds some already keeps just these. */
export function hold(stock: Stock, reservation: Reservation): Held | OutOfStock {
	if (find(stock, reservation.orderId)) {
		return { stock, movement: null };
	}
	const step = reserve(stock, reservation.quantity);
	if ("refused" in step) {
		return step;
	}
	const reservations = [...stock.reservations, reservation];
	return { stock: { ...stock, ...step.level, reservations }, movement: step.movement };
}

/** The order is paid: its promise no longer lapses. */
export function makePermanent(stock: Stock, orderId: string): Held | NotReserved {
	const found = find(stock, orderId);
	if (!found) {
		return { refused: "NOT_RESERVED", reserved: 0 };
	}
	return { stock: replace(stock, { ...found, lapsesAt: null }), movement: null };
}

/** Gives pieces of an order back, all of them unless said; nothing held is nothing to do. */
export function letGo(stock: Stock, orderId: string, quantity?: number): Held | NotReserved {
	const found = find(stock, orderId);
	if (!found) {
		return { stock, movement: null };
	}
	return lessen(stock, { ...found, quantity: quantity ?? found.quantity }, release);
}

/** Pieces of an order leave the house. */
export function sendOut(stock: Stock, orderId: string, quantity: number): Held | NotReserved {
	const found = find(stock, orderId);
	if (!found) {
		return { refused: "NOT_RESERVED", reserved: 0 };
	}
	return lessen(stock, { ...found, quantity }, ship);
}

/** The orders whose promise has lapsed. */
export function lapsedOrders({ reservations }: Stock, at: string): string[] {
	const time = Date.parse(at);
	return reservations
		.filter(({ lapsesAt }) => lapsesAt !== null && Date.parse(lapsesAt) <= time)
		.map(({ orderId }) => orderId);
}

function lessen(
	stock: Stock,
	part: Reservation,
	by: typeof release | typeof ship,
): Held | NotReserved {
	const held = find(stock, part.orderId)?.quantity ?? 0;
	if (part.quantity > held) {
		return { refused: "NOT_RESERVED", reserved: held };
	}
	const step = by(stock, part.quantity);
	if ("refused" in step) {
		return step;
	}
	const rest = replace(stock, { ...part, quantity: held - part.quantity });
	return { stock: { ...rest, ...step.level }, movement: step.movement };
}

function replace(stock: Stock, next: Reservation): Stock {
	const reservations = stock.reservations
		.map((one) => (one.orderId === next.orderId ? next : one))
		.filter(({ quantity }) => quantity > 0);
	return { ...stock, reservations };
}

function find({ reservations }: Stock, orderId: string): Reservation | undefined {
	return reservations.find((one) => one.orderId === orderId);
}
