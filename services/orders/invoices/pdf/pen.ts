// Whose words, and how amounts, rates and days are written.
import { formatMoney } from "#contracts/money";
import type { Invoice } from "#contracts/orders";
import type { Language } from "#contracts/schema";
import { wordsIn } from "./words.ts";
import type { Words } from "./words.ts";

export interface Pen {
	words: Words;
	locale: Language;
	money(amount: number): string;
	rate(rate: number): string;
	day(at: string): string;
}

export const colours = { muted: "#6b6b6b", line: "#d9d9d9", strong: "#1d1d1d" };

export function penOf({ currency, timeZone }: Invoice, locale: Language): Pen {
	const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
	const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
	return {
		words: wordsIn[locale],
		locale,
		money: (amount) => formatMoney(amount, currency, locale),
		rate: (rate) => percent.format(rate / 10_000),
		day: (at) => days.format(new Date(at)),
	};
}
