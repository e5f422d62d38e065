// Giving money back. A refund is noted within its payment, guarded by what is left; then the
// provider and the order are told. Each step may be repeated under the refund's id.
import { createHash } from "node:crypto";
import { ORDER_NOT_FOUND, orders, REFUND_TOO_HIGH } from "#contracts/orders";
import { NOTHING_CAPTURED, paymentRefunded, REFUND_NOT_TAKEN } from "#contracts/payments";
import type { Refund } from "#contracts/payments";
import { now } from "#mixins/clock";
import { StaleVersion } from "#mixins/collection";
import type { Told } from "#mixins/collection";
import { fail, failAt, isError } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call } from "#mixins/service";
import { within } from "./patience.ts";
import type { Outcome } from "./providers/provider.ts";
import { providers } from "./providers/table.ts";
import { afterwards, chargeOf } from "./stored.ts";
import type { Db, StoredPayment } from "./stored.ts";

/** Whoever calls other services: a request, or the service itself in its loop. */
export type Caller = Parameters<typeof call>[0];

export interface Wanted {
	id: string;
	paymentId: string;
	/** All that is left, or a part of it. */
	amount: number | "rest";
	reason: string;
	by: string;
}

/** The refund, done; null when the rest was wanted and nothing was left. */
export async function refund(caller: Caller, db: Db, wanted: Wanted) {
	const { id, paymentId } = wanted;
	const { refunds } = await rewrite(db, paymentId, {
		change: (payment) => noted(payment, wanted),
	});
	const isNoted = refunds.some((one) => one.id === id);
	return isNoted ? carryOut(caller, db, { paymentId, id }) : null;
}

/** The payment of an order from which money can go back. */
export async function refundable(db: Db, orderId: string): Promise<StoredPayment | null> {
	const all = await db.payments.find({ query: { orderId }, limit: 100 });
	return all.find(leftOf) ?? all.find(({ status }) => status === "refunded") ?? null;
}

export const leftOf = ({ status, amount, refunded }: StoredPayment) =>
	status === "captured" ? amount - refunded : 0;

type All = { orderId: string; key: string; reason: string; by: string };

/** Everything that is left of what an order has captured; the key makes it the same refund. */
export async function refundAll(caller: Caller, db: Db, { orderId, key, ...why }: All) {
	const payments = await db.payments.find({
		query: { orderId, capturedAt: { $gt: "" } },
		limit: 100,
	});
	for (const { id: paymentId } of payments) {
		const id = digest(`${key}:${paymentId}`);
		await refund(caller, db, { ...why, id, paymentId, amount: "rest" });
	}
}

/** The order did not take the money; it is free for another payment, if it takes any. */
export async function giveBack(caller: Caller, db: Db, { id }: StoredPayment) {
	await db.payments.update({ id, isMarked: false }, { $set: { openFor: id } });
	return refund(caller, db, {
		paymentId: id,
		id: digest(`unmarked:${id}`),
		amount: "rest",
		reason: "The order could not be paid any more.",
		by: "system",
	});
}

type Seen = { payment: StoredPayment; outcome: Outcome & { status: "captured" } };

/** What was given back at the provider's own desk is noted here as well, and told to the order. */
export async function adopt(caller: Caller, db: Db, { payment, outcome }: Seen) {
	const { refunded } = outcome;
	if (refunded <= sumOf(payment)) return payment;
	const id = digest(`outside:${payment.id}:${refunded}`);
	const after = await rewrite(db, payment.id, {
		change: (before) => {
			const amount = refunded - sumOf(before);
			const why = { id, paymentId: before.id, reason: "Given back at the provider." };
			return amount > 0 ? noted(before, { ...why, amount, by: outside }) : before;
		},
	});
	if (!after.refunds.some((one) => one.id === id)) return after;
	await carryOut(caller, db, { paymentId: payment.id, id });
	return (await db.payments.findById(payment.id)) ?? after;
}

/** Who has given back what we did not. */
const outside = "provider";

const sumOf = ({ refunds }: StoredPayment) => refunds.reduce((sum, { amount }) => sum + amount, 0);

const digest = (text: string) => createHash("sha256").update(text).digest("base64url");

function noted(payment: StoredPayment, { id, reason, by, ...wanted }: Wanted): StoredPayment {
	if (payment.refunds.some((one) => one.id === id)) return payment;
	const left = leftOf(payment);
	const amount = wanted.amount === "rest" ? left : wanted.amount;
	if (wanted.amount === "rest" && left === 0) return payment;
	if (payment.capturedAt === null) fail(NOTHING_CAPTURED);
	if (amount > left) failAt(REFUND_TOO_HIGH, { path: "amount", left });
	const { id: paymentId, orderId } = payment;
	const at = now();
	const made: Refund = { id, orderId, paymentId, amount, reason, status: "pending", at, by };
	return {
		...payment,
		status: amount === left ? "refunded" : "captured",
		refunded: payment.refunded + amount,
		refunds: [...payment.refunds, made],
		dueAt: afterwards(at),
	};
}

