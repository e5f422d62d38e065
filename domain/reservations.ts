// What one order holds of one SKU: pure steps over the level and this one promise. The promises to
// all orders add up to the level's `reserved`.
import { release, reserve, ship } from "./stock.ts";
import type { Level, Movement, NotReserved, OutOfStock } from "./stock.ts";

/**
 * Pieces held for an order until `lapsesAt` (ISO 8601, UTC), null once it is paid. `lapsed` pieces
 * were given back because that time was over: a late payment may want them again.
 */
export type Reservation = { quantity: number; lapsesAt: string | null; lapsed: number };

export const nothingHeld: Reservation = { quantity: 0, lapsesAt: null, lapsed: 0 };

export type Account = { level: Level; held: Reservation };

/** The account afterwards; no movement when nothing changed in the level. */
export type Held = Account & { movement: Movement | null };

type Wanted = Pick<Reservation, "quantity" | "lapsesAt">;

/** Holds pieces for an order; an order that holds some already keeps just these. */
export function hold(account: Account, wanted: Wanted): Held | OutOfStock {
	return account.held.quantity > 0 ? unchanged(account) : promise(account, wanted);
}

/** Pieces beyond what was held, for an order that is paid. */
export function holdMore(account: Account, quantity: number): Held | OutOfStock {
	return promise(account, { quantity, lapsesAt: null });
}

/** Pieces beyond what was held; they lapse with the others. */
export function holdAlso(account: Account, { quantity, lapsesAt }: Wanted): Held | OutOfStock {
	const { held } = account;
	return promise(account, { quantity, lapsesAt: held.quantity > 0 ? held.lapsesAt : lapsesAt });
}

/** The order is paid: its promise no longer lapses. What has lapsed is promised again. */
export function makePermanent(account: Account): Held | OutOfStock {
	const { level, held } = account;
	if (held.quantity === 0 && held.lapsed > 0) return holdMore(account, held.lapsed);
	if (held.lapsesAt === null) return unchanged(account);
	return { level, held: { ...held, lapsesAt: null }, movement: null };
}

/** Gives pieces back, all of them unless said and never more than are held. */
export function letGo(account: Account, quantity?: number): Held | NotReserved {
	const part = Math.min(quantity ?? account.held.quantity, account.held.quantity);
	return part === 0 ? unchanged(account) : lessen(account, part, release);
}

/** Gives back what was not paid for in time. */
export function lapse(account: Account, at: string): Held | NotReserved {
	const { held } = account;
	if (!isLate(held, at)) return unchanged(account);
	const freed = letGo(account);
	if ("refused" in freed) return freed;
	return { ...freed, held: { ...nothingHeld, lapsed: held.quantity } };
}

/** Pieces of an order leave the house. */
export function sendOut(account: Account, quantity: number): Held | NotReserved {
	return lessen(account, quantity, ship);
}

export function isLate({ lapsesAt }: Reservation, at: string): boolean {
	return lapsesAt !== null && lapsesAt <= at;
}

function promise({ level, held }: Account, { quantity, lapsesAt }: Wanted): Held | OutOfStock {
	const step = reserve(level, quantity);
	if ("refused" in step) return step;
	const next = { quantity: held.quantity + quantity, lapsesAt, lapsed: 0 };
	return { ...step, held: next };
}

function lessen(
	{ level, held }: Account,
	quantity: number,
	by: typeof release | typeof ship,
): Held | NotReserved {
	if (quantity > held.quantity) return { refused: "NOT_RESERVED", reserved: held.quantity };
	const step = by(level, quantity);
	if ("refused" in step) return step;
	const rest = held.quantity - quantity;
	return { ...step, held: rest > 0 ? { ...held, quantity: rest } : nothingHeld };
}

const unchanged = (account: Account): Held => ({ ...account, movement: null });
