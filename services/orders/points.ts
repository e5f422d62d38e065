// The points that an order is paid with: held when it is placed, spent when it is paid, given back in
// proportion to the money that goes back, and wholly when it is cancelled.
import { users } from "#contracts/users";
import { portion } from "#domain/money";
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

export async function spend(caller: Caller, order: StoredOrder) {
	const used = pointsOf(order);
	if (!used) return;
	const { userId, orderId } = used;
	await call(caller, users.spendPoints, { userId, orderId });
}

export async function release(caller: Caller, order: StoredOrder) {
	const used = pointsOf(order);
	if (!used) return;
	const { userId, orderId } = used;
	await call(caller, users.releasePoints, { userId, orderId });
}

export async function giveBack(caller: Caller, order: StoredOrder, part: Part) {
	const used = pointsOf(order);
	if (used) await call(caller, users.giveBackPoints, { ...used, ...part });
}

type Part = { key: string; points: number };

/** What the order owes when it is paid, and when it is over. */
export const owesPoints = (
	order: StoredOrder,
	kind: "spend-points" | "release-points",
	at: string,
): Effect[] => (pointsOf(order) ? [{ id: kind, kind, at }] : []);

/** What a refund brings back beside the money; all refunds together bring all points back. */
export function pointsOfRefund(
	before: StoredOrder,
	{ payment }: StoredOrder,
	{ id, at }: { id: string; at: string },
): Effect[] {
	const { points = 0 } = before;
	const upTo = (refunded: number) => portion(points, refunded, payment.captured || 1);
	const part = upTo(payment.refunded) - upTo(before.payment.refunded);
	if (part <= 0) return [];
	return [{ id: `points-${id}`, kind: "give-back-points", key: id, points: part, at }];
}
