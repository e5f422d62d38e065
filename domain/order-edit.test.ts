import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesOf, stockChanges } from "./order-edit.ts";
import type { Editable } from "./order-edit.ts";

const order: Editable = {
	address: { name: "Ada", city: "London", province: "" },
	note: "",
	items: [{ sku: "cup", quantity: 2 }],
	shippingMethod: "standard",
	totals: { total: 2490 },
};

describe("what staff have changed", () => {
	it("is told field by field, before and after", () => {
		const after: Editable = {
			...order,
			items: [
				{ sku: "cup", quantity: 1 },
				{ sku: "pot", quantity: 3 },
			],
			adjustment: { amount: -500, reason: "scratched" },
			totals: { total: 3990 },
		};

		expect(changesOf(order, after)).toEqual([
			{ field: "items", before: "2 × cup", after: "1 × cup, 3 × pot" },
			{ field: "adjustment", before: "0", after: "-500" },
			{ field: "total", before: "2490", after: "3990" },
		]);
		expect(changesOf(order, { ...order, address: { ...order.address, city: "Bath" } })).toEqual(
			[{ field: "address", before: "Ada, London", after: "Ada, Bath" }],
		);
	});

	it("is nothing when all is as it was", () => {
		expect(changesOf(order, structuredClone(order))).toEqual([]);
	});
});

describe("the stock that a change needs", () => {
	it("makes the old lines into the new ones, with no SKU in both directions", () => {
		const line = fc.record({
			sku: fc.constantFrom("a", "b", "c"),
			quantity: fc.integer({ min: 1, max: 9 }),
		});
		const lines = fc.array(line, { maxLength: 6 });
		const countOf = (all: { sku: string; quantity: number }[], sku: string) =>
			all.reduce((sum, one) => sum + (one.sku === sku ? one.quantity : 0), 0);
		fc.assert(
			fc.property(lines, lines, (before, after) => {
				const { more, fewer } = stockChanges(before, after);

				for (const sku of ["a", "b", "c"])
					expect(countOf(before, sku) + countOf(more, sku) - countOf(fewer, sku)).toBe(
						countOf(after, sku),
					);
				const both = more.filter(({ sku }) => fewer.some((one) => one.sku === sku));
				expect(both).toEqual([]);
			}),
		);
	});
});
