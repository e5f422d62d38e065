import { describe, expect, it } from "vitest";
import type { AdminProduct } from "#contracts/products";
import { blankProduct, draftOf, inputOf, missing, wordsInput, wordsOf } from "./product-draft.ts";

const product: AdminProduct = {
	id: "p1",
	slug: "lamp",
	name: "Lamp",
	subtitle: "",
	description: "<p>Light.</p>",
	categoryId: "c1",
	brandId: null,
	tags: ["new"],
	images: [
		{ url: "/media/lamp.svg", alt: "A lamp", translations: { zh: "一盏灯" } },
		{ url: "/media/shade.svg", alt: "" },
	],
	options: [{ name: "Colour", values: ["Red"] }],
	variants: [
		{
			sku: "LAMP-RED",
			options: { Colour: "Red" },
			price: 1200,
			listPrice: null,
			available: 3,
			weightGrams: 900,
			image: null,
		},
	],
	attributes: [{ name: "Height", value: "40 cm" }],
	status: "published",
	price: 1200,
	sales: 0,
	inStock: true,
	translations: { zh: { name: "灯" } },
	createdAt: "2026-05-01T00:00:00.000Z",
	updatedAt: "2026-05-01T00:00:00.000Z",
	recycledAt: null,
	version: 3,
};

describe("a product's draft", () => {
	it("says the same again when nothing was changed", () => {
		const input = inputOf(draftOf(product));

		expect(input).toMatchObject({
			name: "Lamp",
			categoryId: "c1",
			status: "published",
			images: product.images,
			options: product.options,
			attributes: product.attributes,
			translations: { zh: { name: "灯" } },
			variants: [
				{ sku: "LAMP-RED", price: 1200, weightGrams: 900, options: { Colour: "Red" } },
			],
		});
	});

	it("never sends stock for a variant that exists", () => {
		const draft = draftOf(product);
		for (const variant of draft.variants) variant.stock = 5;

		expect(inputOf(draft).variants[0]).not.toHaveProperty("stock");
	});

	it("leaves empty lines of the form at home", () => {
		const draft = { ...blankProduct(), options: [{ name: "", values: [] }] };
		draft.attributes.push({ name: " ", value: "" });

		const { options, attributes, translations } = inputOf(draft);

		expect({ options, attributes, translations }).toEqual({
			options: [],
			attributes: [],
			translations: {},
		});
	});

	it("names what must still be filled in by the mall's own paths", () => {
		expect(missing(blankProduct())).toEqual(["name", "categoryId", "variants.0.price"]);
	});

	it("names the words that shoppers read of it once each, without mere numbers", () => {
		const draft = draftOf({ ...product, attributes: [{ name: "Shelves", value: "3" }] });
		draft.options.push({ name: "Frame", values: ["Red", ""] });

		expect(wordsOf(draft)).toEqual(["Colour", "Red", "Frame", "Shelves", "new"]);
	});

	it("takes a word back whose Chinese was emptied", () => {
		const draft = { ...blankProduct(), words: { Red: " 红色 ", new: " " } };

		expect(wordsInput(draft)).toEqual([
			{ word: "Red", translations: { zh: "红色" } },
			{ word: "new", translations: {} },
		]);
	});
});
