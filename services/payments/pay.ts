// Paying an order: the payment is written down before any money moves, and the order is told before
// the buyer. An order has one open or captured payment at a time.
import { setTimeout as wait } from "node:timers/promises";
import { IN_PROGRESS, UNAVAILABLE } from "#contracts/errors";
import {
	orders,
	ORDER_ALREADY_PAID,
	ORDER_NOT_FOUND,
	ORDER_WRONG_STATE,
	WRONG_AMOUNT,
} from "#contracts/orders";
import type { Order } from "#contracts/orders";
import {
	METHOD_NOT_OFFERED,
	paymentCaptured,
	paymentFailed,
	PAYMENT_REFUSED,
} from "#contracts/payments";
import type { Payment } from "#contracts/payments";
import { settings } from "#contracts/settings";
import { transition } from "#domain/order-state";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { fail, isError, settle } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Authorisation, Card, Provider } from "./providers/provider.ts";
import { providers } from "./providers/table.ts";
import { giveBack } from "./refund.ts";
import type { Db, StoredPayment } from "./stored.ts";

export interface Asked {
	id: string;
	method: Payment["method"];
	card?: Card;
}

/** Whoever calls other services: a request, or the service itself in its loop. */
export type Caller = Parameters<typeof call>[0];

/** Repeatable by the payment's id: what an earlier try has begun is carried on. */
export async function pay(ctx: Ctx<Asked>, db: Db, paymentId: string): Promise<StoredPayment> {
	const { id: orderId, method, card } = ctx.params;
	const provider = providers[method];
	const current = await call(ctx, settings.current);
	if (!provider.isOffered(current)) fail(METHOD_NOT_OFFERED);
	provider.check(card);
	const { order } = await call(ctx, orders.payable, { id: orderId, by: "buyer" });

	const left = await db.payments.findById(paymentId);
	const payment = left ?? (await open(ctx, db, { order, paymentId, method }));
	const { currency } = current.shop;
	return carryOn(ctx, db, { payment, authorise: authorising(provider, { card, currency }) });
}

type Opening = { order: Order; paymentId: string; method: Payment["method"] };

const attempts = 200;
const pollMs = 50;

/** Waits for another payment of the order that is under way, for as long as a request may take. */
async function open(caller: Caller, db: Db, { order, paymentId, method }: Opening) {
	refuseUnpayable(order);
	for (let attempt = 0; attempt < attempts; attempt++) {
		try {
			return await db.payments.insert(opened(order, paymentId, method));
		} catch (error) {
			if (!(error instanceof DuplicateKey)) throw error;
		}
		const other = await db.payments.findOne({ openFor: order.id });
		if (other && isSettled(other)) fail(ORDER_ALREADY_PAID);
		if (other && isAbandoned(other)) await recoverOne(caller, db, other);
		else await wait(pollMs);
	}
	return fail(IN_PROGRESS);
}

const isSettled = ({ status, method }: StoredPayment) =>
	status !== "pending" || method === "cash-on-delivery";

const opened = (order: Order, id: string, method: Payment["method"]): StoredPayment => {
	const at = now();
	return {
		id,
		version: 1,
		orderId: order.id,
		openFor: order.id,
		status: "pending",
		amount: order.totals.total,
		refunded: 0,
		method,
		createdAt: at,
		capturedAt: null,
		reference: null,
		isMarked: false,
		refunds: [],
		dueAt: at,
	};
};

function refuseUnpayable(order: Order) {
	const payment = { id: "", method: "", amount: order.totals.total };
	const step = { type: "pay", payment, at: now(), by: "" } as const;
	settle(transition(order, step), ORDER_WRONG_STATE, ORDER_ALREADY_PAID);
}

type Authorise = (payment: StoredPayment) => Promise<Authorisation>;

const authorising =
	(provider: Provider, charge: { card?: Card; currency: string }): Authorise =>
	({ id: key, amount }) =>
		within(provider.patienceMs, provider.authorise({ key, amount, ...charge }));

