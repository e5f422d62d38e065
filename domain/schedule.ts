// When something runs. Every function is given the time; times are ISO 8601 in UTC.

/** From `startsAt` (included) to `endsAt` (excluded); an open end is absent or null. */
export type Window = { startsAt?: string | null; endsAt?: string | null };

/** True while a window is open. */
export function isRunning({ startsAt, endsAt }: Window, at: string): boolean {
	const time = Date.parse(at);
	return (!startsAt || Date.parse(startsAt) <= time) && (!endsAt || time < Date.parse(endsAt));
}

/** The next moment at which one of the windows opens or closes. */
export function nextBoundary(windows: readonly Window[], at: string): string | undefined {
	const now = Date.parse(at);
	const later = windows
		.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
		.flatMap((moment) => (moment ? [Date.parse(moment)] : []))
		.filter((time) => time > now);
	return later.length > 0 ? toIso(Math.min(...later)) : undefined;
}

/** A moment so many seconds later. */
export function later(at: string, seconds: number): string {
	return toIso(Date.parse(at) + Math.round(seconds * 1000));
}

export type Backoff = { firstSeconds: number; capSeconds: number };

/**
 * Seconds to wait before the next try after so many failures: doubled each time up to the cap.
 * `jitter` from 0 to 1 spreads callers over the upper half of the wait; 1 is the full wait.
 */
export function backoffSeconds(
	failures: number,
	{ firstSeconds, capSeconds }: Backoff,
	jitter = 1,
): number {
	const full = Math.min(capSeconds, firstSeconds * 2 ** Math.max(0, failures - 1));
	return full * (0.5 + jitter / 2);
}

/** The day in a time zone: `2026-05-01`. */
export function localDay(at: string, timeZone: string): string {
	return wallClock(Date.parse(at), timeZone).slice(0, 10);
}

/** A day `2026-05-01` of a time zone: from its first moment to the first of the next. */
export function dayIn(timeZone: string, day: string): { from: string; until: string } {
	const next = toIso(Date.parse(day) + dayMs).slice(0, 10);
	const [from, until] = [day, next].map((one) => toIso(onWallClock(`${one}T00:00`, timeZone)));
	return { from: from ?? "", until: until ?? "" };
}

/** Whether there is such a zone: `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
	} catch {
		return false;
	}
}

/** A daily job: its time on the wall clock, `03:30`, and the zone where the clock hangs. */
export type Daily = { time: string; timeZone: string };

/**
 * The next run after a moment. Where the clock jumps over the time it runs as much later;
 * where the time comes twice it runs at the first.
 */
export function nextDaily({ time, timeZone }: Daily, at: string): string {
	const now = Date.parse(at);
	const today = Date.parse(`${localDay(at, timeZone)}T00:00:00Z`);
	const runs = [0, 1, 2].map((days) => {
		const day = toIso(today + days * dayMs).slice(0, 10);
		return onWallClock(`${day}T${time}`, timeZone);
	});
	return toIso(runs.find((run) => run > now) ?? now + dayMs);
}

const dayMs = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** The first moment at which the clock of the zone shows at least this, in ms of the epoch. */
function onWallClock(local: string, timeZone: string): number {
	const guess = Date.parse(`${local}:00Z`);
	const candidates = [guess - dayMs, guess + dayMs].map((near) => guess - offset(near, timeZone));
	const fitting = candidates.filter((time) => wallClock(time, timeZone).startsWith(local));
	return fitting.length > 0 ? Math.min(...fitting) : Math.max(...candidates);
}

/** How far the zone's clock is ahead of UTC at a moment, in ms. */
function offset(time: number, timeZone: string): number {
	return Date.parse(`${wallClock(time, timeZone)}Z`) - Math.floor(time / 1000) * 1000;
}

/** What the zone's clock shows: `2026-05-01T09:30:00`. */
function wallClock(time: number, timeZone: string): string {
	// Why: making a formatter takes about 50 µs, using one takes 2.
	let clock = clocks.get(timeZone);
	if (!clock) {
		clock = new Intl.DateTimeFormat("sv", {
			timeZone,
			dateStyle: "short",
			timeStyle: "medium",
		});
		clocks.set(timeZone, clock);
	}
	return clock.format(time).replace(" ", "T");
}

function toIso(time: number): string {
	return new Date(time).toISOString();
}
