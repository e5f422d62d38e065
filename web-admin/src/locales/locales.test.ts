import { expect, it } from "vitest";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

const keysOf = (texts: object, above = ""): string[] =>
	Object.entries(texts).flatMap(([key, text]) =>
		typeof text === "string" ? [above + key] : keysOf(text, `${above}${key}.`),
	);

const placesOf = (texts: object): string[] =>
	Object.values(texts).flatMap((text) =>
		typeof text === "string"
			? [[...new Set(text.match(/\{\w+\}/g))].sort().join()]
			: placesOf(text),
	);

it("says everything in both languages", () => {
	expect(keysOf(zh)).toEqual(keysOf(en));
});

it("fills in the same values in both languages", () => {
	expect(placesOf(zh)).toEqual(placesOf(en));
});
