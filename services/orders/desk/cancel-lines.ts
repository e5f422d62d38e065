// Pieces taken out of an order before they are sent: off the reservation, their share paid back, or
// not to be paid any more.
import {
	LINES_NOT_OPEN,
	orderLinesCancelled,
	ORDER_WRONG_STATE,
	REFUND_TOO_HIGH,
} from "#contracts/orders";
import { NOTHING_CAPTURED, payments } from "#contracts/payments";
import { worthOfCancelled } from "#domain/cancelled-lines";
import { isBilled } from "#domain/invoices";
import { isCaptured } from "#domain/order-effects";
import { transition } from "#domain/order-state";
import type { Line } from "#domain/parcels";
import { isError, settle } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call } from "#mixins/service";
import { refOf } from "../change.ts";
import type { By, Command } from "../change.ts";
import { crediting, ended } from "../commands.ts";
import { pointsOfUnpaid } from "../points.ts";
import type { Caller } from "../saga.ts";
import type { Effect, StoredOrder } from "../stored.ts";

interface Part {
	/** Of this part, and of its refund. */
	id: string;
	lines: Line[];
	reason: string;
}

/** An order of which nothing is left is cancelled like any other. */
export const cancellingLines =
	({ id, lines, reason }: Part, { by, at }: By): Command =>
	(order) => {
		const amount = worthOfCancelled(order, lines);
		const step = { type: "cancel-lines", id, lines, amount, note: reason, at, by } as const;
		const next = settle(transition(order, step), ORDER_WRONG_STATE, LINES_NOT_OPEN);
		if (next === order) return { next };
		if (next.status === "cancelled") return ended(order, next, { at, reason });
		const money = isCaptured(order) ? paidBack : notToBePaid;
		const effects: Effect[] = [
			{ id: `release-${id}`, kind: "release-lines", key: id, lines, at },
			...money(order, next, { id, amount, at }),
		];
		const shippedAt = next.status === "shipped" ? at : order.shippedAt;
		return { next: { ...next, shippedAt }, effects, told: [tellOf(next)] };
	};

/** Of the part that was taken out last. */
function tellOf(order: StoredOrder) {
	const {
		lines = [],
		amount = 0,
		wasUnpaid = false,
		reason = "",
	} = order.cancelledLines?.at(-1) ?? {};
	const names = new Map(order.items.map(({ sku, name }) => [sku, name]));
	return tell(orderLinesCancelled, {
		...refOf(order),
		email: order.email,
		lines: lines.map(({ sku, quantity }) => ({ name: names.get(sku) ?? sku, quantity })),
		amount,
		wasUnpaid,
		reason,
	});
}

type Share = { id: string; amount: number; at: string };
type Owing = (before: StoredOrder, after: StoredOrder, share: Share) => Effect[];

const paidBack: Owing = (_before, _after, { id, amount, at }) =>
	amount > 0 ? [{ id: `refund-${id}`, kind: "refund-lines", key: id, at }] : [];

/** The carrier is to bring less; what is billed already is credited. */
const notToBePaid: Owing = (before, after, { id, amount, at }) => [
	{ id: `expect-${id}`, kind: "expect", at },
	...pointsOfUnpaid(before, after, { id, at }),
	...(amount > 0 && isBilled(before) ? [crediting(id, at)] : []),
];

/** What the payments refuse has gone back otherwise meanwhile: nothing more is owed. */
export async function payBackLines(caller: Caller, order: StoredOrder, key: string) {
	const part = order.cancelledLines?.find(({ id }) => id === key);
	const { id: paymentId } = order.payment;
	if (!part || !paymentId) return;
	const { amount, reason, by } = part;
	try {
		await call(caller, payments.payBack, { paymentId, key, amount, reason, by });
	} catch (error) {
		if (!refusals.some((refusal) => isError(error, refusal))) throw error;
	}
}

const refusals = [REFUND_TOO_HIGH, NOTHING_CAPTURED];
