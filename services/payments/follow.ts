// From what a provider says of a payment to the end of it. Every step may be repeated, and taken by
// several at once: the payment's document and the order decide, each in one guarded write.
import {
	orders,
	ORDER_ALREADY_PAID,
	ORDER_NOT_FOUND,
	ORDER_WRONG_STATE,
	WRONG_AMOUNT,
} from "#contracts/orders";
import { paymentCaptured, paymentFailed } from "#contracts/payments";
import { transition } from "#domain/order-state";
import { isRefused } from "#domain/refusal";
import { later } from "#domain/schedule";
import { now } from "#mixins/clock";
import { isError, fail } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call } from "#mixins/service";
import { noteFailed } from "./failed-refunds.ts";
import { within } from "./patience.ts";
import { isAsynchronous } from "./providers/provider.ts";
import type { Outcome } from "./providers/provider.ts";
import { providers } from "./providers/table.ts";
import { adopt, giveBack } from "./refund.ts";
import type { Caller } from "./refund.ts";
import { afterwards, chargeOf } from "./stored.ts";
import type { Db, StoredPayment } from "./stored.ts";

/** Asks the provider how the payment stands, and does what follows from it. */
export async function follow(caller: Caller, db: Db, payment: StoredPayment) {
	const provider = providers[payment.method];
	if (isTaken(payment)) return followTaken(caller, db, payment);
	const found = await within(provider, provider.find(chargeOf(payment)));
	return found ? apply(caller, db, { payment, outcome: found }) : letGo(caller, db, payment);
}

const isTaken = ({ status }: StoredPayment) => status === "captured" || status === "refunded";

/** The order has to know of it, and we of what went back at the provider's desk. */
async function followTaken(caller: Caller, db: Db, payment: StoredPayment) {
	const provider = providers[payment.method];
	const marked = payment.isMarked ? payment : await mark(caller, db, payment);
	if (!isAsynchronous(provider)) return marked;
	const found = await within(provider, provider.find(chargeOf(payment)));
	if (found?.status !== "captured") return marked;
	const known = await noteFailed(db, marked, found);
	return adopt(caller, db, { payment: known, outcome: found });
}

/** The buyer shall not pay it any more; if the money was faster, it is dealt with. */
export async function letGo(
	caller: Caller,
	db: Db,
	payment: StoredPayment,
): Promise<StoredPayment> {
	const provider = providers[payment.method];
	const outcome = await within(provider, provider.void(chargeOf(payment)));
	if (outcome.status === "waiting") return lookLater(db, payment, outcome.reference);
	return apply(caller, db, { payment, outcome });
}

type News = { payment: StoredPayment; outcome: Outcome };

/** The payment as it is then; refuses when the order does not take its money. */
export async function apply(
	caller: Caller,
	db: Db,
	{ payment, outcome }: News,
): Promise<StoredPayment> {
	switch (outcome.status) {
		case "refused":
			return refuse(db, payment);
		case "later":
			return confirm(caller, db, payment);
		case "waiting":
			if (!(await isWanted(caller, payment))) return letGo(caller, db, payment);
			return lookLater(db, payment, outcome.reference);
		case "authorised":
			return take(caller, db, { ...payment, reference: outcome.reference });
		default: {
			const captured = await noteCaptured(db, payment, outcome);
			return adopt(caller, db, { payment: await mark(caller, db, captured), outcome });
		}
	}
}

async function refuse(db: Db, payment: StoredPayment): Promise<StoredPayment> {
	const { id, orderId, amount } = payment;
	const refused = await db.payments.change(
		{ id, status: "pending" },
		{ $set: { status: "refused", openFor: id, dueAt: null } },
		tell(paymentFailed, { paymentId: id, orderId, amount }),
	);
	return refused ?? asStored(db, payment);
}

async function confirm(caller: Caller, db: Db, payment: StoredPayment) {
	const { id, orderId, method } = payment;
	try {
		await call(caller, orders.markConfirmed, { id: orderId, paymentId: id, method });
	} catch (error) {
		if (isNo(error)) await refuse(db, payment);
		throw error;
	}
	return (await db.payments.change({ id }, { $set: { dueAt: null } })) ?? payment;
}

