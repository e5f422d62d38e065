import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandsFor, transition } from "./order-state.ts";
import type { OrderView, Step } from "./order-effects.ts";
import { shippedQuantities, sums } from "./parcels.ts";
import type { Line } from "./parcels.ts";
import { isRefused } from "./refusal.ts";
import {
	countedLines,
	mostReturns,
	returnable,
	returnableUntil,
	returnCommands,
	returnStates,
	returnTransitions,
	worthOf,
} from "./returns.ts";
import type { ReturnView } from "./returns.ts";
import { notPaidBack, paidBack, returnCommandsFor, takeReturnStep } from "./return-steps.ts";
import type { Arrived, ReturnStep } from "./return-steps.ts";

type Order = Omit<OrderView, "items"> & { items: (Line & { total: number; cancelled?: number })[] };

const at = "2026-05-01T10:00:00.000Z";
const when = { at, by: "clerk" };
const cup = (quantity = 1) => [{ sku: "cup", quantity }];

/** Three cups and a pot for 1,500 and 300 on top, all of it sent and paid. */
function sent(changes: Partial<Order> = {}): Order {
	return {
		status: "shipped",
		items: [
			{ sku: "cup", quantity: 3, total: 1000 },
			{ sku: "pot", quantity: 1, total: 500 },
		],
		totals: { total: 1800 },
		payment: { id: "p", status: "captured", paidAt: at, captured: 1800, refunded: 0 },
		shipments: [
			{
				lines: [
					{ sku: "cup", quantity: 3 },
					{ sku: "pot", quantity: 1 },
				],
			},
		],
		timeline: [],
		...changes,
	};
}

const ask = (id: string, lines: Line[]): Step => ({ type: "return", id, lines, ...when });

function asked(order: Order, id: string, lines: Line[]): Order {
	const next = transition(order, ask(id, lines));
	if (isRefused(next)) throw new Error(next.refused);
	return next;
}

/** The order after a step of one of its returns; a refusal changes nothing. */
function after(order: Order, id: string, step: ReturnStep): Order {
	const one = returnOf(order, id);
	const next = takeReturnStep(order, one, step);
	return isRefused(next) ? order : put(order, next);
}

const returnOf = (order: Order, id: string): ReturnView =>
	(order.returns ?? []).find((one) => one.id === id)!;

const put = (order: Order, one: ReturnView): Order => ({
	...order,
	returns: (order.returns ?? []).map((other) => (other.id === one.id ? one : other)),
});

const step = (type: "approve" | "reject" | "withdraw"): ReturnStep => ({ type, ...when });
const receive = (lines?: Arrived[]): ReturnStep => ({ type: "receive", lines, ...when });
const refund = (amount?: number): ReturnStep => ({ type: "refund", amount, ...when });

/** The money of a noted refund reaches the buyer, and the order hears of it. */
function payBack(order: Order, id: string): Order {
	const one = returnOf(order, id);
	const amount = one.refund?.amount ?? 0;
	if (one.status !== "received" || amount === 0) return order;
	const next = transition(order, { type: "refund", refund: { id, amount }, ...when });
	return isRefused(next) ? put(order, notPaidBack(one)) : put(next, paidBack(one, at));
}

describe("asking for a return", () => {
	it("takes what was shipped, less what is in returns that count", () => {
		const first = asked(sent(), "a", cup(2));

		expect(returnable(first)).toEqual([
			{ sku: "cup", quantity: 1 },
			{ sku: "pot", quantity: 1 },
		]);
		expect(transition(first, ask("b", cup(2)))).toMatchObject({
			refused: "NOT_RETURNABLE",
			sku: "cup",
			left: 1,
		});
		expect(returnable(after(first, "a", step("withdraw")))).toEqual(returnable(sent()));
		expect(returnable(after(first, "a", step("reject")))).toEqual(returnable(sent()));
	});

	it("takes only what has left the house", () => {
		const part = sent({ status: "paid", shipments: [{ lines: cup(2) }] });

		expect(commandsFor(part, "shopper", at)).toContain("return");
		expect(transition(part, ask("a", cup(3)))).toMatchObject({ left: 2 });
		expect(transition(part, ask("a", [{ sku: "pot", quantity: 1 }]))).toMatchObject({
			refused: "NOT_RETURNABLE",
			left: 0,
		});
		const unsent = sent({ status: "paid", shipments: [] });
		expect(commandsFor(unsent, "shopper", at)).not.toContain("return");
		expect(transition(unsent, ask("a", cup()))).toMatchObject({
			refused: "NOTHING_RETURNABLE",
		});
	});

	it("adds up lines of the same SKU and refuses none at all", () => {
		expect(transition(sent(), ask("a", [...cup(2), ...cup(2)]))).toMatchObject({ left: 3 });
		expect(transition(sent(), ask("a", []))).toMatchObject({ refused: "NOT_RETURNABLE" });
		expect(transition(sent(), ask("a", cup(0)))).toMatchObject({ refused: "NOT_RETURNABLE" });
	});

	it("is the same return when it is asked again", () => {
		const order = asked(sent(), "a", cup(2));

		expect(transition(order, ask("a", cup(2)))).toBe(order);
	});

	it("is possible while the order is under way and so many days after it has arrived", () => {
		const timeline = [
			{ status: "completed" as const, at: "2026-04-20T10:00:00.000Z", by: "x" },
		];
		const arrived = (returnDays: number) => sent({ status: "completed", timeline, returnDays });

		expect(returnableUntil(sent())).toBeNull();
		expect(returnableUntil(arrived(11))).toBe(at);
		expect(isRefused(transition(arrived(11), ask("a", cup())))).toBe(false);
		expect(transition(arrived(10), ask("a", cup()))).toMatchObject({
			refused: "RETURN_TOO_LATE",
		});
		expect(commandsFor(arrived(10), "shopper", at)).not.toContain("return");
	});

	it("ends after so many, that the order does not grow for ever", () => {
		const ids = Array.from({ length: mostReturns }, (_, n) => `r${n}`);
		const full = ids.reduce(
			(order, id) => after(asked(order, id, cup()), id, step("withdraw")),
			sent(),
		);

		expect(transition(full, ask("more", cup()))).toMatchObject({ refused: "TOO_MANY_RETURNS" });
	});
});

