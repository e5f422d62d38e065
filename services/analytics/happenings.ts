// What happens to orders and people, noted once whatever order and how often it is told.
import { settings } from "#contracts/settings";
import { localDay } from "#domain/schedule";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { call } from "#mixins/service";
import { amend } from "./amend.ts";
import { gathering } from "./gathering.ts";
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
function put(orders: Collection<StoredOrder>, happened: Happened, day: string) {
	return noteNews(orders, happened.orderId, { ...happened, day });
}

type News = Pick<Happened, "what" | "sale"> & { day: string };

const noteNews = gathering(
	(orders: Collection<StoredOrder>, id: string, news: News[]): Promise<StoredOrder> =>
		amend(orders, { ...blank, id }, (before) => news.reduce(withNews, before)),
);

function withNews(order: StoredOrder, { what, day, sale }: News): StoredOrder {
	if (order[`${what}Day`] !== null) return order;
	return { ...order, [`${what}Day`]: day, ...(what === "paid" && sale) };
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

/** A new version each time, so that who is just making the figures can't call them fresh. */
const mark = gathering<Collection<Derived<unknown>>, void, void>(async (days, id) => {
	await amend(days, { id, value: null, isStale: false, version: 1 }, (day) => ({
		...day,
		isStale: true,
	}));
});

function unlessThere(thrown: unknown) {
	if (!(thrown instanceof DuplicateKey)) throw thrown;
}
