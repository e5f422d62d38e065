import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandsFor, orderCommands, orderStates, transition, transitions } from "./order-state.ts";
import type { OrderView, Step } from "./order-effects.ts";
import { isPartlyShipped, unshipped } from "./parcels.ts";
import { isRefused } from "./refusal.ts";

const when = { at: "2026-05-01T10:00:00.000Z", by: "someone" };
const payment = { id: "pay-1", method: "sandbox", amount: 500 };
const parcel = { carrier: "DHL", trackingNumber: "1" };
const pay: Step = { ...when, type: "pay", payment };
const cancel: Step = { ...when, type: "cancel" };
const shipAll: Step = { ...when, type: "ship", parcel };
const shipOne: Step = {
	...when,
	type: "ship",
	parcel: { ...parcel, lines: [{ sku: "cup", quantity: 1 }] },
};

function cancelLines(id: string, lines: { sku: string; quantity: number }[]): Step {
	return { ...when, type: "cancel-lines", id, lines, amount: 100, note: "sold out" };
}

function anOrder(change: Partial<OrderView> = {}): OrderView {
	return {
		status: "pending_payment",
		items: [
			{ sku: "cup", quantity: 2 },
			{ sku: "pot", quantity: 1 },
		],
		totals: { total: 500 },
		payment: { status: "unpaid", refunded: 0 },
		shipments: [],
		timeline: [{ status: "pending_payment", at: when.at, by: "ann" }],
		expiresAt: "2026-05-01T10:30:00.000Z",
		...change,
	};
}

function after(...steps: Step[]): OrderView {
	return steps.reduce<OrderView>((order, step) => {
		const next = transition(order, step);
		if (isRefused(next)) throw new Error(`${next.command}: ${next.refused}`);
		return next;
	}, anOrder());
}