describe("a return", () => {
	it("goes from the request over the parcel to the refund, and says so in its timeline", () => {
		let order = asked(sent(), "a", cup(2));
		order = after(order, "a", { ...step("approve"), note: "Send it to us" });
		order = after(order, "a", receive([{ sku: "cup", restock: 1, scrap: 1 }]));
		order = payBack(after(order, "a", refund()), "a");

		expect(returnOf(order, "a")).toMatchObject({
			status: "refunded",
			lines: [{ sku: "cup", quantity: 2, restocked: 1, scrapped: 1 }],
			refund: { amount: 800 },
		});
		expect(returnOf(order, "a").timeline).toMatchObject([
			{ status: "requested" },
			{ status: "approved", note: "Send it to us" },
			{ status: "received" },
			{ status: "refunded", by: "clerk" },
		]);
		expect(order.payment.refunded).toBe(800);
	});

	it("is the buyer's to withdraw and the shop's to decide", () => {
		const order = asked(sent(), "a", cup());
		const one = returnOf(order, "a");

		expect(returnCommandsFor(one, "shopper")).toEqual(["withdraw"]);
		expect(returnCommandsFor(one, "staff")).toEqual(["approve", "reject"]);
		expect(takeReturnStep(order, one, receive())).toEqual({
			refused: "RETURN_WRONG_STATE",
			status: "requested",
			command: "receive",
			allowed: ["withdraw", "approve", "reject"],
		});
	});

	it("sets free what was announced and did not come", () => {
		const approved = after(asked(sent(), "a", cup(3)), "a", step("approve"));

		const order = after(approved, "a", receive([{ sku: "cup", restock: 1, scrap: 0 }]));

		expect(returnable(order)).toContainEqual({ sku: "cup", quantity: 2 });
		expect(worthOf(order, returnOf(order, "a"))).toBe(400);
	});

	it("refuses more than was announced, and nothing at all", () => {
		const order = after(asked(sent(), "a", cup(2)), "a", step("approve"));
		const taken = (lines: Arrived[]) =>
			takeReturnStep(order, returnOf(order, "a"), receive(lines));

		expect(taken([{ sku: "cup", restock: 2, scrap: 1 }])).toEqual({
			refused: "MORE_THAN_ANNOUNCED",
			sku: "cup",
			left: 2,
		});
		expect(taken([{ sku: "pot", restock: 1, scrap: 0 }])).toMatchObject({
			sku: "pot",
			left: 0,
		});
		expect(taken([{ sku: "cup", restock: 0, scrap: 0 }])).toEqual({
			refused: "NOTHING_ARRIVED",
		});
	});

	it("pays a part of what it is worth, never more, and no other amount meanwhile", () => {
		const order = after(
			after(asked(sent(), "a", cup(2)), "a", step("approve")),
			"a",
			receive(),
		);
		const one = returnOf(order, "a");

		expect(takeReturnStep(order, one, refund(801))).toEqual({
			refused: "REFUND_TOO_HIGH",
			left: 800,
		});
		const noted = after(order, "a", refund(300));
		expect(returnOf(noted, "a")).toMatchObject({ status: "received", refund: { amount: 300 } });
		expect(returnCommandsFor(returnOf(noted, "a"), "staff")).toEqual([]);
		expect(takeReturnStep(noted, returnOf(noted, "a"), refund(400))).toMatchObject({
			refused: "RETURN_WRONG_STATE",
		});
		expect(notPaidBack(returnOf(noted, "a"))).toEqual(one);
	});

	it("is closed without money when none is left to give", () => {
		const payment = { ...sent().payment, refunded: 1800, status: "refunded" as const };
		const order = after(
			after(asked(sent({ payment }), "a", cup()), "a", step("approve")),
			"a",
			receive(),
		);

		expect(worthOf(order, returnOf(order, "a"))).toBe(0);
		expect(returnOf(after(order, "a", refund()), "a")).toMatchObject({
			status: "refunded",
			refund: { amount: 0 },
		});
	});
});

