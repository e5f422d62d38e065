// What a part of an order is worth when it is given back. All parts together are what was paid.
import { portion, spread } from "./money.ts";
import type { Line } from "./parcels.ts";

/** What a refund needs of an order; amounts in minor units. */
export type Refundable = {
	items: readonly { sku: string; quantity: number; total: number; tax?: number }[];
	totals: { total: number; taxIncluded?: boolean };
};

export type TooMuch = { refused: "MORE_THAN_BOUGHT"; sku: string; left: number };
export type RefundShare = { amount: number; lines: (Line & { amount: number })[] };

/**
 * What the lines are worth: their totals with their share of shipping and tax. `earlier` are the
 * lines that were given back before; the last piece takes what rounding left.
 */
export function refundShare(
	order: Refundable,
	lines: readonly Line[],
	earlier: readonly Line[] = [],
): RefundShare | TooMuch {
	const worth = worthOfItems(order);
	const parts: RefundShare["lines"] = [];
	for (const { sku, quantity } of sumBySku(lines)) {
		const bought = order.items.find((item) => item.sku === sku)?.quantity ?? 0;
		const before = countOf(earlier, sku);
		if (before + quantity > bought) {
			return { refused: "MORE_THAN_BOUGHT", sku, left: Math.max(0, bought - before) };
		}
		const upTo = (pieces: number) => portion(worth.get(sku) ?? 0, pieces, bought);
		parts.push({ sku, quantity, amount: upTo(before + quantity) - upTo(before) });
	}
	return { amount: parts.reduce((all, { amount }) => all + amount, 0), lines: parts };
}

/** Each item's total with its tax where that came on top, and its share of the shipping. */
function worthOfItems({ items, totals }: Refundable): Map<string, number> {
	const { taxIncluded = true } = totals;
	const own = items.map(({ total, tax = 0 }) => total + (taxIncluded ? 0 : tax));
	const goods = own.reduce((all, worth) => all + worth, 0);
	const rest = spread(totals.total - goods, own);
	return new Map(items.map(({ sku }, index) => [sku, (own[index] ?? 0) + (rest[index] ?? 0)]));
}

function sumBySku(lines: readonly Line[]): Line[] {
	const skus = [...new Set(lines.map(({ sku }) => sku))];
	return skus.map((sku) => ({ sku, quantity: countOf(lines, sku) }));
}

function countOf(lines: readonly Line[], sku: string): number {
	return lines.reduce((all, line) => all + (line.sku === sku ? line.quantity : 0), 0);
}
