// What staff do with orders beyond one order's own commands.
import {
	boolean,
	email,
	event,
	id,
	int,
	list,
	moment,
	Money,
	nullable,
	object,
	oneOf,
	optional,
	sku,
	string,
	text,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { editedFields } from "#domain/order-effects";
import {
	commandGivers,
	orderCommands,
	orderPaymentStatuses,
	orderStates,
} from "#domain/order-state";
import { BUSY } from "../errors.ts";
import { OUT_OF_STOCK } from "../inventory.ts";
import { paymentMethods } from "../payments/methods.ts";
import { SKU_UNKNOWN } from "../products.ts";
import { COUPON_NOT_USABLE, SHIPPING_METHOD_UNKNOWN, Wanted } from "../promotions.ts";
import { Address } from "../users.ts";
import {
	Adjustment,
	AdminOrder,
	LINES_NOT_OPEN,
	MONEY_FIXED,
	ORDER_HAS_PARCELS,
	orderCancelled,
	orderShipped,
	ParcelLine,
	STATE_ERRORS,
} from "./words.ts";

/** What the list of orders is narrowed by; `q` begins a number, an address or a word of a name. */
export const orderFilter = {
	status: optional(oneOf(...orderStates)),
	q: optional(string({ max: 100 })),
	from: optional(moment()),
	to: optional(moment()),
	payment: optional(oneOf(...orderPaymentStatuses)),
	userId: optional(id()),
	method: optional(oneOf(...paymentMethods)),
	/** Of one of its lines. */
	sku: optional(sku()),
	minTotal: optional(int({ max: 1e12 })),
	maxTotal: optional(int({ max: 1e12 })),
};

/** What became of one order of many; the problem in the caller's language. */
export const BulkShipped = object({
	id: id(),
	number: nullable(string({ max: 40 })),
	status: nullable(oneOf(...orderStates)),
	problem: nullable(object({ code: string({ max: 60 }), detail: string({ max: 500 }) })),
});
export type BulkShipped = Infer<typeof BulkShipped>;

export const mostShipped = 100;

const ref = {
	orderId: id(),
	number: string({ max: 40 }),
	userId: nullable(id()),
	email: email(),
	version: int(),
};

/** By staff: which fields, and what is to be paid before and after. */
export const orderChanged = event(
	"order.changed",
	object({
		...ref,
		fields: list(oneOf(...editedFields), { max: 10 }),
		before: Money,
		due: Money,
	}),
);

/** Pieces were taken out, of an order that goes on: their share goes back, or is not to be paid. */
export const orderLinesCancelled = event(
	"order.lines-cancelled",
	object({
		...ref,
		lines: list(object({ name: string({ max: 300 }), quantity: int() }), { max: 200 }),
		amount: Money,
		wasUnpaid: boolean(),
		reason: string({ max: 300 }),
	}),
);

/** Money went back, apart from a return, from pieces taken out and from an order that is over. */
export const orderRefunded = event("order.refunded", object({ ...ref, amount: Money }));

/** Which command leads from which state where, and who gives it. */
export const LifeStep = object({
	from: oneOf(...orderStates),
	command: oneOf(...orderCommands),
	by: list(oneOf(...commandGivers), { max: 10 }),
	to: oneOf(...orderStates),
});
export type LifeStep = Infer<typeof LifeStep>;

export const desk = {
	life: {
		summary: "The life of an order: which command leads from which state where",
		rest: "GET /admin/orders/life",
		access: "orders:read",
		returns: list(LifeStep, { max: 100 }),
	},
	bulkShip: {
		summary: "Hand many orders to their carriers; each is done or says why not",
		rest: "POST /admin/orders/bulk-ship",
		access: "orders:ship",
		idempotent: true,
		params: object({
			orders: list(object({ id: id(), carrier: text(40), trackingNumber: text(80) }), {
				min: 1,
				max: mostShipped,
			}),
		}),
		returns: object({ done: int(), orders: list(BulkShipped, { max: mostShipped }) }),
		emits: [orderShipped],
	},
	adminUpdate: {
		summary:
			"Change an order before a parcel exists: address and note, goods and money while unpaid",
		rest: "PATCH /admin/orders/:id",
		access: "orders:write",
		params: object({
			id: id(),
			version: int(),
			/** Nothing is stored: the answer is the order as it would be. */
			preview: optional(boolean()),
			address: optional(Address),
			note: optional(string({ max: 500 })),
			/** All lines as they are to be; what is left out is taken out. */
			items: optional(list(Wanted, { min: 1, max: 200 })),
			shippingMethod: optional(string({ min: 1, max: 60 })),
			/** Null takes it away. */
			adjustment: optional(nullable(Adjustment)),
		}),
		returns: AdminOrder,
		errors: [
			...STATE_ERRORS,
			ORDER_HAS_PARCELS,
			MONEY_FIXED,
			SKU_UNKNOWN,
			OUT_OF_STOCK,
			SHIPPING_METHOD_UNKNOWN,
			COUPON_NOT_USABLE,
		],
		emits: [orderChanged],
	},
	cancelLines: {
		summary:
			"Take pieces that were not sent out of an order: their share goes back, or is not to be paid",
		rest: "POST /admin/orders/:id/cancelled-lines",
		access: "orders:cancel",
		status: 201,
		idempotent: true,
		params: object({
			id: id(),
			lines: list(ParcelLine, { min: 1, max: 200 }),
			reason: text(300),
			/** Nothing is stored: the answer is the order as it would be. */
			preview: optional(boolean()),
		}),
		returns: AdminOrder,
		errors: [...STATE_ERRORS, LINES_NOT_OPEN],
		emits: [orderCancelled, orderLinesCancelled],
	},
	export: {
		summary: "What the list of orders shows, as CSV: a row for each order",
		rest: "GET /admin/orders/export",
		access: "orders:read",
		produces: "text/csv",
		params: object(orderFilter),
		errors: [BUSY],
	},
} as const satisfies Record<string, ActionSpec>;
