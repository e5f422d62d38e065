import { describe, expect, it } from "vitest";
import { closedUntil, delaySeconds, waitSeconds } from "./login-delay.ts";

describe("the wait after wrong passwords", () => {
	it.each([
		[0, 0],
		[4, 0],
		[5, 5],
		[6, 10],
		[9, 80],
		[12, 640],
		[13, 900],
		[1000, 900],
	])("after %i wrong ones is %i s", (wrong, seconds) => {
		expect(delaySeconds(wrong)).toBe(seconds);
	});

	it("runs from the last wrong one and ends", () => {
		expect(waitSeconds(6, "2030-01-01T00:00:00.000Z", "2030-01-01T00:00:03.100Z")).toBe(7);
		expect(waitSeconds(6, "2030-01-01T00:00:00.000Z", "2030-01-01T00:00:10.000Z")).toBe(0);
	});

	it("says until when, and nothing when it is over", () => {
		const last = "2030-01-01T00:00:00.000Z";

		expect(closedUntil(6, last, "2030-01-01T00:00:09.999Z")).toBe("2030-01-01T00:00:10.000Z");
		expect(closedUntil(6, last, "2030-01-01T00:00:10.000Z")).toBeNull();
		expect(closedUntil(4, last, last)).toBeNull();
	});
});
