// Tax of an order: one rate, either within the prices or on top of them.
import { portion } from "./money.ts";

/** The rate in parts of 10,000 (1900 is 19 %), and whether prices have it in them already. */
export type TaxRule = { rate: number; included: boolean };

const whole = 10_000;

/** The tax of an amount in minor units; when it is included this part of the amount is tax. */
export function taxOf(amount: number, { rate, included }: TaxRule): number {
	return portion(amount, rate, included ? whole + rate : whole);
}

/** What is paid on top of an amount: nothing when prices include the tax. */
export function taxOnTop(amount: number, rule: TaxRule): number {
	return rule.included ? 0 : taxOf(amount, rule);
}
