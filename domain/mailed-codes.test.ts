import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAlive, oneMoreSent } from "./mailed-codes.ts";

const at = (minutes: number) =>
	new Date(Date.UTC(2030, 0, 1) + Math.round(minutes * 60_000)).toISOString();
const code = { hash: "h", from: "a@b.de", email: "a@b.de", epoch: 3, at: at(0), sentAt: [at(0)] };
const brought = { hash: "h", from: "a@b.de", epoch: 3, at: at(1) };

describe("a code that was mailed", () => {
	it("opens for 15 minutes, no longer", () => {
		expect(isAlive(code, { ...brought, at: at(14.99) })).toBe(true);
		expect(isAlive(code, { ...brought, at: at(15) })).toBe(false);
	});

	it.each([
		["another code", { hash: "g" }],
		["after a new password", { epoch: 4 }],
		["after another address", { from: "c@b.de" }],
	])("does not open with %s", (_, change) => {
		expect(isAlive(code, { ...brought, ...change })).toBe(false);
	});

	it("does not open when there is none", () => {
		expect(isAlive(null, brought)).toBe(false);
		expect(isAlive(undefined, brought)).toBe(false);
	});
});

describe("mails with codes", () => {
	it("are a minute apart", () => {
		expect(oneMoreSent([], at(0))).toEqual({ sentAt: [at(0)] });
		expect(oneMoreSent([at(0)], at(0.5))).toEqual({
			refused: "TOO_MANY_REQUESTS",
			seconds: 30,
		});
		expect(oneMoreSent([at(0)], at(1))).toEqual({ sentAt: [at(0), at(1)] });
	});

	it("are five in any hour, however it is asked", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 1200 }), { maxLength: 60 }), (waits) => {
				let [seconds, sentAt]: [number, string[]] = [0, []];
				const all: number[] = [];
				for (const wait of waits) {
					seconds += wait;
					const answer = oneMoreSent(sentAt, at(seconds / 60));
					if ("refused" in answer) continue;
					({ sentAt } = answer);
					all.push(seconds);
				}
				for (const [index, time] of all.entries()) {
					expect((all[index + 5] ?? Infinity) - time).toBeGreaterThanOrEqual(3600);
				}
			}),
		);
	});

	it("can be sent again after the wait that was said", () => {
		const sentAt = [at(0), at(5), at(10), at(15), at(20)];

		const answer = oneMoreSent(sentAt, at(30));

		expect(answer).toEqual({ refused: "TOO_MANY_REQUESTS", seconds: 1800 });
		expect(oneMoreSent(sentAt, at(60))).toHaveProperty("sentAt");
	});
});
