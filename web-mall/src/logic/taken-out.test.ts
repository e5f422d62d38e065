import { expect, it } from "vitest";
import { piecesOf, takenOut } from "./taken-out.ts";

const part = (id: string, at: string, lines: { sku: string; quantity: number }[]) => ({
	id,
	at,
	lines,
	amount: 500,
	reason: `why ${id}`,
	by: "desk",
});
const later = part("b", "2026-05-02T10:00:00.000Z", [{ sku: "CUP", quantity: 2 }]);
const earlier = part("a", "2026-05-01T10:00:00.000Z", [
	{ sku: "CUP", quantity: 1 },
	{ sku: "POT", quantity: 3 },
]);
const order = { cancelledLines: [later, earlier] };

it.each([
	["nothing was taken out", {}, undefined, []],
	["all lines of each part", order, undefined, ["4 why a", "2 why b"]],
	["a line in each of two parts", order, "CUP", ["1 why a", "2 why b"]],
	["a line in one part", order, "POT", ["3 why a"]],
	["a line that stays", order, "LID", []],
])("says what was taken out: %s", (_what, of, sku, expected) => {
	expect(takenOut(of, sku).map(({ count, reason }) => `${count} ${reason}`)).toEqual(expected);
});

it.each([
	["all of it", [{ quantity: 2 }, { quantity: 1 }], 3],
	["what is left", [{ quantity: 2, cancelled: 1 }, { quantity: 1 }], 2],
	["what it was, when all was taken out", [{ quantity: 2, cancelled: 2 }], 2],
])("counts the pieces of an order: %s", (_what, items, expected) => {
	expect(piecesOf({ items })).toBe(expected);
});
