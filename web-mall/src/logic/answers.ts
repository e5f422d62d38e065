// The latest answers, so that going back shows a page at once and in the same place.
const MOST = 80;
const known = new Map<string, { answer: unknown; at: number }>();

/** What was answered at most `maxAge` milliseconds ago. */
export function recall<T>(key: string, maxAge = 600_000): T | undefined {
	const kept = known.get(key);
	if (!kept || Date.now() - kept.at > maxAge) return undefined;
	// Why the assertion: the key holds the route, so it names the type of what lies under it.
	return kept.answer as T;
}

export function remember(key: string, answer: unknown) {
	known.delete(key);
	known.set(key, { answer, at: Date.now() });
	const oldest = known.keys().next();
	if (known.size > MOST && !oldest.done) known.delete(oldest.value);
}
