import type { ServiceBroker } from "moleculer";
import { promotions as desk } from "#contracts/promotions";
import { callAsSystem } from "#mixins/service";
import { coupons, promotions } from "../demo/marketing.ts";
import type { DemoCoupon, DemoPromotion } from "../demo/marketing.ts";
import type { Shop } from "./catalogue.ts";
import { daysAgo } from "./days.ts";

export async function seedMarketing(broker: ServiceBroker, shop: Shop) {
	const running = await callAsSystem({ broker }, desk.adminPromotions, { pageSize: 100 });
	const known = new Set(running.items.map(({ name }) => name));
	for (const promotion of promotions.filter(({ name }) => !known.has(name))) {
		await callAsSystem({ broker }, desk.createPromotion, promotionOf(promotion));
	}
	const offered = await callAsSystem({ broker }, desk.adminCoupons, { pageSize: 100 });
	const taken = new Set(offered.items.map(({ name }) => name));
	for (const coupon of coupons.filter(({ name }) => !taken.has(name))) {
		const { kind } = coupon;
		// Why: the welcome gift is given at registration, which comes with the marketing issue.
		if (kind === "registration") continue;
		await callAsSystem({ broker }, desk.createCoupon, { ...couponOf(coupon, shop), kind });
	}
}

function promotionOf({ name, translations, conditions, action, from, until }: DemoPromotion) {
	return {
		name,
		translations,
		kind: "order" as const,
		scope: { type: "all" as const },
		rules: {
			conditions: { minAmount: conditions.minimumSpend },
			action:
				action.type === "percent-off"
					? { type: "percent" as const, value: action.percent ?? 0 }
					: { type: "free-shipping" as const, value: 0 },
		},
		startsAt: daysAgo(from),
		endsAt: daysAgo(until),
		priority: action.type === "percent-off" ? 10 : 1,
		enabled: true,
	};
}

function couponOf(coupon: DemoCoupon, { categoryIds }: Shop) {
	const { name, translations, code, discount, scope } = coupon;
	const { minimumSpend, total, perPerson, from, until } = coupon;
	return {
		name,
		translations,
		code,
		discount,
		scope:
			scope.type === "all"
				? { type: "all" as const }
				: {
						type: "categories" as const,
						ids: scope.keys.map((key) => categoryIds.get(key) ?? ""),
					},
		minimumSpend,
		total,
		perPerson,
		startsAt: daysAgo(from),
		endsAt: daysAgo(until),
		enabled: true,
	};
}
