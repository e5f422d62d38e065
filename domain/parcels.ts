// Which pieces of an order have left the house, and which are still to go.

/** Pieces of one SKU. */
export type Line = { sku: string; quantity: number };

/** What is needed of an order to count its pieces; `cancelled` pieces of an item are never sent. */
export type Parcelled = {
	items: readonly { sku: string; quantity: number; cancelled?: number }[];
	shipments: readonly { lines: readonly Line[] }[];
};

/** Of `sku` only `left` pieces are still to go. */
export type LineRefusal = { refused: "LINES_NOT_OPEN"; sku: string; left: number };

/** How many pieces of each SKU have been handed to a carrier. */
export function shippedQuantities(order: Pick<Parcelled, "shipments">): Map<string, number> {
	return sums(order.shipments.flatMap((parcel) => parcel.lines));
}

/** The lines that are neither shipped nor cancelled, with what is left of each. */
export function unshipped(order: Parcelled): Line[] {
	const shipped = shippedQuantities(order);
	return order.items
		.map(({ sku, quantity, cancelled = 0 }) => ({
			sku,
			quantity: quantity - cancelled - (shipped.get(sku) ?? 0),
		}))
		.filter(({ quantity }) => quantity > 0);
}

/** True when a parcel has left and others are still to go. */
export function isPartlyShipped(order: Parcelled): boolean {
	return order.shipments.length > 0 && unshipped(order).length > 0;
}

/** The wanted lines when all of them are open, everything open when none are named. */
export function openLines(order: Parcelled, wanted?: readonly Line[]): Line[] | LineRefusal {
	const open = new Map(unshipped(order).map(({ sku, quantity }) => [sku, quantity]));
	const none = (sku = ""): LineRefusal => ({
		refused: "LINES_NOT_OPEN",
		sku,
		left: open.get(sku) ?? 0,
	});
	if (!wanted) {
		return open.size > 0 ? unshipped(order) : none(order.items[0]?.sku);
	}
	const lines = [...sums(wanted)].map(([sku, quantity]) => ({ sku, quantity }));
	const wrong = lines.find(
		({ sku, quantity }) => quantity <= 0 || quantity > (open.get(sku) ?? 0),
	);
	return wrong || lines.length === 0 ? none(wrong?.sku) : lines;
}

/** How many pieces of each SKU the lines are together. */
export function sums(lines: readonly Line[]): Map<string, number> {
	const quantities = new Map<string, number>();
	for (const { sku, quantity } of lines) {
		quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
	}
	return quantities;
}
