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
	// Why: sorting numbers natively is fast, so the bound is found first and only what reaches
	// it is sorted by comparison.
	const bound = keys.length > most ? keys.slice().sort()[keys.length - most] : -Infinity;
	const key = (at: number) => keys[at] ?? 0;
	const candidates: number[] = [];
	for (let at = 0; at < slots.length; at++) {
		if (key(at) >= (bound ?? -Infinity)) candidates.push(at);
	}
	candidates.sort((a, b) => key(b) - key(a) || a - b);
	return candidates.slice(0, most).map((at) => slots[at] ?? 0);
}
