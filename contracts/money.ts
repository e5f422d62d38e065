// How amounts are shown. Pure formatting, safe to ship to a browser.

const digits = (currency: string) =>
	new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
		.maximumFractionDigits ?? 2;

/** `129900` of USD in `en` is `$1,299.00`. The amount is in minor units. */
export function formatMoney(amount: number, currency: string, locale: string) {
	return new Intl.NumberFormat(locale, { style: "currency", currency }).format(
		amount / 10 ** digits(currency),
	);
}

/** How many minor units make one of the currency: 100 for USD, 1 for JPY. */
export const minorUnits = (currency: string) => digits(currency);
