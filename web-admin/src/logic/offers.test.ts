import { describe, expect, it } from "vitest";
import type { Coupon, Promotion } from "#contracts/promotions";
import {
	blankPromotion,
	couponDraft,
	couponInput,
	promotionDraft,
	promotionInput,
} from "./offers.ts";
import { scheduleState } from "./schedule.ts";

const at = (day: number) => `2026-05-0${day}T00:00:00.000Z`;

const promotion: Promotion = {
	id: "p1",
	name: "Spring",
	translations: { zh: { name: "春日" } },
	kind: "order",
	scope: { type: "categories", ids: ["c1"] },
	rules: { conditions: { minAmount: 5000 }, action: { type: "amount", value: 500 } },
	startsAt: at(1),
	endsAt: at(9),
	priority: 3,
	enabled: true,
	createdAt: at(1),
	version: 1,
};

const coupon: Coupon = {
	id: "c1",
	name: "Welcome",
	kind: "code",
	code: "HELLO",
	discount: { type: "percent", value: 15, cap: 2000 },
	scope: { type: "all" },
	minimumSpend: 1000,
	total: 50,
	perPerson: 1,
	startsAt: at(1),
	endsAt: at(9),
	enabled: true,
	claimed: 0,
	redeemed: 0,
	createdAt: at(1),
	version: 1,
};

describe("an offer", () => {
	it("says the same again when nothing was changed", () => {
		const { name, scope, rules, startsAt, endsAt, priority, enabled } = promotion;

		expect(promotionInput(promotionDraft(promotion))).toEqual({
			name,
			translations: { zh: { name: "春日" } },
			scope,
			rules,
			startsAt,
			endsAt,
			priority,
			enabled,
		});
	});

	it("keeps a coupon's discount as it was", () => {
		const { discount, scope, minimumSpend } = couponInput(couponDraft(coupon));

		expect({ discount, scope, minimumSpend }).toEqual({
			discount: coupon.discount,
			scope: coupon.scope,
			minimumSpend: 1000,
		});
	});

	it("has no value when it gives free shipping", () => {
		const input = promotionInput({ ...blankPromotion(), action: "free-shipping", amount: 700 });

		expect(input.rules.action).toEqual({ type: "free-shipping", value: 0 });
	});

	it.each([
		[{ ...promotion, enabled: false }, "off"],
		[{ ...promotion, startsAt: at(6) }, "planned"],
		[{ ...promotion, endsAt: at(2) }, "over"],
		[promotion, "running"],
	] as const)("is running only when it is on and its time has come", (one, state) => {
		expect(scheduleState(one, Date.parse(at(5)))).toBe(state);
	});
});
