import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateOf, taxOf, taxOrder } from "./tax.ts";
import type { Taxable, TaxRule } from "./tax.ts";

const german: TaxRule = {
	rate: 1900,
	included: true,
	classes: [
		{ key: "reduced", name: "Reduced", rate: 700 },
		{ key: "zero", name: "Zero", rate: 0 },
	],
};
const onTop = { ...german, included: false };

describe("tax", () => {
	it("is a part of the amount when prices include it", () => {
		expect(taxOf(11_900, german)).toBe(1900);
	});

	it("comes on top when prices don't include it, half a unit goes up", () => {
		expect(taxOf(10_050, { rate: 700, included: false })).toBe(704);
	});

	it("is nothing at a rate of nothing", () => {
		expect(taxOf(10_000, { rate: 0, included: true })).toBe(0);
	});

	it("goes by the class, and by the standard rate without one that is known", () => {
		expect(rateOf(german, "reduced")).toBe(700);
		expect(rateOf(german, null)).toBe(1900);
		expect(rateOf(german, "gone")).toBe(1900);
	});

	it("is counted for each rate once and spread over its lines", () => {
		const items = [
			{ amount: 333, taxClass: "reduced" },
			{ amount: 333, taxClass: "reduced" },
			{ amount: 5000 },
		];

		expect(taxOrder(onTop, items, 0)).toEqual({
			items: [
				{ rate: 700, tax: 24 },
				{ rate: 700, tax: 23 },
				{ rate: 1900, tax: 950 },
			],
			shipping: { rate: 1900, tax: 0 },
			lines: [
				{ rate: 1900, net: 5000, tax: 950 },
				{ rate: 700, net: 666, tax: 47 },
			],
			total: 997,
		});
	});

	it.each<[string, Taxable[], number]>([
		["most of the goods", [{ amount: 100, taxClass: "reduced" }, { amount: 99 }], 700],
		["the higher of two alike", [{ amount: 100, taxClass: "reduced" }, { amount: 100 }], 1900],
		["goods that cost nothing", [{ amount: 0, taxClass: "reduced" }], 700],
		["the standard without goods", [], 1900],
	])("taxes shipping like %s", (_name, items, rate) => {
		expect(taxOrder(german, items, 500).shipping.rate).toBe(rate);
	});
});

const rate = fc.constantFrom(0, 550, 700, 888, 1900, 10_000);
const amount = fc.integer({ min: 0, max: 1e9 });
const rule: fc.Arbitrary<TaxRule> = fc
	.tuple(rate, fc.boolean(), fc.array(rate, { maxLength: 3 }))
	.map(([standard, included, others]) => ({
		rate: standard,
		included,
		classes: others.map((one, at) => ({ key: `c${at}`, name: "", rate: one })),
	}));
const items = fc.array(
	fc.record({ amount, taxClass: fc.constantFrom(null, "c0", "c1", "c2", "gone") }),
	{ maxLength: 9 },
);

describe("any order's tax", () => {
	it("adds up by line and by rate, and is never below zero", () => {
		fc.assert(
			fc.property(rule, items, amount, (given, goods, shipping) => {
				const taxed = taxOrder(given, goods, shipping);
				const all = [...taxed.items, taxed.shipping].map(({ tax }) => tax);
				const paid = sum(goods.map((one) => one.amount)) + shipping;
				const gross = paid + (given.included ? 0 : taxed.total);

				expect(sum(all)).toBe(taxed.total);
				expect(sum(taxed.lines.map(({ tax }) => tax))).toBe(taxed.total);
				expect(sum(taxed.lines.map(({ net, tax }) => net + tax))).toBe(gross);
				expect(all.every((tax) => Number.isSafeInteger(tax) && tax >= 0)).toBe(true);
				expect(taxed.lines.every(({ net }) => net >= 0)).toBe(true);
			}),
			{ numRuns: 1000 },
		);
	});

	it("is no more than a unit off for a line than it would be alone", () => {
		fc.assert(
			fc.property(rule, items, (given, goods) => {
				const taxed = taxOrder(given, goods, 0);

				for (const [at, { amount: worth, taxClass }] of goods.entries()) {
					const own = rateOf(given, taxClass);
					const alone = taxOf(worth, { ...given, rate: own });
					expect(Math.abs((taxed.items[at]?.tax ?? 0) - alone)).toBeLessThanOrEqual(1);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("is the same from both sides: the net amount and the tax on it come to the gross", () => {
		const gross = fc.integer({ min: 0, max: 1e9 });
		fc.assert(
			fc.property(gross, fc.integer({ min: 0, max: 4000 }), (worth, one) => {
				const net = worth - taxOf(worth, { rate: one, included: true });

				const again = net + taxOf(net, { rate: one, included: false });

				expect(Math.abs(again - worth)).toBeLessThanOrEqual(1);
			}),
		);
	});
});

const sum = (amounts: number[]) => amounts.reduce((all, one) => all + one, 0);
