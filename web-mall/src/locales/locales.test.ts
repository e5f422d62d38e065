import { expect, it } from "vitest";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

type Texts = { [key: string]: string | Texts };

const keysOf = (texts: Texts, above = ""): string[] =>
	Object.entries(texts).flatMap(([key, value]) =>
		typeof value === "string" ? [above + key] : keysOf(value, `${above}${key}.`),
	);

const wordOf = (texts: Texts, path: string) =>
	path
		.split(".")
		.reduce<string | Texts>(
			(at, key) => (typeof at === "string" ? at : (at[key] ?? "")),
			texts,
		);

it("says everything in both languages", () => {
	expect(keysOf(zh)).toEqual(keysOf(en));
});

it("fills the same blanks in both languages", () => {
	const blanks = (text: string | Texts) =>
		[...new Set(JSON.stringify(text).match(/\{\w+\}/g))].toSorted();

	for (const key of keysOf(en)) {
		expect(blanks(wordOf(zh, key)), key).toEqual(blanks(wordOf(en, key)));
	}
});
