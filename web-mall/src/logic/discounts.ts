import type { Totals } from "#contracts/promotions";

const kinds = ["promotion", "coupon", "points"] as const;

/** What was taken off an order, by kind; what is nothing is left out. */
export const discountsOf = (totals: Totals) =>
	[
		...kinds.map((kind) => ({ kind, amount: totals[kind] })),
		{ kind: "adjustment", amount: -(totals.adjustment ?? 0) },
	].filter(({ amount }) => amount > 0);
