import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Line } from "./parcels.ts";
import { isRefused } from "./refusal.ts";
import { refundShare } from "./refunds.ts";

const order = {
	items: [
		{ sku: "cup", quantity: 3, total: 1000 },
		{ sku: "pot", quantity: 1, total: 500 },
	],
	totals: { total: 1800 },
};

describe("refundShare", () => {
	it("gives a line back with its share of shipping and tax", () => {
		expect(refundShare(order, [{ sku: "pot", quantity: 1 }])).toEqual({
			amount: 600,
			lines: [{ sku: "pot", quantity: 1, amount: 600 }],
		});
	});

	it("gives a line back with the tax that came on top of it", () => {
		const taxed = {
			items: [
				{ sku: "cup", quantity: 1, total: 1000, tax: 190 },
				{ sku: "book", quantity: 1, total: 1000, tax: 70 },
			],
			totals: { total: 2260, taxIncluded: false },
		};

		expect(refundShare(taxed, [{ sku: "cup", quantity: 1 }])).toMatchObject({ amount: 1190 });
		expect(refundShare(taxed, [{ sku: "book", quantity: 1 }])).toMatchObject({ amount: 1070 });
	});

	it("refuses more than was bought, counting what was given back before", () => {
		const earlier = [{ sku: "cup", quantity: 2 }];

		expect(refundShare(order, [{ sku: "cup", quantity: 2 }], earlier)).toEqual({
			refused: "MORE_THAN_BOUGHT",
			sku: "cup",
			left: 1,
		});
		expect(refundShare(order, [{ sku: "pan", quantity: 1 }])).toMatchObject({ left: 0 });
	});

	it("comes to exactly what was paid when every piece is given back, in any order", () => {
		const item = fc.record({
			quantity: fc.integer({ min: 1, max: 6 }),
			total: fc.integer({ min: 0, max: 1e6 }),
		});
		const bought = fc.array(item, { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(bought, fc.nat(1e5), fc.infiniteStream(fc.nat()), (all, onTop, random) => {
				const items = all.map((one, index) => ({ ...one, sku: `s${index}` }));
				const paid = items.reduce((sum, { total }) => sum + total, onTop);
				const pieces: Line[] = items
					.flatMap(({ sku, quantity }) =>
						Array<Line>(quantity).fill({ sku, quantity: 1 }),
					)
					.map((line) => ({ line, rank: random.next().value }))
					.toSorted((a, b) => a.rank - b.rank)
					.map(({ line }) => line);

				const amounts = pieces.map((piece, index) => {
					const share = refundShare(
						{ items, totals: { total: paid } },
						[piece],
						pieces.slice(0, index),
					);
					return isRefused(share) ? Number.NaN : share.amount;
				});

				expect(amounts.every((amount) => amount >= 0)).toBe(true);
				expect(amounts.reduce((a, b) => a + b, 0)).toBe(paid);
			}),
		);
	});
});
