// Promotions on the whole order: which apply, in which order, and what each takes off.
import { isInScope, leftOf, less, sharesOf, sum } from "./discounts.ts";
import type { Basket, Covers, Discount, PricedLine, Scope } from "./discounts.ts";
import { isRunning } from "./schedule.ts";
import type { Window } from "./schedule.ts";

/** All that are named must hold; of a list one is enough. Amounts in minor units. */
export type OrderConditions = {
	minAmount?: number;
	categoryIds?: readonly string[];
	brandIds?: readonly string[];
	tags?: readonly string[];
	firstOrder?: boolean;
};

export const orderActions = ["percent", "amount", "free-shipping"] as const;
export type OrderAction = { type: (typeof orderActions)[number]; value: number };

/** A promotion of kind "order". Of one `group` only the first that applies counts. */
export type OrderPromotion = Window & {
	id: string;
	name: string;
	scope?: Scope;
	rules: { conditions?: OrderConditions; action: OrderAction };
	/** Higher comes first. */
	priority?: number;
	group?: string | null;
	enabled?: boolean;
};

/** Why something does not apply to an order; the text for people is made from `reason`. */
export type Rejection<Reason extends string = string> = { label: string; reason: Reason };
export type PromotionReason =
	| "NOT_FIRST_ORDER"
	| "NO_MATCHING_PRODUCT"
	| "MINIMUM_NOT_REACHED"
	| "OTHER_PROMOTION_APPLIES";

export type Moment = { at: string; isFirstOrder: boolean };

/** What the promotions came to; `basket` is what is left to pay after them. */
export type Promoted = {
	basket: Basket;
	discounts: { label: string; amount: number }[];
	rejected: Rejection<PromotionReason>[];
	freeShipping: boolean;
	promotionIds: string[];
};

type LineCondition = "categoryIds" | "brandIds" | "tags";

/** Conditions that choose lines, as the scope does: minimum and action count for these only. */
const lineConditions: Record<LineCondition, (line: PricedLine) => readonly string[]> = {
	categoryIds: ({ categoryPath }) => categoryPath,
	brandIds: ({ brandId }) => (brandId ? [brandId] : []),
	tags: ({ tags = [] }) => tags,
};
const lineConditionNames = ["categoryIds", "brandIds", "tags"] as const;

/** What each action takes off the lines that it covers. */
const discountOf: Record<OrderAction["type"], (value: number) => Discount> = {
	percent: (value) => ({ type: "percent", value }),
	amount: (value) => ({ type: "amount", value }),
	"free-shipping": () => ({ type: "amount", value: 0 }),
};

/** Applies the running promotions, highest priority first, each on what the others left. */
export function applyPromotions(
	basket: Basket,
	promotions: readonly OrderPromotion[],
	moment: Moment,
): Promoted {
	const start: Promoted = {
		basket,
		discounts: [],
		rejected: [],
		freeShipping: false,
		promotionIds: [],
	};
	const takenGroups = new Set<string>();
	let promoted = start;
	for (const promotion of runningInOrder(promotions, moment.at)) {
		const { name: label, group } = promotion;
		const isTaken = group && takenGroups.has(group);
		const reason = isTaken
			? "OTHER_PROMOTION_APPLIES"
			: whyNotPromotion(promoted.basket, promotion, moment);
		if (reason) {
			promoted = { ...promoted, rejected: promoted.rejected.concat({ label, reason }) };
			continue;
		}
		if (group) takenGroups.add(group);
		promoted = apply(promoted, promotion);
	}
	return promoted;
}

const runningInOrder = (promotions: readonly OrderPromotion[], at: string) =>
	promotions
		.filter((one) => one.enabled !== false && isRunning(one, at))
		.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0) || (a.id < b.id ? -1 : 1));

/** Why a promotion does not apply to a basket; nothing when it does. */
export function whyNotPromotion(
	basket: Basket,
	promotion: OrderPromotion,
	{ isFirstOrder }: Pick<Moment, "isFirstOrder">,
): PromotionReason | undefined {
	const { minAmount = 0, firstOrder = false } = promotion.rules.conditions ?? {};
	const covers = coverageOf(promotion);
	if (firstOrder && !isFirstOrder) {
		return "NOT_FIRST_ORDER";
	}
	if (!basket.some(({ line }) => covers(line))) {
		return "NO_MATCHING_PRODUCT";
	}
	return leftOf(basket, covers) < minAmount ? "MINIMUM_NOT_REACHED" : undefined;
}

function apply(sofar: Promoted, promotion: OrderPromotion): Promoted {
	const { id, name: label, rules } = promotion;
	const discount = discountOf[rules.action.type](rules.action.value);
	const shares = sharesOf(sofar.basket, discount, coverageOf(promotion));
	return {
		...sofar,
		basket: less(sofar.basket, shares),
		discounts: [...sofar.discounts, { label, amount: sum(shares) }],
		freeShipping: sofar.freeShipping || rules.action.type === "free-shipping",
		promotionIds: [...sofar.promotionIds, id],
	};
}

function coverageOf({ scope = { type: "all" }, rules }: OrderPromotion): Covers {
	return (line) =>
		isInScope(line, scope) &&
		lineConditionNames.every((name) => {
			const wanted = rules.conditions?.[name];
			return (
				!wanted?.length || lineConditions[name](line).some((one) => wanted.includes(one))
			);
		});
}
