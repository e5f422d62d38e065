// The money of a return on its way to the buyer. The amount is noted in the return first; the order
// hears of the refund from the payments, and then the return is refunded.
import { REFUND_TOO_HIGH } from "#contracts/orders";
import { NOTHING_CAPTURED, payments } from "#contracts/payments";
import { isRefundUnderWay } from "#domain/returns";
import { isError } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Caller } from "../saga.ts";
import type { Db, StoredOrder } from "../stored.ts";
import { find, withoutRefund } from "./commands.ts";

interface Owed {
	order: StoredOrder;
	returnId: string;
}

/** Keyed by the return. What the payments refuse is not owed any more: staff try another amount. */
export async function payBack(caller: Caller, db: Db, { order, returnId: key }: Owed) {
	const one = find(order, key);
	const { id: paymentId } = order.payment;
	if (!isRefundUnderWay(one) || !one.refund || !paymentId) return;
	const { amount, by } = one.refund;
	const reason = `Return ${one.number}`;
	try {
		await call(caller, payments.payBack, { paymentId, key, amount, reason, by });
	} catch (error) {
		if (!refusals.some((refusal) => isError(error, refusal))) throw error;
		await db.orders.replace(withoutRefund(order, key));
	}
}

const refusals = [REFUND_TOO_HIGH, NOTHING_CAPTURED];