describe("an order", () => {
	it("goes from payment over the parcel to the receipt, and says so in its timeline", () => {
		const order = after(pay, shipAll, { ...when, type: "receive" });

		expect(order.status).toBe("completed");
		expect(order.timeline.map(({ status }) => status)).toEqual([
			"pending_payment",
			"paid",
			"shipped",
			"completed",
		]);
		expect(order.expiresAt).toBeNull();
	});

	it("can be cancelled by its buyer until a parcel has left", () => {
		expect(commandsFor(anOrder(), "shopper", when.at)).toEqual(["pay", "cancel"]);
		expect(commandsFor(after(pay), "shopper", when.at)).toEqual(["cancel"]);
		expect(commandsFor(after(pay, shipOne), "shopper", when.at)).toEqual(["return"]);
		expect(commandsFor(after(pay, shipAll), "shopper", when.at)).toEqual(["receive", "return"]);
		expect(transition(after(pay, shipOne), cancel)).toMatchObject({
			refused: "ORDER_HAS_PARCELS",
		});
	});

	it("leaves its buyer's list once it has ended, but not while a return is under way", () => {
		const hide: Step = { ...when, type: "hide" };
		const received = after(pay, shipAll, { ...when, type: "receive" });
		const lines = [{ sku: "cup", quantity: 1, restocked: 0, scrapped: 0 }];
		const back = { id: "r", status: "approved", lines, refund: null, timeline: [] } as const;

		const hidden = transition({ ...received, userId: "ann" }, hide);

		expect(hidden).toMatchObject({ status: "completed", hiddenAt: when.at });
		expect(transition(hidden as OrderView, hide)).toBe(hidden);
		for (const order of [
			{ ...after(pay), userId: "ann" },
			{ ...received, userId: "ann", returns: [back] },
			{ ...received, userId: null },
		]) {
			expect(transition(order, hide)).toMatchObject({ refused: "ORDER_WRONG_STATE" });
			expect(commandsFor(order, "shopper", when.at)).not.toContain("hide");
		}
	});

	it("is the shop's to ship, cancel and refund once it is paid", () => {
		expect(commandsFor(anOrder(), "staff", when.at)).toEqual(["cancel", "edit"]);
		expect(commandsFor(after(pay), "staff", when.at)).toEqual([
			"cancel",
			"edit",
			"ship",
			"cancel-lines",
			"refund",
		]);
		expect(transition(anOrder(), shipAll)).toMatchObject({ refused: "ORDER_NOT_PAID" });
	});

	it("says of a command that it does not take which it would take now", () => {
		const receive: Step = { ...when, type: "receive" };
		const allowedAfter = (...steps: Step[]) => {
			const refusal = transition(after(...steps), receive);
			return isRefused(refusal) && refusal.allowed;
		};

		expect(allowedAfter(pay)).toEqual(["cancel", "edit", "ship", "cancel-lines", "refund"]);
		expect(allowedAfter(pay, shipOne)).toEqual(["ship", "cancel-lines", "return", "refund"]);
		expect(allowedAfter(cancel)).toEqual([]);
	});

	it("waits for no money any more when it is cancelled after it was to be paid on delivery", () => {
		const confirmed = after({ ...when, type: "confirm", method: "cash-on-delivery" });
		const waiting = {
			...confirmed,
			payment: { ...confirmed.payment, status: "pending" },
		} as const;

		expect(transition(waiting, cancel)).toMatchObject({
			status: "cancelled",
			payment: { status: "unpaid", refunded: 0 },
		});
		expect(transition(after(pay), cancel)).toMatchObject({ payment: { status: "captured" } });
	});

	it("is not paid by a wrong amount", () => {
		const paying = (amount: number): Step => ({
			...when,
			type: "pay",
			payment: { ...payment, amount },
		});

		expect(transition(anOrder(), paying(499))).toMatchObject({
			refused: "WRONG_AMOUNT",
			due: 500,
		});
		expect(transition(anOrder(), paying(501))).toMatchObject({ refused: "WRONG_AMOUNT" });
	});

	it("takes a payment once, and not another one", () => {
		const paid = after(pay);
		const other: Step = { ...when, type: "pay", payment: { ...payment, id: "pay-2" } };

		expect(transition(paid, pay)).toBe(paid);
		expect(transition(paid, other)).toMatchObject({ refused: "ORDER_ALREADY_PAID" });
		expect(transition(after(cancel), pay)).toMatchObject({ refused: "ORDER_WRONG_STATE" });
	});

	it("lets exactly one of pay and cancel win", () => {
		const expire: Step = { ...when, type: "expire" };

		expect(isRefused(transition(after(pay), expire))).toBe(true);
		expect(isRefused(transition(after(expire), pay))).toBe(true);
	});

	it("stays paid until every line has left", () => {
		const part = after(pay, shipOne);
		const rest: Step = { ...when, type: "ship", parcel: { ...parcel, trackingNumber: "2" } };

		expect(part.status).toBe("paid");
		expect(isPartlyShipped(part)).toBe(true);
		expect(unshipped(part)).toEqual([
			{ sku: "cup", quantity: 1 },
			{ sku: "pot", quantity: 1 },
		]);
		expect(transition(part, rest)).toMatchObject({ status: "shipped" });
	});

	it("sends the same parcel once", () => {
		const part = after(pay, shipOne);

		expect(transition(part, shipOne)).toBe(part);
	});

	it("does not ship more than was bought", () => {
		const lines = [{ sku: "cup", quantity: 3 }];
		const tooMany: Step = { ...when, type: "ship", parcel: { ...parcel, lines } };

		expect(transition(after(pay), tooMany)).toEqual({
			refused: "LINES_NOT_OPEN",
			sku: "cup",
			left: 2,
			status: "paid",
			command: "ship",
			allowed: ["cancel", "edit", "ship", "cancel-lines", "refund"],
		});
	});

	it("is shipped when its last open lines are cancelled, cancelled when nothing was sent", () => {
		const lines = (cup: number) => [
			{ sku: "cup", quantity: cup },
			{ sku: "pot", quantity: 1 },
		];

		const rest = after(pay, shipOne, cancelLines("c1", lines(1)));
		const all = after(pay, cancelLines("c1", lines(2)));

		expect(rest.status).toBe("shipped");
		expect(rest.items[1]).toMatchObject({ cancelled: 1 });
		expect(all.status).toBe("cancelled");
	});

	it("is confirmed for cash on delivery, captured by staff, at most once", () => {
		const capture: Step = { ...when, type: "capture", payment: { ...payment, id: "cash" } };
		const confirmed = after({ ...when, type: "confirm", method: "cash-on-delivery" });

		expect(commandsFor(confirmed, "staff", when.at)).toContain("capture");
		const captured = transition(confirmed, capture);

		expect(captured).toMatchObject({
			status: "confirmed",
			payment: { status: "captured", captured: 500 },
		});
		expect(isRefused(captured) || commandsFor(captured, "staff", when.at)).not.toContain(
			"capture",
		);
	});

	it("gives back at most what was captured, each refund once", () => {
		const refund = (amount: number, id = `r${amount}`): Step => ({
			...when,
			type: "refund",
			refund: { id, amount },
		});
		const part = after(pay, refund(200));

		expect(part.payment).toMatchObject({ status: "captured", refunded: 200 });
		expect(transition(part, refund(200))).toBe(part);
		expect(after(pay, refund(200), refund(200, "other")).payment.refunded).toBe(400);
		expect(transition(part, refund(301))).toMatchObject({ refused: "REFUND_TOO_HIGH" });
		expect(after(pay, cancel, refund(500)).payment.status).toBe("refunded");
	});

	it("names the state and the command in a refusal", () => {
		expect(transition(anOrder(), { ...when, type: "receive" })).toEqual({
			refused: "ORDER_WRONG_STATE",
			status: "pending_payment",
			command: "receive",
			allowed: ["pay", "confirm", "cancel", "expire", "edit"],
		});
	});
});

