// What people write is cleaned when it is written, so that every reader can show it as it is.
import sanitizeHtml from "sanitize-html";
import { fold } from "#domain/search/fold";
import type { StoredProduct } from "./stored.ts";

const rich: sanitizeHtml.IOptions = {
	allowedTags:
		"p br hr ul ol li strong b em i a h3 h4 blockquote table thead tbody tr th td".split(" "),
	allowedAttributes: { a: ["href"], th: ["colspan", "rowspan"], td: ["colspan", "rowspan"] },
	allowedSchemes: ["http", "https"],
	allowProtocolRelative: false,
	transformTags: { h1: "h3", h2: "h3", h5: "h4", h6: "h4" },
	nestingLimit: 30,
};
const mark = /[<&]/;
const tag = /<\/?[a-z!][^>]*>/gi;
const word = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const mostWords = 100;
const longestName = 300;

/** A description with harmless markup only. */
export const richText = (text: string) => (mark.test(text) ? sanitizeHtml(text, rich) : text);

/** A name without markup; `5 < 6` stays. */
export const plainText = (text: string) => text.replace(tag, "").replace(/\s+/g, " ").trim();

/** A description as a search index reads it. */
export const withoutMarkup = (html: string) =>
	mark.test(html)
		? html
				.replace(tag, " ")
				.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => signs[name] ?? " ")
				.replace(/\s+/g, " ")
				.trim()
		: html;

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Cleans the texts of every language; fields that no product has are left out. */
export function cleanTranslations(translations: Record<string, Record<string, string>>) {
	const clean = (texts: Record<string, string>) =>
		Object.fromEntries(
			Object.entries(texts).flatMap(([field, text]) => {
				if (field === "description") return [[field, richText(text)]];
				const isShort = field === "name" || field === "subtitle";
				return isShort ? [[field, plainText(text).slice(0, longestName)]] : [];
			}),
		);
	return Object.fromEntries(
		Object.entries(translations).map(([locale, texts]) => [locale, clean(texts)]),
	);
}

/** Folded words; Chinese signs stand for themselves. */
export const wordsOf = (...texts: string[]): string[] => [
	...new Set(texts.flatMap((text) => fold(text).match(word) ?? [])),
];

/** Which rule `searchWords` is: with names in every language and tags. */
export const wordsRule = 2;

/** What staff find a product by: its names in every language, its tags and its SKUs. */
export function searchWords({ name, translations, tags, variants }: Searched) {
	const names = Object.values(translations).flatMap((texts) => texts.name ?? []);
	return wordsOf(name, ...names, ...tags, ...variants.map(({ sku }) => sku)).slice(0, mostWords);
}

type Searched = Pick<StoredProduct, "name" | "translations" | "tags" | "variants">;
