import {
	boolean,
	contract,
	email,
	error,
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
	paging,
	record,
	sku,
	string,
	text,
	timestamp,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { orderCommands, orderPaymentStatuses, orderStates } from "#domain/order-state";
import { OUT_OF_STOCK, StockLine } from "./inventory.ts";
import { SKU_UNKNOWN } from "./products.ts";
import {
	AddressRef,
	CART_EMPTY,
	COUPON_GONE,
	COUPON_NOT_USABLE,
	POINTS_SHORT,
	QuoteItem,
	SHIPPING_METHOD_UNKNOWN,
	Totals,
	Wanted,
} from "./promotions.ts";
import { Address, ADDRESS_NOT_FOUND } from "./users.ts";

export const OrderItem = QuoteItem;
export type OrderItem = Infer<typeof OrderItem>;

export const ParcelLine = StockLine;

/** A parcel that left the house. */
export const Shipment = object({
	id: id(),
	carrier: string({ max: 40 }),
	trackingNumber: string({ max: 80 }),
	lines: list(ParcelLine, { min: 1, max: 200 }),
	at: timestamp(),
});

export const OrderPayment = object({
	status: oneOf(...orderPaymentStatuses),
	method: nullable(string({ max: 40 })),
	paidAt: nullable(timestamp()),
	captured: Money,
	refunded: Money,
});

export const TimelineEntry = object({
	status: oneOf(...orderStates),
	at: timestamp(),
	by: string({ max: 64 }),
	note: optional(string({ max: 500 })),
});

export const Order = object({
	id: id(),
	number: string({ max: 40 }),
	status: oneOf(...orderStates),
	isPartlyShipped: boolean(),
	items: list(OrderItem, { min: 1, max: 200 }),
	totals: Totals,
	address: Address,
	shippingMethod: string({ max: 60 }),
	payment: OrderPayment,
	shipments: list(Shipment, { max: 200 }),
	timeline: list(TimelineEntry, { max: 500 }),
	/** What may be done with it now; the pages show these. */
	commands: list(oneOf(...orderCommands), { max: 20 }),
	note: string({ max: 500 }),
	/** Of a guest's order, in the answer that makes it: to be sent as `X-Order-Token`. */
	orderToken: optional(string({ max: 100 })),
	expiresAt: nullable(timestamp()),
	createdAt: timestamp(),
	version: int(),
});
export type Order = Infer<typeof Order>;

/** An order as staff see it: with its buyer. */
export const AdminOrder = object({
	...Order.properties,
	buyer: object({ userId: nullable(id()), email: email(), name: string({ max: 80 }) }),
});
export type AdminOrder = Infer<typeof AdminOrder>;

export const ORDER_NOT_FOUND = error(
	"ORDER_NOT_FOUND",
	404,
	"There is no order {id}.",
	"没有订单 {id}。",
);
export const ORDER_NOT_PAID = error(
	"ORDER_NOT_PAID",
	409,
	"The order is not paid yet.",
	"订单尚未付款。",
);
export const ORDER_WRONG_STATE = error(
	"ORDER_WRONG_STATE",
	409,
	"An order that is {status} can't be told to {command}. It takes: {allowed}.",
	"状态为 {status} 的订单不能执行 {command},可执行:{allowed}。",
);
export const ORDER_HAS_PARCELS = error(
	"ORDER_HAS_PARCELS",
	409,
	"A parcel has left already.",
	"已有包裹发出。",
);
export const ORDER_ALREADY_PAID = error(
	"ORDER_ALREADY_PAID",
	409,
	"The order is paid already.",
	"订单已付款。",
);
export const LINES_NOT_OPEN = error(
	"LINES_NOT_OPEN",
	409,
	"Only {left} of {sku} are still to be shipped.",
	"{sku} 仅剩 {left} 件待发货。",
);
export const WRONG_AMOUNT = error(
	"WRONG_AMOUNT",
	409,
	"The amount is not what the order costs.",
	"金额与订单应付金额不符。",
);
export const REFUND_TOO_HIGH = error(
	"REFUND_TOO_HIGH",
	409,
	"At most {left} can be refunded.",
	"最多可退款 {left}。",
);
export const EMAIL_NEEDED = error(
	"EMAIL_NEEDED",
	422,
	"A guest's order needs an e-mail address.",
	"游客下单需要填写邮箱。",
);

const ref = { orderId: id(), number: string({ max: 40 }), userId: nullable(id()), version: int() };
export const orderPlaced = event(
	"order.placed",
	object({ ...ref, email: email(), total: Money, placedAt: timestamp() }),
);
export const orderPaid = event(
	"order.paid",
	object({
		...ref,
		email: email(),
		total: Money,
		paidAt: timestamp(),
		lines: list(object({ productId: id(), sku: sku(), quantity: int(), total: Money }), {
			max: 200,
		}),
	}),
);
export const orderShipped = event(
	"order.shipped",
	object({
		...ref,
		email: email(),
		carrier: string({ max: 40 }),
		trackingNumber: string({ max: 80 }),
	}),
);
export const orderCompleted = event("order.completed", object({ ...ref }));
export const orderCancelled = event(
	"order.cancelled",
	object({
		...ref,
		email: email(),
		reason: string({ max: 500 }),
		wasPaid: boolean(),
		total: Money,
	}),
);

const STATE_ERRORS = [ORDER_NOT_FOUND, ORDER_WRONG_STATE] as const;
const OrderId = object({ id: id() });
const Counts = record(int(), { max: 20 });

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
		params: object({ ...paging(), status: optional(oneOf(...orderStates)) }),
		returns: object({
			items: list(Order, { max: 100 }),
			page: int(),
			pageSize: int(),
			total: int(),
			counts: Counts,
		}),
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
	adminList: {
		summary: "All orders, newest first, with the number in each state",
		rest: "GET /admin/orders",
		access: "orders:read",
		params: object({
			...paging("-createdAt", "createdAt"),
			status: optional(oneOf(...orderStates)),
			q: optional(string({ max: 100 })),
			from: optional(moment()),
			to: optional(moment()),
			payment: optional(oneOf(...orderPaymentStatuses)),
			userId: optional(id()),
		}),
		returns: object({
			items: list(AdminOrder, { max: 100 }),
			page: int(),
			pageSize: int(),
			total: int(),
			counts: Counts,
		}),
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
	payable: {
		summary: "What an order costs; only its buyer finds it unless staff ask",
		access: "internal",
		params: object({ id: id(), by: oneOf("buyer", "staff") }),
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
		params: object({ id: id(), paymentId: id(), refundId: id(), amount: Money }),
		returns: Order,
		errors: [...STATE_ERRORS, REFUND_TOO_HIGH],
	},
	bought: {
		summary: "Whether somebody has bought a product, and how often they have ordered",
		access: "internal",
		params: object({ userId: id(), productId: optional(id()) }),
		returns: object({ orders: int(), hasBought: boolean() }),
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
			outcome: oneOf("completed", "shipped", "paid", "cancelled"),
		}),
		returns: Order,
	},
});
