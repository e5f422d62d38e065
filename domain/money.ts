// Amounts are integers of the currency's minor unit. Products of two amounts need not fit into a
// number exactly; then they are counted with BigInt.

/** `amount × numerator ÷ denominator`, half a minor unit goes up. Nothing may be negative. */
export function portion(amount: number, numerator: number, denominator: number): number {
	const { whole, rest } = quotient(amount, numerator, denominator);
	return whole + (2 * rest >= denominator ? 1 : 0);
}

/** That many percent of an amount, half a minor unit goes up; a percent has up to 4 decimals. */
export function percentOf(amount: number, percent: number): number {
	return portion(amount, toParts(percent), toParts(100));
}

/**
 * Divides a total over lines in proportion to their weights, by largest remainder: the shares add
 * up to the total, and no share exceeds its weight unless the total exceeds all weights. With no
 * weight at all every line counts the same.
 */
export function spread(total: number, weights: readonly number[]): number[] {
	const sum = weights.reduce((a, b) => a + b, 0);
	if (sum === 0) {
		return weights.length === 0 || total === 0
			? weights.map(() => 0)
			: spread(
					total,
					weights.map(() => 1),
				);
	}
	const parts = weights.map((weight, index) => ({ index, ...quotient(total, weight, sum) }));
	const missing = total - parts.reduce((all, { whole }) => all + whole, 0);
	const largestFirst = parts.toSorted((a, b) => b.rest - a.rest || a.index - b.index);
	const lucky = new Set(largestFirst.slice(0, missing).map(({ index }) => index));
	return parts.map(({ index, whole }) => whole + (lucky.has(index) ? 1 : 0));
}

/** `one × other ÷ divisor` in whole units, and what is left over. */
function quotient(one: number, other: number, divisor: number) {
	const product = one * other;
	if (Number.isSafeInteger(product)) {
		return { whole: Math.floor(product / divisor), rest: product % divisor };
	}
	const exact = BigInt(one) * BigInt(other);
	const by = BigInt(divisor);
	return { whole: Number(exact / by), rest: Number(exact % by) };
}

/** How many minor units make one of the currency: 100 when it has two decimals. */
export function unitsOfOne(minorUnits: number): number {
	return 10 ** minorUnits;
}

function toParts(percent: number): number {
	return Math.round(percent * 10_000);
}
