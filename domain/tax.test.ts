import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { taxOf, taxOnTop } from "./tax.ts";

describe("tax", () => {
	it("is a part of the amount when prices include it", () => {
		expect(taxOf(11_900, { rate: 1900, included: true })).toBe(1900);
		expect(taxOnTop(11_900, { rate: 1900, included: true })).toBe(0);
	});

	it("comes on top when prices don't include it, half a unit goes up", () => {
		expect(taxOf(10_050, { rate: 700, included: false })).toBe(704);
		expect(taxOnTop(10_050, { rate: 700, included: false })).toBe(704);
	});

	it("is nothing at a rate of nothing", () => {
		expect(taxOf(10_000, { rate: 0, included: true })).toBe(0);
	});

	it("is the same from both sides: the net amount and the tax on it come to the gross", () => {
		const gross = fc.integer({ min: 0, max: 1e9 });
		fc.assert(
			fc.property(gross, fc.integer({ min: 0, max: 4000 }), (amount, rate) => {
				const net = amount - taxOf(amount, { rate, included: true });

				const again = net + taxOnTop(net, { rate, included: false });

				expect(Math.abs(again - amount)).toBeLessThanOrEqual(1);
			}),
		);
	});
});
