// Figures over time: which days belong together, and what they add up to. A day is written as
// `2026-05-01` and means the shop's own; days compare and sort as text.
import { localDay } from "./schedule.ts";
import { fieldWords, said } from "./field-words.ts";
import type { FieldProblem } from "./field-words.ts";

export type Interval = "day" | "week" | "month";
/** From the first day to the last, both included. */
export type Span = { from: string; to: string; interval: Interval };
export type AskedSpan = { from?: string; to?: string; interval?: Interval };

const dayMs = 86_400_000;
const usualDays = 30;
const mostDays = 4000;
const mostPoints = 800;

/** What was asked for, the last 30 days unless said; or which field of it is wrong, and why. */
export function spanOf(
	{ from: first, to: last, interval = "day" }: AskedSpan,
	{ today, timeZone }: { today: string; timeZone: string },
): Span | FieldProblem {
	const to = last === undefined ? today : dayOf(last, timeZone);
	if (to === undefined) return { path: "to", ...fieldWords.noDay };
	const from = first === undefined ? shifted(to, 1 - usualDays) : dayOf(first, timeZone);
	if (from === undefined) return { path: "from", ...fieldWords.noDay };
	if (from > to) return { path: "from", ...said("must not be after to", "不能晚于 to") };

	const span = { from, to, interval };
	const isLong = lengthOf(span) > mostDays || startsOf(span).length > mostPoints;
	return isLong ? { path: "from", ...tooLong } : span;
}

const tooLong = said("is too long ago for this interval", "对该时间间隔而言过早");

/** The same length of time before. */
export function before(span: Span): Span {
	const length = lengthOf(span);
	return { ...span, from: shifted(span.from, -length), to: shifted(span.from, -1) };
}

/** The first day of each interval, also of the first and last, which may lie partly outside. */
export function startsOf({ from, to, interval }: Span): string[] {
	const starts: string[] = [];
	for (let start = startOf(from, interval); start <= to; start = following(start, interval)) {
		starts.push(start);
	}
	return starts;
}

/** The day itself, its Monday, or the first of its month. */
export function startOf(day: string, interval: Interval): string {
	if (interval === "month") return `${day.slice(0, 7)}-01`;
	if (interval === "day") return day;
	const weekday = new Date(timeOf(day)).getUTCDay();
	return shifted(day, -((weekday + 6) % 7));
}

export type Day<F> = { day: string; figures: F };

/** One sum for each interval; where nothing happened it is `zero`. */
export function points<F extends Figures<F>>(
	days: readonly Day<F>[],
	span: Span,
	zero: F,
): { date: string; figures: F }[] {
	const within = days.filter(({ day }) => day >= span.from && day <= span.to);
	const byStart = Map.groupBy(within, ({ day }) => startOf(day, span.interval));
	return startsOf(span).map((date) => ({
		date,
		figures: total(byStart.get(date) ?? [], span, zero),
	}));
}

/** What the days of a span add up to. */
export function total<F extends Figures<F>>(days: readonly Day<F>[], span: Span, zero: F): F {
	const sum = { ...zero };
	for (const { day, figures } of days) {
		if (day < span.from || day > span.to) continue;
		for (const name of namesOf(zero)) sum[name] = add<F>(sum[name], figures[name]);
	}
	return sum;
}

type Figures<F> = { [K in keyof F]: number };

// Why: every field is a number, which `F[keyof F]` does not say to the compiler.
const add = <F extends Figures<F>>(one: F[keyof F], other: F[keyof F]) =>
	(one + other) as F[keyof F];
const namesOf = <F extends object>(figures: F) => Object.keys(figures) as (keyof F)[];

/** So many days later, or earlier. */
export const shifted = (day: string, days: number) =>
	new Date(timeOf(day) + days * dayMs).toISOString().slice(0, 10);

const lengthOf = ({ from, to }: Span) => (timeOf(to) - timeOf(from)) / dayMs + 1;

function following(start: string, interval: Interval): string {
	return startOf(shifted(start, { day: 1, week: 7, month: 31 }[interval]), interval);
}

/** A day as it is written, or the day on which a moment falls in the shop. */
function dayOf(moment: string, timeZone: string): string | undefined {
	const time = Date.parse(moment.length === 10 ? `${moment}T00:00:00Z` : moment);
	if (Number.isNaN(time) || time < 0) return undefined;
	const written = new Date(time).toISOString().slice(0, 10);
	// Why: engines read the 31st of April as the first of May.
	if (written !== moment.slice(0, 10)) return undefined;
	return moment.length === 10 ? moment : localDay(moment, timeZone);
}

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
