import type { PriceRange } from "./engine.ts";

const STEPS = [1, 2, 5, 10];
const MOST_RANGES = 5;

/** Ranges with round bounds that hold about as many products each. */
export function priceRanges(prices: readonly number[]): PriceRange[] {
	const sorted = Float64Array.from(prices).sort();
	if (sorted.length === 0) return [];
	const parting = Array.from({ length: MOST_RANGES - 1 }, (_, at) => {
		return sorted[Math.floor((sorted.length * (at + 1)) / MOST_RANGES)] ?? 0;
	});
	const starts = rangeStarts(parting);
	const ranges = starts.map((from, at) => rangeOf(sorted, from, starts[at + 1]));
	return ranges.filter((range) => range.count > 0);
}

/** Where ranges begin that part at about these prices. */
export function rangeStarts(prices: readonly number[]): number[] {
	const bounds = new Set(prices.map(nice));
	return [0, ...[...bounds].filter((bound) => bound > 0).sort((a, b) => a - b)];
}

function rangeOf(sorted: Float64Array, from: number, next: number | undefined): PriceRange {
	const first = firstAtLeast(sorted, from);
	if (next === undefined) return { from, to: null, count: sorted.length - first };
	return { from, to: next - 1, count: firstAtLeast(sorted, next) - first };
}

/** The nearest of 1, 2, 5 × a power of ten. */
function nice(price: number): number {
	if (price <= 0) return 0;
	const power = 10 ** Math.floor(Math.log10(price));
	const distance = (step: number) => Math.abs(Math.log(price / (step * power)));
	const step = STEPS.reduce((best, next) => (distance(next) < distance(best) ? next : best));
	return Math.round(step * power);
}

function firstAtLeast(sorted: Float64Array, bound: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) < bound) low = middle + 1;
		else high = middle;
	}
	return low;
}
