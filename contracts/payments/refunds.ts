// Money that goes back, also when it does not arrive.
import {
	error,
	event,
	id,
	int,
	Money,
	object,
	oneOf,
	optional,
	string,
	text,
	timestamp,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";

export const Refund = object({
	id: id(),
	orderId: id(),
	paymentId: id(),
	amount: Money,
	reason: string({ max: 300 }),
	/** `failed`: the provider has the money back and the buyer has not; staff say what next. */
	status: oneOf("pending", "done", "failed"),
	at: timestamp(),
	by: string({ max: 64 }),
	/** How often it was tried again. */
	retries: optional(int()),
	/** How staff have paid it otherwise than through the provider. */
	otherwise: optional(string({ max: 300 })),
});
export type Refund = Infer<typeof Refund>;

export const REFUND_NOT_FOUND = error(
	"REFUND_NOT_FOUND",
	404,
	"There is no such refund of this order.",
	"该订单没有此笔退款。",
);
export const REFUND_NOT_FAILED = error(
	"REFUND_NOT_FAILED",
	409,
	"Only a refund that did not arrive can be sent again or paid another way.",
	"只有未到账的退款才能重新发起或以其他方式支付。",
);
export const REFUND_NOT_TAKEN = error(
	"REFUND_NOT_TAKEN",
	409,
	"The provider does not take this refund any more. Pay it another way.",
	"支付渠道已不再受理该退款，请以其他方式支付。",
);

/** The money that had gone back is with the provider again. */
export const refundFailed = event(
	"payment.refund-failed",
	object({ paymentId: id(), orderId: id(), amount: Money, refundId: id() }),
);

const failed = { id: id(), refundId: id() };
const common = {
	access: "orders:refund",
	status: 201,
	idempotent: true,
	returns: Refund,
} as const;

export const failedRefunds = {
	retryRefund: {
		...common,
		summary: "Send a refund that did not arrive again",
		rest: "POST /admin/orders/:id/refunds/:refundId/attempts",
		params: object(failed),
		errors: [REFUND_NOT_FOUND, REFUND_NOT_FAILED, REFUND_NOT_TAKEN],
	},
	settleRefund: {
		...common,
		summary: "Note how a refund that did not arrive was paid another way",
		rest: "POST /admin/orders/:id/refunds/:refundId/settlements",
		params: object({ ...failed, note: text(300) }),
		errors: [REFUND_NOT_FOUND, REFUND_NOT_FAILED],
	},
} as const satisfies Record<string, ActionSpec>;