const steps: Step[] = [
	pay,
	{ ...when, type: "pay", payment: { ...payment, id: "pay-2" } },
	{ ...when, type: "confirm", method: "cash-on-delivery" },
	cancel,
	{ ...when, type: "expire" },
	shipOne,
	{ ...when, type: "ship", parcel: { carrier: "DHL", trackingNumber: "2" } },
	cancelLines("c1", [{ sku: "cup", quantity: 1 }]),
	cancelLines("c2", [{ sku: "pot", quantity: 1 }]),
	{ ...when, type: "edit", id: "e1" },
	{ ...when, type: "receive" },
	{ ...when, type: "capture", payment: { ...payment, id: "cash" } },
	{ ...when, type: "refund", refund: { id: "r1", amount: 300 } },
	{ ...when, type: "refund", refund: { id: "r2", amount: 200 } },
	{ ...when, type: "refund", refund: { id: "r3", amount: 100 } },
	{ ...when, type: "return", id: "b1", lines: [{ sku: "cup", quantity: 1 }] },
	{ ...when, type: "return", id: "b2", lines: [{ sku: "cup", quantity: 2 }] },
];

describe("any order under any commands", () => {
	const walk = fc.array(fc.constantFrom(...steps), { maxLength: 25 });

	it("keeps refunds ≤ captured, sends nothing twice and pays only once", () => {
		fc.assert(
			fc.property(walk, (all) => {
				let order = anOrder();
				for (const step of all) {
					const next = transition(order, step);
					if (isRefused(next)) continue;
					order = next;
					const { captured = 0, refunded } = order.payment;
					expect(refunded).toBeLessThanOrEqual(captured);
					expect(captured).toBeLessThanOrEqual(order.totals.total);
					expect(unshipped(order).every(({ quantity }) => quantity > 0)).toBe(true);
					expect(order.status === "shipped" && unshipped(order).length > 0).toBe(false);
					expect(order.status === "paid" && captured === 0).toBe(false);
					expect(order.status === "cancelled" && order.shipments.length > 0).toBe(false);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("takes a repeated step without a second effect", () => {
		fc.assert(
			fc.property(walk, fc.constantFrom(...steps), (all, step) => {
				const order = all.reduce<OrderView>((sofar, one) => {
					const next = transition(sofar, one);
					return isRefused(next) ? sofar : next;
				}, anOrder());
				const once = transition(order, step);
				fc.pre(!isRefused(once));

				expect(isRefused(once) || transition(once, step)).toBe(once);
			}),
		);
	});

	it("does not change the order it was given", () => {
		const order = anOrder();
		const before = structuredClone(order);

		transition(order, pay);

		expect(order).toEqual(before);
	});
});

describe("the table", () => {
	it("reaches every state and uses every command", () => {
		const rows = orderStates.map((state) => transitions[state]);

		expect(new Set(["pending_payment", ...rows.flatMap((row) => Object.values(row))])).toEqual(
			new Set(orderStates),
		);
		expect(new Set(rows.flatMap((row) => Object.keys(row)))).toEqual(new Set(orderCommands));
	});
});
