// Points: earned by buying, worth a hundredth of the currency each, at most half of an order.
import { unitsOfOne } from "./money.ts";

const pointsPerOne = 100;
const mostOfAnOrder = 2;

/** What points are worth in minor units; a part of a minor unit is worth nothing. */
export function worthOf(points: number, minorUnits: number): number {
	return Math.floor((points * unitsOfOne(minorUnits)) / pointsPerOne);
}

/** The points of an amount in minor units, rounded up: so many must be spent to be worth it. */
export function pointsFor(amount: number, minorUnits: number): number {
	return Math.ceil((amount * pointsPerOne) / unitsOfOne(minorUnits));
}

/** The points that a purchase brings: one for each whole unit of the currency paid for goods. */
export function earnedPoints(goodsPaid: number, minorUnits: number): number {
	return Math.floor(goodsPaid / unitsOfOne(minorUnits));
}

export type PointsWish = { wanted: number; balance: number; minorUnits: number };
export type PointsReason = "POINTS_BALANCE" | "POINTS_LIMIT";
export type PointsSpent = { points: number; amount: number; reason?: PointsReason };

/** How many of the wanted points an order of so many minor units takes, and why not all. */
export function spendPoints(
	order: number,
	{ wanted, balance, minorUnits }: PointsWish,
): PointsSpent {
	const owned = Math.min(wanted, balance);
	const limit = Math.floor(order / mostOfAnOrder);
	const amount = Math.min(worthOf(owned, minorUnits), limit);
	const points = pointsFor(amount, minorUnits);
	if (worthOf(owned, minorUnits) > limit) {
		return { points, amount, reason: "POINTS_LIMIT" };
	}
	return { points, amount, ...(wanted > balance && { reason: "POINTS_BALANCE" as const }) };
}
