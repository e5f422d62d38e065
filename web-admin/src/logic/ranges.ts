// Periods of whole days, written as the mall's calendar writes them: `2026-05-01`.

export interface Range {
	from: string;
	to: string;
}

export type Interval = "day" | "week" | "month";

const DAY = 86_400_000;

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => dayOf(at(day) + days * DAY);

/** How many days it has, both ends included. */
export const lengthOf = ({ from, to }: Range) => Math.round((at(to) - at(from)) / DAY) + 1;

export const lastDays = (today: string, days: number): Range => ({
	from: addDays(today, 1 - days),
	to: today,
});

/** The same length of time right before. */
export const before = (range: Range): Range => ({
	from: addDays(range.from, -lengthOf(range)),
	to: addDays(range.from, -1),
});

/** Which day it is there. */
export function todayIn(timeZone: string, now = new Date()): string {
	const parts = new Intl.DateTimeFormat("en-CA", {
		timeZone,
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
	});
	return parts.format(now);
}

/** The finest interval that still can be read. */
export function usualInterval(range: Range): Interval {
	const days = lengthOf(range);
	if (days <= 45) return "day";
	return days <= 200 ? "week" : "month";
}

/** How much it grew; nothing to say where there was nothing before. */
export const growth = (now: number, then: number) => (then === 0 ? undefined : now / then - 1);
