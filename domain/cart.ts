// What happens to the lines of a cart. Every function gives new lines, or the same when nothing
// changes.

/** A cart holds so many different things, and so many pieces of each. */
export const mostLines = 200;
export const mostPieces = 999;

type Line = { sku: string; quantity: number; selected: boolean };
type Piece = { sku: string; quantity: number };

/** Adds pieces to the line of the SKU, which is ticked by that; a new one goes to the end. */
export function put<L extends Line>(lines: readonly L[], added: L): L[] | { refused: "CART_FULL" } {
	const { sku, quantity } = added;
	const before = lines.find((line) => line.sku === sku);
	if (!before && lines.length >= mostLines) {
		return { refused: "CART_FULL" };
	}
	const pieces = Math.min(mostPieces, (before?.quantity ?? 0) + quantity);
	const line = { ...added, quantity: pieces, selected: true };
	return before ? lines.map((one) => (one === before ? line : one)) : [...lines, line];
}

/** Changes the line of the SKU; nothing when there is none. */
export function alter<L extends Line>(
	lines: readonly L[],
	sku: string,
	change: Partial<Omit<Line, "sku">>,
): L[] | undefined {
	return lines.some((line) => line.sku === sku)
		? lines.map((line) => (line.sku === sku ? { ...line, ...change } : line))
		: undefined;
}

/** Puts another cart's lines in; nothing of either is lost but what no cart can hold. */
export function merge<L extends Line>(lines: readonly L[], others: readonly L[]): L[] {
	return others.reduce<L[]>(
		(all, line) => {
			const next = put(all, line);
			return "refused" in next ? all : keepTick(next, all, line);
		},
		[...lines],
	);
}

/** Takes out what was bought, at most that many; what was added meanwhile stays. */
export function takeOut<L extends Line>(lines: readonly L[], bought: readonly Piece[]): L[] {
	const quantities = new Map(bought.map(({ sku, quantity }) => [sku, quantity]));
	return lines
		.map((line) => ({ ...line, quantity: line.quantity - (quantities.get(line.sku) ?? 0) }))
		.filter(({ quantity }) => quantity > 0);
}

/** Something that was ordered once; without a line it is no longer on sale. */
interface Ordered<L extends Line> {
	sku: string;
	quantity: number;
	line: L | null;
	available: number;
}

export const whyMissing = ["not-sold", "out-of-stock", "fewer", "cart-full"] as const;
type Missing = { sku: string; reason: (typeof whyMissing)[number]; left?: number };

/** Puts in again what was ordered, as far as it can be had; and says what can't, and why. */
export function putAgain<L extends Line>(lines: readonly L[], ordered: readonly Ordered<L>[]) {
	const missing: Missing[] = [];
	let all = [...lines];
	for (const { sku, quantity, line, available } of ordered) {
		const pieces = Math.min(quantity, available);
		const next = line && pieces > 0 ? put(all, { ...line, quantity: pieces }) : null;
		if (next === null) missing.push({ sku, reason: line ? "out-of-stock" : "not-sold" });
		else if ("refused" in next) missing.push({ sku, reason: "cart-full" });
		else {
			all = next;
			if (pieces < quantity) missing.push({ sku, reason: "fewer", left: pieces });
		}
	}
	return { lines: all, missing };
}

function keepTick<L extends Line>(next: L[], before: readonly L[], { sku, selected }: L): L[] {
	const was = before.find((line) => line.sku === sku)?.selected ?? false;
	return alter(next, sku, { selected: selected || was }) ?? next;
}
