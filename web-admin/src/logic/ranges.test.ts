import { describe, expect, it } from "vitest";
import { before, growth, lastDays, lengthOf, todayIn, usualInterval } from "./ranges.ts";

describe("a period", () => {
	it("counts both ends", () => {
		expect(lengthOf({ from: "2026-02-27", to: "2026-03-01" })).toBe(3);
		expect(lastDays("2026-03-01", 7)).toEqual({ from: "2026-02-23", to: "2026-03-01" });
	});

	it("has one of the same length right before it", () => {
		expect(before({ from: "2026-03-01", to: "2026-03-07" })).toEqual({
			from: "2026-02-22",
			to: "2026-02-28",
		});
	});

	it("ends today in the shop's time zone", () => {
		const now = new Date("2026-05-01T20:00:00Z");

		expect(todayIn("UTC", now)).toBe("2026-05-01");
		expect(todayIn("Asia/Shanghai", now)).toBe("2026-05-02");
	});

	it("is shown as finely as can be read", () => {
		expect(usualInterval(lastDays("2026-05-01", 30))).toBe("day");
		expect(usualInterval(lastDays("2026-05-01", 90))).toBe("week");
		expect(usualInterval(lastDays("2026-05-01", 365))).toBe("month");
	});

	it("does not grow out of nothing", () => {
		expect(growth(150, 100)).toBeCloseTo(0.5);
		expect(growth(5, 0)).toBeUndefined();
	});
});
