// The mails in the shop's language.
import { formatMoney } from "#contracts/money";
import type { Shop } from "#contracts/settings";
import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import type { Message, Values } from "./messages.ts";
import { isMailed } from "./wording.ts";

export interface Text {
	subject: string;
	body: string;
}

type About = Pick<Message, "kind" | "values" | "link">;

/** The mail in the shop's language; the events don't know that of the reader. */
export function wordMail({ kind, values, link }: About, shop: Shop, origin: string): Text | null {
	if (!isMailed(kind)) return null;
	const isChinese = shop.locale.toLowerCase().startsWith("zh");
	const wording = (isChinese ? chinese : english)[kind];
	const { subject, lines } = wording({ ...values, ...readable(values, shop) }, shop.name);
	return { subject, body: [...lines, "", `${origin}${link}`, "", shop.name, ""].join("\n") };
}

function readable({ total, before, until }: Values, { currency, locale, timeZone }: Shop): Values {
	const moment = { dateStyle: "long", timeStyle: "short", timeZone } as const;
	const money = (amount: string) => formatMoney(Number(amount), currency, locale);
	return {
		...(total && { total: money(total) }),
		...(before && { before: money(before) }),
		...(until && { until: new Intl.DateTimeFormat(locale, moment).format(new Date(until)) }),
	};
}
