import { describe, expect, it } from "vitest";
import { basketOf, leftOf } from "./discounts.ts";
import type { PricedLine } from "./discounts.ts";
import { applyPromotions } from "./promotions.ts";
import type { OrderPromotion } from "./promotions.ts";

const moment = { at: "2026-05-01T12:00:00.000Z", isFirstOrder: false };
const aLine = (change: Partial<PricedLine> = {}): PricedLine => ({
	sku: "cup",
	productId: "p1",
	categoryPath: ["home", "kitchen"],
	brandId: "b1",
	tags: ["new"],
	unitPrice: 1000,
	quantity: 1,
	...change,
});
const aPromotion = (change: Partial<OrderPromotion> = {}): OrderPromotion => ({
	id: "x",
	name: "Ten off",
	rules: { action: { type: "percent", value: 10 } },
	...change,
});
const garden = aLine({ sku: "hose", categoryPath: ["garden"], brandId: null, tags: [] });
const basket = basketOf([aLine(), garden]);

describe("order promotions", () => {
	it("take their part off the whole order", () => {
		const { discounts, basket: left } = applyPromotions(basket, [aPromotion()], moment);

		expect(discounts).toEqual([{ label: "Ten off", amount: 200 }]);
		expect(left.map((one) => one.left)).toEqual([900, 900]);
	});

	it.each([
		["category, with all below it", { categoryIds: ["home"] }],
		["brand", { brandIds: ["b1", "b2"] }],
		["tag", { tags: ["new"] }],
	])("take it off the lines of a %s only", (_name, conditions) => {
		const rules = { conditions, action: { type: "amount" as const, value: 300 } };

		const { basket: left } = applyPromotions(basket, [aPromotion({ rules })], moment);

		expect(left.map((one) => one.left)).toEqual([700, 1000]);
	});

	it.each([
		["NO_MATCHING_PRODUCT", { tags: ["old"] }],
		["NO_MATCHING_PRODUCT", { categoryIds: ["home"], brandIds: ["b2"] }],
		["MINIMUM_NOT_REACHED", { minAmount: 2001 }],
		["MINIMUM_NOT_REACHED", { minAmount: 1001, categoryIds: ["garden"] }],
		["NOT_FIRST_ORDER", { firstOrder: true }],
	])("say %s for %j", (reason, conditions) => {
		const rules = { conditions, action: { type: "percent" as const, value: 10 } };

		const { rejected, discounts } = applyPromotions(basket, [aPromotion({ rules })], moment);

		expect(rejected).toEqual([{ label: "Ten off", reason }]);
		expect(discounts).toEqual([]);
	});

	it("apply one of a group, the one with the highest priority that fits", () => {
		const group = "sale";
		const tooHigh = { minAmount: 9999 };
		const { discounts, rejected } = applyPromotions(
			basket,
			[
				aPromotion({ id: "1", name: "C", group, priority: 1 }),
				aPromotion({ id: "2", name: "B", group, priority: 2 }),
				aPromotion({
					id: "3",
					name: "A",
					group,
					priority: 3,
					rules: { conditions: tooHigh, action: { type: "percent", value: 50 } },
				}),
			],
			moment,
		);

		expect(discounts.map(({ label }) => label)).toEqual(["B"]);
		expect(rejected).toEqual([
			{ label: "A", reason: "MINIMUM_NOT_REACHED" },
			{ label: "C", reason: "OTHER_PROMOTION_APPLIES" },
		]);
	});

	it("stay out of sight when they are off or out of time", () => {
		const off = aPromotion({ enabled: false });
		const over = aPromotion({ endsAt: moment.at });

		expect(applyPromotions(basket, [off, over], moment)).toMatchObject({
			discounts: [],
			rejected: [],
		});
	});

	it("keep to their scope", () => {
		const scoped = aPromotion({ scope: { type: "categories", ids: ["garden"] } });

		const { basket: left } = applyPromotions(basket, [scoped], moment);

		expect(left.map((one) => one.left)).toEqual([1000, 900]);
	});

	it("never take more than there is", () => {
		const much = aPromotion({ rules: { action: { type: "amount", value: 1e9 } } });

		expect(leftOf(applyPromotions(basket, [much, much], moment).basket)).toBe(0);
	});

	it("make shipping free without touching the lines", () => {
		const free = aPromotion({ rules: { action: { type: "free-shipping", value: 0 } } });

		expect(applyPromotions(basket, [free], moment)).toMatchObject({
			freeShipping: true,
			basket,
		});
	});
});
