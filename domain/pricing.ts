// The quote: what an order costs now. Promotions, then one coupon, then points, then shipping.
import { applyCoupon } from "./coupons.ts";
import type { Coupon, CouponBuyer, CouponReason } from "./coupons.ts";
import { basketOf, leftOf, less, sharesOf, sum } from "./discounts.ts";
import type { Basket, PricedLine } from "./discounts.ts";
import { spendPoints } from "./points.ts";
import type { PointsReason, PointsWish } from "./points.ts";
import { applyPromotions } from "./promotions.ts";
import type { OrderPromotion, PromotionReason, Rejection } from "./promotions.ts";
import { isRefused } from "./refusal.ts";
import { pickShipping, shippingChoices } from "./shipping.ts";
import type { ShippingChoice, ShippingMethod } from "./shipping.ts";
import { taxOrder } from "./tax.ts";
import type { OrderTax, TaxLine, TaxRule } from "./tax.ts";

/** Everything a quote is made from; `at` is ISO 8601, amounts are minor units. */
export type QuoteInput<L extends PricedLine = PricedLine> = {
	at: string;
	lines: readonly L[];
	promotions?: readonly OrderPromotion[];
	isFirstOrder?: boolean;
	coupon?: { coupon: Coupon; buyer: CouponBuyer };
	points?: PointsWish & { label?: string };
	/** What staff give off the goods (below zero), or charge beside the shipping. */
	adjustment?: number;
	/** `key` is the chosen method; without it the cheapest is counted. */
	shipping?: { methods: readonly ShippingMethod[]; key?: string } & Place;
	tax: TaxRule;
};

/** Where the goods go, as far as it is known. */
export type Place = { country?: string; province?: string };

/**
 * Amounts in minor units; `total` = goods − promotion − coupon − points + shipping (+ tax), less an
 * adjustment below zero. One above zero stands within the shipping.
 */
export type Totals = {
	goods: number;
	promotion: number;
	coupon: number;
	points: number;
	adjustment?: number;
	shipping: number;
	tax: number;
	taxIncluded: boolean;
	total: number;
};

export type QuoteReason =
	| PromotionReason
	| CouponReason
	| PointsReason
	| "SHIPPING_METHOD_UNAVAILABLE";

export type Quote<L extends PricedLine = PricedLine> = {
	items: (L & { discount: number; total: number; tax: number; taxRate: number })[];
	totals: Totals;
	/** The tax by rate, of goods and shipping; adds up to `totals.tax`. */
	taxes: TaxLine[];
	/** Adds up to promotion + coupon + points; free shipping stands here with 0. */
	discounts: { label: string; amount: number }[];
	rejected: Rejection<QuoteReason>[];
	shippingMethods: ShippingChoice[];
	/** The counted method; absent when none goes to the country. */
	shippingMethod?: ShippingChoice;
	/** What an order at this price redeems. */
	applied: { promotionIds: string[]; couponId?: string; points: number };
};

/** One discount after the promotions: each line's share, or nothing but the reason. */
type Cut = {
	basket: Basket;
	discounts: { label: string; amount: number }[];
	rejected: Rejection<QuoteReason>[];
};

/** What these lines cost now, each discount, and why others do not apply. */
export function quote<L extends PricedLine>(input: QuoteInput<L>): Quote<L> {
	const { at, lines, tax, isFirstOrder = false } = input;
	const full = basketOf(lines);
	const promoted = applyPromotions(full, input.promotions ?? [], { at, isFirstOrder });
	const couponed = cutCoupon(promoted.basket, input);
	const pointed = cutPoints(couponed.basket, input.points);
	const adjusted = adjust(pointed.basket, input.adjustment);
	const shipped = ship(input, leftOf(couponed.basket), promoted.freeShipping);

	const steps = [promoted, couponed, pointed, shipped];
	const stages = [full, promoted.basket, couponed.basket, pointed.basket].map((basket) =>
		leftOf(basket),
	);
	const shipping = (shipped.shippingMethod?.price ?? 0) + Math.max(0, adjusted.amount);
	const taxed = taxOrder(tax, taxables(adjusted.basket), shipping);
	const taxes = { tax: taxed.total, taxIncluded: tax.included };
	return {
		items: pricedItems(lines, adjusted.basket, taxed),
		totals: totalsOf(stages, { shipping, adjustment: adjusted.amount }, taxes),
		taxes: taxed.lines,
		discounts: steps.flatMap(({ discounts }) => discounts),
		rejected: steps.flatMap(({ rejected }): Rejection<QuoteReason>[] => rejected),
		shippingMethods: shipped.shippingMethods,
		shippingMethod: shipped.shippingMethod,
		applied: {
			promotionIds: promoted.promotionIds,
			...(couponed.couponId && { couponId: couponed.couponId }),
			points: pointed.points,
		},
	};
}