/** Tells the provider and the order of a noted refund, then notes that it is done. */
export async function carryOut(caller: Caller, db: Db, ref: { paymentId: string; id: string }) {
	const { paymentId, id } = ref;
	const payment = (await db.payments.findById(paymentId)) ?? fail(NOTHING_CAPTURED);
	const pending = payment.refunds.find((one) => one.id === id) ?? fail(NOTHING_CAPTURED);
	if (pending.status !== "pending") return pending;
	const { amount, orderId, reason } = pending;
	if (!(await isGivenBack(payment, pending)))
		return pending.retries
			? failAgain(db, { payment, id })
			: refuse(caller, db, { payment, id });
	await tellOrder(caller, { id: orderId, paymentId, refundId: id, amount, reason });
	const told = tell(paymentRefunded, { paymentId, orderId, amount, refundId: id });
	await rewrite(db, paymentId, {
		change: (before) => ended(before, id, "done"),
		told: () => (pending.retries ? [] : [told]),
	});
	return { ...pending, status: "done" as const };
}

type Refunded = { id: string; paymentId: string; refundId: string; amount: number; reason: string };

/** An order that is not there any more needs not know. */
async function tellOrder(caller: Caller, refunded: Refunded) {
	try {
		await call(caller, orders.markRefunded, refunded);
	} catch (error) {
		if (!isError(error, ORDER_NOT_FOUND)) throw error;
	}
}

/** As the provider knows it: each try again is another one there. */
export const keyOf = ({ id, retries = 0 }: Refund) => (retries > 0 ? `${id}-${retries}` : id);

async function isGivenBack(payment: StoredPayment, pending: Refund) {
	if (pending.by === outside) return true;
	const provider = providers[payment.method];
	const asked = { key: keyOf(pending), payment: chargeOf(payment), amount: pending.amount };
	return (await within(provider, provider.refund(asked))) === "done";
}

type Refused = { payment: StoredPayment; id: string };

/** The provider has less left than we thought: our note goes, what it says comes. */
async function refuse(caller: Caller, db: Db, { payment, id }: Refused): Promise<never> {
	const provider = providers[payment.method];
	const found = await within(provider, provider.find(chargeOf(payment)));
	const before = await rewrite(db, payment.id, { change: (one) => withdrawn(one, id) });
	if (found?.status !== "captured") return fail(REFUND_TOO_HIGH, { left: leftOf(before) });
	const now = await adopt(caller, db, { payment: before, outcome: found });
	return fail(REFUND_TOO_HIGH, { left: leftOf(now) });
}

/** The order counts it already, so it is owed as before. */
async function failAgain(db: Db, { payment, id }: Refused): Promise<never> {
	await rewrite(db, payment.id, { change: (before) => ended(before, id, "failed") });
	return fail(REFUND_NOT_TAKEN);
}

function withdrawn(payment: StoredPayment, id: string): StoredPayment {
	const gone = payment.refunds.find((one) => one.id === id && one.status === "pending");
	if (!gone) return payment;
	const refunds = payment.refunds.filter((one) => one !== gone);
	const refunded = payment.refunded - gone.amount;
	return stillDue({ ...payment, status: "captured", refunds, refunded });
}

/** Until each refund is done, and the order knows of money that is kept. */
function stillDue(payment: StoredPayment): StoredPayment {
	const isOpen = payment.refunds.some(({ status }) => status === "pending");
	const isUntold = payment.status === "captured" && !payment.isMarked;
	return { ...payment, dueAt: isOpen || isUntold ? payment.dueAt : null };
}

function ended(payment: StoredPayment, id: string, status: Refund["status"]): StoredPayment {
	if (!payment.refunds.some((one) => one.id === id && one.status === "pending")) return payment;
	const refunds = payment.refunds.map((one) => (one.id === id ? { ...one, status } : one));
	return stillDue({ ...payment, refunds });
}

interface Rewriting {
	change: (payment: StoredPayment) => StoredPayment;
	told?: (after: StoredPayment) => Told[];
}

const attempts = 20;

/** Guarded by the version; decided again when somebody was faster. */
export async function rewrite(db: Db, id: string, { change, told = () => [] }: Rewriting) {
	for (let attempt = 1; ; attempt++) {
		const before = (await db.payments.findById(id)) ?? fail(NOTHING_CAPTURED);
		const after = change(before);
		if (after === before) return before;
		try {
			return await db.payments.replace(after, ...told(after));
		} catch (error) {
			if (!(error instanceof StaleVersion) || attempt === attempts) throw error;
		}
	}
}