const ids = ["a", "b", "c", "d"];
const aLine = fc.record({
	sku: fc.constantFrom("cup", "pot", "pan"),
	quantity: fc.integer({ min: 0, max: 4 }),
});
const arrival = fc.record({
	sku: fc.constantFrom("cup", "pot"),
	restock: fc.nat(2),
	scrap: fc.nat(2),
});
const aMove = fc.record({
	id: fc.constantFrom(...ids),
	kind: fc.constantFrom("ask", "pay", "other", ...returnCommands),
	lines: fc.array(aLine, { maxLength: 3 }),
	arrived: fc.option(fc.array(arrival, { maxLength: 3 }), { nil: undefined }),
	amount: fc.option(fc.nat(2000), { nil: undefined }),
});
type Move = typeof aMove extends fc.Arbitrary<infer M> ? M : never;

function moved(order: Order, { id, kind, lines, arrived, amount }: Move): Order {
	if (kind === "ask") {
		const next = transition(order, ask(id, lines));
		return isRefused(next) ? order : next;
	}
	if (kind === "other") {
		const part = { id: `goodwill-${amount ?? 1}`, amount: amount ?? 1 };
		const next = transition(order, { type: "refund", refund: part, ...when });
		return isRefused(next) ? order : next;
	}
	if (!returnOf(order, id)) return order;
	if (kind === "pay") return payBack(order, id);
	if (kind === "receive") return after(order, id, receive(arrived));
	return after(order, id, kind === "refund" ? refund(amount) : step(kind));
}

describe("any returns under any commands", () => {
	it("never count more than was shipped, never pay more than was captured", () => {
		fc.assert(
			fc.property(fc.array(aMove, { maxLength: 60 }), (moves) => {
				let order = sent();
				for (const move of moves) {
					order = moved(order, move);
					const counted = sums((order.returns ?? []).flatMap(countedLines));
					for (const [sku, quantity] of counted) {
						expect(quantity).toBeGreaterThan(0);
						expect(quantity).toBeLessThanOrEqual(
							shippedQuantities(order).get(sku) ?? 0,
						);
					}
					expect(order.payment.refunded).toBeLessThanOrEqual(1800);
					for (const one of order.returns ?? []) {
						expect(worthOf(order, one)).toBeGreaterThanOrEqual(0);
						expect(one.refund?.amount ?? 0).toBeGreaterThanOrEqual(0);
						expect(one.status === "refunded" && one.refund === null).toBe(false);
					}
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it("come to exactly what was paid when all of it comes back, in any parts and order", () => {
		const item = fc.record({ quantity: fc.integer({ min: 1, max: 5 }), total: fc.nat(1e6) });
		const bought = fc.array(item, { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(bought, fc.nat(1e5), fc.infiniteStream(fc.nat(3)), (all, onTop, random) => {
				const items = all.map((one, index) => ({ ...one, sku: `s${index}` }));
				const total = items.reduce((sum, one) => sum + one.total, onTop);
				const payment = { ...sent().payment, captured: total };
				let order = sent({
					items,
					totals: { total },
					payment,
					shipments: [{ lines: items }],
				});
				for (const id of ids) {
					const lines = returnable(order).map(({ sku, quantity }) => ({
						sku,
						quantity: id === "d" ? quantity : Math.min(quantity, random.next().value),
					}));
					const some = lines.filter(({ quantity }) => quantity > 0);
					if (some.length > 0) order = asked(order, id, some);
				}
				const made = (order.returns ?? []).map(({ id }) => id);
				for (const id of made) order = after(order, id, step("approve"));
				for (const id of made.toReversed()) order = after(order, id, receive());
				for (const id of made) order = payBack(after(order, id, refund()), id);

				expect(returnable(order)).toEqual([]);
				expect(order.payment.refunded).toBe(total);
			}),
		);
	});

	it("take a repeated step without a second effect", () => {
		fc.assert(
			fc.property(fc.array(aMove, { maxLength: 30 }), aMove, (moves, move) => {
				const order = moves.reduce(moved, sent());
				fc.pre(move.kind !== "other");
				const once = moved(order, move);

				expect(moved(once, move)).toEqual(once);
			}),
		);
	});
});

describe("the table of returns", () => {
	it("reaches every state and uses every command", () => {
		const rows = returnStates.map((state) => returnTransitions[state]);

		expect(new Set(["requested", ...rows.flatMap((row) => Object.values(row))])).toEqual(
			new Set(returnStates),
		);
		expect(new Set(rows.flatMap((row) => Object.keys(row)))).toEqual(new Set(returnCommands));
	});
});
