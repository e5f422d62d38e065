// Work that must not overlap, such as ordering one cart twice: the second finds what the first has
// left. In this process only; between nodes the `Idempotency-Key` decides.
const last = new Map<string, Promise<void>>();

/** Does the work as soon as all that came before it with the same key is done. */
export async function oneByOne<T>(key: string, work: () => Promise<T>): Promise<T> {
	const before = last.get(key);
	const mine = Promise.withResolvers<void>();
	last.set(key, mine.promise);
	await before;
	try {
		return await work();
	} finally {
		if (last.get(key) === mine.promise) last.delete(key);
		mine.resolve();
	}
}
