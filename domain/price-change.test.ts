import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedPrice, priceChange } from "./price-change.ts";

describe("a change of prices", () => {
	it.each([
		["-10%", 1999, 1799],
		["+10%", 1999, 2199],
		["+2.5%", 1000, 1025],
		["-150", 1000, 850],
		["+150", 1000, 1150],
		[" +1 ", 1000, 1001],
	])("of %s makes %i into %i", (written, before, after) => {
		expect(changedPrice(before, priceChange(written)!)).toBe(after);
	});

	it.each(["", "10", "10%", "-100%", "-250%", "+0", "+0%", "-1.5", "+1.234%", "x", "- 5", "--5"])(
		"is not %s",
		(written) => {
			expect(priceChange(written)).toBeUndefined();
		},
	);

	it("never makes a price higher than any may be", () => {
		expect(changedPrice(500, priceChange("+999999999500")!)).toBe(1e12);
		expect(changedPrice(500, priceChange("+999999999501")!)).toBeUndefined();
		expect(changedPrice(6e11, priceChange("+100%")!)).toBeUndefined();
	});

	it("never makes a price nothing or less", () => {
		expect(changedPrice(150, priceChange("-150")!)).toBeUndefined();
		const written = fc.oneof(
			fc.integer({ min: 1, max: 9999 }).map((part) => `${part / 100}%`),
			fc.integer({ min: 1, max: 1e9 }).map(String),
		);
		fc.assert(
			fc.property(written, fc.integer({ min: 1, max: 1e9 }), (value, price) => {
				const [lower, higher] = [priceChange(`-${value}`)!, priceChange(`+${value}`)!];
				const less = changedPrice(price, lower);
				expect(less === undefined || (less > 0 && less <= price)).toBe(true);
				const more = changedPrice(price, higher)!;
				expect(more).toBeGreaterThanOrEqual(price);
				expect(Number.isInteger(more)).toBe(true);
			}),
		);
	});
});
