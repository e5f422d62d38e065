import { expect, it } from "vitest";
import { bestFirst, worthOf } from "./coupon-worth.ts";
import type { Goods } from "./coupon-worth.ts";

/** $100 of goods, $10 of them off by a promotion. */
const goods: Goods = {
	items: [
		{ productId: "cup", unitPrice: 2000, quantity: 2, discount: 400 },
		{ productId: "pot", unitPrice: 6000, quantity: 1, discount: 600 },
	],
	totals: { goods: 10_000, promotion: 1000 },
};
type Discount = Parameters<typeof worthOf>[0]["discount"];
type Scope = Parameters<typeof worthOf>[0]["scope"];

const all: Scope = { type: "all" };
const cups: Scope = { type: "products", ids: ["cup"] };
const coupon = (discount: Discount, scope: Scope = all, minimumSpend = 0) => ({
	discount,
	scope,
	minimumSpend,
	endsAt: "2026-12-01T00:00:00.000Z",
});
const percent = (value: number, cap?: number): Discount => ({
	type: "percent",
	value,
	...(cap !== undefined && { cap }),
});
const amount = (value: number): Discount => ({ type: "amount", value });

it.each([
	["a percentage of what promotions leave", coupon(percent(15)), 1350],
	["a percentage up to its cap", coupon(percent(15, 300)), 300],
	["an amount", coupon(amount(500)), 500],
	["an amount, at most what the goods cost", coupon(amount(50_000)), 9000],
	["a percentage of the products it is for", coupon(percent(50), cups), 1800],
	["an amount, at most what its products cost", coupon(amount(5000), cups), 3600],
	["nothing for other products", coupon(amount(500), { type: "products", ids: ["lid"] }), 0],
	["its worth at just the minimum", coupon(amount(500), all, 9000), 500],
	["nothing below the minimum", coupon(amount(500), all, 9001), 0],
	["nothing where only its products are too few", coupon(amount(500), cups, 5000), 0],
])("is worth %s", (_what, one, expected) => {
	expect(worthOf(one, goods)).toBe(expected);
});

it("offers what is worth most first and what does not apply last, the nearest first", () => {
	const coupons = Object.entries({
		tooFar: coupon(amount(9000), all, 20_000),
		nearly: coupon(amount(9000), all, 9500),
		five: coupon(amount(500)),
		category: coupon(percent(90), { type: "categories", ids: ["kitchen"] }),
		percent: coupon(percent(15)),
		endsSooner: { ...coupon(amount(500)), endsAt: "2026-11-30T00:00:00.000Z" },
	}).map(([name, one]) => ({ name, ...one }));

	const offered = bestFirst(coupons, goods);

	expect(offered.map(({ name, missing }) => [name, missing])).toEqual([
		["percent", 0],
		["endsSooner", 0],
		["five", 0],
		["category", 0],
		["nearly", 500],
		["tooFar", 11_000],
	]);
});
