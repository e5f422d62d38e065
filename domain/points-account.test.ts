import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	adjustPoints,
	freePoints,
	giveBackPoints,
	heldPoints,
	holdPoints,
	releasePoints,
	spendHeld,
	takeBackPoints,
} from "./points-account.ts";
import type { PointsAccount, PointsEntry } from "./points-account.ts";
import { isRefused } from "./refusal.ts";

const at = (second: number) => new Date(second * 1000).toISOString();
const now = at(100);
const soon = at(200);
const empty: PointsAccount = { balance: 0, holds: [] };
const rich: PointsAccount = { balance: 100, holds: [] };
const spent: PointsEntry[] = [{ kind: "spend", points: -60 }];

/** The account that holds 60 of 100 for the order `a`. */
const holding: PointsAccount = {
	balance: 100,
	holds: [{ orderId: "a", points: 60, lapsesAt: soon }],
};

describe("an account of points", () => {
	it("holds what is free, once for an order, and says what is left otherwise", () => {
		const wish = { orderId: "a", points: 60, lapsesAt: soon };

		expect(holdPoints(rich, wish, now)).toEqual({ account: holding, entry: null });
		expect(holdPoints(holding, wish, now)).toEqual({ account: holding, entry: null });
		expect(holdPoints(holding, { ...wish, orderId: "b" }, now)).toEqual({
			refused: "POINTS_SHORT",
			left: 40,
		});
	});

	it("lets others have what has lapsed, and takes it late only if it is still there", () => {
		const later = at(300);
		const other = holdPoints(holding, { orderId: "b", points: 50, lapsesAt: at(400) }, later);

		expect(freePoints(holding, later)).toBe(100);
		expect(spendHeld(holding, { orderId: "a" }, later)).toMatchObject({
			entry: { points: -60 },
		});
		expect("account" in other && spendHeld(other.account, { orderId: "a" }, later)).toEqual({
			refused: "POINTS_SHORT",
			left: 50,
		});
	});

	it("spends what an order holds, and nothing of one that holds nothing", () => {
		expect(spendHeld(holding, { orderId: "a" }, now)).toEqual({
			account: { balance: 40, holds: [] },
			entry: { kind: "spend", points: -60 },
		});
		expect(spendHeld(rich, { orderId: "a" }, now)).toEqual({ account: rich, entry: null });
	});

	it("gives parts back up to what was spent, all of it when the order is over", () => {
		const part = giveBackPoints(rich, 50, { orderId: "a", past: spent });
		const back: PointsEntry = { kind: "give-back", points: 50 };

		expect(part).toMatchObject({ account: { balance: 150 }, entry: back });
		expect(giveBackPoints(rich, 50, { orderId: "a", past: [...spent, back] })).toMatchObject({
			entry: { points: 10 },
		});
		expect(releasePoints(rich, { orderId: "a", past: [...spent, back] })).toMatchObject({
			entry: { points: 10 },
		});
		expect(releasePoints(holding, { orderId: "a", past: [] })).toEqual({
			account: rich,
			entry: null,
		});
		expect(giveBackPoints(holding, 5, { orderId: "a", past: [] })).toEqual({
			refused: "POINTS_HELD",
		});
	});

	it("takes from nobody what an order holds", () => {
		expect(adjustPoints(holding, -41, now)).toEqual({ refused: "POINTS_SHORT", left: 40 });
		expect(adjustPoints(holding, -40, now)).toMatchObject({ account: { balance: 60 } });
		expect(takeBackPoints(holding, 70, now)).toMatchObject({ entry: { points: -40 } });
		expect(takeBackPoints(empty, 70, now)).toEqual({ account: empty, entry: null });
	});

	it("adds up after any commands: what came in is held, spent or free, never below zero", () => {
		const order = fc.constantFrom("a", "b", "c");
		const points = fc.integer({ min: 1, max: 50 });
		const command = fc.record({
			verb: fc.constantFrom("adjust", "hold", "spend", "release", "giveBack", "takeBack"),
			orderId: order,
			points,
			isMinus: fc.boolean(),
			wait: fc.nat(30),
		});
		fc.assert(
			fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
				let account = empty;
				let clock = 0;
				const entries: (PointsEntry & { orderId: string })[] = [];
				for (const { verb, orderId, points: some, isMinus, wait } of commands) {
					const past = entries.filter((entry) => entry.orderId === orderId);
					const of = { orderId, past };
					clock += wait;
					const steps = {
						adjust: () => adjustPoints(account, isMinus ? -some : some, at(clock)),
						hold: () =>
							holdPoints(
								account,
								{ orderId, points: some, lapsesAt: at(clock + 60) },
								at(clock),
							),
						spend: () => spendHeld(account, { orderId }, at(clock)),
						release: () => releasePoints(account, of),
						giveBack: () => giveBackPoints(account, some, of),
						takeBack: () => takeBackPoints(account, some, at(clock)),
					};
					const step = steps[verb]();
					if (isRefused(step)) continue;
					account = step.account;
					if (step.entry) entries.push({ ...step.entry, orderId });
					const sum = (...kinds: string[]) =>
						entries
							.filter(({ kind }) => kinds.includes(kind))
							.reduce((all, one) => all + one.points, 0);
					const held = heldPoints(account, at(clock));
					const free = freePoints(account, at(clock));
					const gone = -sum("spend", "give-back");
					expect(account.balance).toBe(sum("adjust", "spend", "give-back", "take-back"));
					expect(held + gone + free).toBe(sum("adjust", "take-back"));
					expect(Math.min(account.balance, held, free, gone)).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 500 },
		);
	});
});