const taxables = (basket: Basket) =>
	basket.map(({ line: { taxClass }, left: amount }) => ({ amount, taxClass }));

function pricedItems<L extends PricedLine>(lines: readonly L[], basket: Basket, taxed: OrderTax) {
	return lines.map((line, index) => {
		const total = basket[index]?.left ?? 0;
		const { tax = 0, rate: taxRate = 0 } = taxed.items[index] ?? {};
		const discount = line.unitPrice * line.quantity - total;
		return { ...line, discount, total, tax, taxRate };
	});
}

/** `left` is what the goods come to: in full, after promotions, the coupon, the points. */
function totalsOf(
	left: readonly number[],
	{ shipping, adjustment }: { shipping: number; adjustment: number },
	tax: Pick<Totals, "tax" | "taxIncluded">,
): Totals {
	const [goods = 0, promoted = 0, couponed = 0, pointed = 0] = left;
	return {
		goods,
		promotion: goods - promoted,
		coupon: promoted - couponed,
		points: couponed - pointed,
		...(adjustment !== 0 && { adjustment }),
		shipping,
		...tax,
		total: pointed + Math.min(0, adjustment) + shipping + (tax.taxIncluded ? 0 : tax.tax),
	};
}

function cutCoupon(basket: Basket, { coupon: use, at }: QuoteInput): Cut & { couponId?: string } {
	if (!use) {
		return { basket, discounts: [], rejected: [] };
	}
	const { id, name: label } = use.coupon;
	const applied = applyCoupon({ ...use, at, basket });
	if (isRefused(applied)) {
		return { basket, discounts: [], rejected: [{ label, reason: applied.refused }] };
	}
	const { shares } = applied;
	const discounts = [{ label, amount: sum(shares) }];
	return { basket: less(basket, shares), discounts, rejected: [], couponId: id };
}

function cutPoints(basket: Basket, wish: QuoteInput["points"]): Cut & { points: number } {
	if (!wish || wish.wanted <= 0) {
		return { basket, discounts: [], rejected: [], points: 0 };
	}
	const { label = "Points" } = wish;
	const { points, amount, reason } = spendPoints(leftOf(basket), wish);
	const shares = sharesOf(basket, { type: "amount", value: amount }, () => true);
	return {
		basket: less(basket, shares),
		discounts: amount > 0 ? [{ label, amount }] : [],
		rejected: reason ? [{ label, reason }] : [],
		points,
	};
}

/** Nothing is given off beyond what the goods come to. */
function adjust(basket: Basket, wanted = 0): { basket: Basket; amount: number } {
	if (wanted >= 0) {
		return { basket, amount: wanted };
	}
	const shares = sharesOf(basket, { type: "amount", value: -wanted }, () => true);
	const given = sum(shares);
	return { basket: less(basket, shares), amount: given === 0 ? 0 : -given };
}

function ship({ shipping, lines }: QuoteInput, goods: number, isFree: boolean) {
	const { methods = [], key, country, province } = shipping ?? {};
	const grams = lines.reduce((all, line) => all + (line.weightGrams ?? 0) * line.quantity, 0);
	const choices = shippingChoices(methods, { goods, grams, country, province });
	// Why: the shop pays for the way that costs it least; who wants it faster pays for that.
	const cheapest = pickShipping(choices);
	const shippingMethods = choices.map((choice) =>
		lines.length === 0 || (isFree && choice === cheapest) ? { ...choice, price: 0 } : choice,
	);
	const shippingMethod = pickShipping(shippingMethods, key);
	const isMissing = key !== undefined && !shippingMethod;
	const rejected: Rejection<QuoteReason>[] = isMissing
		? [{ label: key, reason: "SHIPPING_METHOD_UNAVAILABLE" }]
		: [];
	return { shippingMethods, shippingMethod, discounts: [], rejected };
}
