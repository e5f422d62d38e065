// What each command changes in an order, owes to others and tells. Pure: services/orders/advance.ts
// loads and writes.
import {
	LINES_NOT_OPEN,
	ORDER_ALREADY_PAID,
	orderCancelled,
	orderCompleted,
	ORDER_HAS_PARCELS,
	ORDER_NOT_PAID,
	orderPaid,
	orderRefunded,
	orderShipped,
	ORDER_WRONG_STATE,
	REFUND_TOO_HIGH,
	WRONG_AMOUNT,
} from "#contracts/orders";
import { leftToPayBack } from "#domain/cancelled-lines";
import { isBilled, unpaidParts } from "#domain/invoices";
import { portion } from "#domain/money";
import { transition } from "#domain/order-state";
import { fail, settle } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { refOf } from "./change.ts";
import type { By, Change, Command } from "./change.ts";
import { pointsOfRefund, releasing, spending } from "./points.ts";
import { refundOf } from "./returns/commands.ts";
import type { Effect, StoredOrder } from "./stored.ts";

const stateErrors = [ORDER_WRONG_STATE, ORDER_HAS_PARCELS];

/** Nothing may be done any more with an order whose time is over, also before the sweep sees it. */
export const isOver = ({ status, expiresAt }: StoredOrder, at: string) =>
	status === "pending_payment" && expiresAt !== null && expiresAt <= at;

export const cancelling =
	({ by, at }: By, reason: string): Command =>
	(order) => {
		const step = { type: "cancel", at, by, ...(reason && { note: reason }) } as const;
		return ended(order, settle(transition(order, step), ...stateErrors), { at, reason });
	};

const lateReason = "It was not paid in time.";

export const expiring =
	(at: string): Command =>
	(order) => {
		if (!isOver(order, at)) return { next: order };
		const step = { type: "expire", at, by: "system", note: lateReason } as const;
		const next = settle(transition(order, step), ...stateErrors);
		return ended(order, next, { at, reason: lateReason });
	};

/** An order is over: what was held for it is given back, and what was paid. */
export function ended(
	order: StoredOrder,
	next: StoredOrder,
	why: { at: string; reason: string },
): Change {
	if (next === order) return { next };
	const { at, reason } = why;
	const wasPaid = order.payment.captured > order.payment.refunded;
	const effects: (Effect | false)[] = [
		{ id: "release", kind: "release", at },
		...releasing(order, at),
		order.couponId !== null && { id: "restore", kind: "restore", at },
		wasPaid && {
			id: "refund",
			kind: "refund",
			at,
			reason: reason || "The order was cancelled.",
		},
	];
	const { email, totals } = order;
	const about = { ...refOf(order), email, reason, wasPaid, total: totals.total };
	const told = { ...about, refund: leftToPayBack(order) };
	return {
		// What was to be kept for the order is given back instead.
		next: { ...next, effects: next.effects.filter(({ kind }) => !keeping.has(kind)) },
		effects: effects.filter((effect) => effect !== false),
		told: [tell(orderCancelled, told)],
	};
}

const keeping: ReadonlySet<Effect["kind"]> = new Set(["keep", "spend-points"]);

type Captured = { paymentId: string; method: string; amount: number; paidAt: string };

/** Pays an order that waits for it, or notes the cash (no other money) of a confirmed one. */
export const paying =
	({ paymentId: id, method, amount, paidAt }: Captured, { by, at }: By): Command =>
	(order) => {
		if (isOver(order, at)) lapsed("pay");
		const isOpen = method !== order.payment.method || !isPromised(order);
		const type = isOpen ? "pay" : "capture";
		const step = { type, payment: { id, method, amount }, at, by } as const;
		const errors = [ORDER_WRONG_STATE, WRONG_AMOUNT, ORDER_ALREADY_PAID];
		const paid = settle(transition(order, step), ...errors);
		if (paid === order) return { next: order };
		const next = { ...paid, payment: { ...paid.payment, paidAt } };
		return {
			next,
			effects: [...(isOpen ? soldEffects(order, at) : []), ...billing(order, at)],
			told: [tell(orderPaid, { ...refOf(order), ...saleOf(order), total: amount, paidAt })],
		};
	};

/** It was confirmed without being paid: the money comes with the parcel, or after it. */
const isPromised = ({ status }: StoredOrder) =>
	status === "confirmed" || status === "shipped" || status === "completed";

const soldEffects = (order: StoredOrder, at: string): Effect[] => [
	{ id: "keep", kind: "keep", at },
	...spending(order, at),
	{ id: "sales", kind: "sales", at },
];

