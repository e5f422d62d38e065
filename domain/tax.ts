// Tax of an order: a rate for each class of goods, either within the prices or on top of them. It
// is rounded once for each rate, and then spread over the lines, so that both add up.
import { portion, spread } from "./money.ts";

/** A class of goods with a rate of its own, in parts of 10,000 (1900 is 19 %). */
export type TaxClass = { key: string; name: string; rate: number };

/** The standard rate and the others, and whether prices have the tax in them already. */
export type TaxRule = { rate: number; included: boolean; classes?: readonly TaxClass[] };

/** Something that is taxed: an amount in minor units and its class, the standard one without. */
export type Taxable = { amount: number; taxClass?: string | null };

/** What an order pays at one rate; net and tax together are what is paid. */
export type TaxLine = { rate: number; net: number; tax: number };

export type Taxed = { rate: number; tax: number };
export type OrderTax = { items: Taxed[]; shipping: Taxed; lines: TaxLine[]; total: number };

const whole = 10_000;

/** A class that is no more is taxed at the standard rate. */
export function rateOf({ rate, classes = [] }: TaxRule, taxClass?: string | null): number {
	return classes.find(({ key }) => key === taxClass)?.rate ?? rate;
}

/** The tax of an amount in minor units; when it is included this part of the amount is tax. */
export function taxOf(amount: number, { rate, included }: TaxRule): number {
	return portion(amount, rate, included ? whole + rate : whole);
}

/** The tax of an order's items and its shipping, of each, by rate and in all. */
export function taxOrder(rule: TaxRule, items: readonly Taxable[], shipping: number): OrderTax {
	const rates = items.map(({ taxClass }) => rateOf(rule, taxClass));
	const parts = items.map(({ amount }, at) => ({ amount, rate: rates[at] ?? rule.rate }));
	const all = [...parts, { amount: shipping, rate: dominantRate(parts) ?? rule.rate }];
	const groups = [...Map.groupBy(all, ({ rate }) => rate)].toSorted(([a], [b]) => b - a);
	const taxes = new Map<object, number>();
	const lines = groups.map(([rate, group]) => {
		const amounts = group.map(({ amount }) => amount);
		const amount = sum(amounts);
		const tax = taxOf(amount, { rate, included: rule.included });
		const shares = spread(tax, amounts);
		for (const [at, part] of group.entries()) taxes.set(part, shares[at] ?? 0);
		return { rate, net: rule.included ? amount - tax : amount, tax };
	});
	const taxed = all.map((part) => ({ rate: part.rate, tax: taxes.get(part) ?? 0 }));
	return {
		items: taxed.slice(0, -1),
		shipping: taxed.at(-1) ?? { rate: rule.rate, tax: 0 },
		lines: lines.filter(({ net, tax }) => net + tax > 0),
		total: sum(lines.map(({ tax }) => tax)),
	};
}

/** The rate at which most of the goods are taxed, of two alike the higher: shipping follows it. */
function dominantRate(parts: readonly { amount: number; rate: number }[]): number | undefined {
	const worths = [...Map.groupBy(parts, ({ rate }) => rate)].map(([rate, group]) => ({
		rate,
		worth: sum(group.map(({ amount }) => amount)),
	}));
	return worths.toSorted((a, b) => b.worth - a.worth || b.rate - a.rate)[0]?.rate;
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
