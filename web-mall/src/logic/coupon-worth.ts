import type { ClaimedCoupon, Quote } from "#contracts/promotions";

type Terms = Pick<ClaimedCoupon, "discount" | "scope" | "minimumSpend" | "endsAt">;
export type Goods = {
	items: Pick<Quote["items"][number], "productId" | "unitPrice" | "quantity" | "discount">[];
	totals: Pick<Quote["totals"], "goods" | "promotion">;
};
export type Offered<C> = C & {
	/** How much more its goods must come to before it applies. */
	missing: number;
};

/** What a coupon would take off these goods, in minor units; 0 where it does not apply. */
export function worthOf({ discount, scope, minimumSpend }: Omit<Terms, "endsAt">, goods: Goods) {
	const base = coveredBy(scope, goods);
	if (base < minimumSpend) return 0;
	const { type, value, cap } = discount;
	const amount = type === "percent" ? Math.round((base * value) / 100) : value;
	return Math.min(amount, cap ?? amount, base);
}

/**
 * Worth most first, then what ends first; what does not apply stands last, the nearest to it first.
 * Why categories follow: a quote does not say which its goods belong to, so these may not apply.
 */
export const bestFirst = <C extends Terms>(coupons: readonly C[], goods: Goods): Offered<C>[] =>
	coupons
		.map((coupon) => {
			const missing = Math.max(0, coupon.minimumSpend - coveredBy(coupon.scope, goods));
			const worth = worthOf(coupon, goods);
			return { offered: { ...coupon, missing }, worth, group: groupOf(coupon, worth) };
		})
		.toSorted(
			(one, other) =>
				one.group - other.group ||
				other.worth - one.worth ||
				one.offered.missing - other.offered.missing ||
				one.offered.endsAt.localeCompare(other.offered.endsAt),
		)
		.map(({ offered }) => offered);

function groupOf({ scope }: Terms, worth: number) {
	if (worth === 0) return 2;
	return scope.type === "categories" ? 1 : 0;
}

/** What the goods it is for come to after promotions; at most that for categories. */
function coveredBy({ type, ids = [] }: Terms["scope"], { items, totals }: Goods) {
	if (type !== "products") return totals.goods - totals.promotion;
	return items
		.filter(({ productId }) => ids.includes(productId))
		.reduce(
			(sum, { unitPrice, quantity, discount }) => sum + unitPrice * quantity - discount,
			0,
		);
}
