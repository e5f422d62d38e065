// What staff write into the form of an order: its draft, and what of it differs from the order.
import type { AdminOrder } from "#contracts/orders";

export interface LineDraft {
	sku: string;
	name: string;
	quantity: number;
}

export type AdjustmentKind = "none" | "discount" | "surcharge";

export interface OrderDraft {
	address: AdminOrder["address"];
	note: string;
	lines: LineDraft[];
	shippingMethod: string;
	kind: AdjustmentKind;
	amount: number | null;
	reason: string;
}

export const anAddress = (): AdminOrder["address"] => ({
	name: "",
	phone: "",
	country: "",
	province: "",
	city: "",
	district: "",
	street: "",
	postalCode: "",
});

export function draftOf(order: AdminOrder): OrderDraft {
	const { amount = 0, reason = "" } = order.adjustment ?? {};
	return {
		address: { ...anAddress(), ...order.address },
		note: order.note,
		lines: order.items.map(({ sku, name, quantity }) => ({ sku, name, quantity })),
		shippingMethod: order.shippingMethod,
		kind: kindOf(amount),
		amount: amount === 0 ? null : Math.abs(amount),
		reason,
	};
}

export const kindOf = (amount: number): AdjustmentKind =>
	amount < 0 ? "discount" : amount > 0 ? "surcharge" : "none";

/** As the mall wants it: what is left empty is left out. */
export function addressOf(draft: AdminOrder["address"]): AdminOrder["address"] {
	const { name, phone, country, province, city, street, postalCode, district } = draft;
	const plain = {
		name,
		phone,
		country: country.toUpperCase(),
		province,
		city,
		street,
		postalCode,
	};
	return district ? { ...plain, district } : plain;
}

/** Pieces of one SKU; lines that are set to nothing are taken out. */
export const itemsOf = (lines: readonly LineDraft[]) =>
	lines.filter(({ quantity }) => quantity > 0).map(({ sku, quantity }) => ({ sku, quantity }));

/** What the mall is told: only what differs, so that nothing is priced anew without need. */
export function changesOf(order: AdminOrder, draft: OrderDraft) {
	const before = draftOf(order);
	const differs = (name: keyof OrderDraft) =>
		JSON.stringify(before[name]) !== JSON.stringify(draft[name]);
	const isAdjusted = differs("kind") || differs("amount") || differs("reason");
	return {
		...(differs("address") && { address: addressOf(draft.address) }),
		...(differs("note") && { note: draft.note }),
		...(differs("lines") && { items: itemsOf(draft.lines) }),
		...(differs("shippingMethod") && { shippingMethod: draft.shippingMethod }),
		...(isAdjusted && { adjustment: adjustmentOf(draft) }),
	};
}

export function adjustmentOf({ kind, amount, reason }: OrderDraft) {
	if (kind === "none" || !amount) return null;
	return { amount: kind === "discount" ? -amount : amount, reason };
}
