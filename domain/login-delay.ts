// How long an account is closed after wrong passwords: a few are free, then each doubles the wait.

const freeAttempts = 4;
const firstSeconds = 5;
const longestSeconds = 900;

/** Attempts are forgotten when there was none for so long. */
export const forgottenAfterHours = 24;

/** Seconds to wait after this many wrong passwords in a row. */
export function delaySeconds(wrong: number): number {
	if (wrong <= freeAttempts) return 0;
	return Math.min(longestSeconds, firstSeconds * 2 ** (wrong - freeAttempts - 1));
}

/** Seconds still to wait at a time (ISO 8601), after the last wrong one at another. */
export function waitSeconds(wrong: number, lastAt: string, at: string): number {
	const until = Date.parse(lastAt) + delaySeconds(wrong) * 1000;
	return Math.max(0, Math.ceil((until - Date.parse(at)) / 1000));
}

/** When an account that is closed opens again; null for one that is open. */
export function closedUntil(wrong: number, lastAt: string, at: string): string | null {
	if (waitSeconds(wrong, lastAt, at) === 0) return null;
	return new Date(Date.parse(lastAt) + delaySeconds(wrong) * 1000).toISOString();
}
