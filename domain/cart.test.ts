import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alter, merge, mostLines, mostPieces, put, putAgain, takeOut } from "./cart.ts";

const line = (sku: string, quantity: number, selected = true) => ({ sku, quantity, selected });

describe("cart", () => {
	it("adds up the same SKU, ticks it, and keeps the order of the lines", () => {
		const lines = [line("A", 1, false), line("B", 1)];

		expect(put(lines, line("A", 2))).toEqual([line("A", 3), line("B", 1)]);
		expect(put(lines, line("C", 1))).toEqual([...lines, line("C", 1)]);
	});

	it("holds no more lines and pieces than it may", () => {
		const full = Array.from({ length: mostLines }, (_, n) => line(`S${n}`, 1));

		expect(put(full, line("X", 1))).toEqual({ refused: "CART_FULL" });
		expect(put([line("A", mostPieces)], line("A", 5))).toEqual([line("A", mostPieces)]);
	});

	it("alters the line that is there, and says when none is", () => {
		expect(alter([line("A", 1)], "A", { quantity: 4 })).toEqual([line("A", 4)]);
		expect(alter([line("A", 1)], "B", { quantity: 4 })).toBeUndefined();
	});

	it("merges without losing a piece or a tick", () => {
		const ours = [line("A", 1, false), line("B", 2, true)];
		const theirs = [line("A", 1, false), line("B", 1, false), line("C", 1, false)];

		expect(merge(ours, theirs)).toEqual([
			line("A", 2, false),
			line("B", 3, true),
			line("C", 1, false),
		]);
	});

	it("puts in again what can be had, and says why the rest can't", () => {
		const asked = (sku: string, available: number) => ({
			sku,
			quantity: 3,
			line: line(sku, 0),
			available,
		});
		const ordered = [
			asked("A", 9),
			asked("B", 2),
			asked("C", 0),
			{ ...asked("D", 9), line: null },
		];
		const full = Array.from({ length: mostLines }, (_, n) => line(`S${n}`, 1));

		expect(putAgain([line("A", 1, false)], ordered)).toEqual({
			lines: [line("A", 4), line("B", 2)],
			missing: [
				{ sku: "B", reason: "fewer", left: 2 },
				{ sku: "C", reason: "out-of-stock" },
				{ sku: "D", reason: "not-sold" },
			],
		});
		expect(putAgain(full, [asked("A", 9)])).toEqual({
			lines: full,
			missing: [{ sku: "A", reason: "cart-full" }],
		});
	});

	it("never takes out more than was bought, nor leaves a line without pieces", () => {
		const pieces = fc.array(
			fc.record({
				sku: fc.constantFrom("A", "B", "C"),
				quantity: fc.integer({ min: 1, max: 9 }),
			}),
		);
		fc.assert(
			fc.property(pieces, pieces, (inside, out) => {
				const unique = [...new Map(inside.map((one) => [one.sku, one])).values()];
				const bought = [...new Map(out.map((one) => [one.sku, one])).values()];
				const lines = unique.map(({ sku, quantity }) => line(sku, quantity));

				const rest = takeOut(lines, bought);

				for (const { sku, quantity } of lines) {
					const wanted = bought.find((one) => one.sku === sku)?.quantity ?? 0;
					const left = rest.find((one) => one.sku === sku)?.quantity ?? 0;
					expect(left).toBe(Math.max(0, quantity - wanted));
				}
				expect(rest.every(({ quantity }) => quantity > 0)).toBe(true);
			}),
		);
	});
});
