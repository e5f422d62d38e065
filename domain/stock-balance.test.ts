import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hold, letGo, nothingHeld, sendOut } from "./reservations.ts";
import type { Reservation } from "./reservations.ts";
import { balance } from "./stock-balance.ts";
import type { StockBooks } from "./stock-balance.ts";
import { receive } from "./stock.ts";
import type { Level } from "./stock.ts";

/** 10 came in, one order holds 3, another has got 2. */
const sound = (): StockBooks => ({
	level: { onHand: 8, reserved: 3 },
	movements: [
		{ kind: "receive", quantity: 10 },
		{ kind: "reserve", quantity: 3, orderId: "open" },
		{ kind: "reserve", quantity: 2, orderId: "gone" },
		{ kind: "ship", quantity: 2, orderId: "gone" },
	],
	held: new Map([
		["open", 3],
		["gone", 0],
	]),
});

describe("the books of a SKU", () => {
	it("agree when level, movements and reservations say the same", () => {
		expect(balance(sound())).toEqual({
			level: { onHand: 8, reserved: 3 },
			moved: { onHand: 8, reserved: 3 },
			held: 3,
			doubtful: [],
			wrong: [],
		});
	});

	it.each<[string, Partial<StockBooks>, string[]]>([
		["a piece is missing on hand", { level: { onHand: 7, reserved: 3 } }, ["movements"]],
		[
			"a promise is missing in the level",
			{ level: { onHand: 8, reserved: 2 } },
			["movements", "reservations"],
		],
		["an order holds less", { held: new Map([["open", 2]]) }, ["reservations", "orders"]],
		[
			"two orders are mixed up",
			{
				held: new Map([
					["open", 2],
					["gone", 1],
				]),
			},
			["orders"],
		],
		[
			"more is promised than there is",
			{
				level: { onHand: 2, reserved: 3 },
				movements: [
					{ kind: "receive", quantity: 2 },
					{ kind: "reserve", quantity: 3, orderId: "open" },
				],
			},
			["impossible"],
		],
	])("say what is wrong when %s", (_, change, wrong) => {
		expect(balance({ ...sound(), ...change }).wrong).toEqual(wrong);
	});

	it("name the orders that are doubtful, with what they hold and what has moved", () => {
		const { doubtful } = balance({ ...sound(), held: new Map([["open", 1]]) });

		expect(doubtful).toEqual([{ orderId: "open", held: 1, moved: 3 }]);
	});

	it("agree after any commands, and never after one piece more or less anywhere", () => {
		const command = fc.record({
			verb: fc.constantFrom("hold", "letGo", "sendOut" as const),
			order: fc.constantFrom("a", "b", "c"),
			quantity: fc.integer({ min: 1, max: 5 }),
		});
		fc.assert(
			fc.property(fc.array(command), fc.constantFrom(1, -1), (commands, slip) => {
				const books = after(commands);
				const { level, movements, held } = books;

				expect(balance(books).wrong).toEqual([]);
				const more = { kind: "adjust" as const, quantity: slip };
				const onHand = level.onHand + slip;
				expect(balance({ ...books, level: { ...level, onHand } }).wrong).not.toEqual([]);
				expect(balance({ ...books, movements: [...movements, more] }).wrong).not.toEqual(
					[],
				);
				const other = new Map(held).set("a", (held.get("a") ?? 0) + slip);
				expect(balance({ ...books, held: other }).wrong).not.toEqual([]);
			}),
		);
	});
});

interface Command {
	verb: "hold" | "letGo" | "sendOut";
	order: string;
	quantity: number;
}

function after(commands: Command[]): StockBooks {
	const first = receive({ onHand: 0, reserved: 0 }, 20);
	let level: Level = first.level;
	const movements: StockBooks["movements"][number][] = [first.movement];
	const held = new Map<string, Reservation>();
	for (const { verb, order, quantity } of commands) {
		const account = { level, held: held.get(order) ?? nothingHeld };
		const acts = {
			hold: () => hold(account, { quantity, lapsesAt: null }),
			letGo: () => letGo(account, quantity),
			sendOut: () => sendOut(account, quantity),
		};
		const done = acts[verb]();
		if ("refused" in done) continue;
		level = done.level;
		held.set(order, done.held);
		if (done.movement) movements.push({ ...done.movement, orderId: order });
	}
	const quantities = [...held].map(([order, one]) => [order, one.quantity] as const);
	return { level, movements, held: new Map(quantities) };
}
