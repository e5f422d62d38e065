// What options, their values, attributes and tags are called in other languages than the shop's.
// They are keys everywhere else (`attr.Colour=Oat`, `?tag=gift`), so they stay as they are there.
import { byLanguage, list, object, record, string, text } from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { cachedCatalogue } from "./words.ts";

const longest = 200;
export const mostWords = 5000;

export const Word = object({
	word: text(longest),
	/** By language; none takes the word out. */
	translations: byLanguage(text(longest)),
});
export type Word = Infer<typeof Word>;

export const vocabulary = {
	words: {
		summary:
			"What options, attributes and tags are called in the reader's language, where it differs",
		rest: "GET /words",
		access: "public",
		cached: cachedCatalogue,
		returns: object({ words: record(string({ max: longest }), { max: mostWords }) }),
	},
	translate: {
		summary: "Say what some options, attributes and tags are called in other languages",
		rest: "PUT /admin/words",
		access: "products:write",
		status: 204,
		params: object({ words: list(Word, { min: 1, max: 500 }) }),
	},
} as const satisfies Record<string, ActionSpec>;
