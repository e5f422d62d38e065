import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAsSeen, quietly } from "./quiet.ts";
import type { StoredOrder } from "./stored.ts";

const anOrder = { id: "a", version: 1 } as StoredOrder;
const written = (order: StoredOrder, isQuiet: boolean): StoredOrder => ({
	...(isQuiet ? quietly(order) : order),
	version: order.version + 1,
});

describe("an order that was seen", () => {
	it("is as it was seen until something that counts is written", () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { maxLength: 15 }), fc.nat(15), (writes, at) => {
				const seen = 1 + Math.min(at, writes.length);

				const order = writes.reduce(written, anOrder);

				const since = writes.slice(seen - 1);
				expect(isAsSeen(order, seen)).toBe(since.every(Boolean));
			}),
		);
	});

	it("was not seen at a version that is still to come", () => {
		expect(isAsSeen(anOrder, 2)).toBe(false);
	});

	it("remembers the last quiet writes only: an old look is no look", () => {
		const order = Array.from({ length: 50 }, () => true).reduce(written, anOrder);

		expect(order.quiet?.length).toBeLessThan(50);
		expect(isAsSeen(order, 1)).toBe(false);
	});
});
