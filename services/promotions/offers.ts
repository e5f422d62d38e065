// What a product's page says of promotions and coupons.
import { basketOf, isInScope } from "#domain/discounts";
import { inLanguage } from "#domain/localised";
import { whyNotPromotion } from "#domain/promotions";
import { now } from "#mixins/clock";
import type { Ctx } from "#mixins/service";
import { running } from "./running.ts";
import type { Db } from "./stored.ts";

interface Offered {
	productId: string;
	categoryIds: string[];
	brandId: string | null;
	tags: string[];
}

const most = 20;

export async function offersFor({ params: product, meta }: Ctx<Offered>, db: Db) {
	const at = now();
	const claimable = { kind: "claim", enabled: true, endsAt: { $gt: at } };
	const [promotions, coupons] = await Promise.all([
		running(db.promotions, meta.locale),
		db.coupons.find({ query: claimable, sort: ["endsAt"], limit: 200 }),
	]);
	const line = {
		...product,
		categoryPath: product.categoryIds,
		sku: "",
		unitPrice: 0,
		quantity: 1,
	};
	const takesPart = (promotion: (typeof promotions)[number]) =>
		whyNotPromotion(basketOf([line]), promotion, { isFirstOrder: true }) !==
		"NO_MATCHING_PRODUCT";
	return {
		promotions: promotions
			.filter(takesPart)
			.slice(0, most)
			.map(({ name }) => ({ label: name })),
		coupons: inLanguage(coupons, meta.locale)
			.filter(({ scope, startsAt }) => startsAt <= at && isInScope(line, scope))
			.slice(0, most)
			.map(({ id, name }) => ({ id, name })),
	};
}
