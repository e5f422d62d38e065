import { describe, expect, it } from "vitest";
import { cardPrice, checkProduct, inStock, priceRange } from "./product.ts";

const options = [
	{ name: "Colour", values: ["Red", "Blue"] },
	{ name: "Size", values: ["S", "M"] },
];
const variant = (sku: string, Colour: string, Size: string) => ({
	sku,
	options: { Colour, Size },
	price: 1000,
});

describe("checkProduct", () => {
	it("finds nothing wrong with a sound product", () => {
		const variants = [variant("a", "Red", "S"), variant("b", "Red", "M")];

		expect(checkProduct({ options, variants })).toEqual([]);
		expect(checkProduct({ variants: [{ price: 1000, listPrice: 1000 }] })).toEqual([]);
	});

	it("wants each option named with one of its values, and no other", () => {
		const variants = [
			{ price: 1, options: { Colour: "Green", Length: "L" } as Record<string, string> },
			{ price: 1, options: { Colour: "Red", Size: "S" } },
		];

		expect(checkProduct({ options, variants }).map(({ path }) => path)).toEqual([
			"variants.0.options.Length",
			"variants.0.options.Colour",
			"variants.0.options.Size",
		]);
	});

	it("is not misled by names that every object has", () => {
		const named = [{ name: "constructor", values: ["x"] }];

		expect(checkProduct({ options: named, variants: [{ price: 1 }] })).toHaveLength(1);
	});

	it("wants every combination and every SKU only once", () => {
		const turned = { sku: "b", options: { Size: "S", Colour: "Red" }, price: 1 };
		const variants = [variant("a", "Red", "S"), turned, variant("a", "Blue", "S")];

		expect(checkProduct({ options, variants }).map(({ path }) => path)).toEqual([
			"variants.2.sku",
			"variants.1.options",
		]);
	});

	it("has one variant when there is nothing to choose", () => {
		const variants = [
			{ sku: "a", price: 1 },
			{ sku: "b", price: 1 },
		];

		expect(checkProduct({ variants })).toMatchObject([{ path: "variants.1.options" }]);
	});

	it("wants options with a name and values of their own", () => {
		const wrong = [
			{ name: "Colour", values: ["Red", "Red"] },
			{ name: "Colour", values: ["Red"] },
			{ name: "Size", values: [] },
		];

		expect(checkProduct({ options: wrong, variants: [] }).map(({ path }) => path)).toEqual([
			"options.0.values",
			"options.1.name",
			"options.2.values",
		]);
	});

	it("wants no list price below the price", () => {
		expect(checkProduct({ variants: [{ price: 100, listPrice: 99 }] })).toMatchObject([
			{ path: "variants.0.listPrice" },
		]);
	});
});

describe("what a card shows", () => {
	it("is the lowest price, and that variant's list price when it is higher", () => {
		const variants = [
			{ price: 1200, listPrice: 2000 },
			{ price: 1000, listPrice: 1500 },
		];

		expect(priceRange(variants)).toEqual({ from: 1000, to: 1200 });
		expect(cardPrice(variants)).toEqual({ price: 1000, listPrice: 1500 });
		expect(cardPrice([{ price: 1000, listPrice: 1000 }])).toEqual({
			price: 1000,
			listPrice: null,
		});
	});

	it("is in stock when one variant is", () => {
		expect(inStock([{ available: 0 }, { available: 1 }])).toBe(true);
		expect(inStock([{ available: 0 }])).toBe(false);
		expect(inStock([])).toBe(false);
	});
});
