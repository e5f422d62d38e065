import type { CartItem } from "#contracts/carts";

/** Lines that are to be bought but not as they were put in, and those that are no longer sold. */
export const changedLines = (items: readonly CartItem[]) =>
	items.filter(
		({ isGone, selected, available, quantity, previousPrice }) =>
			isGone || (selected && (available < quantity || previousPrice !== undefined)),
	);
