// What the person at the terminal sees of a comparison of the stock.
import type { StockDifference, StockReconciliation } from "#contracts/inventory";

/** What each kind of difference means, and what is done about it. */
const meanings: Record<StockDifference["kinds"][number], string> = {
	movements: "the level is not what its movements add up to",
	reservations: "what is promised is not what orders hold",
	orders: "an order holds something else than its movements say",
	impossible: "less than nothing is promised, or more than there is",
};

const head = ["SKU", "on hand", "moved", "promised", "moved", "held", "orders", "wrong"];

export function summary(found: StockReconciliation): string[] {
	const { checked, unsettled, repaired, differences, more } = found;
	const mended = [
		...(repaired > 0 ? [`${repaired} were set right: they follow their movements now.`] : []),
		...(unsettled > 0 ? [`${unsettled} moved all the time and could not be compared.`] : []),
	];
	if (differences.length === 0)
		return [...mended, `All ${checked} SKUs agree with their movements and reservations.`];
	const kinds = new Set(differences.flatMap((one) => one.kinds));
	return [
		...table([head, ...differences.map(rowOf)]),
		...(more > 0 ? [`and ${more} more`] : []),
		"",
		...[...kinds].map((kind) => `${kind}: ${meanings[kind]}.`),
		...mended,
		`${differences.length + more} of ${checked} SKUs differ. Nothing else was changed.`,
		"",
		...nextSteps(repaired > 0),
	];
}

const nextSteps = (isRepaired: boolean) =>
	isRepaired
		? [
				"What is left can't follow its movements: they are impossible themselves.",
				"Restore the data folder from a backup, or count these SKUs and correct them by hand.",
			]
		: [
				"Next: look at the movements of these SKUs in the console, under Inventory.",
				"`npm run reconcile -- --repair` lets level and reservations follow the movements.",
				"Then count the goods: what a count finds is written down as an adjustment.",
			];

const rowOf = ({ sku, level, moved, held, orders, kinds }: StockDifference) => [
	sku,
	...[level.onHand, moved.onHand, level.reserved, moved.reserved, held].map(String),
	orders.map(({ orderId }) => orderId).join(" ") || "–",
	kinds.join(", "),
];

/** Columns as wide as what they hold. */
function table(rows: string[][]): string[] {
	const widths = (rows[0] ?? []).map((_, at) =>
		Math.max(...rows.map((row) => (row[at] ?? "").length)),
	);
	return rows.map((row) =>
		row
			.map((cell, at) => cell.padEnd(widths[at] ?? 0))
			.join("  ")
			.trimEnd(),
	);
}
