import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjust, available, levelOf, putBack, receive, release, reserve, ship } from "./stock.ts";
import type { Level, Movement } from "./stock.ts";

describe("stock", () => {
	it("says what is left when it can't promise that much", () => {
		expect(reserve({ onHand: 5, reserved: 3 }, 3)).toEqual({
			refused: "OUT_OF_STOCK",
			left: 2,
		});
	});

	it("does not correct away what is promised", () => {
		expect(adjust({ onHand: 5, reserved: 3 }, -3)).toEqual({
			refused: "STOCK_RESERVED",
			reserved: 3,
		});
		expect(adjust({ onHand: 5, reserved: 3 }, -2)).toMatchObject({
			level: { onHand: 3, reserved: 3 },
			movement: { kind: "adjust", quantity: -2 },
		});
	});

	it("ships only what is promised", () => {
		expect(ship({ onHand: 5, reserved: 1 }, 2)).toEqual({
			refused: "NOT_RESERVED",
			reserved: 1,
		});
		expect(ship({ onHand: 5, reserved: 2 }, 2)).toMatchObject({
			level: { onHand: 3, reserved: 0 },
		});
	});

	it("puts returned goods back on the shelf", () => {
		expect(putBack({ onHand: 0, reserved: 0 }, 1)).toEqual({
			level: { onHand: 1, reserved: 0 },
			movement: { kind: "return", quantity: 1 },
		});
	});

	it("sells N buyers of M pieces exactly min(N, M)", () => {
		let level = receive({ onHand: 0, reserved: 0 }, 7).level;
		const sold = Array.from({ length: 20 }, () => {
			const step = reserve(level, 1);
			level = "refused" in step ? level : step.level;
			return !("refused" in step);
		});

		expect(sold.filter(Boolean)).toHaveLength(7);
		expect(available(level)).toBe(0);
	});

	it("keeps 0 ≤ reserved ≤ onHand and Σ movements = level under any steps", () => {
		const steps = [reserve, release, ship, adjust, receive, putBack] as const;
		const pieces = fc.integer({ min: 0, max: 20 });
		const step = fc.record({ take: fc.constantFrom(...steps), pieces, down: fc.boolean() });
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (all) => {
				const ledger: Movement[] = [];
				let level: Level = { onHand: 0, reserved: 0 };
				for (const { take, pieces: count, down } of all) {
					const next = take(level, take === adjust && down ? -count : count);
					if ("refused" in next) continue;
					level = next.level;
					ledger.push(next.movement);
					expect(level.reserved).toBeGreaterThanOrEqual(0);
					expect(level.onHand).toBeGreaterThanOrEqual(level.reserved);
				}
				expect(levelOf(ledger)).toEqual(level);
			}),
		);
	});
});
