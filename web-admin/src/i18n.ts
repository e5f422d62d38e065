import { createI18n } from "vue-i18n";
import { keptLanguage } from "./keeping.ts";
import type { Language } from "./keeping.ts";
import { en } from "./locales/en.ts";
import type { Texts } from "./locales/en.ts";

export const languages: { value: Language; label: string }[] = [
	{ value: "en", label: "English" },
	{ value: "zh", label: "中文" },
];

const first: Language = navigator.language.startsWith("zh") ? "zh" : "en";
let zh: Texts | undefined;

export const i18n = createI18n<[Texts], Language, false>({
	legacy: false,
	locale: "en",
	fallbackLocale: "en",
	messages: { en, zh: en },
});

export interface OwnTexts {
	[key: string]: string | OwnTexts;
}

/** Chinese words of plug-ins. Why they wait: until Chinese is loaded, its texts are the English ones. */
const waiting: OwnTexts[] = [];

/** Words that plug-ins bring along. */
export function teach(texts: Record<Language, OwnTexts>) {
	i18n.global.mergeLocaleMessage("en", texts.en);
	if (zh) i18n.global.mergeLocaleMessage("zh", texts.zh);
	else waiting.push(texts.zh);
}

/** Speaks a language from now on; the mall's texts follow by `Accept-Language`. */
export async function speak(language: Language) {
	if (language === "zh" && !zh) {
		zh = (await import("./locales/zh.ts")).zh;
		i18n.global.setLocaleMessage("zh", zh);
		for (const texts of waiting.splice(0)) i18n.global.mergeLocaleMessage("zh", texts);
	}
	i18n.global.locale.value = language;
	document.documentElement.lang = language;
	keptLanguage.value = language;
}

export const speakAsKept = () => speak(keptLanguage.value || first);
