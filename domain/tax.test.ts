import { describe, expect, it } from "vitest";
import { taxOf, taxOnTop } from "./tax.ts";

describe("tax", () => {
	it("is a part of the amount when prices include it", () => {
		expect(taxOf(11_900, { rate: 19, included: true })).toBe(1900);
		expect(taxOnTop(11_900, { rate: 19, included: true })).toBe(0);
	});

	it("comes on top when prices don't include it", () => {
		expect(taxOf(10_000, { rate: 8.875, included: false })).toBe(888);
		expect(taxOnTop(10_000, { rate: 8.875, included: false })).toBe(888);
	});

	it("is nothing at a rate of nothing", () => {
		expect(taxOf(10_000, { rate: 0, included: true })).toBe(0);
	});
});