type Charging = { payment: StoredPayment; authorise: Authorise };

/** From wherever the payment stands to its end. */
async function carryOn(caller: Caller, db: Db, { payment, authorise }: Charging) {
	if (payment.status === "refused") return fail(PAYMENT_REFUSED);
	if (payment.status !== "pending") return mark(caller, db, payment);
	const authorised = await authorise(payment).catch(async (error: unknown) => {
		// Why: nobody knows whether it went through. The order is free for another payment at once;
		// the loop asks the provider later and gives back what was taken too much.
		await db.payments.update({ id: payment.id }, { $set: { openFor: payment.id } });
		throw error;
	});
	if (authorised.status === "refused") return refuse(db, payment);
	if (authorised.status === "later") return confirm(caller, db, payment);
	return mark(caller, db, await capture(db, payment, authorised.reference));
}

async function refuse(db: Db, { id, orderId, amount }: StoredPayment): Promise<never> {
	await db.payments.change(
		{ id, status: "pending" },
		{ $set: { status: "refused", openFor: id, dueAt: null } },
		tell(paymentFailed, { paymentId: id, orderId, amount }),
	);
	return fail(PAYMENT_REFUSED);
}

async function confirm(caller: Caller, db: Db, payment: StoredPayment) {
	const { id, orderId, method } = payment;
	try {
		await call(caller, orders.markConfirmed, { id: orderId, paymentId: id, method });
	} catch (error) {
		if (isNo(error)) await refuse(db, payment).catch(() => {});
		throw error;
	}
	return (await db.payments.change({ id }, { $set: { dueAt: null } })) ?? payment;
}

async function capture(db: Db, payment: StoredPayment, reference: string) {
	const { id, method, amount } = payment;
	const provider = providers[method];
	await within(provider.patienceMs, provider.capture({ key: id, reference, amount }));
	return noteCaptured(db, payment, reference);
}

export async function noteCaptured(db: Db, payment: StoredPayment, reference: string | null) {
	const { id, orderId, amount } = payment;
	const at = now();
	const captured = { status: "captured", capturedAt: at, reference, dueAt: at } as const;
	const noted = await db.payments.change(
		{ id, status: "pending" },
		{ $set: captured },
		tell(paymentCaptured, { paymentId: id, orderId, amount }),
	);
	return noted ?? (await db.payments.findById(id)) ?? payment;
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
		if (isNo(error)) await giveBack(caller, db, payment);
		throw error;
	}
	const done = { $set: { isMarked: true, dueAt: null } };
	return (await db.payments.change({ id }, done)) ?? payment;
}

const noes = [ORDER_WRONG_STATE, ORDER_ALREADY_PAID, WRONG_AMOUNT, ORDER_NOT_FOUND];

const isNo = (error: unknown) => noes.some((spec) => isError(error, spec));

const abandonedMs = 20_000;
const isAbandoned = ({ dueAt }: StoredPayment) =>
	dueAt !== null && Date.parse(dueAt) < Date.now() - abandonedMs;

/** Ends what a process has begun that is no more: the provider knows what became of it. */
export async function recoverOne(caller: Caller, db: Db, payment: StoredPayment) {
	const provider = providers[payment.method];
	const authorise: Authorise = async ({ id }) => {
		const found = await within(provider.patienceMs, provider.find(id));
		if (!found) await provider.void(id);
		return found ?? { status: "refused" };
	};
	// Why: a refusal is an end as well; whoever asked for the money has gone.
	await carryOn(caller, db, { payment, authorise }).catch(() => {});
}

const batch = 100;

export async function abandoned(db: Db) {
	const dueAt = { $lte: new Date(Date.now() - abandonedMs).toISOString() };
	return db.payments.find({ query: { dueAt }, sort: ["dueAt"], limit: batch });
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
	const late = Promise.withResolvers<void>();
	const timer = setTimeout(late.resolve, ms);
	try {
		return await Promise.race([answer, late.promise.then(() => fail(UNAVAILABLE))]);
	} finally {
		clearTimeout(timer);
	}
}
