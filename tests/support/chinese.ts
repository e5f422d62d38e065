// What must not stand on a Chinese page: a word of the English locale, the key of a text, a word of
// the demo goods that has a Chinese one.
import type { Page } from "playwright-core";
import { words } from "#scripts/demo/words";
import { en } from "../../web-admin/src/locales/en.ts";
import { zh } from "../../web-admin/src/locales/zh.ts";
import { sources } from "../../web-mall/src/locales/sources.ts";
import { violationsOf } from "./browser.ts";

interface Texts {
	[key: string]: string | Texts;
}

/** What the demo shop's people, ways of shipping and options are called is in its own language. */
const ownNames = ["Administrator", "Standard", "Colour"];
const areas = ["finding", "choosing", "buying", "being"] as const;

/** Texts that a reader of Chinese must not see, of the mall and of the console. */
export async function foreign(): Promise<{ mall: string[]; console: string[] }> {
	const ofMall = areas.map(async (area) =>
		untranslated(await sources.en[area](), await sources.zh[area]()),
	);
	const goods = words.filter(({ word, chinese }) => word !== chinese).map(({ word }) => word);
	const isForeign = (text: string) => !ownNames.includes(text);
	return {
		mall: [...(await Promise.all(ofMall)).flat(), ...goods],
		console: untranslated(en, zh).filter(isForeign),
	};
}

/** What is wrong with a page for who reads Chinese on a phone, in the dark. */
export const faultsInChinese = (foreignTexts: string[]) => async (page: Page) => {
	const { width, found } = await page.evaluate(look, foreignTexts);
	const screen = page.viewportSize()?.width ?? 0;
	return [
		...(width > screen ? [`It is ${width} wide on a screen of ${screen}.`] : []),
		...found.map((text) => `It says "${text}".`),
		...(await violationsOf(page, undefined, ["color-contrast"])),
	];
};

function untranslated(english: Texts, chinese: Texts): string[] {
	const translated = new Map(flat(chinese));
	return flat(english).flatMap(([key, text]) => {
		const isWord = /[A-Za-z]{3}/.test(text) && !/[{|]/.test(text);
		return isWord && translated.get(key) !== text ? [key, text] : [key];
	});
}

const flat = (texts: Texts, above = ""): [string, string][] =>
	Object.entries(texts).flatMap(([key, value]): [string, string][] =>
		typeof value === "string" ? [[above + key, value]] : flat(value, `${above}${key}.`),
	);

/** Runs in the page. */
function look(foreignTexts: string[]) {
	const unwanted = new Set(foreignTexts.filter((text) => /[.\s]|[A-Z]|.{4}/.test(text)));
	// Why not code: names of actions are what the API calls them.
	const words = [...document.querySelectorAll("body *:not(code)")];
	const seen = words.filter((one) => one.checkVisibility());
	const texts = seen.flatMap((one) => [
		...[...one.childNodes].flatMap((node) =>
			node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ""] : [],
		),
		one.getAttribute("aria-label") ?? "",
		one.getAttribute("placeholder") ?? "",
		one.getAttribute("title") ?? "",
	]);
	const found = texts.map((text) => text.trim()).filter((text) => unwanted.has(text));
	return {
		width: document.scrollingElement?.scrollWidth ?? 0,
		found: [...new Set(found)],
	};
}
