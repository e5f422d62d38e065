// Chance that is the same on every run: a small generator started from a word.
export type Chance = {
	/** From 0 to below 1. */
	next(): number;
	/** A whole number from low to high, both included. */
	whole(low: number, high: number): number;
	pick<T>(list: readonly T[]): T;
	/** Some of the list, in a drawn order, none twice. */
	some<T>(list: readonly T[], count: number): T[];
};

export function chance(word: string): Chance {
	let state = hash(word);
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		whole,
		pick(list) {
			const one = list[whole(0, list.length - 1)];
			if (one === undefined) throw new Error("Nothing to pick from an empty list.");
			return one;
		},
		some(list, count) {
			const left = [...list];
			const taken = Math.min(count, left.length);
			return Array.from({ length: taken }, () =>
				left.splice(whole(0, left.length - 1), 1),
			).flat();
		},
	};
}

export function hash(word: string): number {
	let sum = 2166136261;
	for (const letter of word) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16777619);
	return sum >>> 0;
}
