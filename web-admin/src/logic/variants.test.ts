import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	blankVariant,
	combinations,
	completed,
	keyOf,
	renamed,
	variantsAfter,
} from "./variants.ts";
import type { Option, VariantDraft } from "./variants.ts";

const colour: Option = { name: "Colour", values: ["Red", "Blue"] };
const size: Option = { name: "Size", values: ["S", "M"] };

const variant = (sku: string, options: Record<string, string>): VariantDraft => ({
	...blankVariant(),
	sku,
	options,
	isNew: false,
	price: sku.length * 100,
});

describe("variants", () => {
	it("are all combinations, in the order of the values", () => {
		expect(combinations([colour, size])).toEqual([
			{ Colour: "Red", Size: "S" },
			{ Colour: "Red", Size: "M" },
			{ Colour: "Blue", Size: "S" },
			{ Colour: "Blue", Size: "M" },
		]);
	});

	it("is one without options", () => {
		expect(combinations([{ name: "", values: ["x"] }])).toEqual([{}]);
	});

	it("keep their SKU and price when an option is added", () => {
		const before = [variant("RED", { Colour: "Red" }), variant("BLUE", { Colour: "Blue" })];

		const after = variantsAfter([colour], [colour, size], before);

		expect(after.map(({ sku, options, price }) => [sku, options.Size, price])).toEqual([
			["RED", "S", 300],
			["", "M", 300],
			["BLUE", "S", 400],
			["", "M", 400],
		]);
	});

	it("go with the value that is taken out", () => {
		const before = [variant("RED", { Colour: "Red" }), variant("BLUE", { Colour: "Blue" })];

		const after = variantsAfter([colour], [{ name: "Colour", values: ["Blue"] }], before);

		expect(after.map(({ sku }) => sku)).toEqual(["BLUE"]);
	});

	it("that were taken out stay out when another value comes", () => {
		const before = [variant("RED", { Colour: "Red" })];

		const after = variantsAfter(
			[colour],
			[{ name: "Colour", values: ["Red", "Blue", "Green"] }],
			before,
		);

		expect(after.map(({ options }) => options.Colour)).toEqual(["Red", "Green"]);
	});

	it("can be completed by hand", () => {
		expect(completed([colour], [variant("RED", { Colour: "Red" })])).toHaveLength(2);
	});

	it("follow an option's new name", () => {
		const [one] = renamed([variant("RED", { Colour: "Red" })], "Colour", "Shade");

		expect(one?.options).toEqual({ Shade: "Red" });
	});

	it("are never doubled and always fit the options", () => {
		const options = fc.uniqueArray(
			fc.record({
				name: fc.constantFrom("A", "B", "C"),
				values: fc.uniqueArray(fc.constantFrom("1", "2", "3"), { minLength: 1 }),
			}),
			{ selector: ({ name }) => name },
		);
		fc.assert(
			fc.property(options, options, (before, after) => {
				const made = variantsAfter([], before, []);
				const changed = variantsAfter(before, after, made);

				const keys = changed.map((one) => keyOf(one.options));
				const possible = new Set(combinations(after).map(keyOf));
				expect(new Set(keys).size).toBe(keys.length);
				expect(keys.every((key) => possible.has(key))).toBe(true);
				expect(keys.length).toBeGreaterThan(0);
			}),
		);
	});
});
