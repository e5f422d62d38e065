import { expect, it } from "vitest";
import { changeOf, thenOf } from "./stock.ts";
import type { StockWay } from "./stock.ts";

const level = { sku: "A", onHand: 7 };
const draft = (way: StockWay, figure: number | null, reason = "") => ({ way, figure, reason });

it.each([
	[draft("adjust", -2, "broken"), { sku: "A", delta: -2, reason: "broken" }, 5],
	[draft("takeIn", 3), { sku: "A", quantity: 3 }, 10],
	[draft("takeIn", 3, "late"), { sku: "A", quantity: 3, reason: "late" }, 10],
	[draft("count", 4, "June"), { sku: "A", counted: 4, expected: 7, reason: "June" }, 4],
	[draft("count", 0, "June"), { sku: "A", counted: 0, expected: 7, reason: "June" }, 0],
	[draft("watch", 9), { sku: "A", lowAt: 9 }, 16],
])("%o asks for %o", (one, params, then) => {
	expect(changeOf(level, one)).toEqual({ way: one.way, params });
	expect(thenOf(level, one)).toBe(then);
});

it.each([
	draft("adjust", 0, "x"),
	draft("adjust", 1),
	draft("count", 3),
	draft("takeIn", null),
	draft("watch", null),
])("%o asks for nothing yet", (one) => {
	expect(changeOf(level, one)).toBeUndefined();
});
