import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hold, lapsedOrders, letGo, makePermanent, sendOut } from "./reservations.ts";
import type { Held, Stock } from "./reservations.ts";

const lapsesAt = "2026-05-01T10:30:00.000Z";
const stockOf = (onHand: number): Stock => ({ onHand, reserved: 0, reservations: [] });
const stock = (held: Held | { refused: string }): Stock => {
	if ("refused" in held) throw new Error(held.refused);
	return held.stock;
};

describe("reservations", () => {
	it("hold an order's pieces once, however often it asks", () => {
		const once = stock(hold(stockOf(3), { orderId: "a", quantity: 2, lapsesAt }));

		const twice = hold(once, { orderId: "a", quantity: 2, lapsesAt });

		expect(twice).toEqual({ stock: once, movement: null });
	});

	it("refuse more than is left", () => {
		const held = stock(hold(stockOf(3), { orderId: "a", quantity: 2, lapsesAt }));

		expect(hold(held, { orderId: "b", quantity: 2, lapsesAt })).toEqual({
			refused: "OUT_OF_STOCK",
			left: 1,
		});
	});

	it("lapse in time unless they are paid", () => {
		const held = ["a", "b"].reduce(
			(all, orderId) => stock(hold(all, { orderId, quantity: 1, lapsesAt })),
			stockOf(2),
		);
		const paid = stock(makePermanent(held, "a"));

		expect(lapsedOrders(paid, "2026-05-01T10:29:59.999Z")).toEqual([]);
		expect(lapsedOrders(paid, lapsesAt)).toEqual(["b"]);
		expect(makePermanent(paid, "c")).toEqual({ refused: "NOT_RESERVED", reserved: 0 });
	});

	it("give back once: a second time there is nothing to do", () => {
		const held = stock(hold(stockOf(3), { orderId: "a", quantity: 2, lapsesAt }));

		const back = stock(letGo(held, "a"));

		expect(back).toEqual(stockOf(3));
		expect(letGo(back, "a")).toEqual({ stock: back, movement: null });
	});

	it("leave with the parcel, in parts", () => {
		const held = stock(hold(stockOf(3), { orderId: "a", quantity: 2, lapsesAt: null }));

		const first = stock(sendOut(held, "a", 1));

		expect(first).toMatchObject({ onHand: 2, reserved: 1, reservations: [{ quantity: 1 }] });
		expect(sendOut(first, "a", 2)).toEqual({ refused: "NOT_RESERVED", reserved: 1 });
		expect(stock(sendOut(first, "a", 1))).toEqual({ onHand: 1, reserved: 0, reservations: [] });
	});

	it("always add up to what is reserved", () => {
		const action = fc.record({
			act: fc.constantFrom("hold", "pay", "free", "send"),
			orderId: fc.constantFrom("a", "b", "c"),
			quantity: fc.integer({ min: 1, max: 4 }),
		});
		fc.assert(
			fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
				let now = stockOf(6);
				for (const { act, orderId, quantity } of actions) {
					const next = {
						hold: () => hold(now, { orderId, quantity, lapsesAt }),
						pay: () => makePermanent(now, orderId),
						free: () => letGo(now, orderId),
						send: () => sendOut(now, orderId, quantity),
					}[act]();
					if (!("refused" in next)) now = next.stock;
					expect(now.reservations.reduce((all, one) => all + one.quantity, 0)).toBe(
						now.reserved,
					);
					expect(now.onHand).toBeGreaterThanOrEqual(now.reserved);
				}
			}),
		);
	});
});
