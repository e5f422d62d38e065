import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Coupon } from "./coupons.ts";
import type { PricedLine } from "./discounts.ts";
import { quote } from "./pricing.ts";
import type { QuoteInput } from "./pricing.ts";
import type { OrderPromotion } from "./promotions.ts";

const at = "2026-05-01T12:00:00.000Z";
const noTax = { rate: 0, included: true };
const standard = { key: "standard", name: "Standard", price: 500, freeOver: 5000, days: 3 };
const express = { key: "express", name: "Express", price: 1500, days: 1 };
const lines: PricedLine[] = [
	{ sku: "a", productId: "p1", categoryPath: ["home"], unitPrice: 1999, quantity: 2 },
	{ sku: "b", productId: "p2", categoryPath: ["garden"], unitPrice: 333, quantity: 1 },
];
const tenOff: OrderPromotion = {
	id: "promo",
	name: "10 % off",
	rules: { action: { type: "percent", value: 10 } },
};
const fiveOff: Coupon = {
	id: "coupon",
	name: "Five off",
	kind: "code",
	discount: { type: "amount", value: 500 },
	scope: { type: "all" },
	minimumSpend: 0,
	startsAt: "2026-01-01T00:00:00.000Z",
	endsAt: "2027-01-01T00:00:00.000Z",
	enabled: true,
	claimed: 0,
	redeemed: 0,
};
const buyer = { claimed: 0, redeemed: 0 };
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe("a quote", () => {
	it("takes off promotions, then the coupon, then points, then adds shipping", () => {
		const result = quote({
			at,
			lines,
			promotions: [tenOff],
			coupon: { coupon: fiveOff, buyer },
			points: { wanted: 100, balance: 100, minorUnits: 2 },
			shipping: { methods: [standard, express] },
			tax: { rate: 2000, included: true },
		});

		expect(result.totals).toEqual({
			goods: 4331,
			promotion: 433,
			coupon: 500,
			points: 100,
			shipping: 500,
			tax: 633,
			taxIncluded: true,
			total: 3798,
		});
		expect(result.discounts).toEqual([
			{ label: "10 % off", amount: 433 },
			{ label: "Five off", amount: 500 },
			{ label: "Points", amount: 100 },
		]);
		expect(result.items.map(({ discount, total }) => [discount, total])).toEqual([
			[954, 3044],
			[79, 254],
		]);
		expect(result.applied).toEqual({
			promotionIds: ["promo"],
			couponId: "coupon",
			points: 100,
		});
		expect(result.rejected).toEqual([]);
	});

	it("says why a coupon and points don't apply, and redeems none of them", () => {
		const result = quote({
			at,
			lines,
			coupon: { coupon: { ...fiveOff, minimumSpend: 1e6 }, buyer },
			points: { wanted: 50, balance: 0, minorUnits: 2, label: "Punkte" },
			tax: noTax,
		});

		expect(result.rejected).toEqual([
			{ label: "Five off", reason: "COUPON_MINIMUM_SPEND" },
			{ label: "Punkte", reason: "POINTS_BALANCE" },
		]);
		expect(result.applied).toEqual({ promotionIds: [], points: 0 });
	});

	it("asks the coupon's minimum after promotions", () => {
		const coupon = { coupon: { ...fiveOff, minimumSpend: 4000 }, buyer };

		const before = quote({ at, lines, coupon, tax: noTax });
		const after = quote({ at, lines, coupon, promotions: [tenOff], tax: noTax });

		expect(before.totals.coupon).toBe(500);
		expect(after.rejected).toMatchObject([{ reason: "COUPON_MINIMUM_SPEND" }]);
	});

	it("puts tax on top of goods and shipping when prices don't include it", () => {
		const { totals } = quote({
			at,
			lines,
			shipping: { methods: [standard] },
			tax: { rate: 1000, included: false },
		});

		expect(totals).toMatchObject({ goods: 4331, shipping: 500, tax: 483, total: 5314 });
	});

	it("ships free by a promotion, and says so without an amount", () => {
		const free: OrderPromotion = {
			id: "free",
			name: "Free shipping",
			rules: { action: { type: "free-shipping", value: 0 } },
		};

		const result = quote({
			at,
			lines,
			promotions: [free],
			shipping: { methods: [standard], key: "standard" },
			tax: noTax,
		});

		expect(result.totals).toMatchObject({ shipping: 0, total: 4331 });
		expect(result.discounts).toEqual([{ label: "Free shipping", amount: 0 }]);
	});

	it("counts the chosen shipping, and says when it doesn't go there", () => {
		const methods = [standard, { ...express, countries: ["DE"] }];

		const there = quote({
			at,
			lines,
			shipping: { methods, key: "express", country: "DE" },
			tax: noTax,
		});
		const not = quote({
			at,
			lines,
			shipping: { methods, key: "express", country: "FR" },
			tax: noTax,
		});

		expect(there.totals.shipping).toBe(1500);
		expect(not.shippingMethod).toBeUndefined();
		expect(not.shippingMethods.map(({ key }) => key)).toEqual(["standard"]);
		expect(not.rejected).toEqual([{ label: "express", reason: "SHIPPING_METHOD_UNAVAILABLE" }]);
	});

	it("costs nothing without goods", () => {
		const result = quote({ at, lines: [], shipping: { methods: [standard] }, tax: noTax });

		expect(result.totals.total).toBe(0);
	});

	it("keeps what else its lines carry", () => {
		const [item] = quote({ at, lines: [{ ...lines[0]!, name: "Cup" }], tax: noTax }).items;

		expect(item?.name).toBe("Cup");
	});
});

