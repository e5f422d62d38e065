// The figures of days, made anew from what happened where they are out of date.
import { setImmediate as breath } from "node:timers/promises";
import type { Span } from "#domain/intervals";
import type { Collection } from "#mixins/collection";
import type { Books, Derived, Figures, Sold } from "./stored.ts";

const mostDays = 10_000;
const batch = 500;

export const nothing: Figures = {
	placed: 0,
	paid: 0,
	shipped: 0,
	completed: 0,
	cancelled: 0,
	registrations: 0,
	orders: 0,
	units: 0,
	revenue: 0,
};

type Days = Pick<Span, "from" | "to">;

/** Days on which nothing happened are left out. */
export async function figuresOf(db: Books, days: Days) {
	const found = await fresh(db.days, days, (day) => count(db, day));
	return found.map(({ day, value }) => ({ day, figures: value }));
}

export async function soldOn(db: Books, days: Days): Promise<Sold[]> {
	const found = await fresh(db.sold, days, (day) => sell(db, day));
	return found.flatMap(({ value }) => value);
}

async function fresh<T>(
	kept: Collection<Derived<T>>,
	{ from, to }: Days,
	make: (day: string) => Promise<T>,
): Promise<{ day: string; value: T }[]> {
	const query = { id: { $gte: from, $lte: to } };
	const days = await kept.find({ query, sort: ["id"], limit: mostDays });
	return Promise.all(
		days.map(async ({ id: day, value, isStale, version }) => {
			if (!isStale && value !== null) return { day, value };
			const made = await make(day);
			// Why: guarded, since whatever happened while they were made has marked the day again.
			await kept.update({ id: day, version }, { $set: { value: made, isStale: false } });
			return { day, value: made };
		}),
	);
}

async function count(db: Books, day: string): Promise<Figures> {
	const [placed, paid, shipped, completed, cancelled, registrations] = await Promise.all([
		db.orders.count({ placedDay: day }),
		db.orders.count({ paidDay: day }),
		db.orders.count({ shippedDay: day }),
		db.orders.count({ completedDay: day }),
		db.orders.count({ cancelledDay: day }),
		db.people.count({ day }),
	]);
	const happened = { placed, paid, shipped, completed, cancelled, registrations };
	const figures = { ...nothing, ...happened };
	for await (const { total, lines } of salesOn(db, day)) {
		figures.orders += 1;
		figures.revenue += total;
		for (const { quantity } of lines) figures.units += quantity;
	}
	return figures;
}

async function sell(db: Books, day: string): Promise<Sold[]> {
	const sold = new Map<string, Sold>();
	for await (const { lines } of salesOn(db, day)) {
		for (const { productId, sku, quantity, total } of lines) {
			const { units, revenue } = sold.get(productId) ?? { units: 0, revenue: 0 };
			sold.set(productId, {
				productId,
				sku,
				units: units + quantity,
				revenue: revenue + total,
			});
		}
	}
	return [...sold.values()];
}

/** Orders paid on a day and not cancelled since. */
async function* salesOn({ orders }: Books, day: string) {
	let seen = 0;
	for await (const order of orders.each({ paidDay: day, cancelledDay: null }, batch)) {
		yield order;
		seen += 1;
		// Why: a day may hold many thousand orders, and shoppers wait for the same thread.
		if (seen % batch === 0) await breath();
	}
}
