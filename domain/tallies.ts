// How often what was asked or looked at: as many as are worth keeping, the rest is forgotten.

export interface Tally {
	key: string;
	count: number;
	/** When it was counted last. */
	at: string;
}

type Merging<T> = { add: (kept: T, more: T) => T; most: number };

/** Adds the new tallies to those that are kept; above `most` the rarest go, the oldest first. */
export function merged<T extends Tally>(
	kept: readonly T[],
	more: readonly T[],
	{ add, most }: Merging<T>,
): T[] {
	const byKey = new Map(kept.map((tally) => [tally.key, tally]));
	for (const tally of more) {
		const known = byKey.get(tally.key);
		byKey.set(tally.key, known ? add(known, tally) : tally);
	}
	return mostFrequent([...byKey.values()], most);
}

/** The most frequent first; the latest where it is the same. */
export const mostFrequent = <T extends Tally>(tallies: readonly T[], most: number): T[] =>
	tallies
		.toSorted((a, b) => b.count - a.count || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
		.slice(0, most);

export interface Seen {
	productId: string;
	at: string;
}

type Keeping = { kept: readonly Seen[]; more: readonly Seen[]; most: number };

/** What somebody looked at, each once, the latest first: `kept` is so already, `more` the reverse. */
export function lastSeen({ kept, more, most }: Keeping): Seen[] {
	const latest = new Map<string, Seen>();
	for (const one of [...more.toReversed(), ...kept]) {
		if (!latest.has(one.productId)) latest.set(one.productId, one);
	}
	return [...latest.values()].slice(0, most);
}
