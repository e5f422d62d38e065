import {
	boolean,
	contract,
	email,
	id,
	int,
	list,
	Money,
	nullable,
	object,
	oneOf,
	optional,
	deepPaging,
	string,
	text,
	timestamp,
} from "./schema.ts";
import { ownOrders } from "./orders/own-data.ts";
import { orderStates } from "#domain/order-state";
import { OUT_OF_STOCK } from "./inventory.ts";
import { SKU_UNKNOWN } from "./products.ts";
import {
	AddressRef,
	CART_EMPTY,
	COUPON_GONE,
	COUPON_NOT_USABLE,
	SHIPPING_METHOD_UNKNOWN,
	Wanted,
} from "./promotions.ts";
import { Address, ADDRESS_NOT_FOUND, POINTS_SHORT } from "./users.ts";
import { byStaff } from "./orders/by-staff.ts";
import { drafts } from "./orders/drafts.ts";
import { desk, orderFilter, orderRefunded } from "./orders/desk.ts";
import { invoicing } from "./orders/invoices.ts";
import {
	ParcelLine,
	Order,
	AdminOrder,
	OrderBalance,
	ORDER_NOT_FOUND,
	ORDER_NOT_PAID,
	ORDER_HAS_PARCELS,
	ORDER_ALREADY_PAID,
	LINES_NOT_OPEN,
	WRONG_AMOUNT,
	REFUND_TOO_HIGH,
	EMAIL_NEEDED,
	orderPlaced,
	orderPaid,
	orderShipped,
	orderCompleted,
	orderCancelled,
	STATE_ERRORS,
	OrderId,
	Counts,
} from "./orders/words.ts";

import { returnRefunded, SeededReturn } from "./orders/return-words.ts";
import { returnActions } from "./orders/returns.ts";

export * from "./orders/words.ts";
export * from "./orders/return-words.ts";
export * from "./orders/by-staff.ts";
export * from "./orders/desk.ts";
export * from "./orders/drafts.ts";
export * from "./orders/invoices.ts";
export type { AdminReturn } from "./orders/returns.ts";