/** Whether its money would still be taken; another payment of the order may have come between. */
async function isWanted(caller: Caller, { id, orderId, method, amount, openFor }: StoredPayment) {
	if (openFor !== orderId) return false;
	const { order } = await call(caller, orders.payable, { id: orderId, by: "staff" });
	const payment = { id, method, amount };
	return !isRefused(transition(order, { type: "pay", payment, at: now(), by: "" }));
}

const soonSeconds = 20;
const laterSeconds = 300;

/** A lost message must not be the end of it: what waits is looked at now and then. */
export async function lookLater(db: Db, payment: StoredPayment, reference: string) {
	const age = (Date.now() - Date.parse(payment.createdAt)) / 1000;
	const dueAt = later(now(), age < laterSeconds ? soonSeconds : laterSeconds);
	const waiting = { id: payment.id, status: "pending" };
	const left = await db.payments.change(waiting, { $set: { reference, dueAt } });
	return left ?? asStored(db, payment);
}

/** What was promised for an order that is no more is let go, not taken and given back. */
async function take(caller: Caller, db: Db, payment: StoredPayment): Promise<StoredPayment> {
	if (!(await isWanted(caller, payment))) return letGo(caller, db, payment);
	const provider = providers[payment.method];
	const outcome = await within(provider, provider.capture(chargeOf(payment)));
	// Why: it could not be taken now; it stays due, and is tried again.
	if (outcome.status === "authorised") return payment;
	return apply(caller, db, { payment, outcome });
}

type Captured = Outcome & { status: "captured" };

/** Also of a payment that we had given up: the provider alone knows. */
async function noteCaptured(db: Db, payment: StoredPayment, { amount, reference }: Captured) {
	const { id, orderId, method } = payment;
	const isFinal = !isAsynchronous(providers[method]);
	const capturedAt = now();
	const dueAt = afterwards(capturedAt);
	const captured = { status: "captured", amount, capturedAt, reference, dueAt } as const;
	const noted = await db.payments.change(
		{ id, status: isFinal ? "pending" : { $in: ["pending", "refused"] } },
		{ $set: captured },
		tell(paymentCaptured, { paymentId: id, orderId, amount }),
	);
	return noted ?? asStored(db, payment);
}

/** Tells the order, which alone decides; money that it does not take goes back at once. */
export async function mark(caller: Caller, db: Db, payment: StoredPayment) {
	const { id, orderId, method, amount, capturedAt } = payment;
	if (payment.isMarked) return payment;
	if (payment.status !== "captured") return fail(ORDER_WRONG_STATE, { status: "cancelled" });
	const paidAt = capturedAt ?? now();
	try {
		await call(caller, orders.markPaid, { id: orderId, paymentId: id, method, amount, paidAt });
	} catch (error) {
		const isCheaper = method === "cash-on-delivery" && isError(error, WRONG_AMOUNT);
		if (isCheaper) await reopen(caller, db, payment);
		else if (isNo(error)) await giveBack(caller, db, payment);
		throw error;
	}
	// Why: should it be lost, or the payment have gone on, the loop tells the order again in vain.
	const fields = { isMarked: true, dueAt: null };
	void db.payments.tidy(id, { set: { version: payment.version, fields } });
	return { ...payment, ...fields };
}

/** The order became cheaper while its cash was noted: what it costs now is to be noted again. */
async function reopen(caller: Caller, db: Db, { id, orderId }: StoredPayment) {
	const due = async () =>
		(await call(caller, orders.payable, { id: orderId, by: "staff" })).order.due;
	let amount = await due();
	const open = { status: "pending", capturedAt: null, reference: null, dueAt: null };
	await db.payments.update(
		{ id, status: "captured", isMarked: false },
		{ $set: { ...open, amount } },
	);
	// Why: an order that changed just before found no open payment to tell its new amount.
	for (let after = await due(); after !== amount; after = await due()) {
		amount = after;
		await db.payments.update({ id, status: "pending" }, { $set: { amount } });
	}
}

/** Where nobody waits for the money, it is no matter that the order does not take it. */
export async function quietly(following: Promise<unknown>) {
	await following.catch((error: unknown) => {
		if (!isNo(error)) throw error;
	});
}

const noes = [ORDER_WRONG_STATE, ORDER_ALREADY_PAID, WRONG_AMOUNT, ORDER_NOT_FOUND];

/** The order has said no. */
const isNo = (error: unknown) => noes.some((spec) => isError(error, spec));

const asStored = async (db: Db, payment: StoredPayment) =>
	(await db.payments.findById(payment.id)) ?? payment;
