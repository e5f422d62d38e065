/** Gives names a small number, so that counting them is counting in an array. */
export class Registry<T> {
	readonly items: T[] = [];
	readonly #numbers = new Map<string, number>();

	/** The number of the item with this key; a new one when the key is new. */
	number(key: string, make: () => T): number {
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		const number = this.items.push(make()) - 1;
		this.#numbers.set(key, number);
		return number;
	}

	find(key: string): number | undefined {
		return this.#numbers.get(key);
	}

	at(number: number): T | undefined {
		return this.items[number];
	}

	/** Keys in the order of their numbers. */
	keys(): string[] {
		return [...this.#numbers.keys()];
	}

	get size(): number {
		return this.items.length;
	}
}
