// The points that an order is paid with: held when it is placed, spent when it is paid, given back in
// proportion to the money that goes back, and wholly when it is cancelled.
import { users } from "#contracts/users";
import { portion } from "#domain/money";
import { neverPaid } from "#domain/order-effects";
import { call } from "#mixins/service";
import type { Caller } from "./saga.ts";
import type { Effect, StoredOrder } from "./stored.ts";

type Using = { userId: string; orderId: string; points: number };

/** Nothing for an order without points. */
export function pointsOf({ id: orderId, userId, points = 0 }: StoredOrder): Using | null {
	return userId !== null && points > 0 ? { userId, orderId, points } : null;
}

export async function hold(caller: Caller, order: StoredOrder, lapsesAt: string) {
	const used = pointsOf(order);
	if (used) await call(caller, users.holdPoints, { ...used, lapsesAt });
}

/** Of an order that became cheaper, which may need none at all any more. */
export async function holdFewer(caller: Caller, { userId, id: orderId, points = 0 }: StoredOrder) {
	if (userId) await call(caller, users.holdFewerPoints, { userId, orderId, points });
}

export async function spend(caller: Caller, order: StoredOrder, points: number | undefined) {
	const { id: orderId, userId } = order;
	if (userId)
		await call(caller, users.spendPoints, { userId, orderId, ...(points && { points }) });
}

export async function release(caller: Caller, order: StoredOrder) {
	const used = pointsOf(order);
	if (!used) return;
	const { userId, orderId } = used;
	await call(caller, users.releasePoints, { userId, orderId });
}

/** Also of an order that takes none any more. */
export async function giveBack(caller: Caller, { userId, id: orderId }: StoredOrder, part: Part) {
	if (userId) await call(caller, users.giveBackPoints, { userId, orderId, ...part });
}

type Part = { key: string; points: number };

/** What the order owes when it is paid. */
export function spending(order: StoredOrder, at: string): Effect[] {
	const used = pointsOf(order);
	return used ? [{ id: "spend-points", kind: "spend-points", points: used.points, at }] : [];
}

/** What it owes when it is over; points that an earlier change has freed are free already. */
export const releasing = (order: StoredOrder, at: string): Effect[] =>
	pointsOf(order) ? [{ id: "release-points", kind: "release-points", at }] : [];

/** What it owes when it takes fewer points than before: those held are free, those spent are back. */
export function lessening(
	before: StoredOrder,
	{ points = 0 }: Pick<StoredOrder, "points">,
	{ id, at }: { id: string; at: string },
): Effect[] {
	const surplus = (before.points ?? 0) - points;
	if (surplus <= 0) return [];
	const key = `points-${id}`;
	return before.status === "pending_payment"
		? [{ id: key, kind: "hold-fewer-points", at }]
		: [{ id: key, kind: "give-back-points", key: id, points: surplus, at }];
}

/** What a refund brings back beside the money; all refunds together bring all points back. */
export function pointsOfRefund(
	before: StoredOrder,
	{ payment }: StoredOrder,
	{ id, at }: { id: string; at: string },
): Effect[] {
	const { points: used = 0, totals } = before;
	const points = used - portion(used, neverPaid(before), totals.total || 1);
	const upTo = (refunded: number) => portion(points, refunded, payment.captured || 1);
	const part = upTo(payment.refunded) - upTo(before.payment.refunded);
	if (part <= 0) return [];
	return [{ id: `points-${id}`, kind: "give-back-points", key: id, points: part, at }];
}

/** What comes back when pieces are taken out before they are paid: their share of the points. */
export function pointsOfUnpaid(
	before: StoredOrder,
	after: StoredOrder,
	{ id, at }: { id: string; at: string },
): Effect[] {
	const { points = 0, totals } = before;
	const upTo = (order: StoredOrder) => portion(points, neverPaid(order), totals.total || 1);
	const part = upTo(after) - upTo(before);
	if (part <= 0) return [];
	return [{ id: `points-${id}`, kind: "give-back-points", key: id, points: part, at }];
}
