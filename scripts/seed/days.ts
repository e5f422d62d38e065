const day = 86_400_000;

/**
 * The moment that lies so many days ago (negative: ahead), at a minute of that UTC day. Today's
 * minutes share what of it is over, so that nothing of the past lies ahead or all in one moment.
 */
export function daysAgo(days: number, minute?: number): string {
	const at = Date.now() - days * day;
	if (minute === undefined) return new Date(at).toISOString();
	const midnight = at - (at % day);
	const over = days === 0 ? at - midnight : day;
	return new Date(midnight + Math.round((minute / 1440) * over)).toISOString();
}

/** A list in parts of at most so many. */
export const parts = <T>(list: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(list.length / size) }, (_, n) =>
		list.slice(n * size, (n + 1) * size),
	);
