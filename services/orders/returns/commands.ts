// What each command changes in a return, owes to others and tells. Pure, like the order's own
// commands: a return is part of its order's document, so one guarded write decides about both.
import {
	MORE_THAN_ANNOUNCED,
	NOT_RETURNABLE,
	NOTHING_ARRIVED,
	NOTHING_RETURNABLE,
	ORDER_WRONG_STATE,
	REFUND_TOO_HIGH,
	RETURN_NOT_FOUND,
	RETURN_TOO_LATE,
	RETURN_WRONG_STATE,
	returnApproved,
	returnReceived,
	returnRefunded,
	returnRejected,
	returnRequested,
	returnWithdrawn,
	TOO_MANY_RETURNS,
} from "#contracts/orders";
import { transition } from "#domain/order-state";
import type { Line } from "#domain/parcels";
import { countedLines, isRefundUnderWay } from "#domain/returns";
import type { ReturnState } from "#domain/returns";
import { notPaidBack, paidBack, takeReturnStep } from "#domain/return-steps";
import type { ReturnStep } from "#domain/return-steps";
import type { Told } from "#mixins/collection";
import { fail, settle } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { refOf } from "../change.ts";
import type { By, Change, Command } from "../change.ts";
import type { Effect, StoredOrder, StoredReturn } from "../stored.ts";

type Details = Pick<StoredReturn, "reason" | "description" | "images">;
export type Request = Details & { id: string; lines: Line[] };

/** Decided in the order's document: of two requests for the last piece the later one is refused. */
export const requesting =
	({ id, lines, ...details }: Request, { by, at }: By): Command =>
	(order) => {
		const errors = [
			ORDER_WRONG_STATE,
			NOT_RETURNABLE,
			NOTHING_RETURNABLE,
			RETURN_TOO_LATE,
			TOO_MANY_RETURNS,
		];
		const asked = settle(transition(order, { type: "return", id, lines, at, by }), ...errors);
		if (asked === order) return { next: order };
		const number = `${order.number}-R${(order.returns ?? []).length + 1}`;
		const one = { ...find(asked, id), ...details, number, requestedAt: at };
		const pictures: Effect = { id: `pictures-${id}`, kind: "pictures", returnId: id, at };
		return changed(asked, one, { at, effects: details.images.length > 0 ? [pictures] : [] });
	};

const stepErrors = [RETURN_WRONG_STATE, MORE_THAN_ANNOUNCED, NOTHING_ARRIVED, REFUND_TOO_HIGH];

/** Approves, rejects, withdraws, receives, or notes what is to be paid back. */
export const stepping =
	(id: string, step: ReturnStep): Command =>
	(order) => {
		const before = find(order, id);
		const one = settle(takeReturnStep(order, before, step), ...stepErrors);
		if (one === before) return { next: order };
		return changed(order, one, { at: step.at, effects: owedFor(one, step) });
	};

function owedFor(one: StoredReturn, { type, at, by }: ReturnStep): Effect[] {
	const returnId = one.id;
	if (type === "refund" && isRefundUnderWay(one)) {
		return [{ id: `pay-back-${returnId}-${at}`, kind: "pay-back", returnId, at }];
	}
	const lines = one.lines.flatMap(({ sku, restocked: quantity }) =>
		quantity > 0 ? [{ sku, quantity }] : [],
	);
	const isDue = type === "receive" && lines.length > 0;
	return isDue ? [{ id: `restock-${returnId}`, kind: "restock", returnId, lines, by, at }] : [];
}

/** The order has heard of a refund: the return that it was noted for is paid back. */
export function refundOf(order: StoredOrder, refundId: string, at: string): Change {
	const one = order.returns?.find(({ id }) => id === refundId);
	const paid = one && paidBack(one, at);
	return paid === one || !paid ? { next: order } : changed(order, paid, { at, effects: [] });
}

/** The noted amount could not go back. */
export function withoutRefund(order: StoredOrder, returnId: string): StoredOrder {
	return put(order, notPaidBack(find(order, returnId)));
}

export const find = ({ returns = [] }: StoredOrder, id: string): StoredReturn =>
	returns.find((one) => one.id === id) ?? fail(RETURN_NOT_FOUND, { id });

type Owing = { at: string; effects: Effect[] };

/** A refund that is only noted tells nothing: the money has not moved. */
function changed(order: StoredOrder, one: StoredReturn, { at, effects }: Owing): Change {
	const next = put(order, one);
	if (isRefundUnderWay(one)) return { next, effects };
	const { id: returnId, status } = one;
	const filing: Effect = { id: `file-${returnId}-${status}`, kind: "file", returnId, at };
	return { next, effects: [filing, ...effects], told: tellOf(order, one) };
}

type Ref = ReturnType<typeof refOf> & { email: string; returnId: string; returnNumber: string };

const tellings: Record<ReturnState, (ref: Ref, one: StoredReturn, note: string) => Told[]> = {
	requested: (ref, { lines }) => [tell(returnRequested, { ...ref, lines: lines.map(lineOf) })],
	approved: (ref, _one, note) => [tell(returnApproved, { ...ref, note })],
	rejected: (ref, _one, reason) => [tell(returnRejected, { ...ref, reason })],
	received: (ref, one) => [tell(returnReceived, { ...ref, lines: countedLines(one) })],
	refunded: (ref, one) => {
		const amount = one.refund?.amount ?? 0;
		return [tell(returnRefunded, { ...ref, amount, lines: countedLines(one) })];
	},
	withdrawn: (ref) => [tell(returnWithdrawn, ref)],
};

function tellOf(order: StoredOrder, one: StoredReturn): Told[] {
	const { id: returnId, number: returnNumber, status, timeline } = one;
	const { note = "" } = timeline.at(-1) ?? {};
	const ref = { ...refOf(order), email: order.email, returnId, returnNumber };
	return tellings[status](ref, one, note);
}

const lineOf = ({ sku, quantity }: Line): Line => ({ sku, quantity });

const put = (order: StoredOrder, one: StoredReturn): StoredOrder => ({
	...order,
	returns: (order.returns ?? []).map((other) => (other.id === one.id ? one : other)),
});
