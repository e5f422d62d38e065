import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	hold,
	lapse,
	letGo,
	makePermanent,
	nothingHeld,
	sendOut,
	type Account,
	type Held,
} from "./reservations.ts";

const lapsesAt = "2026-05-01T10:30:00.000Z";
const before = "2026-05-01T10:29:59.999Z";
const fresh = (onHand: number): Account => ({
	level: { onHand, reserved: 0 },
	held: nothingHeld,
});
const after = (held: Held | { refused: string }): Account => {
	if ("refused" in held) throw new Error(held.refused);
	return { level: held.level, held: held.held };
};
const holding = (onHand: number, quantity: number) =>
	after(hold(fresh(onHand), { quantity, lapsesAt }));

describe("reservations", () => {
	it("hold an order's pieces once, however often it asks", () => {
		const once = holding(3, 2);

		const twice = hold(once, { quantity: 2, lapsesAt });

		expect(twice).toEqual({ ...once, movement: null });
	});

	it("refuse more than is left", () => {
		const other: Account = { level: holding(3, 2).level, held: nothingHeld };

		expect(hold(other, { quantity: 2, lapsesAt })).toEqual({
			refused: "OUT_OF_STOCK",
			left: 1,
		});
	});

	it("lapse in time unless they are paid", () => {
		const open = holding(2, 2);
		const paid = after(makePermanent(open));

		expect(after(lapse(open, before))).toEqual(open);
		expect(after(lapse(paid, lapsesAt))).toEqual(paid);
		expect(lapse(open, lapsesAt)).toEqual({
			level: { onHand: 2, reserved: 0 },
			held: { quantity: 0, lapsesAt: null, lapsed: 2 },
			movement: { kind: "release", quantity: 2 },
		});
	});

	it("promise again what lapsed before it was paid, while it can be had", () => {
		const { level, held } = after(lapse(holding(2, 2), lapsesAt));

		expect(makePermanent({ level, held })).toMatchObject({
			level: { reserved: 2 },
			held: { quantity: 2, lapsesAt: null, lapsed: 0 },
		});
		expect(makePermanent({ level: { onHand: 2, reserved: 1 }, held })).toEqual({
			refused: "OUT_OF_STOCK",
			left: 1,
		});
	});

	it("have nothing to keep where nothing is held", () => {
		expect(makePermanent(fresh(2))).toEqual({ ...fresh(2), movement: null });
	});

	it("give back once: a second time there is nothing to do", () => {
		const back = after(letGo(holding(3, 2)));

		expect(back).toEqual(fresh(3));
		expect(letGo(back)).toEqual({ ...back, movement: null });
	});

	it("leave with the parcel, in parts", () => {
		const paid = after(makePermanent(holding(3, 2)));

		const first = after(sendOut(paid, 1));

		expect(first).toMatchObject({ level: { onHand: 2, reserved: 1 }, held: { quantity: 1 } });
		expect(sendOut(first, 2)).toEqual({ refused: "NOT_RESERVED", reserved: 1 });
		expect(after(sendOut(first, 1))).toEqual(fresh(1));
	});

	it("always add up to what is reserved, over several orders", () => {
		const action = fc.record({
			act: fc.constantFrom("hold", "pay", "free", "send", "lapse"),
			order: fc.nat(2),
			quantity: fc.integer({ min: 1, max: 4 }),
		});
		fc.assert(
			fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
				let { level } = fresh(6);
				const all = [nothingHeld, nothingHeld, nothingHeld];
				for (const { act, order, quantity } of actions) {
					const account = { level, held: all[order]! };
					const next = {
						hold: () => hold(account, { quantity, lapsesAt }),
						pay: () => makePermanent(account),
						free: () => letGo(account, quantity),
						send: () => sendOut(account, quantity),
						lapse: () => lapse(account, lapsesAt),
					}[act]();
					if ("refused" in next) continue;
					level = next.level;
					all[order] = next.held;
					expect(all.reduce((sum, held) => sum + held.quantity, 0)).toBe(level.reserved);
					expect(level.onHand).toBeGreaterThanOrEqual(level.reserved);
				}
			}),
		);
	});
});
