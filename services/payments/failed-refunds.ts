// Refunds that the provider took and that did not arrive: the card is closed, the bank sends them
// back. They stay in the books as refunds that are owed; staff send them again or pay them another
// way. The order, its credit note and its points stay as they are: the buyer has a right to the money.
import { REFUND_NOT_FAILED, REFUND_NOT_FOUND, refundFailed } from "#contracts/payments";
import type { Refund } from "#contracts/payments";
import { now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import type { Outcome } from "./providers/provider.ts";
import { carryOut, keyOf, rewrite } from "./refund.ts";
import type { Caller } from "./refund.ts";
import { afterwards } from "./stored.ts";
import type { Db, StoredPayment } from "./stored.ts";

/** Notes which refunds the provider says have failed; each is told once. */
export async function noteFailed(
	db: Db,
	payment: StoredPayment,
	{ failed = [] }: Outcome & { status: "captured" },
): Promise<StoredPayment> {
	const isFailed = (one: Refund) =>
		one.status === "done" && one.otherwise === undefined && failed.includes(keyOf(one));
	let after = payment;
	for (const { id } of payment.refunds.filter(isFailed))
		after = await rewrite(db, payment.id, {
			change: (before) =>
				replaced(before, id, (one) => (isFailed(one) ? { ...one, status: "failed" } : one)),
			told: ({ id: paymentId, orderId, refunds }) => {
				const { amount = 0 } = refunds.find((one) => one.id === id) ?? {};
				return [tell(refundFailed, { paymentId, orderId, amount, refundId: id })];
			},
		});
	return after;
}

interface Asked {
	/** Of the order. */
	id: string;
	refundId: string;
}

/** Under a key of its own at the provider, which takes each key once; repeatable. */
export async function retry(caller: Caller, db: Db, asked: Asked) {
	const { id: paymentId } = await paymentOf(db, asked);
	await rewrite(db, paymentId, {
		change: (before) => {
			const after = replaced(before, asked.refundId, again);
			return after === before ? before : { ...after, dueAt: afterwards(now()) };
		},
	});
	return carryOut(caller, db, { paymentId, id: asked.refundId });
}

function again(one: Refund): Refund {
	const { status, retries = 0, otherwise } = one;
	if (status === "failed") return { ...one, status: "pending", retries: retries + 1 };
	return retries > 0 && otherwise === undefined ? one : fail(REFUND_NOT_FAILED);
}

export async function settle(db: Db, { note, ...asked }: Asked & { note: string }) {
	const { id } = await paymentOf(db, asked);
	const after = await rewrite(db, id, {
		change: (before) =>
			replaced(before, asked.refundId, (one) => {
				if (one.otherwise === note) return one;
				if (one.status !== "failed") return fail(REFUND_NOT_FAILED);
				return { ...one, status: "done", otherwise: note };
			}),
	});
	return after.refunds.find((one) => one.id === asked.refundId) ?? fail(REFUND_NOT_FOUND);
}

async function paymentOf(db: Db, { id: orderId, refundId }: Asked): Promise<StoredPayment> {
	const payments = await db.payments.find({ query: { orderId }, limit: 100 });
	const found = payments.find(({ refunds }) => refunds.some(({ id }) => id === refundId));
	return found ?? fail(REFUND_NOT_FOUND);
}

/** The very same payment when nothing changes in it. */
function replaced(payment: StoredPayment, id: string, change: (one: Refund) => Refund) {
	const refunds = payment.refunds.map((one) => (one.id === id ? change(one) : one));
	const isSame = refunds.every((one, at) => one === payment.refunds[at]);
	return isSame ? payment : { ...payment, refunds };
}
