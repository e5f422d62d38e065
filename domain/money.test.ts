import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentOf, portion, spread } from "./money.ts";

const amount = fc.integer({ min: 0, max: 1e12 });
const weights = fc.array(amount, { minLength: 1, maxLength: 30 });
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe("spread", () => {
	it("gives the odd units to the largest remainders", () => {
		expect(spread(100, [1, 1, 1])).toEqual([34, 33, 33]);
		expect(spread(10, [5, 3, 2])).toEqual([5, 3, 2]);
		expect(spread(7, [0, 10, 5])).toEqual([0, 5, 2]);
	});

	it("counts every line the same when nothing has a weight", () => {
		expect(spread(5, [0, 0])).toEqual([3, 2]);
		expect(spread(0, [0, 0])).toEqual([0, 0]);
		expect(spread(0, [])).toEqual([]);
	});

	it("adds up to the total, whatever the weights", () => {
		fc.assert(
			fc.property(amount, weights, (total, all) => {
				expect(sum(spread(total, all))).toBe(total);
			}),
		);
	});

	it("never takes more from a line than its weight when the total fits", () => {
		fc.assert(
			fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
				const total = Math.floor(sum(all) * part);

				const shares = spread(total, all);

				expect(shares.every((share, i) => share >= 0 && share <= (all[i] ?? 0))).toBe(true);
			}),
		);
	});

	it("is within one unit of the exact proportion", () => {
		fc.assert(
			fc.property(
				amount,
				fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }),
				(total, all) => {
					const exact = all.map((weight) => (total * weight) / sum(all));

					const shares = spread(total, all);

					expect(
						shares.every((share, i) => Math.abs(share - (exact[i] ?? 0)) < 1.001),
					).toBe(true);
				},
			),
		);
	});
});

describe("percentOf", () => {
	it.each([
		[1000, 10, 100],
		[5, 10, 1],
		[4, 10, 0],
		[333, 33.3333, 111],
		[100, 8.875, 9],
		[0, 50, 0],
		[999_999_999_999, 100, 999_999_999_999],
	])("of %i at %d percent is %i, half a unit goes up", (base, percent, expected) => {
		expect(percentOf(base, percent)).toBe(expected);
	});

	it("is the exact part, half a unit up, however large the product", () => {
		const factor = fc.oneof(fc.nat(1000), fc.nat(100_000_000), amount);
		fc.assert(
			fc.property(factor, factor, fc.integer({ min: 1, max: 1e12 }), (one, other, by) => {
				const whole = BigInt(by);
				const exact = (2n * BigInt(one) * BigInt(other) + whole) / (2n * whole);

				fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER));
				expect(BigInt(portion(one, other, by))).toBe(exact);
			}),
			{ numRuns: 2000 },
		);
	});

	it("counts exactly beyond what a number holds", () => {
		expect(portion(999_999_999_999, 999_999_999_998, 999_999_999_999)).toBe(999_999_999_998);
	});
});
