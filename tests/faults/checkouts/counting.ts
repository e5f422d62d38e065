// All that must hold afterwards, counted until it does or its time is over.
import { setTimeout as wait } from "node:timers/promises";
import { readBooks } from "./books.ts";
import { countMoney, countOrders } from "./orders.ts";
import { countPromises, countReturns, countStock } from "./stock.ts";
import { tally } from "./tally.ts";
import type { Row } from "./tally.ts";
import type { World } from "./world.ts";

const recoveryMs = 30_000;

/** What does not hold in a count that began after 30 s is broken. */
export async function settled(world: World, began: number): Promise<Row[]> {
	for (;;) {
		const age = Date.now() - began;
		const rows = await count(world);
		const isRight = rows.every(({ broken }) => broken.length === 0);
		if (isRight || age >= recoveryMs) return rows;
		await wait(500);
	}
}

async function count(world: World): Promise<Row[]> {
	const commands = world.line.said.commands;
	const books = await readBooks(world);
	world.line.said.commands = commands;
	const answers = tally("Answers");
	answers.every("no 500", [world.line.said.failures], (all) => all.length > 0 && all[0]);
	answers.every("no refusal that nobody expects", [world.surprises], (all) => {
		return all.length > 0 && all.slice(0, 3).join("\n");
	});
	return [
		...countMoney(books),
		...countStock(books, world),
		...countOrders(books, world),
		...countReturns(books, world),
		...countPromises(books, world),
		...answers.rows,
	];
}
