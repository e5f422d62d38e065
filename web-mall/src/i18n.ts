// The mall's own words: `t("frame.cart", { count })`. Why no library: docs/adr/0011-own-words.md.
import { readonly, ref, shallowReactive, shallowRef } from "vue";
import { keptLanguage } from "./keeping.ts";
import type { Language } from "./keeping.ts";
import { sources } from "./locales/sources.ts";
import type { Area, Texts } from "./locales/sources.ts";
import { worded } from "./logic/wording.ts";
import type { Blanks } from "./logic/wording.ts";

export const languages: { value: Language; label: string }[] = [
	{ value: "en", label: "English" },
	{ value: "zh", label: "中文" },
];

const first: Language = navigator.language.startsWith("zh") ? "zh" : "en";
const locale = ref<Language>("en");
const known = shallowReactive<Record<Language, Texts>>({ en: {}, zh: {} });
const needed = new Set<Area>(["finding"]);

/** The shop's own words for options, attributes and tags, in the reader's language. */
const shopWords = shallowRef<Record<string, string>>({});

/** Words follow the language: what is shown by `t` changes with it. */
export const useI18n = () => ({ t, te, word, chosenWords, locale: readonly(locale) });

export const learnWords = (words: Record<string, string>) => (shopWords.value = words);

/** What an option, a value, an attribute or a tag is called; itself where nothing is said. */
const word = (key: string) =>
	(Object.hasOwn(shopWords.value, key) ? shopWords.value[key] : undefined) ?? key;

/** What was chosen of a product: "Oat · 450 ml". */
const chosenWords = (options: Record<string, string>) =>
	Object.values(options).map(word).join(" · ");

/** The sentence at `key`, its blanks filled in; the key itself where nothing is said. */
export function t(key: string, blanks: Blanks = {}, count?: number): string {
	const sentence = find(key);
	return sentence === undefined ? key : worded(sentence, blanks, count);
}

const te = (key: string) => find(key) !== undefined;

function find(key: string): string | undefined {
	let at: string | Texts | undefined = known[locale.value];
	for (const step of key.split(".")) at = typeof at === "object" ? at[step] : undefined;
	return typeof at === "string" ? at : undefined;
}

/** Loads a page or part together with the words that it needs. */
export const withTexts =
	<M>(areas: Area[], load: () => Promise<M>) =>
	async (): Promise<M> => {
		for (const area of areas) needed.add(area);
		const [module] = await Promise.all([load(), learnCurrent(areas)]);
		return module;
	};

async function learnCurrent(areas: Area[]) {
	const language = locale.value;
	await learn(language, areas);
	if (language !== locale.value) await learnCurrent(areas);
}

async function learn(language: Language, areas: Iterable<Area>) {
	const texts = await Promise.all([...areas].map((area) => sources[language][area]()));
	known[language] = Object.assign({}, known[language], ...texts);
}

/** Words that a plug-in brings along, in every language at once. */
export function teach(plugin: string, texts: Record<Language, Texts>) {
	for (const { value: language } of languages) {
		const { plugins } = known[language];
		const others = typeof plugins === "object" ? plugins : {};
		const all = { ...others, [plugin]: texts[language] };
		known[language] = { ...known[language], plugins: all };
	}
}

/** Speaks a language from now on; the shop's texts follow by `Accept-Language`. */
export async function speak(language: Language) {
	const before = needed.size;
	await learn(language, needed);
	if (needed.size > before) return speak(language);
	locale.value = language;
	document.documentElement.lang = language;
	keptLanguage.value = language;
}

export const speakAsKept = () => speak(keptLanguage.value || first);
