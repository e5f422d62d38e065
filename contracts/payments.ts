import {
	boolean,
	contract,
	either,
	error,
	event,
	id,
	list,
	Money,
	int,
	nullable,
	object,
	oneOf,
	optional,
	pageOf,
	paging,
	record,
	string,
	text,
	timestamp,
	url,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { Reconciliation } from "./payments/books.ts";
import { paymentMethods } from "./payments/methods.ts";
import { failedRefunds, Refund, refundFailed } from "./payments/refunds.ts";
import { NOT_FOUND } from "./errors.ts";
import { paymentStatuses } from "#domain/order-state";
import {
	orderCancelled,
	ORDER_ALREADY_PAID,
	ORDER_NOT_FOUND,
	ORDER_WRONG_STATE,
	REFUND_TOO_HIGH,
	WRONG_AMOUNT,
} from "./orders.ts";

export * from "./payments/books.ts";
export * from "./payments/refunds.ts";
export { paymentMethods };

export const Payment = object({
	id: id(),
	orderId: id(),
	status: oneOf(...paymentStatuses),
	amount: Money,
	refunded: Money,
	method: oneOf(...paymentMethods),
	createdAt: timestamp(),
	capturedAt: nullable(timestamp()),
	version: int(),
});
export type Payment = Infer<typeof Payment>;

/** What the page does so that the buyer can pay: the provider's form, its own page, a code to scan. */
export const Next = either(
	object({
		kind: oneOf("form"),
		clientSecret: string({ max: 500 }),
		publishableKey: string({ max: 300 }),
	}),
	object({ kind: oneOf("redirect"), url: url() }),
	object({ kind: oneOf("qr"), text: string({ max: 2000 }) }),
);
export type Next = Infer<typeof Next>;

/** A payment, and what is next while it is pending. */
export const Paying = object({ ...Payment.properties, next: optional(Next) });
export type Paying = Infer<typeof Paying>;

/** A payment as staff see it. */
export const AdminPayment = object({ ...Payment.properties, refunds: list(Refund, { max: 1000 }) });
export type AdminPayment = Infer<typeof AdminPayment>;

export const PAYMENT_REFUSED = error(
	"PAYMENT_REFUSED",
	409,
	"The payment was refused. Try again or pay another way; the order stays open.",
	"付款被拒绝，请重试或换一种方式付款，订单仍可付款。",
);
export const PAYMENT_NOT_FOUND = error(
	"PAYMENT_NOT_FOUND",
	404,
	"There is no such payment of this order.",
	"该订单没有此笔付款。",
);
export const METHOD_NOT_OFFERED = error(
	"METHOD_NOT_OFFERED",
	422,
	"This way of paying is not offered.",
	"不支持该付款方式。",
);
export const CARD_UNKNOWN = error(
	"CARD_UNKNOWN",
	422,
	"The card number is not valid.",
	"卡号无效。",
);
export const WEBHOOK_FORGED = error(
	"WEBHOOK_FORGED",
	401,
	"The signature is not the provider's, or too old.",
	"签名无效或已过期。",
);
export const NOTHING_CAPTURED = error(
	"NOTHING_CAPTURED",
	409,
	"Nothing was paid for this order yet.",
	"该订单尚无已收款项。",
);

const told = { paymentId: id(), orderId: id(), amount: Money };
export const paymentCaptured = event("payment.captured", object(told));
export const paymentFailed = event("payment.failed", object(told));
export const paymentRefunded = event("payment.refunded", object({ ...told, refundId: id() }));

export const payments = contract(
	"payments",
	{
		pay: {
			summary: "Pay an order",
			rest: "POST /orders/:id/payments",
			access: "public",
			status: 201,
			idempotent: true,
			params: object({
				id: id(),
				method: oneOf(...paymentMethods),
				card: optional(
					object({ number: string({ min: 12, max: 23, pattern: "^[0-9 ]+$" }) }),
				),
			}),
			returns: Paying,
			errors: [
				ORDER_NOT_FOUND,
				ORDER_WRONG_STATE,
				ORDER_ALREADY_PAID,
				PAYMENT_REFUSED,
				METHOD_NOT_OFFERED,
				CARD_UNKNOWN,
			],
			emits: [paymentCaptured, paymentFailed],
		},
		check: {
			summary: "Ask the provider what became of a payment of an own order",
			rest: "POST /orders/:id/payments/:paymentId/check",
			access: "public",
			params: object({ id: id(), paymentId: id() }),
			returns: Payment,
			errors: [ORDER_NOT_FOUND, PAYMENT_NOT_FOUND],
			emits: [paymentCaptured, paymentFailed],
			limit: { count: 60, seconds: 60, by: "user" },
		},
		notice: {
			summary: "A provider says that something has happened to a payment; signed by it",
			rest: "POST /payments/webhooks/:provider",
			access: "public",
			body: "raw",
			params: object({
				provider: string({ max: 40 }),
				body: string({ max: 1_048_576 }),
				headers: record(string({ max: 4000 }), { max: 2000 }),
			}),
			produces: "text/plain; charset=utf-8",
			errors: [NOT_FOUND, WEBHOOK_FORGED],
		},
		capture: {
			summary: "Note the cash that the carrier has brought",
			rest: "POST /admin/orders/:id/payments",
			access: "orders:refund",
			status: 201,
			idempotent: true,
			params: object({ id: id(), amount: int({ min: 1, max: 1e12 }) }),
			returns: Payment,
			errors: [ORDER_NOT_FOUND, ORDER_WRONG_STATE, ORDER_ALREADY_PAID, WRONG_AMOUNT],
			emits: [paymentCaptured],
		},
		refund: {
			summary: "Give money back",
			rest: "POST /admin/orders/:id/refunds",
			access: "orders:refund",
			status: 201,
			idempotent: true,
			params: object({ id: id(), amount: int({ min: 1, max: 1e12 }), reason: text(300) }),
			returns: Refund,
			errors: [ORDER_NOT_FOUND, NOTHING_CAPTURED, REFUND_TOO_HIGH],
			emits: [paymentRefunded],
		},
		list: {
			summary: "Payments of an order",
			rest: "GET /admin/orders/:id/payments",
			access: "orders:read",
			params: object({ id: id(), ...paging() }),
			returns: pageOf(AdminPayment),
		},
		...failedRefunds,
		adminCheck: {
			summary: "Ask the provider how a payment stands, and do what follows",
			rest: "POST /admin/payments/:id/check",
			access: "payments:write",
			params: object({ id: id() }),
			returns: AdminPayment,
			errors: [PAYMENT_NOT_FOUND],
			emits: [paymentCaptured, paymentFailed, paymentRefunded, refundFailed],
		},
		reconciliation: {
			summary: "Where the books of payments, orders and providers disagreed at last",
			rest: "GET /admin/payments/reconciliation",
			access: "payments:read",
			returns: Reconciliation,
		},
		reconcile: {
			summary: "Compare the books of payments, orders and providers now",
			rest: "POST /admin/payments/reconciliation",
			access: "payments:write",
			status: 202,
			returns: Reconciliation,
		},
		refundAll: {
			summary: "Give everything back that an order has captured; repeatable by the key",
			access: "internal",
			params: object({
				orderId: id(),
				key: string({ max: 100 }),
				reason: string({ max: 300 }),
			}),
			emits: [paymentRefunded],
		},
		expect: {
			summary: "What the carrier is to bring for an order is another amount now; repeatable",
			access: "internal",
			params: object({ orderId: id(), amount: Money }),
		},
		seed: {
			summary: "The payment of a demo order, captured then or still awaited; keyed by its id",
			access: "internal",
			params: object({
				id: id(),
				orderId: id(),
				method: oneOf(...paymentMethods),
				amount: Money,
				createdAt: timestamp(),
				capturedAt: nullable(timestamp()),
			}),
			returns: Payment,
		},
		payBack: {
			summary: "Give a part of what a payment has captured back; repeatable by the key",
			access: "internal",
			params: object({
				paymentId: id(),
				/** The refund's id. */
				key: id(),
				amount: int({ min: 1, max: 1e12 }),
				reason: string({ max: 300 }),
				by: string({ max: 64 }),
			}),
			errors: [NOTHING_CAPTURED, REFUND_TOO_HIGH],
			emits: [paymentRefunded],
		},
		methods: {
			summary: "Ways to pay",
			rest: "GET /payment-methods",
			access: "public",
			cached: { until: ["settings"] },
			returns: list(
				object({
					key: oneOf(...paymentMethods),
					name: string({ max: 80 }),
					/** Else the buyer has something to do after the payment was begun. */
					isAtOnce: boolean(),
				}),
				{ max: 10 },
			),
		},
	},
	{ orderCancelled },
);