const money = fc.integer({ min: 0, max: 1_000_000 });
const ids = fc.constantFrom("x", "y", "z");
const line = fc.record({
	sku: fc.string(),
	productId: ids,
	categoryPath: fc.array(ids, { maxLength: 3 }),
	brandId: fc.option(ids),
	tags: fc.array(ids, { maxLength: 2 }),
	unitPrice: money,
	quantity: fc.integer({ min: 1, max: 99 }),
});
const promotion: fc.Arbitrary<OrderPromotion> = fc.record({
	id: fc.string(),
	name: fc.string(),
	rules: fc.record({
		conditions: fc.record(
			{
				minAmount: money,
				categoryIds: fc.array(ids),
				tags: fc.array(ids),
				firstOrder: fc.boolean(),
			},
			{ requiredKeys: [] },
		),
		action: fc.oneof(
			fc.record({
				type: fc.constant("percent" as const),
				value: fc.integer({ min: 1, max: 100 }),
			}),
			fc.record({
				type: fc.constantFrom("amount" as const, "free-shipping" as const),
				value: money,
			}),
		),
	}),
	priority: fc.integer({ min: 0, max: 3 }),
	group: fc.option(ids),
});
const coupon = fc.record({
	type: fc.constantFrom("amount" as const, "percent" as const),
	value: fc.integer({ min: 1, max: 100 }),
	cap: fc.option(money),
	scope: fc.constantFrom("all" as const, "categories" as const, "products" as const),
	minimumSpend: money,
});
const input: fc.Arbitrary<QuoteInput> = fc
	.record({
		lines: fc.array(line, { maxLength: 8 }),
		promotions: fc.array(promotion, { maxLength: 4 }),
		isFirstOrder: fc.boolean(),
		coupon: fc.option(coupon, { nil: undefined }),
		points: fc.record({ wanted: money, balance: money, minorUnits: fc.constantFrom(0, 2, 3) }),
		price: money,
		tax: fc.record({ rate: fc.constantFrom(0, 700, 888, 1900), included: fc.boolean() }),
	})
	.map(({ coupon: made, price, ...rest }) => ({
		...rest,
		at,
		shipping: { methods: [{ ...standard, price }] },
		...(made && {
			coupon: {
				coupon: {
					...fiveOff,
					discount: { type: made.type, value: made.value, cap: made.cap },
					scope: { type: made.scope, ids: ["x"] },
					minimumSpend: made.minimumSpend,
				},
				buyer,
			},
		}),
	}));

describe("any quote", () => {
	it("adds up: items, totals and discounts tell the same story", () => {
		fc.assert(
			fc.property(input, (given) => {
				const { items, totals, discounts } = quote(given);
				const taken = totals.promotion + totals.coupon + totals.points;
				const onTop = totals.taxIncluded ? 0 : totals.tax;

				expect(sum(items.map(({ total }) => total)) + totals.shipping + onTop).toBe(
					totals.total,
				);
				expect(totals.goods - taken + totals.shipping + onTop).toBe(totals.total);
				expect(sum(items.map(({ discount }) => discount))).toBe(taken);
				expect(sum(discounts.map(({ amount }) => amount))).toBe(taken);
			}),
			{ numRuns: 1000 },
		);
	});

	it("is never below zero, in any line or total", () => {
		fc.assert(
			fc.property(input, (given) => {
				const { items, totals } = quote(given);
				const amounts = [
					...items.flatMap(({ discount, total }) => [discount, total]),
					...Object.values(totals).filter((value) => typeof value === "number"),
				];

				expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(
					true,
				);
				expect(totals.points * 2).toBeLessThanOrEqual(
					totals.goods - totals.promotion - totals.coupon,
				);
			}),
			{ numRuns: 1000 },
		);
	});

	it("explains each promotion exactly once", () => {
		fc.assert(
			fc.property(input, (given) => {
				const { applied, rejected } = quote({
					...given,
					coupon: undefined,
					points: undefined,
				});

				expect(applied.promotionIds.length + rejected.length).toBe(
					given.promotions?.length,
				);
			}),
		);
	});
});
