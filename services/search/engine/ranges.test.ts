import fc from "fast-check";
import { expect, it } from "vitest";
import { priceRanges } from "./ranges.ts";

it("gives round bounds", () => {
	const prices = [990, 1990, 2990, 4990, 9990, 12_900, 25_900, 49_900, 99_900, 149_900];

	expect(priceRanges(prices).map(({ from, to }) => [from, to])).toEqual([
		[0, 1999],
		[2000, 9999],
		[10_000, 19_999],
		[20_000, 99_999],
		[100_000, null],
	]);
});

it("counts every price once, in ranges that follow each other", () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 10_000_000 })), (prices) => {
			const ranges = priceRanges(prices);

			for (const { from, to, count } of ranges) {
				const inside = prices.filter((price) => price >= from && price <= (to ?? Infinity));
				expect(inside.length).toBe(count);
			}
			expect(ranges.reduce((sum, { count }) => sum + count, 0)).toBe(prices.length);
		}),
	);
});
