// Order numbers: the day in the shop's time zone, that day's running number, and four characters
// that can't be guessed. They need not be free of gaps.
import { randomInt } from "node:crypto";
import { orderNumber, orderNumberAlphabet, orderNumberRandoms } from "#domain/order-number";
import { localDay } from "#domain/schedule";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import type { Day } from "./stored.ts";

export async function newNumber(db: Collection<Day>, at: string, timeZone: string) {
	const sequence = await next(db, localDay(at, timeZone));
	const random = Array.from(
		{ length: orderNumberRandoms },
		() => orderNumberAlphabet[randomInt(orderNumberAlphabet.length)],
	).join("");
	return orderNumber({ at, timeZone, sequence, random });
}

/** Numbers that this process has taken and not yet given. */
type Block = { day: string; next: number; end: number };
const blocks = new WeakMap<Collection<Day>, Block>();
const blockSize = 20;

/** Taken twenty at a time: what a process that dies has not given is never given. */
async function next(db: Collection<Day>, day: string): Promise<number> {
	const block = blocks.get(db);
	if (block && block.day === day && block.next < block.end) return block.next++;
	const end = (await taken(db, day)) + 1;
	const fresh = { day, next: end - blockSize, end };
	blocks.set(db, fresh);
	return fresh.next++;
}

async function taken(db: Collection<Day>, id: string): Promise<number> {
	const day = await db.change({ id }, { $inc: { last: blockSize } });
	if (day) return day.last;
	try {
		return (await db.insert({ id, version: 1, last: blockSize })).last;
	} catch (error) {
		if (error instanceof DuplicateKey) return taken(db, id);
		throw error;
	}
}
