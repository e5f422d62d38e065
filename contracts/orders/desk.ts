// What staff do with orders beyond one order's own commands.
import {
	id,
	int,
	list,
	moment,
	nullable,
	object,
	oneOf,
	optional,
	string,
	text,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { orderPaymentStatuses, orderStates } from "#domain/order-state";
import { orderShipped } from "./words.ts";

/** What the list of orders is narrowed by; `q` begins a number, an address or a word of a name. */
export const orderFilter = {
	status: optional(oneOf(...orderStates)),
	q: optional(string({ max: 100 })),
	from: optional(moment()),
	to: optional(moment()),
	payment: optional(oneOf(...orderPaymentStatuses)),
	userId: optional(id()),
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

export const desk = {
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
	export: {
		summary: "What the list of orders shows, as CSV: a row for each order",
		rest: "GET /admin/orders/export",
		access: "orders:read",
		produces: "text/csv",
		params: object(orderFilter),
	},
} as const satisfies Record<string, ActionSpec>;
