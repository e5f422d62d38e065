// What happens to orders and people, noted once whatever order and how often it is told.
import { setTimeout as wait } from "node:timers/promises";
import { settings } from "#contracts/settings";
import { localDay } from "#domain/schedule";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { call } from "#mixins/service";
import type { Books, Derived, Happening, Line, StoredOrder } from "./stored.ts";

type Caller = Parameters<typeof call>[0];

export interface Happened {
	orderId: string;
	what: Happening;
	at: string;
	/** What was sold, when it is paid. */
	sale?: { total: number; lines: Line[] };
}

export async function timeZoneOf(caller: Caller): Promise<string> {
	return (await call(caller, settings.shop)).timeZone;
}

export const today = async (caller: Caller) => localDay(now(), await timeZoneOf(caller));

/** Notes it with the order and lets the figures of its days be made anew. */
export async function noteOrder(caller: Caller, db: Books, happened: Happened): Promise<void> {
	const timeZone = await timeZoneOf(caller);
	const order = await put(db.orders, happened, localDay(happened.at, timeZone));
	await outdate(db, daysOf(order), order.paidDay === null ? [] : [order.paidDay]);
}

/** Notes many paid orders; each is dated by its payment. */
export async function noteSales(caller: Caller, db: Books, paid: Happened[]): Promise<void> {
	const timeZone = await timeZoneOf(caller);
	const noted = paid.flatMap((sale) => {
		const day = localDay(sale.at, timeZone);
		return [put(db.orders, { ...sale, what: "placed" }, day), put(db.orders, sale, day)];
	});
	const orders = await Promise.all(noted);
	const paidDays = orders.flatMap(({ paidDay }) => paidDay ?? []);
	await outdate(db, orders.flatMap(daysOf), paidDays);
}

export async function noteRegistration(
	caller: Caller,
	db: Books,
	{ userId, at }: { userId: string; at: string },
): Promise<void> {
	const day = localDay(at, await timeZoneOf(caller));
	await db.people.insert({ id: userId, day, version: 1 }).catch(unlessThere);
	await mark(db.days, day);
}

/** What happened first counts: the second parcel and a repeated event change nothing. */
async function put(orders: Collection<StoredOrder>, happened: Happened, day: string) {
	const { orderId: id, what, sale } = happened;
	const field = `${what}Day` as const;
	const set = { [field]: day, ...(what === "paid" && sale) };
	const noteIt = () => orders.change({ id, [field]: null }, { $set: set });

	const noted = (await noteIt()) ?? (await orders.findById(id));
	if (noted) return noted;
	try {
		return await orders.insert({ ...blank, ...set, id });
	} catch (thrown) {
		unlessThere(thrown);
		return (await noteIt()) ?? (await orders.findById(id)) ?? blank;
	}
}

const blank: StoredOrder = {
	id: "",
	placedDay: null,
	paidDay: null,
	shippedDay: null,
	completedDay: null,
	cancelledDay: null,
	total: 0,
	lines: [],
	version: 1,
};

function daysOf(order: StoredOrder): string[] {
	const { placedDay, paidDay, shippedDay, completedDay, cancelledDay } = order;
	const days = [placedDay, paidDay, shippedDay, completedDay, cancelledDay];
	return days.filter((day) => day !== null);
}

async function outdate(db: Books, days: string[], paidDays: string[]) {
	await Promise.all([
		...[...new Set(days)].map((day) => mark(db.days, day)),
		...[...new Set(paidDays)].map((day) => mark(db.sold, day)),
	]);
}

const marking = new WeakMap<object, Map<string, Promise<void>>>();
const gatherMs = 50;

/** Marks of a day that are asked for at the same time are one write, made after all of them. */
function mark<T>(days: Collection<Derived<T>>, id: string): Promise<void> {
	const waiting = marking.get(days) ?? new Map<string, Promise<void>>();
	marking.set(days, waiting);
	const marked =
		waiting.get(id) ??
		wait(gatherMs).then(() => {
			waiting.delete(id);
			return write(days, id);
		});
	waiting.set(id, marked);
	return marked;
}

/** A new version each time, so that who is just making the figures can't call them fresh. */
async function write<T>(days: Collection<Derived<T>>, id: string) {
	const stale = { $set: { isStale: true } };
	if (await days.change({ id }, stale)) return;
	try {
		await days.insert({ id, value: null, isStale: true, version: 1 });
	} catch (thrown) {
		unlessThere(thrown);
		await days.change({ id }, stale);
	}
}

function unlessThere(thrown: unknown) {
	if (!(thrown instanceof DuplicateKey)) throw thrown;
}
