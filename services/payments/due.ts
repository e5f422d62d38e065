// What is still to be done about payments, and by whom nobody does it any more.
import { now } from "#mixins/clock";
import { follow, letGo, mark, quietly } from "./follow.ts";
import { carryOut, refundAll } from "./refund.ts";
import type { Caller } from "./refund.ts";
import type { Db, StoredPayment } from "./stored.ts";

const batch = 100;

export const isAbandoned = ({ dueAt }: StoredPayment) => dueAt !== null && dueAt <= now();

/** Ends payments and refunds that a process has begun that is no more, and looks at what waits. */
export async function recover(caller: Caller, db: Db) {
	const query = { dueAt: { $lte: now() } };
	const left = await db.payments.find({ query, sort: ["dueAt"], limit: batch });
	await Promise.allSettled(left.map((payment) => recoverOne(caller, db, payment)));
}

async function recoverOne(caller: Caller, db: Db, payment: StoredPayment) {
	// Why: a refusal is an end as well; whoever asked for the money has gone.
	if (!payment.isMarked) await follow(caller, db, payment).catch(() => {});
	await endRefunds(caller, db, payment);
}

async function endRefunds(caller: Caller, db: Db, { id: paymentId, refunds }: StoredPayment) {
	const pending = refunds.filter(({ status }) => status === "pending");
	for (const { id } of pending) await carryOut(caller, db, { paymentId, id });
}

type Ended = { orderId: string; reason: string };

/**
 * Of an order that is no more. Nobody waits for a provider here: what fails is due at once, and what
 * was captured the order owes to its buyer until it is back.
 */
export async function endPaymentsOf(caller: Caller, db: Db, { orderId, reason }: Ended) {
	const query = { orderId, status: "pending" };
	for (const payment of await db.payments.find({ query, limit: batch })) {
		await db.payments.update({ ...query, id: payment.id }, { $set: { dueAt: now() } });
		void letGo(caller, db, payment).catch(() => {});
	}
	const all = { orderId, key: "cancelled", reason, by: "system" };
	void refundAll(caller, db, all).catch(() => {});
}

/** The order takes the money or it goes back, and we know what the provider knows. */
export async function straighten(caller: Caller, db: Db, payment: StoredPayment) {
	const { id, status } = payment;
	if (status === "captured") await quietly(mark(caller, db, { ...payment, isMarked: false }));
	await quietly(follow(caller, db, (await db.payments.findById(id)) ?? payment));
	const after = (await db.payments.findById(id)) ?? payment;
	await endRefunds(caller, db, after);
	return (await db.payments.findById(id)) ?? after;
}
