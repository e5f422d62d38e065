// How amounts are shown. Pure formatting, safe to ship to a browser.

// Why: making a format costs fifty times what using it does.
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, currency: string) {
	const key = `${locale} ${currency}`;
	const format =
		formats.get(key) ?? new Intl.NumberFormat(locale, { style: "currency", currency });
	formats.set(key, format);
	return format;
}

const digits = (currency: string) =>
	formatOf("en", currency).resolvedOptions().maximumFractionDigits ?? 2;

/** `129900` of USD in `en` is `$1,299.00`. The amount is in minor units. */
export function formatMoney(amount: number, currency: string, locale: string) {
	return formatOf(locale, currency).format(amount / 10 ** digits(currency));
}

/** How many minor units make one of the currency: 100 for USD, 1 for JPY. */
export const minorUnits = (currency: string) => digits(currency);
