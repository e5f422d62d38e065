import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earnedPoints, pointsFor, spendPoints, worthOf } from "./points.ts";

describe("points", () => {
	it("are worth a hundredth of the currency each", () => {
		expect(worthOf(100, 2)).toBe(100);
		expect(worthOf(100, 0)).toBe(1);
		expect(worthOf(99, 0)).toBe(0);
		expect(worthOf(100, 3)).toBe(1000);
	});

	it("come one for each whole unit paid for goods", () => {
		expect(earnedPoints(1999, 2)).toBe(19);
		expect(earnedPoints(1999, 0)).toBe(1999);
	});

	it("pay at most half of an order, and the answer says so", () => {
		expect(spendPoints(1001, { wanted: 900, balance: 1000, minorUnits: 2 })).toEqual({
			points: 500,
			amount: 500,
			reason: "POINTS_LIMIT",
		});
	});

	it("are spent as far as there are any", () => {
		expect(spendPoints(1000, { wanted: 300, balance: 200, minorUnits: 2 })).toEqual({
			points: 200,
			amount: 200,
			reason: "POINTS_BALANCE",
		});
	});

	it("are never spent beyond the balance, the wish or half the order, nor for nothing", () => {
		const count = fc.integer({ min: 0, max: 1e7 });
		const digits = fc.constantFrom(0, 2, 3);
		fc.assert(
			fc.property(count, count, count, digits, (order, wanted, balance, minorUnits) => {
				const { points, amount } = spendPoints(order, { wanted, balance, minorUnits });

				expect(points).toBeLessThanOrEqual(Math.min(wanted, balance));
				expect(amount * 2).toBeLessThanOrEqual(order);
				expect(amount).toBeLessThanOrEqual(worthOf(points, minorUnits));
				expect(points).toBe(pointsFor(amount, minorUnits));
			}),
		);
	});
});
