import type { Order } from "#contracts/orders";

export interface TakenOut {
	id: string;
	at: string;
	count: number;
	/** Empty where staff gave none. */
	reason: string;
}

/** What staff took out of an order, oldest first: of one of its lines, or of all. */
export const takenOut = ({ cancelledLines = [] }: Pick<Order, "cancelledLines">, sku?: string) =>
	cancelledLines
		.map(({ id, at, reason, lines }): TakenOut => {
			const ofIt = lines.filter((line) => sku === undefined || line.sku === sku);
			return { id, at, reason, count: ofIt.reduce((sum, { quantity }) => sum + quantity, 0) };
		})
		.filter(({ count }) => count > 0)
		.toSorted((one, other) => one.at.localeCompare(other.at));

/** How many pieces its buyer gets, or would have got of one that is over. */
export function piecesOf({
	items,
}: {
	items: Pick<Order["items"][number], "quantity" | "cancelled">[];
}) {
	const all = items.reduce((sum, { quantity }) => sum + quantity, 0);
	return all - items.reduce((sum, { cancelled = 0 }) => sum + cancelled, 0) || all;
}
