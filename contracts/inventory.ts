import {
	boolean,
	contract,
	error,
	event,
	id,
	int,
	list,
	nullable,
	object,
	oneOf,
	optional,
	pageOf,
	paging,
	sku,
	string,
	text,
	timestamp,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { movementKinds } from "#domain/stock";
import { stockDifferences } from "#domain/stock-balance";
import { Job } from "./jobs.ts";

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
export type Movement = Infer<typeof Movement>;

export const StockLine = object({ sku: sku(), quantity: int({ min: 1, max: 1_000_000 }) });
export type StockLine = Infer<typeof StockLine>;
const StockLines = list(StockLine, { min: 1, max: 200 });
const Extension = object({
	orderId: id(),
	key: string({ max: 100 }),
	lines: StockLines,
	expiresAt: nullable(timestamp()),
});

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

export const inventory = contract("inventory", {
	list: {
		summary: "Stock levels",
		rest: "GET /admin/inventory",
		access: "inventory:read",
		params: object({
			...paging("sku", "available", "-updatedAt"),
			low: optional(boolean()),
			q: optional(string({ max: 100 })),
		}),
		returns: pageOf(Level),
	},
	adjust: {
		summary: "Correct the stock of a variant",
		rest: "POST /admin/inventory/adjustments",
		access: "inventory:adjust",
		status: 201,
		idempotent: true,
		params: object({
			sku: sku(),
			delta: int({ min: -1_000_000, max: 1_000_000 }),
			reason: text(300),
		}),
		returns: Level,
		errors: [STOCK_NOT_FOUND, STOCK_RESERVED],
		emits: [stockChanged, stockLow],
	},
	get: {
		summary: "Stock of one variant",
		rest: "GET /admin/inventory/:sku",
		access: "inventory:read",
		params: object({ sku: sku() }),
		returns: Level,
		errors: [STOCK_NOT_FOUND],
	},
	movements: {
		summary: "Every change of a variant's stock, newest first",
		rest: "GET /admin/inventory/:sku/movements",
		access: "inventory:read",
		params: object({ sku: sku(), ...paging() }),
		returns: pageOf(Movement),
		errors: [STOCK_NOT_FOUND],
	},
	reconciliation: {
		summary: "Where levels, movements and reservations disagreed at last",
		rest: "GET /admin/stock/reconciliation",
		access: "inventory:read",
		returns: StockReconciliation,
	},
	reconcile: {
		summary:
			"Compare the levels of all SKUs with movements and reservations now; with `repair` they follow the movements",
		rest: "POST /admin/stock/reconciliation",
		access: "inventory:adjust",
		status: 202,
		params: object({ repair: optional(boolean()) }),
		returns: Job,
		emits: [stockUnbalanced, stockChanged, stockLow],
	},
	levels: {
		summary: "Levels of several variants; unknown ones are left out",
		access: "internal",
		params: object({ skus: list(sku(), { max: 500 }) }),
		returns: list(Level, { max: 500 }),
	},
	receive: {
		summary:
			"First stock of new variants; keyed, so that a repeat changes nothing; their levels",
		access: "internal",
		params: object({
			key: string({ max: 100 }),
			lines: list(
				object({ sku: sku(), productId: id(), quantity: int({ max: 1_000_000 }) }),
				{ max: 500 },
			),
			reason: optional(string({ max: 300 })),
			by: string({ max: 64 }),
		}),
		returns: list(Level, { max: 500 }),
		emits: [stockChanged],
	},
	reserve: {
		summary: "Hold stock for an order until then: all lines or none; repeatable",
		access: "internal",
		params: object({ orderId: id(), lines: StockLines, expiresAt: nullable(timestamp()) }),
		errors: [OUT_OF_STOCK, STOCK_NOT_FOUND],
		emits: [stockChanged, stockLow],
	},
	extend: {
		summary: "Hold more for an order that is not paid: all lines or none; keyed by the change",
		access: "internal",
		params: Extension,
		errors: [OUT_OF_STOCK, STOCK_NOT_FOUND],
		emits: [stockChanged, stockLow],
	},
	shrink: {
		summary: "Undo an extension, whether it has come or is still to come; keyed by the change",
		access: "internal",
		params: Extension,
		emits: [stockChanged],
	},
	keep: {
		summary:
			"Make the reservation of an order permanent; what lapsed is held again while it can be had; repeatable",
		access: "internal",
		params: object({ orderId: id(), skus: list(sku(), { max: 200 }) }),
		errors: [OUT_OF_STOCK],
		emits: [stockChanged],
	},
	release: {
		summary: "Give the stock of an order back, all of it or some lines; repeatable",
		access: "internal",
		params: object({ orderId: id(), key: string({ max: 100 }), lines: StockLines }),
		emits: [stockChanged],
	},
	ship: {
		summary: "Reserved stock leaves the house; keyed by the parcel",
		access: "internal",
		params: object({
			orderId: id(),
			key: string({ max: 100 }),
			lines: StockLines,
			by: string({ max: 64 }),
		}),
		errors: [OUT_OF_STOCK, STOCK_NOT_FOUND],
		emits: [stockChanged, stockLow],
	},
	takeBack: {
		summary: "Returned goods go back on the shelf; keyed by the return",
		access: "internal",
		params: object({
			orderId: id(),
			key: string({ max: 100 }),
			lines: StockLines,
			by: string({ max: 64 }),
		}),
		emits: [stockChanged],
	},
	seed: {
		summary: "What a demo order has moved, with its dates; keyed by the order and its parcel",
		access: "internal",
		params: object({
			orderId: id(),
			lines: StockLines,
			by: string({ max: 64 }),
			reservedAt: timestamp(),
			parcel: nullable(object({ key: string({ max: 100 }), at: timestamp() })),
		}),
		errors: [OUT_OF_STOCK, STOCK_NOT_FOUND],
		emits: [stockChanged, stockLow],
	},
});
