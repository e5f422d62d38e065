// What staff change in an order before it is paid or packed: which differences are told, and what
// the change needs of the stock.
import { editedFields, isCaptured } from "./order-effects.ts";
import type { EditedField, FieldChange, OrderView } from "./order-effects.ts";
import { sums } from "./parcels.ts";
import type { Line } from "./parcels.ts";

export type Editable = {
	address: object;
	note: string;
	items: readonly Line[];
	shippingMethod: string;
	adjustment?: { amount: number; reason: string } | undefined;
	points?: number | undefined;
	totals: { total: number };
};

const texts: Record<EditedField, (order: Editable) => string> = {
	address: ({ address }) => Object.values(address).filter(Boolean).join(", "),
	note: ({ note }) => note,
	items: ({ items }) => items.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(", "),
	shippingMethod: ({ shippingMethod }) => shippingMethod,
	adjustment: ({ adjustment }) => String(adjustment?.amount ?? 0),
	points: ({ points }) => String(points ?? 0),
	total: ({ totals }) => String(totals.total),
};

/** An order can have 200 lines; a history needs no more than that. */
const longest = 2000;

/** The fields that differ, before and after; empty when nothing does. */
export function changesOf(before: Editable, after: Editable): FieldChange[] {
	return editedFields
		.map((field) => ({
			field,
			before: texts[field](before).slice(0, longest),
			after: texts[field](after).slice(0, longest),
		}))
		.filter((change) => change.before !== change.after);
}

/**
 * Goods and money can be changed while nothing was paid for them. What was taken out of an order by
 * its share keeps its prices.
 */
export const isMoneyOpen = (order: Pick<OrderView, "status" | "payment" | "cancelledLines">) =>
	order.status === "pending_payment" ||
	(order.status === "confirmed" && !isCaptured(order) && !order.cancelledLines?.length);

/** How many more pieces of each SKU are needed, and how many fewer. */
export function stockChanges(before: readonly Line[], after: readonly Line[]) {
	const old = sums(before);
	const wanted = sums(after);
	const steps = [...new Set([...old.keys(), ...wanted.keys()])].map((sku) => ({
		sku,
		quantity: (wanted.get(sku) ?? 0) - (old.get(sku) ?? 0),
	}));
	return {
		more: steps.filter(({ quantity }) => quantity > 0),
		fewer: steps
			.filter(({ quantity }) => quantity < 0)
			.map(({ sku, quantity }) => ({ sku, quantity: -quantity })),
	};
}
