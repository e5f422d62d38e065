import { storeToRefs } from "pinia";
import { formatMoney } from "#contracts/money";
import { useI18n } from "../i18n.ts";
import { useShopStore } from "../stores/shop.ts";

interface Promised {
	daysFrom: number;
	days: number;
}

/** Money, dates and numbers as the shopper's language writes them. */
export function useFormat() {
	const { locale } = useI18n();
	const { shop } = storeToRefs(useShopStore());

	const money = (amount: number) => formatMoney(amount, shop.value.currency, locale.value);
	/** Round amounts without their zeros: `$200`. */
	const roundMoney = (amount: number) =>
		number(amount / 10 ** shop.value.minorUnits, {
			style: "currency",
			currency: shop.value.currency,
			trailingZeroDisplay: "stripIfInteger",
		});
	const number = (value: number, options?: Intl.NumberFormatOptions) =>
		new Intl.NumberFormat(locale.value, options).format(value);
	const day = (at: string | Date) => dateIn({ dateStyle: "medium" }, at);
	const moment = (at: string | Date) => dateIn({ dateStyle: "medium", timeStyle: "short" }, at);
	/** The day of delivery, or the first and the last of those it can be. */
	function arrival({ daysFrom, days }: Promised, from: string | number = Date.now()) {
		const [first, last] = [daysFrom, days].map(
			(after) => new Date(new Date(from).getTime() + after * 86_400_000),
		);
		const format = new Intl.DateTimeFormat(locale.value, {
			weekday: "short",
			day: "numeric",
			month: "short",
		});
		return first && last ? format.formatRange(first, last) : "";
	}

	function dateIn(options: Intl.DateTimeFormatOptions, at: string | Date) {
		return new Intl.DateTimeFormat(locale.value, options).format(new Date(at));
	}

	return { money, roundMoney, number, day, moment, arrival };
}
