// Chance that a seed repeats.

export interface Chance {
	/** A whole number from `from` to `to`, both included. */
	between(from: number, to: number): number;
	/** True that often out of a hundred times. */
	percent(often: number): boolean;
	one<T>(of: readonly T[]): T;
	/** One of them, by weight. */
	weighted<T>(of: readonly (readonly [weight: number, what: T])[]): T;
}

/** Mulberry32: small, and good enough for a mix of commands. */
export function chance(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	return {
		between,
		percent: (often) => next() * 100 < often,
		one: (of) => of[between(0, of.length - 1)]!,
		weighted(of) {
			let left = next() * of.reduce((sum, [weight]) => sum + weight, 0);
			return (of.find(([weight]) => (left -= weight) < 0) ?? of.at(-1)!)[1];
		},
	};
}
