// The words of the orders contract: entities, errors, events.
import {
	boolean,
	email,
	error,
	event,
	id,
	int,
	list,
	Money,
	nullable,
	object,
	oneOf,
	optional,
	record,
	sku,
	string,
	text,
	timestamp,
} from "../schema.ts";
import type { Infer } from "../schema.ts";
import { editedFields } from "#domain/order-effects";
import { orderCommands, orderPaymentStatuses, orderStates } from "#domain/order-state";
import { StockLine } from "../inventory.ts";
import { Return, ReturnableLines } from "./return-words.ts";
import { QuoteItem, TaxLines, Totals } from "../promotions.ts";
import { Address } from "../users.ts";

/** `cancelled` pieces of it are never sent. */
export const OrderItem = object({ ...QuoteItem.properties, cancelled: optional(int()) });
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

/** The way of shipping as it was called and promised when it was ordered. */
export const Delivery = object({
	name: string({ max: 80 }),
	daysFrom: int({ max: 365 }),
	days: int({ max: 365 }),
});

/** Pieces that were taken out, and their share: it went back, or is not to be paid any more. */
export const CancelledLines = object({
	id: id(),
	lines: list(ParcelLine, { min: 1, max: 200 }),
	amount: Money,
	/** Nothing was paid yet: the buyer pays that much less. */
	wasUnpaid: optional(boolean()),
	reason: string({ max: 300 }),
	at: timestamp(),
	by: string({ max: 64 }),
});

/** What staff have changed; amounts as whole numbers of the smallest unit. */
export const FieldChange = object({
	field: oneOf(...editedFields),
	before: string({ max: 2000 }),
	after: string({ max: 2000 }),
});

export const TimelineEntry = object({
	status: oneOf(...orderStates),
	at: timestamp(),
	/** What was done, where it is more than the new state says. */
	command: optional(oneOf(...orderCommands)),
	by: string({ max: 64 }),
	note: optional(string({ max: 500 })),
	/** Of a change by staff. */
	id: optional(id()),
	changes: optional(list(FieldChange, { max: 10 })),
});

/** In the smallest unit: below zero it is a discount, above zero a surcharge. */
export const Adjustment = object({ amount: int({ min: -1e12, max: 1e12 }), reason: text(200) });
export type Adjustment = Infer<typeof Adjustment>;

export const Order = object({
	id: id(),
	number: string({ max: 40 }),
	status: oneOf(...orderStates),
	isPartlyShipped: boolean(),
	items: list(OrderItem, { min: 1, max: 200 }),
	totals: Totals,
	/** What is to be paid in all: the total without what was taken out before it was paid. */
	due: Money,
	/** By rate; adds up to `totals.tax`. Absent in orders from before there were tax classes. */
	taxes: optional(TaxLines),
	/** What staff have given off (below zero) or charged on top, and why. */
	adjustment: optional(Adjustment),
	/** How many were used; `totals.points` is what they were worth. */
	points: optional(int()),
	address: Address,
	shippingMethod: string({ max: 60 }),
	/** What was promised for it, in days from the payment on. */
	delivery: optional(Delivery),
	payment: OrderPayment,
	shipments: list(Shipment, { max: 200 }),
	/** Absent where nothing was taken out of it. */
	cancelledLines: optional(list(CancelledLines, { max: 200 })),
	timeline: list(TimelineEntry, { max: 500 }),
	/** From when on there is one; its number is null for the moment until it is written. */
	invoice: nullable(object({ number: nullable(string({ max: 20 })) })),
	returns: list(Return, { max: 100 }),
	/** What can be sent back now. */
	returnable: ReturnableLines,
	/** Null while the order has not arrived: the time runs from then. */
	returnableUntil: nullable(timestamp()),
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

export const Buyer = object({
	userId: nullable(id()),
	email: email(),
	name: string({ max: 80 }),
});

/** An order as staff see it: with its buyer, and the names of the staff in its timeline. */
export const AdminOrder = object({
	...Order.properties,
	/** Whether goods, shipping and price may still be changed. */
	isMoneyOpen: boolean(),
	buyer: Buyer,
	names: record(string({ max: 80 }), { max: 500 }),
});
export type AdminOrder = Infer<typeof AdminOrder>;

/** What is said of an order beside something that belongs to it. */
export const OrderBrief = object({
	id: id(),
	number: string({ max: 40 }),
	status: oneOf(...orderStates),
	payment: OrderPayment,
	createdAt: timestamp(),
});

/** What an order says about its money, for a comparison with the payments. */
export const OrderBalance = object({
	id: id(),
	number: string({ max: 40 }),
	status: oneOf(...orderStates),
	paidBy: nullable(id()),
	captured: Money,
	refunded: Money,
});
export type OrderBalance = Infer<typeof OrderBalance>;

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
	"状态为 {status} 的订单不能执行 {command}，可执行：{allowed}。",
);
export const ORDER_HAS_PARCELS = error(
	"ORDER_HAS_PARCELS",
	409,
	"A parcel has left already. The order takes: {allowed}.",
	"已有包裹发出，订单可执行：{allowed}。",
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
	"The amount must be exactly what is due for the order.",
	"金额必须等于订单应付金额。",
);
export const REFUND_TOO_HIGH = error(
	"REFUND_TOO_HIGH",
	409,
	"At most {left} can be refunded.",
	"最多可退款 {left}。",
);
export const MONEY_FIXED = error(
	"MONEY_FIXED",
	409,
	"Goods, shipping and price can only be changed while nothing is paid or taken out of the order.",
	"只有尚未付款且未取消部分商品的订单才能修改商品、配送方式和金额。",
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
	object({
		...ref,
		email: email(),
		total: Money,
		placedAt: timestamp(),
		/** By staff: its buyer is mailed the link to pay it by instead. */
		isByStaff: optional(boolean()),
	}),
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
		/** What goes back now; not said by those from before it was. */
		refund: optional(Money),
	}),
);

export const STATE_ERRORS = [ORDER_NOT_FOUND, ORDER_WRONG_STATE] as const;
export const OrderId = object({ id: id() });
export const Counts = record(int(), { max: 20 });
