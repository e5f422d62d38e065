// Orders that staff make for somebody on the phone, and the link by which they are paid.
import {
	boolean,
	email,
	error,
	event,
	id,
	int,
	Money,
	nullable,
	object,
	optional,
	string,
	timestamp,
	url,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { OUT_OF_STOCK } from "../inventory.ts";
import { SKU_UNKNOWN } from "../products.ts";
import {
	COUPON_GONE,
	COUPON_NOT_USABLE,
	CouponRef,
	SHIPPING_METHOD_UNKNOWN,
	WantedItems,
} from "../promotions.ts";
import { Address, USER_NOT_FOUND } from "../users.ts";
import { DRAFT_NOT_FOUND, DraftRef } from "./drafts.ts";
import {
	Adjustment,
	AdminOrder,
	EMAIL_NEEDED,
	ORDER_NOT_FOUND,
	OrderId,
	orderPlaced,
} from "./words.ts";

/** Opens one order to be looked at and paid, without a login; it can't be asked for again. */
export const PaymentLink = object({ url: url(), expiresAt: timestamp() });
export type PaymentLink = Infer<typeof PaymentLink>;

export const mostPayHours = 14 * 24;

export const ORDER_NOT_OPEN = error(
	"ORDER_NOT_OPEN",
	409,
	"Only an order that waits for its payment has a link to pay it by.",
	"只有待付款的订单才能生成付款链接。",
);

export const orderPaymentRequested = event(
	"order.payment-requested",
	object({
		orderId: id(),
		number: string({ max: 40 }),
		userId: nullable(id()),
		version: int(),
		email: email(),
		total: Money,
		/** The way to the page that opens the order, below the mall's own address. */
		path: string({ max: 300 }),
		expiresAt: timestamp(),
	}),
);

export const byStaff = {
	adminPlace: {
		summary: "Order for a customer, who is mailed a link to pay it by",
		rest: "POST /admin/orders",
		access: "orders:create",
		status: 201,
		idempotent: true,
		params: object({
			/** Whose account it is for; else `email` says which guest. */
			userId: optional(id()),
			email: optional(email()),
			items: WantedItems,
			address: Address,
			shippingMethod: string({ min: 1, max: 60 }),
			coupon: optional(CouponRef),
			adjustment: optional(Adjustment),
			note: optional(string({ max: 500 })),
			/** The draft that becomes this order, as it was seen. */
			draft: optional(DraftRef),
			/** So long its goods are held: two days unless said. */
			payWithinHours: optional(int({ min: 1, max: mostPayHours })),
		}),
		returns: object({ ...AdminOrder.properties, paymentLink: PaymentLink }),
		errors: [
			DRAFT_NOT_FOUND,
			USER_NOT_FOUND,
			EMAIL_NEEDED,
			SKU_UNKNOWN,
			OUT_OF_STOCK,
			SHIPPING_METHOD_UNKNOWN,
			COUPON_NOT_USABLE,
			COUPON_GONE,
		],
		emits: [orderPlaced, orderPaymentRequested],
	},
	requestPayment: {
		summary: "A new link by which an unpaid order is paid; earlier ones stay good",
		rest: "POST /admin/orders/:id/payment-links",
		access: "orders:create",
		status: 201,
		idempotent: true,
		params: object({
			...OrderId.properties,
			/** Whether its buyer is mailed it. */
			isMailed: optional(boolean()),
		}),
		returns: PaymentLink,
		errors: [ORDER_NOT_FOUND, ORDER_NOT_OPEN],
		emits: [orderPaymentRequested],
		limit: { count: 30, seconds: 60, by: "user" },
	},
} as const satisfies Record<string, ActionSpec>;
