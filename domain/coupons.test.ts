import { describe, expect, it } from "vitest";
import { applyCoupon, whyNotClaim } from "./coupons.ts";
import type { Coupon } from "./coupons.ts";
import { basketOf } from "./discounts.ts";

const at = "2026-05-01T12:00:00.000Z";
const buyer = { claimed: 1, redeemed: 0 };
const basket = basketOf([
	{ sku: "a", productId: "p1", categoryPath: ["home", "cups"], unitPrice: 1000, quantity: 2 },
	{ sku: "b", productId: "p2", categoryPath: ["garden"], unitPrice: 3000, quantity: 1 },
]);
const aCoupon = (change: Partial<Coupon> = {}): Coupon => ({
	id: "c",
	name: "Five off",
	kind: "claim",
	discount: { type: "amount", value: 500 },
	scope: { type: "all" },
	minimumSpend: 0,
	total: 10,
	perPerson: 2,
	startsAt: "2026-05-01T00:00:00.000Z",
	endsAt: "2026-06-01T00:00:00.000Z",
	enabled: true,
	claimed: 5,
	redeemed: 5,
	...change,
});

describe("a coupon", () => {
	it.each([
		["an amount over the whole order", {}, [200, 300]],
		["a percentage", { discount: { type: "percent" as const, value: 10 } }, [200, 300]],
		[
			"at most its cap",
			{ discount: { type: "percent" as const, value: 50, cap: 100 } },
			[40, 60],
		],
		[
			"only lines of its categories",
			{ scope: { type: "categories" as const, ids: ["home"] } },
			[500, 0],
		],
		["only its products", { scope: { type: "products" as const, ids: ["p2"] } }, [0, 500]],
		[
			"never more than there is",
			{ discount: { type: "amount" as const, value: 1e9 } },
			[2000, 3000],
		],
		["no limit where none is set", { total: null, perPerson: null }, [200, 300]],
	])("takes %s", (_name, change, shares) => {
		expect(applyCoupon({ coupon: aCoupon(change), buyer, at, basket })).toEqual({ shares });
	});

	it.each([
		["COUPON_DISABLED", { enabled: false }],
		["COUPON_NOT_STARTED", { startsAt: "2026-05-02T00:00:00.000Z" }],
		["COUPON_EXPIRED", { endsAt: at }],
		["COUPON_USED_UP", { redeemed: 10 }],
		["COUPON_OTHER_GOODS", { scope: { type: "products" as const, ids: ["p3"] } }],
		["COUPON_MINIMUM_SPEND", { minimumSpend: 5001 }],
		[
			"COUPON_MINIMUM_SPEND",
			{ minimumSpend: 2001, scope: { type: "categories" as const, ids: ["cups"] } },
		],
	])("says %s for %j", (refused, change) => {
		expect(applyCoupon({ coupon: aCoupon(change), buyer, at, basket })).toEqual({ refused });
	});

	it.each([
		["COUPON_NOT_CLAIMED", "claim", { claimed: 0, redeemed: 0 }],
		["COUPON_ALREADY_USED", "claim", { claimed: 1, redeemed: 1 }],
		["COUPON_ALREADY_USED", "code", { claimed: 0, redeemed: 2 }],
	] as const)("says %s for a %s coupon of a buyer with %j", (refused, kind, buyer) => {
		expect(applyCoupon({ coupon: aCoupon({ kind }), buyer, at, basket })).toEqual({ refused });
	});

	it("needs no claim when it is a code", () => {
		const nobody = { claimed: 0, redeemed: 0 };

		expect(
			applyCoupon({ coupon: aCoupon({ kind: "code" }), buyer: nobody, at, basket }),
		).toHaveProperty("shares");
	});
});

describe("claiming", () => {
	it.each([
		[undefined, {}, buyer],
		["COUPON_NOT_CLAIMABLE", { kind: "code" as const }, buyer],
		["COUPON_EXPIRED", { endsAt: at }, buyer],
		["COUPON_ALREADY_CLAIMED", {}, { claimed: 2, redeemed: 0 }],
		["COUPON_USED_UP", { claimed: 10 }, buyer],
	])("answers %s for %j", (reason, change, who) => {
		expect(whyNotClaim({ coupon: aCoupon(change), buyer: who, at })).toBe(reason);
	});
});
