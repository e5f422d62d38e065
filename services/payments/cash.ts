// The cash that a carrier has brought for an order.
import { orders, ORDER_ALREADY_PAID, ORDER_WRONG_STATE, WRONG_AMOUNT } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { transition } from "#domain/order-state";
import { now } from "#mixins/clock";
import { fail, failAt, settle } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { apply, mark } from "./follow.ts";
import { providers } from "./providers/table.ts";
import { chargeOf } from "./stored.ts";
import type { Db, StoredPayment } from "./stored.ts";

export async function captureCash(ctx: Ctx<{ id: string; amount: number }>, db: Db) {
	const { id: orderId, amount } = ctx.params;
	const { order } = await call(ctx, orders.payable, { id: orderId, by: "staff" });
	if (order.payment.paidAt) fail(ORDER_ALREADY_PAID);
	const payments = await db.payments.find({ query: { orderId }, limit: 100 });
	if (order.payment.paidAt) fail(ORDER_ALREADY_PAID);
	const interrupted = payments.find(isUnmarked);
	if (interrupted) return mark(ctx, db, interrupted);
	const { status, commands } = order;
	const awaited =
		payments.find(isAwaited) ??
		fail(ORDER_WRONG_STATE, { status, command: "capture", allowed: commands });
	refuseUncapturable(order, awaited);
	if (amount !== order.due) failAt(WRONG_AMOUNT, { path: "amount", due: order.due });

	const outcome = await providers[awaited.method].capture({ ...chargeOf(awaited), amount });
	return apply(ctx, db, { payment: awaited, outcome });
}

/** Before anything is noted: an order that ended a moment ago has not yet let its payment go. */
function refuseUncapturable(order: Order, { id, method }: StoredPayment) {
	const payment = { id, method, amount: order.due };
	const step = { type: "capture", payment, at: now(), by: "" } as const;
	settle(transition(order, step), ORDER_WRONG_STATE, ORDER_ALREADY_PAID, WRONG_AMOUNT);
}

const isAwaited = ({ method, status }: StoredPayment) =>
	method === "cash-on-delivery" && status === "pending";

const isUnmarked = ({ method, status, isMarked }: StoredPayment) =>
	method === "cash-on-delivery" && status === "captured" && !isMarked;