export const orders = contract("orders", {
	place: {
		summary: "Order the cart's selected lines, or `items` at once",
		rest: "POST /orders",
		access: "public",
		status: 201,
		idempotent: true,
		params: object({
			items: optional(list(Wanted, { min: 1, max: 200 })),
			address: AddressRef,
			shippingMethod: string({ min: 1, max: 60 }),
			coupon: optional(string({ min: 1, max: 64 })),
			points: optional(int({ max: 1e9 })),
			note: optional(string({ max: 500 })),
			email: optional(email()),
		}),
		returns: Order,
		errors: [
			CART_EMPTY,
			SKU_UNKNOWN,
			OUT_OF_STOCK,
			ADDRESS_NOT_FOUND,
			SHIPPING_METHOD_UNKNOWN,
			COUPON_NOT_USABLE,
			COUPON_GONE,
			POINTS_SHORT,
			EMAIL_NEEDED,
		],
		emits: [orderPlaced],
		limit: { count: 60, seconds: 60, by: "user" },
	},
	lookup: {
		summary: "A guest finds an order by number and e-mail address",
		rest: "POST /orders/lookup",
		access: "public",
		params: object({ number: string({ min: 1, max: 40 }), email: email() }),
		returns: Order,
		errors: [ORDER_NOT_FOUND],
		limit: { count: 10, seconds: 60, by: "address" },
	},
	list: {
		summary: "Own orders, newest first, with the number in each state",
		rest: "GET /orders",
		access: "signed-in",
		params: object({ ...deepPaging(), status: optional(oneOf(...orderStates)) }),
		returns: object({
			items: list(Order, { max: 100 }),
			page: int(),
			pageSize: int(),
			total: int(),
			counts: Counts,
		}),
		walks: Order,
	},
	get: {
		summary: "An own order",
		rest: "GET /orders/:id",
		access: "public",
		params: OrderId,
		returns: Order,
		errors: [ORDER_NOT_FOUND],
	},
	cancel: {
		summary: "Cancel an own order of which nothing has left",
		rest: "POST /orders/:id/cancel",
		access: "public",
		params: object({ id: id(), reason: optional(string({ max: 300 })) }),
		returns: Order,
		errors: [...STATE_ERRORS, ORDER_HAS_PARCELS],
		emits: [orderCancelled],
	},
	receive: {
		summary: "Confirm that an own order has arrived",
		rest: "POST /orders/:id/receipt",
		access: "public",
		params: OrderId,
		returns: Order,
		errors: STATE_ERRORS,
		emits: [orderCompleted],
	},
	hide: {
		summary: "Take an own order that has ended out of the list; the books keep it",
		rest: "DELETE /orders/:id",
		access: "signed-in",
		status: 204,
		params: OrderId,
		errors: STATE_ERRORS,
	},
	adminList: {
		summary: "All orders, newest first, with the number in each state",
		rest: "GET /admin/orders",
		access: "orders:read",
		params: object({
			...deepPaging("-createdAt", "createdAt"),
			...orderFilter,
		}),
		returns: object({
			items: list(AdminOrder, { max: 100 }),
			page: int(),
			pageSize: int(),
			total: int(),
			counts: Counts,
		}),
		walks: AdminOrder,
	},
	adminGet: {
		summary: "One order",
		rest: "GET /admin/orders/:id",
		access: "orders:read",
		params: OrderId,
		returns: AdminOrder,
		errors: [ORDER_NOT_FOUND],
	},
	ship: {
		summary: "Hand an order, or some of its lines, to the carrier",
		rest: "POST /admin/orders/:id/shipments",
		access: "orders:ship",
		status: 201,
		idempotent: true,
		params: object({
			id: id(),
			carrier: text(40),
			trackingNumber: text(80),
			lines: optional(list(ParcelLine, { min: 1, max: 200 })),
		}),
		returns: AdminOrder,
		errors: [...STATE_ERRORS, ORDER_NOT_PAID, LINES_NOT_OPEN],
		emits: [orderShipped],
	},
	adminCancel: {
		summary: "Cancel an order of which nothing has left",
		rest: "POST /admin/orders/:id/cancel",
		access: "orders:cancel",
		params: object({ id: id(), reason: text(300) }),
		returns: AdminOrder,
		errors: [...STATE_ERRORS, ORDER_HAS_PARCELS],
		emits: [orderCancelled],
	},
	...byStaff,
	...drafts,
	...desk,
	payable: {
		summary:
			"What an order costs; its buyer finds it, who has its payment link as the payer, staff any",
		access: "internal",
		params: object({ id: id(), by: oneOf("buyer", "payer", "staff") }),
		returns: object({ order: Order, userId: nullable(id()) }),
		errors: [ORDER_NOT_FOUND],
	},
	markPaid: {
		summary: "An order's payment was captured; keyed by the payment",
		access: "internal",
		params: object({
			id: id(),
			paymentId: id(),
			method: string({ max: 40 }),
			amount: Money,
			paidAt: timestamp(),
		}),
		returns: Order,
		errors: [...STATE_ERRORS, WRONG_AMOUNT, ORDER_ALREADY_PAID],
		emits: [orderPaid],
	},
	markConfirmed: {
		summary: "An order will be paid on delivery; keyed by the payment",
		access: "internal",
		params: object({ id: id(), paymentId: id(), method: string({ max: 40 }) }),
		returns: Order,
		errors: STATE_ERRORS,
	},
	markRefunded: {
		summary: "Money of a payment went back; keyed by the refund. Of no concern if not marked",
		access: "internal",
		params: object({
			id: id(),
			paymentId: id(),
			refundId: id(),
			amount: Money,
			reason: optional(string({ max: 300 })),
		}),
		returns: Order,
		errors: [...STATE_ERRORS, REFUND_TOO_HIGH],
		emits: [returnRefunded, orderRefunded],
	},
	...returnActions,
	...invoicing,
	bought: {
		summary: "Whether somebody has bought a product, and how often they have ordered",
		access: "internal",
		params: object({ userId: id(), productId: optional(id()) }),
		returns: object({ orders: int(), hasBought: boolean() }),
	},
	resolve: {
		summary: "Numbers of several orders; unknown ones are left out",
		access: "internal",
		params: object({ ids: list(id(), { max: 100 }) }),
		returns: list(object({ id: id(), number: string({ max: 40 }) }), { max: 100 }),
	},
	balances: {
		summary: "What orders say about their money; unknown ones are left out",
		access: "internal",
		params: object({ ids: list(id(), { max: 100 }) }),
		returns: list(OrderBalance, { max: 100 }),
	},
	paidSince: {
		summary: "Orders of a period that count as paid, oldest first; the last page is not full",
		access: "internal",
		params: object({ since: timestamp(), page: int({ min: 1 }) }),
		returns: list(OrderBalance, { max: 100 }),
	},
	seed: {
		summary: "Put a demo order in, with its history; the same key is the same order",
		access: "internal",
		params: object({
			key: string({ max: 60 }),
			userId: id(),
			email: email(),
			items: list(Wanted, { min: 1, max: 20 }),
			address: Address,
			createdAt: timestamp(),
			outcome: oneOf("completed", "shipped", "paid", "confirmed", "cancelled"),
			back: optional(SeededReturn),
		}),
		returns: Order,
	},
	...ownOrders,
});
