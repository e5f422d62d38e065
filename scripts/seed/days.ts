const day = 86_400_000;

/** The moment that lies so many days ago (negative: ahead), at a minute of that UTC day. */
export function daysAgo(days: number, minute?: number): string {
	const at = new Date(Date.now() - days * day);
	if (minute !== undefined) at.setUTCHours(0, minute, 0, 0);
	return new Date(Math.min(at.getTime(), days >= 0 ? Date.now() : Infinity)).toISOString();
}

/** A list in parts of at most so many. */
export const parts = <T>(list: readonly T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(list.length / size) }, (_, n) =>
		list.slice(n * size, (n + 1) * size),
	);
