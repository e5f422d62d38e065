import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRow } from "./row.ts";

const row = (raw: unknown) => {
	const read = readRow(raw);
	if ("refused" in read) throw new Error(read.refused.message);
	return read;
};
const refusal = (raw: unknown) => {
	const read = readRow(raw);
	return "refused" in read ? read.refused.message : undefined;
};

describe("a row of an import", () => {
	it("says what a product is", () => {
		const { row: said, notes } = row({
			id: "2500498",
			title: " Tripp Lite KVM ",
			brand: "Tripp Lite",
			category: "Network > Switches",
			ean: "0373321416066",
			model: "B064",
			price: 60195,
			image: "http://images.example/1.jpg",
			attributes: {
				ports: 16.0,
				rack: true,
				usb: false,
				empty: "",
				none: null,
				list: [1, "b"],
			},
			tags: "new, sale",
			stock: "7",
		});

		expect(notes).toEqual([]);
		expect(said).toEqual({
			sku: "0373321416066",
			name: "Tripp Lite KVM",
			brand: "Tripp Lite",
			category: ["Network", "Switches"],
			price: 60195,
			image: "http://images.example/1.jpg",
			stock: 7,
			tags: ["new", "sale"],
			attributes: [
				{ name: "Model", value: "B064" },
				{ name: "ports", value: "16" },
				{ name: "rack", value: "yes" },
				{ name: "usb", value: "no" },
				{ name: "list", value: "1, b" },
			],
		});
	});

	it.each<[unknown, number | undefined]>([
		[250, 250],
		["250", 250],
		["1.5 kg", 1500],
		["0,25KG", 250],
		["2 lb", 907],
		["1000001", undefined],
		["heavy", undefined],
		["5 pounds", undefined],
		["kg", undefined],
		[-1, undefined],
	])("reads the weight %j in grams, or leaves it out and says so", (weight, grams) => {
		const { row: said, notes } = row({ sku: "A", weight });

		expect(said.weight).toBe(grams);
		expect(notes).toHaveLength(grams === undefined ? 1 : 0);
	});

	it("takes the SKU from sku, ean or id, in this order", () => {
		expect(row({ sku: "A", ean: "B", id: "C" }).row.sku).toBe("A");
		expect(row({ sku: " ", ean: "B", id: "C" }).row.sku).toBe("B");
		expect(row({ id: 42 }).row.sku).toBe("42");
		expect(refusal({ title: "x" })).toContain("no sku");
		expect(refusal({ sku: "a b", ean: "B" })).toContain("sku must be");
	});

	it("reads what a CSV says in columns, whatever their case", () => {
		const { row: said } = row({ SKU: "A", Title: "x", "attr.Colour": "Red", Price: "100" });

		expect(said).toMatchObject({
			name: "x",
			price: 100,
			attributes: [{ name: "Colour", value: "Red" }],
		});
	});

	it("leaves a slash inside a word to the category's name", () => {
		expect(row({ id: 1, category: "power adapter/inverter" }).row.category).toEqual([
			"power adapter/inverter",
		]);
		expect(row({ id: 1, category: "Audio / Hi-Fi" }).row.category).toEqual(["Audio", "Hi-Fi"]);
	});

	it.each([
		["12.34", "minor units"],
		["12,34", "minor units"],
		[12.34, "minor units"],
		["abc", "whole number"],
		["-1", "whole number"],
		[-1, "whole number"],
		["1e9", "whole number"],
		[1e15, "whole number"],
	])("refuses the price %s and says why", (price, reason) => {
		expect(refusal({ sku: "A", price })).toContain(reason);
	});

	it.each([[null], ["text"], [7], [[]], [undefined], [true]])("refuses %j", (raw) => {
		expect(refusal(raw)).toContain("not an object");
	});

	it("cuts what is too long and says so", () => {
		const { row: said, notes } = row({
			sku: "A",
			title: "t".repeat(400),
			attributes: { long: "v".repeat(3000), nested: { a: 1 } },
			image: "javascript:alert(1)",
			tags: ["x".repeat(61), "good"],
		});

		expect(said.name).toHaveLength(300);
		expect(said.attributes).toEqual([{ name: "long", value: "v".repeat(2000) }]);
		expect(said.tags).toEqual(["good"]);
		expect(said.image).toBeUndefined();
		expect(notes).toHaveLength(5);
	});

	it("is not led astray by hostile names and letters", () => {
		const raw: unknown = JSON.parse(
			'{"sku":"A","__proto__":{"x":1},"attributes":{"__proto__":"p","constructor":"c\\u0000d"}}',
		);

		const { row: said } = row({ ...(raw as object), title: "a\u0000b\ud800" });

		expect(said.name).toBe("ab\ufffd");
		expect(said.attributes).toEqual([
			{ name: "__proto__", value: "p" },
			{ name: "constructor", value: "cd" },
		]);
	});

	it("answers any row with what fits, or a sentence", () => {
		const cell = fc.oneof(fc.jsonValue(), fc.string({ unit: "binary" }), fc.double());
		const names = ["sku", "ean", "title", "category", "price", "stock", "attributes", "tags"];
		const raw = fc.dictionary(fc.constantFrom(...names, "image", "attr.x", "brand"), cell);

		fc.assert(
			fc.property(raw, (one) => {
				const read = readRow(one);
				if ("refused" in read)
					return read.refused.message.length > 0 && read.refused.zh.length > 0;
				const { sku, name = "", price = 0, attributes = [] } = read.row;
				const isSmall = attributes.every(
					(a) => a.name.length <= 100 && a.value.length <= 2000,
				);
				return sku.length <= 64 && name.length <= 300 && Number.isInteger(price) && isSmall;
			}),
		);
	});
});
