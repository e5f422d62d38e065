import {
	boolean,
	contract,
	id,
	int,
	list,
	nullable,
	object,
	optional,
	deepPaging,
	pageOf,
	paging,
	sku,
	string,
	text,
	timestamp,
} from "./schema.ts";
import { Job } from "./jobs.ts";
import {
	Level,
	NamedMovement,
	StockLine,
	StockReconciliation,
	OUT_OF_STOCK,
	STOCK_RESERVED,
	STOCK_MOVED,
	STOCK_NOT_FOUND,
	stockChanged,
	stockLow,
	stockUnbalanced,
} from "./inventory/words.ts";

export * from "./inventory/words.ts";

const StockLines = list(StockLine, { min: 1, max: 200 });
const Extension = object({
	orderId: id(),
	key: string({ max: 100 }),
	lines: StockLines,
	expiresAt: nullable(timestamp()),
});

export const inventory = contract("inventory", {
	list: {
		summary: "Stock levels",
		rest: "GET /admin/inventory",
		access: "inventory:read",
		params: object({
			...paging("sku", "available", "-updatedAt"),
			low: optional(boolean()),
			out: optional(boolean()),
			/** A whole SKU, how one begins, or words of the product's name. */
			q: optional(string({ max: 100 })),
		}),
		returns: object({
			...pageOf(Level).properties,
			counts: object({ all: int(), low: int(), out: int() }),
		}),
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
	takeIn: {
		summary: "Note goods that have come in",
		rest: "POST /admin/inventory/receipts",
		access: "inventory:adjust",
		status: 201,
		idempotent: true,
		params: object({
			sku: sku(),
			quantity: int({ min: 1, max: 1_000_000 }),
			reason: optional(text(300)),
		}),
		returns: Level,
		errors: [STOCK_NOT_FOUND],
		emits: [stockChanged],
	},
	count: {
		summary:
			"Note what was counted; refused when something moved since `expected` pieces were on hand",
		rest: "POST /admin/inventory/counts",
		access: "inventory:adjust",
		status: 201,
		idempotent: true,
		params: object({
			sku: sku(),
			counted: int({ max: 1_000_000 }),
			expected: int({ max: 1_000_000_000 }),
			reason: text(300),
		}),
		returns: Level,
		errors: [STOCK_NOT_FOUND, STOCK_RESERVED, STOCK_MOVED],
		emits: [stockChanged, stockLow],
	},
	watch: {
		summary: "Set from how many available pieces on a variant runs low",
		rest: "PUT /admin/inventory/:sku/threshold",
		access: "inventory:adjust",
		params: object({ sku: sku(), lowAt: int({ max: 1_000_000 }) }),
		returns: Level,
		errors: [STOCK_NOT_FOUND],
		emits: [stockLow],
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
		params: object({ sku: sku(), ...deepPaging() }),
		returns: pageOf(NamedMovement),
		walks: NamedMovement,
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
