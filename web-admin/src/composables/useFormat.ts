import { storeToRefs } from "pinia";
import { useI18n } from "vue-i18n";
import { formatMoney } from "#contracts/money";
import { useShopStore } from "../stores/shop.ts";

/** Money, numbers and times as the person's language writes them, in the shop's currency. */
export function useFormat() {
	const { locale } = useI18n();
	const { shop } = storeToRefs(useShopStore());

	const money = (amount: number) =>
		formatMoney(amount, shop.value.currency, locale.value).replace("-", "−");
	const number = (value: number) => new Intl.NumberFormat(locale.value).format(value);
	const short = (value: number) =>
		new Intl.NumberFormat(locale.value, { notation: "compact" }).format(value);
	/** A file's size. */
	const size = (bytes: number) => {
		const [unit, of] =
			bytes < 1e6 ? (["kilobyte", 1e3] as const) : (["megabyte", 1e6] as const);
		return new Intl.NumberFormat(locale.value, {
			style: "unit",
			unit,
			maximumFractionDigits: 1,
		}).format(bytes / of);
	};
	const percent = (part: number) =>
		new Intl.NumberFormat(locale.value, {
			style: "percent",
			maximumFractionDigits: Math.abs(part) < 0.1 ? 1 : 0,
			signDisplay: "exceptZero",
		}).format(part);

	const format = (iso: string, options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(locale.value, options).format(new Date(iso));
	const date = (iso: string) => format(iso, { dateStyle: "medium" });
	const time = (iso: string) =>
		format(iso, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" });
	const dateTime = (iso: string) => format(iso, { dateStyle: "medium", timeStyle: "short" });
	/** A calendar day, which has no time zone: `2026-05-01`. */
	const day = (text: string) =>
		format(`${text}T00:00:00Z`, { month: "short", day: "numeric", timeZone: "UTC" });

	function ago(iso: string) {
		const seconds = (Date.parse(iso) - Date.now()) / 1000;
		const relative = new Intl.RelativeTimeFormat(locale.value, { numeric: "auto" });
		if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), "minute");
		if (Math.abs(seconds) < 86_400) return relative.format(Math.round(seconds / 3600), "hour");
		if (Math.abs(seconds) < 86_400 * 7)
			return relative.format(Math.round(seconds / 86_400), "day");
		return date(iso);
	}

	return { money, number, short, size, percent, date, time, dateTime, day, ago };
}
