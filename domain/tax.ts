// Tax of an order: one rate, either within the prices or on top of them.
import { percentOf, percentWithin } from "./money.ts";

/** The rate in percent, and whether prices have it in them already. */
export type TaxRule = { rate: number; included: boolean };

/** The tax of an amount in minor units; when it is included this part of the amount is tax. */
export function taxOf(amount: number, { rate, included }: TaxRule): number {
	return included ? percentWithin(amount, rate) : percentOf(amount, rate);
}

/** What is paid on top of an amount: nothing when prices include the tax. */
export function taxOnTop(amount: number, rule: TaxRule): number {
	return rule.included ? 0 : taxOf(amount, rule);
}
