// What stands on the shelves of the home page.

interface Filed {
	id: string;
	category: { id: string };
}

/** The categories somebody looks at most, of what was looked at last; the latest breaks a tie. */
export function favouriteCategories(seen: readonly Filed[], count: number): string[] {
	const looks = new Map<string, number>();
	for (const { category } of seen) looks.set(category.id, (looks.get(category.id) ?? 0) + 1);
	return [...looks]
		.toSorted(([, one], [, other]) => other - one)
		.slice(0, count)
		.map(([id]) => id);
}

type Filling = { without: Iterable<string>; size: number };

/** Takes from each source in turn, nothing twice and nothing of `without`, until it is full. */
export function fillShelf<T extends { id: string }>(
	sources: readonly (readonly T[])[],
	{ without, size }: Filling,
): T[] {
	const taken = new Set(without);
	const longest = Math.max(0, ...sources.map(({ length }) => length));
	const inTurn = Array.from({ length: longest }, (_, at) =>
		sources.flatMap((source) => source.slice(at, at + 1)),
	).flat();
	const fresh = inTurn.filter(({ id }) => {
		const isFresh = !taken.has(id);
		taken.add(id);
		return isFresh;
	});
	return fresh.slice(0, size);
}
