// Invoices and credit notes: when there is one, what it is called, and what a refund takes off.
import { portion, spread } from "./money.ts";
import type { TaxLine } from "./tax.ts";

/** The letters that numbers of a kind begin with: `INV-2026-000001`. */
export const series = { invoice: "INV", "credit-note": "CN" } as const;
export type DocumentKind = keyof typeof series;

/** The year and the last number that was given in it. */
export type Counted = { year: number; last: number };

/** What comes next. A clock that was put back does not begin an earlier year again. */
export function next({ year, last }: Counted, yearNow: number): Counted {
	return yearNow > year ? { year: yearNow, last: 1 } : { year, last: last + 1 };
}

export const documentNumber = (kind: DocumentKind, { year, last }: Counted): string =>
	`${series[kind]}-${year}-${String(last).padStart(6, "0")}`;

type Billable = { payment: { captured?: number }; shipments: readonly unknown[] };

/** From when on an order has an invoice: it was paid, or goods left that are paid on delivery. */
export const isBilled = ({ payment: { captured = 0 }, shipments }: Billable): boolean =>
	captured > 0 || shipments.length > 0;

type Part = { amount: number; wasUnpaid?: boolean };

/** What was taken out before it was paid, and takes something off the invoice: no free gift does. */
export const unpaidParts = <P extends Part>({
	cancelledLines = [],
}: {
	cancelledLines?: readonly P[];
}): P[] => cancelledLines.filter(({ wasUnpaid, amount }) => wasUnpaid && amount > 0);

/**
 * What each of an order's refunds takes off, by rate: its share of what earlier ones have left.
 * When all of it was given back, they have taken off exactly what the invoice says.
 */
export function creditsOf(taxes: readonly TaxLine[], refunds: readonly number[]): TaxLine[][] {
	const credits: TaxLine[][] = [];
	let left = taxes;
	for (const amount of refunds) {
		const credit = creditOf(left, amount);
		left = left.map(({ rate, net, tax }, at) => ({
			rate,
			net: net - (credit[at]?.net ?? 0),
			tax: tax - (credit[at]?.tax ?? 0),
		}));
		credits.push(credit.filter(({ net, tax }) => net + tax > 0));
	}
	return credits;
}

function creditOf(left: readonly TaxLine[], amount: number): TaxLine[] {
	const worths = left.map(({ net, tax }) => net + tax);
	const shares = spread(amount, worths);
	return left.map(({ rate, tax: whole }, at) => {
		const share = shares[at] ?? 0;
		const worth = worths[at] ?? 0;
		const tax = worth > 0 ? portion(whole, share, worth) : 0;
		return { rate, net: share - tax, tax };
	});
}

type Taxed = { totals: { total: number; tax: number }; taxes?: readonly TaxLine[] };

/** An order's tax by rate; one from before there were classes had a single rate. */
export function taxesOf({ totals: { total, tax }, taxes }: Taxed): readonly TaxLine[] {
	if (taxes) {
		return taxes;
	}
	const net = total - tax;
	return total > 0 ? [{ rate: net > 0 ? portion(tax, whole, net) : 0, net, tax }] : [];
}

/** A rate of 100 %. */
const whole = 10_000;
