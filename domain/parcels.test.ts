import { describe, expect, it } from "vitest";
import { isPartlyShipped, openLines, shippedQuantities, unshipped } from "./parcels.ts";

const order = {
	items: [
		{ sku: "cup", quantity: 3, cancelled: 1 },
		{ sku: "pot", quantity: 1 },
	],
	shipments: [{ lines: [{ sku: "cup", quantity: 1 }] }],
};

describe("parcels", () => {
	it("leave open what is neither shipped nor cancelled", () => {
		expect(unshipped(order)).toEqual([
			{ sku: "cup", quantity: 1 },
			{ sku: "pot", quantity: 1 },
		]);
		expect(shippedQuantities(order)).toEqual(new Map([["cup", 1]]));
		expect(isPartlyShipped(order)).toBe(true);
		expect(isPartlyShipped({ ...order, shipments: [] })).toBe(false);
	});

	it("take everything open when no line is named", () => {
		expect(openLines(order)).toEqual(unshipped(order));
		expect(openLines({ items: [], shipments: [] })).toMatchObject({
			refused: "LINES_NOT_OPEN",
		});
	});

	it("count a SKU that is named twice together", () => {
		const twice = [
			{ sku: "cup", quantity: 1 },
			{ sku: "cup", quantity: 1 },
		];

		expect(openLines(order, twice)).toEqual({ refused: "LINES_NOT_OPEN", sku: "cup", left: 1 });
	});

	it("are never empty, nor hold what nobody ordered", () => {
		expect(openLines(order, [])).toMatchObject({ refused: "LINES_NOT_OPEN" });
		expect(openLines(order, [{ sku: "cup", quantity: 0 }])).toMatchObject({ left: 1 });
		expect(openLines(order, [{ sku: "pan", quantity: 1 }])).toMatchObject({
			sku: "pan",
			left: 0,
		});
	});
});
