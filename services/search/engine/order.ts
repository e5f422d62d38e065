import type { SearchSort } from "./engine.ts";
import type { Entry } from "./shelf.ts";

type Key = (entry: Entry) => number;

/** What each order sorts by, highest first. */
export const SORT_KEYS: Record<Exclude<SearchSort, "relevance">, Key> = {
	newest: (entry) => entry.createdAt,
	price: (entry) => -entry.price,
	"-price": (entry) => entry.price,
	"-sales": (entry) => entry.sales,
	"-rating": (entry) => entry.rating + Math.min(entry.ratings, 1e6) / 1e8,
};

/** The `most` slots with the highest keys, in order; equal keys keep the order of the slots. */
export function highest(slots: readonly number[], keys: Float64Array, most: number): number[] {
	// Why: numbers sort natively, so the lowest key that gets in is found that way and only
	// what lies above it is sorted by comparison.
	const bound = keys.length > most ? (keys.slice().sort()[keys.length - most] ?? 0) : -Infinity;
	const key = (at: number) => keys[at] ?? 0;
	const above: number[] = [];
	const equal: number[] = [];
	for (let at = 0; at < slots.length; at++) {
		if (key(at) > bound) above.push(at);
		else if (key(at) === bound && equal.length < most) equal.push(at);
	}
	above.sort((a, b) => key(b) - key(a) || a - b);
	return [...above, ...equal].slice(0, most).map((at) => slots[at] ?? 0);
}
