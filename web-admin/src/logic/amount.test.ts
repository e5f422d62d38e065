import fc from "fast-check";
import { expect, it } from "vitest";
import { minorFrom, textOf } from "./amount.ts";

it.each([
	["12.50", 1250],
	["12,5", 1250],
	["12", 1200],
	[".5", 50],
	["0", 0],
	["12.999", 1299],
	["", null],
	["twelve", null],
	["-3", null],
	["1.2.3", null],
])("reads %j as %j cents", (text, amount) => {
	expect(minorFrom(text, 2)).toBe(amount);
});

it("reads back what it has written, whatever the currency", () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 1e9 }),
			fc.integer({ min: 0, max: 3 }),
			(amount, units) => {
				expect(minorFrom(textOf(amount, units), units)).toBe(amount);
			},
		),
	);
});
