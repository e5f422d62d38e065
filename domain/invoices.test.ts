import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { creditsOf, documentNumber, isBilled, next, taxesOf } from "./invoices.ts";
import type { TaxLine } from "./tax.ts";

describe("numbers of documents", () => {
	it("count up, begin anew each year, and never go back", () => {
		expect(next({ year: 2026, last: 41 }, 2026)).toEqual({ year: 2026, last: 42 });
		expect(next({ year: 2026, last: 41 }, 2027)).toEqual({ year: 2027, last: 1 });
		expect(next({ year: 2027, last: 1 }, 2026)).toEqual({ year: 2027, last: 2 });
	});

	it("are written with kind, year and six digits or more", () => {
		expect(documentNumber("invoice", { year: 2026, last: 1 })).toBe("INV-2026-000001");
		expect(documentNumber("credit-note", { year: 2026, last: 1_234_567 })).toBe(
			"CN-2026-1234567",
		);
	});
});

describe("an invoice", () => {
	it.each([
		["unpaid", { payment: { captured: 0 }, shipments: [] }, false],
		["paid", { payment: { captured: 100 }, shipments: [] }, true],
		["on delivery, sent", { payment: { captured: 0 }, shipments: [{}] }, true],
	])("is there when goods or money have moved: %s", (_name, order, isThere) => {
		expect(isBilled(order)).toBe(isThere);
	});

	it("finds the single rate of an order from before there were classes", () => {
		expect(taxesOf({ totals: { total: 11_900, tax: 1900 } })).toEqual([
			{ rate: 1900, net: 10_000, tax: 1900 },
		]);
		expect(taxesOf({ totals: { total: 0, tax: 0 } })).toEqual([]);
		const taxes = [{ rate: 700, net: 100, tax: 7 }];
		expect(taxesOf({ totals: { total: 107, tax: 7 }, taxes })).toBe(taxes);
	});
});

describe("credits", () => {
	it("take off a share of each rate", () => {
		const taxes = [
			{ rate: 1900, net: 1000, tax: 190 },
			{ rate: 0, net: 310, tax: 0 },
		];

		expect(creditsOf(taxes, [750, 750])).toEqual([
			[
				{ rate: 1900, net: 500, tax: 95 },
				{ rate: 0, net: 155, tax: 0 },
			],
			[
				{ rate: 1900, net: 500, tax: 95 },
				{ rate: 0, net: 155, tax: 0 },
			],
		]);
	});

	it("come to each refund, and together to exactly what was billed", () => {
		const line: fc.Arbitrary<TaxLine> = fc.record({
			rate: fc.constantFrom(0, 700, 1900),
			net: fc.nat(100_000),
			tax: fc.nat(20_000),
		});
		const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 });
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), cuts, (taxes, parts) => {
				const total = sum(taxes.map(({ net, tax }) => net + tax));
				const points = parts.map((part) => Math.floor(part * total)).toSorted(ascending);
				const refunds = [...points, total].map(
					(at, index) => at - (points[index - 1] ?? 0),
				);

				const credits = creditsOf(taxes, refunds);

				expect(credits.map((one) => sum(one.map(({ net, tax }) => net + tax)))).toEqual(
					refunds,
				);
				expect(credits.flat().every(({ net, tax }) => net >= 0 && tax >= 0)).toBe(true);
				for (const { rate } of taxes) {
					const at = (lines: readonly TaxLine[]) =>
						lines.filter((one) => one.rate === rate);
					const taxOf = (lines: readonly TaxLine[]) =>
						sum(at(lines).map(({ tax }) => tax));
					expect(taxOf(credits.flat())).toBe(taxOf(taxes));
				}
			}),
			{ numRuns: 1000 },
		);
	});
});

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const ascending = (a: number, b: number) => a - b;
