import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	backoffSeconds,
	dayIn,
	isRunning,
	isTimeZone,
	later,
	localDay,
	nextBoundary,
	nextDaily,
} from "./schedule.ts";

const may = (day: number) => `2026-05-${String(day).padStart(2, "0")}T00:00:00.000Z`;

describe("a window", () => {
	it("is open from its start to just before its end", () => {
		const window = { startsAt: may(2), endsAt: may(4) };

		expect([1, 2, 3, 4].map((day) => isRunning(window, may(day)))).toEqual([
			false,
			true,
			true,
			false,
		]);
		expect(isRunning({}, may(1))).toBe(true);
		expect(isRunning({ startsAt: null, endsAt: may(1) }, may(1))).toBe(false);
	});

	it("tells when something opens or closes next", () => {
		const windows = [{ startsAt: may(2), endsAt: may(9) }, { startsAt: may(5) }, {}];

		expect(nextBoundary(windows, may(2))).toBe(may(5));
		expect(nextBoundary(windows, may(5))).toBe(may(9));
		expect(nextBoundary(windows, may(9))).toBeUndefined();
	});

	it("adds seconds to a moment", () => {
		expect(later(may(1), 1.5)).toBe("2026-05-01T00:00:01.500Z");
	});
});

describe("backoff", () => {
	it("doubles up to the cap", () => {
		const waits = [1, 2, 3, 4, 100, 5000].map((failures) =>
			backoffSeconds(failures, { firstSeconds: 2, capSeconds: 10 }),
		);

		expect(waits).toEqual([2, 4, 8, 10, 10, 10]);
	});

	it("spreads callers over the upper half", () => {
		expect(backoffSeconds(2, { firstSeconds: 2, capSeconds: 10 }, 0)).toBe(2);
		expect(backoffSeconds(2, { firstSeconds: 2, capSeconds: 10 }, 0.5)).toBe(3);
	});
});

describe("a daily job", () => {
	it.each([
		["today when the time is still to come", "UTC", "2026-05-01T01:00:00Z", "2026-05-01T03:30"],
		["tomorrow when it runs just now", "UTC", "2026-05-01T03:30:00Z", "2026-05-02T03:30"],
		["by the clock of its zone", "Asia/Shanghai", "2026-05-01T00:00:00Z", "2026-05-01T19:30"],
		["by summer time", "Europe/Berlin", "2026-07-01T00:00:00Z", "2026-07-01T01:30"],
		["by winter time", "Europe/Berlin", "2026-12-01T00:00:00Z", "2026-12-01T02:30"],
	])("runs %s", (_name, timeZone, at, expected) => {
		expect(nextDaily({ time: "03:30", timeZone }, at)).toBe(`${expected}:00.000Z`);
	});

	it("runs later on the day when the clock jumps over its time", () => {
		const daily = { time: "02:30", timeZone: "America/New_York" };

		expect(nextDaily(daily, "2026-03-08T05:00:00Z")).toBe("2026-03-08T07:30:00.000Z");
		expect(nextDaily(daily, "2026-03-08T07:30:00Z")).toBe("2026-03-09T06:30:00.000Z");
	});

	it("runs once when its time comes twice", () => {
		const daily = { time: "01:30", timeZone: "America/New_York" };

		expect(nextDaily(daily, "2026-11-01T04:00:00Z")).toBe("2026-11-01T05:30:00.000Z");
		expect(nextDaily(daily, "2026-11-01T05:30:00Z")).toBe("2026-11-02T06:30:00.000Z");
	});

	it("always runs later than now, and within 25 hours and a bit", () => {
		const zones = fc.constantFrom("UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia");
		const days = {
			min: new Date("2024-01-01"),
			max: new Date("2028-01-01"),
			noInvalidDate: true,
		};
		const hour = fc.integer({ min: 0, max: 23 });
		fc.assert(
			fc.property(fc.date(days), zones, hour, (date, timeZone, time) => {
				const daily = { time: `${String(time).padStart(2, "0")}:15`, timeZone };

				const wait = Date.parse(nextDaily(daily, date.toISOString())) - date.getTime();

				expect(wait).toBeGreaterThan(0);
				expect(wait).toBeLessThanOrEqual(26 * 3_600_000);
			}),
		);
	});
});

describe("the local day", () => {
	it("is the day in the shop's time zone", () => {
		expect(localDay("2026-05-01T20:00:00Z", "Asia/Shanghai")).toBe("2026-05-02");
		expect(localDay("2026-05-01T02:00:00Z", "America/New_York")).toBe("2026-04-30");
	});
});

describe("a day of the shop", () => {
	it.each([
		["UTC", "2026-05-01", "2026-05-01T00:00:00.000Z", "2026-05-02T00:00:00.000Z"],
		["Asia/Shanghai", "2026-05-01", "2026-04-30T16:00:00.000Z", "2026-05-01T16:00:00.000Z"],
		["America/New_York", "2026-03-08", "2026-03-08T05:00:00.000Z", "2026-03-09T04:00:00.000Z"],
		[
			"Pacific/Kiritimati",
			"2026-12-31",
			"2026-12-30T10:00:00.000Z",
			"2026-12-31T10:00:00.000Z",
		],
	])("in %s, %s, goes from its midnight to the next", (zone, day, from, until) => {
		expect(dayIn(zone, day)).toEqual({ from, until });
	});
});

it("knows a time zone from a word", () => {
	const names = ["UTC", "Asia/Shanghai", "europe/berlin", "+02:00", "Mars/Base", "", "\ud800"];

	expect(names.filter(isTimeZone)).toEqual(["UTC", "Asia/Shanghai", "europe/berlin", "+02:00"]);
});
