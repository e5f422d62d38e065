import { describe, expect, it } from "vitest";
import type { Variant } from "#contracts/products";
import { choicesOf, choose, firstChoice, showsInPictures, variantOf } from "./options.ts";

const aVariant = (colour: string, size: string, available = 5): Variant => ({
	sku: `${colour}-${size}`,
	options: { Colour: colour, Size: size },
	price: 1000,
	listPrice: null,
	available,
	weightGrams: null,
	image: null,
});

const variants = [aVariant("Red", "S", 0), aVariant("Red", "M"), aVariant("Blue", "M")];
const colour = { name: "Colour", values: ["Red", "Blue", "Green"] };
const size = { name: "Size", values: ["S", "M"] };

it("tells what exists, what is sold out and what does not exist", () => {
	const choices = choicesOf(variants, colour, { Colour: "Red", Size: "S" });

	expect(choices.map(({ standing }) => standing)).toEqual(["soldOut", "none", "none"]);
	expect(choices[0]?.isChosen).toBe(true);
});

it("finds the variant only when every option is chosen", () => {
	expect(variantOf(variants, [colour, size], { Colour: "Red" })).toBeUndefined();
	expect(variantOf(variants, [colour, size], { Colour: "Red", Size: "M" })?.sku).toBe("Red-M");
});

it("moves the other options when the new value does not go with them", () => {
	const chosen = choose(variants, { Colour: "Red", Size: "S" }, ["Colour", "Blue"]);

	expect(chosen).toEqual({ Colour: "Blue", Size: "M" });
});

it("stays where it is when a value exists in no variant", () => {
	const chosen = { Colour: "Red", Size: "M" };

	expect(choose(variants, chosen, ["Colour", "Green"])).toEqual(chosen);
});

it("begins with what can be bought, or with what the address names", () => {
	expect(firstChoice(variants)).toEqual({ Colour: "Red", Size: "M" });
	expect(firstChoice(variants, "Red-S")).toEqual({ Colour: "Red", Size: "S" });
	expect(firstChoice([])).toEqual({});
});

describe("pictures of an option", () => {
	const of = (Colour: string, Size: string, image: string) => ({
		...aVariant(Colour, Size),
		options: { Colour, Size },
		image,
	});
	const shirts = [of("Red", "S", "/r"), of("Red", "M", "/r"), of("Blue", "S", "/b")];

	it("shows a colour by its pictures and a size by its name", () => {
		expect(showsInPictures(shirts, { name: "Colour", values: ["Red", "Blue"] })).toBe(true);
		expect(showsInPictures(shirts, { name: "Size", values: ["S", "M"] })).toBe(false);
	});
});
