// What promotions and coupons share: taking an amount off some lines of a basket.
import { percentOf, spread } from "./money.ts";

/** A line as the catalogue prices it now; `categoryPath` are the ids from the root down. */
export type PricedLine = {
	sku: string;
	productId: string;
	categoryPath: readonly string[];
	brandId?: string | null;
	tags?: readonly string[];
	/** Of one piece; what is not known weighs nothing. */
	weightGrams?: number | null;
	/** The key of its tax class; the standard one without. */
	taxClass?: string | null;
	/** Minor units. */
	unitPrice: number;
	quantity: number;
};

/** Lines with what is left to pay of each, in minor units. */
export type Basket = readonly { line: PricedLine; left: number }[];

/** An amount in minor units, or a percentage with a cap in minor units. */
export type Discount = { type: "amount" | "percent"; value: number; cap?: number | null };

export const scopeTypes = ["all", "categories", "products"] as const;

/** Which part of the catalogue a promotion or coupon is for; a category includes its subtree. */
export type Scope = { type: (typeof scopeTypes)[number]; ids?: readonly string[] };

/** True when a line belongs to the scope. */
export function isInScope(line: PricedLine, { type, ids = [] }: Scope): boolean {
	return scopes[type](line, ids);
}

const scopes: Record<Scope["type"], (line: PricedLine, ids: readonly string[]) => boolean> = {
	all: () => true,
	categories: ({ categoryPath }, ids) => categoryPath.some((id) => ids.includes(id)),
	products: ({ productId }, ids) => ids.includes(productId),
};

/** Which lines something is about. */
export type Covers = (line: PricedLine) => boolean;

/** The basket before any discount. */
export function basketOf(lines: readonly PricedLine[]): Basket {
	return lines.map((line) => ({ line, left: line.unitPrice * line.quantity }));
}

/** What is left to pay of the covered lines. */
export function leftOf(basket: Basket, covers: Covers = () => true): number {
	return sum(basket.map(({ line, left }) => (covers(line) ? left : 0)));
}

/** Each line's share of a discount on the covered lines; never more than is left of the line. */
export function sharesOf(basket: Basket, discount: Discount, covers: Covers): number[] {
	const weights = basket.map(({ line, left }) => (covers(line) ? left : 0));
	const base = sum(weights);
	const amount = amounts[discount.type](base, discount.value);
	return spread(Math.min(amount, discount.cap ?? amount, base), weights);
}

const amounts: Record<Discount["type"], (base: number, value: number) => number> = {
	amount: (_base, value) => value,
	percent: percentOf,
};

/** The basket after its lines' shares are taken off. */
export function less(basket: Basket, shares: readonly number[]): Basket {
	return basket.map(({ line, left }, index) => ({ line, left: left - (shares[index] ?? 0) }));
}

/** Everything added up. */
export function sum(amounts: readonly number[]): number {
	return amounts.reduce((a, b) => a + b, 0);
}