/** The invoice of the whole order, and what was taken out of it before as credit notes. */
function billing(order: StoredOrder, at: string): Effect[] {
	if (isBilled(order)) return [];
	const credits = unpaidParts(order).map(({ id }) => crediting(id, at));
	return [{ id: "invoice", kind: "invoice", at }, ...credits];
}

/** For a refund, or for a part that was taken out before it was paid. */
export const crediting = (id: string, at: string): Effect => ({
	id: `credit-${id}`,
	kind: "credit-note",
	refundId: id,
	at,
});

/** What was taken out before it was paid is not sold. */
const saleOf = ({ email, items }: StoredOrder) => ({
	email,
	lines: items.flatMap(({ productId, sku, quantity, total, cancelled = 0 }) => {
		const left = quantity - cancelled;
		return left > 0
			? { productId, sku, quantity: left, total: portion(total, left, quantity) }
			: [];
	}),
});

/** It will be paid on delivery. */
export const confirming =
	(method: string, { by, at }: By): Command =>
	(order) => {
		if (isOver(order, at)) lapsed("confirm");
		const confirmed = settle(
			transition(order, { type: "confirm", method, at, by }),
			...stateErrors,
		);
		if (confirmed === order) return { next: order };
		const payment = { ...confirmed.payment, status: "pending" as const };
		return { next: { ...confirmed, payment }, effects: soldEffects(order, at) };
	};

interface Parcel {
	id: string;
	carrier: string;
	trackingNumber: string;
	lines?: { sku: string; quantity: number }[];
}

export const shipping =
	(parcel: Parcel, { by, at }: By): Command =>
	(order) => {
		if (order.shipments.some(({ id }) => id === parcel.id)) return { next: order };
		const errors = [ORDER_WRONG_STATE, ORDER_NOT_PAID, LINES_NOT_OPEN];
		const sent = settle(transition(order, { type: "ship", parcel, at, by }), ...errors);
		if (sent === order) return { next: order };
		const { id: parcelId, carrier, trackingNumber } = parcel;
		const lines = sent.shipments.at(-1)?.lines ?? [];
		const leaving: Effect = { id: `ship-${parcelId}`, kind: "ship", at, parcelId, lines, by };
		const { email } = order;
		return {
			next: { ...sent, shippedAt: sent.status === "shipped" ? at : null },
			effects: [leaving, ...billing(order, at)],
			told: [tell(orderShipped, { ...refOf(order), email, carrier, trackingNumber })],
		};
	};

export const receiving =
	({ by, at }: By): Command =>
	(order) => {
		const next = settle(transition(order, { type: "receive", at, by }), ORDER_WRONG_STATE);
		return next === order ? { next } : { next, told: [tell(orderCompleted, refOf(order))] };
	};

export const hiding =
	({ by, at }: By): Command =>
	(order) => ({ next: settle(transition(order, { type: "hide", at, by }), ORDER_WRONG_STATE) });

type Refund = { id: string; amount: number; paymentId: string; reason?: string };

/** Only of the payment that has paid the order: another one's money never was the order's. */
export const refunding =
	({ paymentId, ...refund }: Refund, { by, at }: By): Command =>
	(order) => {
		const { captured, refunded: before, id: paidBy } = order.payment;
		if (paidBy !== paymentId) return { next: order };
		const next = transition(order, { type: "refund", refund, at, by });
		const isTooHigh = "refused" in next && next.refused === "REFUND_TOO_HIGH";
		if (isTooHigh) fail(REFUND_TOO_HIGH, { left: captured - before });
		const refunded = settle(next, ORDER_WRONG_STATE);
		const { id } = refund;
		const { told = refundTold(order, refund), ...change } = refundOf(refunded, id, at);
		if (refunded === order) return change;
		const back = pointsOfRefund(order, refunded, { id, at });
		return {
			...change,
			told,
			effects: [...(change.effects ?? []), crediting(id, at), ...back],
		};
	};

/** Of an order that is over, and of pieces taken out of it, its buyer has been told already. */
function refundTold(order: StoredOrder, { id, amount }: { id: string; amount: number }) {
	const { status, email, cancelledLines = [] } = order;
	const isKnown = status === "cancelled" || cancelledLines.some((part) => part.id === id);
	return isKnown ? [] : [tell(orderRefunded, { ...refOf(order), email, amount })];
}

function lapsed(command: string): never {
	return fail(ORDER_WRONG_STATE, { status: "cancelled", command, allowed: [] });
}
