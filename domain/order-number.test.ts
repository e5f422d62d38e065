import { expect, it } from "vitest";
import { orderNumber, orderNumberAlphabet, orderNumberRandoms } from "./order-number.ts";

it("says the shop's day, the sequence and what can't be guessed, in at most 24 characters", () => {
	const at = "2026-05-01T20:00:00.000Z";
	const parts = { at, timeZone: "Asia/Shanghai", random: "K7QX" };

	expect(orderNumber({ ...parts, sequence: 42 })).toBe("20260502-000042-K7QX");
	expect(orderNumber({ ...parts, sequence: 1_234_567_890 }).length).toBeLessThanOrEqual(24);
});

it("has an alphabet without look-alikes that a byte picks from evenly", () => {
	expect(orderNumberAlphabet).not.toMatch(/[01IO]/);
	expect(256 % new Set(orderNumberAlphabet).size).toBe(0);
	expect(orderNumberRandoms).toBe(4);
});
