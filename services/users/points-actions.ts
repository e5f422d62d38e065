// What orders and staff do with points, each as one change of an account.
import { POINTS_HELD, POINTS_SHORT } from "#contracts/users";
import {
	adjustPoints,
	giveBackPoints,
	holdFewer,
	holdPoints,
	releasePoints,
	spendHeld,
	takeBackPoints,
} from "#domain/points-account";
import { settle } from "#mixins/errors";
import { changePoints, entryId, pointsView } from "./points.ts";
import type { PointsBooks } from "./points.ts";

type OfOrder = { userId: string; orderId: string };
type Keyed = OfOrder & { key: string; points: number };
type Hold = OfOrder & { points: number; lapsesAt: string };
type Adjustment = { userId: string; points: number; reason: string; by: string; once: string };

export async function adjust(books: PointsBooks, { points, ...about }: Adjustment) {
	const changed = await changePoints(books, {
		...about,
		step: (account, _past, at) => adjustPoints(account, points, at),
	});
	return pointsView(settle(changed, POINTS_SHORT).account);
}

/** An order that has spent its points needs no hold any more. */
export async function hold(books: PointsBooks, { points, lapsesAt, ...order }: Hold) {
	const { orderId } = order;
	const changed = await changePoints(books, {
		...ofOrder(order),
		once: entryId("spend", orderId),
		step: (account, _past, at) => holdPoints(account, { orderId, points, lapsesAt }, at),
	});
	settle(changed, POINTS_SHORT);
}

/** Repeatable: it says how many are left, not how many go. */
export async function holdFewerOf(books: PointsBooks, order: OfOrder & { points: number }) {
	const { orderId, points } = order;
	await changePoints(books, {
		...ofOrder(order),
		once: entryId("spend", orderId),
		step: (account) => holdFewer(account, { orderId, points }),
	});
}

export async function spend(books: PointsBooks, order: OfOrder & { points?: number }) {
	const { orderId, points } = order;
	const changed = await changePoints(books, {
		...ofOrder(order),
		once: entryId("spend", orderId),
		step: (account, _past, at) =>
			spendHeld(account, { orderId, ...(points !== undefined && { most: points }) }, at),
	});
	settle(changed, POINTS_SHORT);
}

export async function release(books: PointsBooks, order: OfOrder) {
	const { orderId } = order;
	await changePoints(books, {
		...ofOrder(order),
		once: entryId("release", orderId),
		step: (account, past) => releasePoints(account, { orderId, past }),
	});
}

export async function giveBack(books: PointsBooks, { key, points, ...order }: Keyed) {
	const { orderId } = order;
	const changed = await changePoints(books, {
		...ofOrder(order),
		once: entryId("give-back", key, orderId),
		step: (account, past) => giveBackPoints(account, points, { orderId, past }),
	});
	settle(changed, POINTS_HELD);
}

/** How many were there to be taken. */
export async function takeBack(books: PointsBooks, { key, points, ...order }: Keyed) {
	const changed = await changePoints(books, {
		...ofOrder(order),
		once: entryId("take-back", key, order.orderId),
		step: (account, _past, at) => takeBackPoints(account, points, at),
	});
	return "refused" in changed ? 0 : -changed.points;
}

const ofOrder = ({ userId, orderId }: OfOrder) => ({ userId, orderId, by: "system" });
