// Paying an order. An order has one open or captured payment at a time; it is written down before a
// provider outside hears of it, and the order is told before the buyer.
import { setTimeout as wait } from "node:timers/promises";
import { IN_PROGRESS } from "#contracts/errors";
import { orders, ORDER_ALREADY_PAID, ORDER_WRONG_STATE } from "#contracts/orders";
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
import type { Told } from "#mixins/collection";
import { fail, settle } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { isAbandoned } from "./due.ts";
import { apply, follow, letGo, lookLater, mark } from "./follow.ts";
import { within } from "./patience.ts";
import { isAsynchronous } from "./providers/provider.ts";
import type {
	AsynchronousProvider,
	Card,
	DirectProvider,
	Next,
	Outcome,
} from "./providers/provider.ts";
import { providers } from "./providers/table.ts";
import type { Caller } from "./refund.ts";
import { afterwards, chargeOf } from "./stored.ts";
import type { Db, StoredPayment } from "./stored.ts";

export interface Asked {
	id: string;
	method: Payment["method"];
	card?: Card;
}

type Answer = { payment: StoredPayment; next?: Next };

/** Repeatable by the payment's id: what an earlier try has begun is carried on. */
export async function pay(ctx: Ctx<Asked>, db: Db, paymentId: string): Promise<Answer> {
	const { id: orderId, method, card } = ctx.params;
	const provider = providers[method];
	const current = await call(ctx, settings.current);
	if (!provider.isOffered(current)) fail(METHOD_NOT_OFFERED);
	provider.check(card);
	const { order } = await call(ctx, orders.payable, { id: orderId, by: "payer" });

	const begun = await db.payments.findById(paymentId);
	if (!begun) refuseUnpayable(order);
	const { currency } = current.shop;
	const payment = begun ?? fresh({ id: paymentId, order, method, currency });
	const answer = isAsynchronous(provider)
		? await begin(ctx, db, { provider, payment, isNew: !begun })
		: await payAtOnce(ctx, db, { provider, payment, card, isNew: !begun });
	return answer.payment.status === "refused" ? fail(PAYMENT_REFUSED) : answer;
}

function refuseUnpayable(order: Order) {
	const payment = { id: "", method: "", amount: order.totals.total };
	const step = { type: "pay", payment, at: now(), by: "" } as const;
	settle(transition(order, step), ORDER_WRONG_STATE, ORDER_ALREADY_PAID);
}

type New = { id: string; order: Order; method: Payment["method"]; currency: string };

function fresh({ id, order, method, currency }: New): StoredPayment {
	const at = now();
	return {
		id,
		version: 1,
		orderId: order.id,
		openFor: order.id,
		status: "pending",
		amount: order.totals.total,
		currency,
		refunded: 0,
		method,
		createdAt: at,
		capturedAt: null,
		reference: null,
		isMarked: false,
		refunds: [],
		dueAt: afterwards(at),
	};
}

type AtOnce = { provider: DirectProvider; payment: StoredPayment; card?: Card; isNew: boolean };

/** One write: nothing has left this process before it, so what is not written never happened. */
async function payAtOnce(ctx: Ctx, db: Db, { provider, payment, card, isNew }: AtOnce) {
	if (!isNew) return { payment: await follow(ctx, db, payment) };
	const charge = chargeOf(payment);
	const authorised = await within(
		provider,
		provider.authorise({ ...charge, ...(card && { card }) }),
	);
	const outcome =
		authorised.status === "authorised"
			? await within(provider, provider.capture({ ...charge, ...authorised }))
			: authorised;
	const { written, told } = ended(payment, outcome);
	const opened = await open(ctx, db, { payment: written, told });
	if (opened.status === "captured") return { payment: await mark(ctx, db, opened) };
	if (opened.status === "refused") return { payment: opened };
	return { payment: await apply(ctx, db, { payment: opened, outcome }) };
}

function ended(payment: StoredPayment, outcome: Outcome): { written: StoredPayment; told: Told[] } {
	const { id: paymentId, orderId, amount, createdAt: at } = payment;
	const about = { paymentId, orderId, amount };
	if (outcome.status === "captured") {
		const captured = { status: "captured", capturedAt: at } as const;
		const written = { ...payment, ...captured, reference: outcome.reference };
		return { written, told: [tell(paymentCaptured, about)] };
	}
	if (outcome.status !== "refused") return { written: payment, told: [] };
	const refused = { status: "refused", openFor: paymentId, dueAt: null } as const;
	return { written: { ...payment, ...refused }, told: [tell(paymentFailed, about)] };
}

type Begin = { provider: AsynchronousProvider; payment: StoredPayment; isNew: boolean };

/** Opens it at the provider's; asked again it is the same, so that a reloaded page goes on. */
async function begin(
	ctx: Ctx,
	db: Db,
	{ provider, payment: asked, isNew }: Begin,
): Promise<Answer> {
	const payment = isNew ? await open(ctx, db, { payment: asked, told: [] }) : asked;
	if (payment.status !== "pending") return { payment: await follow(ctx, db, payment) };
	const started = await within(provider, provider.start(chargeOf(payment))).catch(
		async (error: unknown) => {
			// Why: nobody knows whether it is open there. The order is free for another payment at
			// once; the loop asks the provider later, and gives back what was taken too much.
			await free(db, payment);
			throw error;
		},
	);
	if (started.status !== "waiting")
		return { payment: await apply(ctx, db, { payment, outcome: started }) };
	const { reference, next } = started;
	if (payment.reference === reference) return { payment, next };
	const waiting = await lookLater(db, payment, reference);
	if (waiting.status === "pending") return { payment: waiting, next };
	const isOver = waiting.status === "refused";
	const end = isOver ? letGo(ctx, db, { ...waiting, reference }) : follow(ctx, db, waiting);
	return { payment: await end };
}

const free = (db: Db, { id }: StoredPayment) =>
	db.payments.update({ id, status: "pending" }, { $set: { openFor: id } });

const attempts = 200;
const pollMs = 50;
type Opening = { payment: StoredPayment; told: Told[] };

/** Waits for another payment of the order that is under way, for as long as a request may take. */
async function open(caller: Caller, db: Db, { payment, told }: Opening): Promise<StoredPayment> {
	for (let attempt = 0; attempt < attempts; attempt++) {
		try {
			return await db.payments.insert(payment, ...told);
		} catch (error) {
			if (!(error instanceof DuplicateKey)) throw error;
		}
		const other = await db.payments.findOne({ openFor: payment.openFor });
		if (other && isSame(other, payment)) return other;
		if (other) await makeWay(caller, db, other);
	}
	return fail(IN_PROGRESS);
}

/** The very one, or one that waits for the buyer and will do. */
function isSame(other: StoredPayment, { id, method, amount }: StoredPayment) {
	if (other.id === id) return true;
	return isWaiting(other) && other.method === method && other.amount === amount;
}

const isWaiting = ({ status, reference }: StoredPayment) =>
	status === "pending" && reference !== null;

async function makeWay(caller: Caller, db: Db, other: StoredPayment) {
	const isPromised = other.method === "cash-on-delivery";
	if (other.status !== "pending" || isPromised) return fail(ORDER_ALREADY_PAID);
	if (!isWaiting(other) && !isAbandoned(other)) return wait(pollMs);
	// Why: a refusal is an end as well, and whoever does not answer must not hold the order up.
	await letGo(caller, db, other).catch(() => {});
	await free(db, other);
}
