// Stock in words: what there is, what moved, what can go wrong, what is told.
import {
	boolean,
	error,
	event,
	id,
	int,
	list,
	nullable,
	object,
	oneOf,
	optional,
	sku,
	string,
	timestamp,
} from "../schema.ts";
import type { Infer } from "../schema.ts";
import { movementKinds } from "#domain/stock";
import { stockDifferences } from "#domain/stock-balance";

/** How much there is of a variant. `available` = `onHand` − `reserved`. */
export const Level = object({
	sku: sku(),
	productId: id(),
	onHand: int(),
	reserved: int(),
	available: int(),
	lowAt: int(),
	updatedAt: timestamp(),
	version: int(),
});
export type Level = Infer<typeof Level>;

/** One change of stock. They are only ever added. */
export const Movement = object({
	id: id(),
	sku: sku(),
	kind: oneOf(...movementKinds),
	quantity: int({ min: -1_000_000_000 }),
	orderId: optional(id()),
	reason: optional(string({ max: 300 })),
	by: string({ max: 64 }),
	at: timestamp(),
});
/** As staff see it: with the number of its order and the name of who did it, where these are known. */
export const NamedMovement = object({
	...Movement.properties,
	orderNumber: optional(string({ max: 40 })),
	byName: optional(string({ max: 80 })),
});
export type NamedMovement = Infer<typeof NamedMovement>;
export type Movement = Infer<typeof Movement>;

export const StockLine = object({ sku: sku(), quantity: int({ min: 1, max: 1_000_000 }) });
export type StockLine = Infer<typeof StockLine>;

export const OUT_OF_STOCK = error(
	"OUT_OF_STOCK",
	409,
	"Only {left} of {sku} are left.",
	"{sku} 仅剩 {left} 件。",
);
export const STOCK_RESERVED = error(
	"STOCK_RESERVED",
	409,
	"{reserved} of {sku} are promised to orders; there can't be fewer on hand.",
	"{sku} 有 {reserved} 件已被订单占用，库存不能低于该数量。",
);
export const STOCK_MOVED = error(
	"STOCK_MOVED",
	409,
	"While you counted, the stock of {sku} went from {expected} to {onHand}. Count it again.",
	"盘点期间 {sku} 的库存由 {expected} 变为 {onHand}，请重新盘点。",
);
/** An order that holds pieces of a SKU; one that is still being placed has no number yet. */
export interface Holder {
	id: string;
	number: string | null;
}
/** How many of them a refusal names. */
export const mostHolders = 20;

const signed = () => int({ min: -1e9, max: 1e9 });
const Sum = object({ onHand: signed(), reserved: signed() });

/** A SKU whose level, movements and reservations don't agree. */
export const StockDifference = object({
	sku: sku(),
	kinds: list(oneOf(...stockDifferences), { max: stockDifferences.length }),
	level: Sum,
	moved: Sum,
	held: signed(),
	/** Orders that hold something else than they have moved; the first of them. */
	orders: list(object({ orderId: id(), held: signed(), moved: signed() }), { max: 20 }),
});
export type StockDifference = Infer<typeof StockDifference>;

export const StockReconciliation = object({
	/** The job that runs now, or the last one that ended. */
	jobId: nullable(id()),
	isRunning: boolean(),
	progress: object({ done: int(), total: int() }),
	/** When the last comparison ended, and how many SKUs it has looked at. */
	ranAt: nullable(timestamp()),
	checked: int(),
	/** SKUs that moved all the time, so that they could not be compared. */
	unsettled: int(),
	/** SKUs that it has set right. */
	repaired: int(),
	differences: list(StockDifference, { max: 100 }),
	/** How many more there are than are shown. */
	more: int(),
});
export type StockReconciliation = Infer<typeof StockReconciliation>;

export const STOCK_NOT_FOUND = error(
	"STOCK_NOT_FOUND",
	404,
	"There is no stock of {sku}.",
	"没有 {sku} 的库存记录。",
);

/** A variant sold out, or can be had again. `available` is what there is after the change. */
export const stockChanged = event(
	"stock.changed",
	object({ sku: sku(), productId: id(), available: int(), inStock: boolean(), version: int() }),
);
export const stockUnbalanced = event(
	"stock.unbalanced",
	object({ count: int(), skus: list(sku(), { max: 5 }), at: timestamp() }),
);
export const stockLow = event(
	"stock.low",
	object({ sku: sku(), productId: id(), available: int(), lowAt: int(), version: int() }),
);
