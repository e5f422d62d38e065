import { afterEach, describe, expect, it, vi } from "vitest";
import { daysAgo } from "./days.ts";

describe("demo days", () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	it.each([
		[3, 90, "2026-11-25T01:30:00.000Z"],
		[0, 720, "2026-11-28T02:00:00.000Z"],
		[0, 0, "2026-11-28T00:00:00.000Z"],
		[-2, undefined, "2026-11-30T04:00:00.000Z"],
	])("lie %s days back at minute %s", (days, minute, at) => {
		vi.useFakeTimers({ now: new Date("2026-11-28T04:00:00Z") });

		expect(daysAgo(days, minute)).toBe(at);
	});
});
