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

async function next(db: Collection<Day>, id: string): Promise<number> {
	const day = await db.change({ id }, { $inc: { last: 1 } });
	if (day) return day.last;
	try {
		return (await db.insert({ id, version: 1, last: 1 })).last;
	} catch (error) {
		if (error instanceof DuplicateKey) return next(db, id);
		throw error;
	}
}
