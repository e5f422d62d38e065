/** Counts by small numbers, and remembers which were counted at all. */
export class Tally {
	readonly touched: number[] = [];
	readonly #counts: Int32Array;

	constructor(size: number) {
		this.#counts = new Int32Array(size);
	}

	add(number: number, by = 1): void {
		const before = this.#counts[number];
		if (before === undefined) return;
		if (before === 0) this.touched.push(number);
		this.#counts[number] = before + by;
	}

	of(number: number): number {
		return this.#counts[number] ?? 0;
	}

	/** The numbers counted most, most first. */
	largest(most: number): number[] {
		return this.touched.toSorted((a, b) => this.of(b) - this.of(a) || a - b).slice(0, most);
	}
}
