// Makes 50,000 orders out of a few true ones, through the very collection that the orders' service
// uses, indexes and all. Only orders: their goods, payments and points stand nowhere else.
import { join } from "node:path";
import { SqliteAdapter } from "#mixins/adapters/sqlite";
import { newId } from "#mixins/clock";
import { Collection, toldIndex } from "#mixins/collection";
import { collections, termsOf } from "../services/orders/stored.ts";
import type { StoredOrder } from "../services/orders/stored.ts";

export interface Person {
	id: string;
	username: string;
	email: string;
}

const dayMs = 86_400_000;
const batch = 1_000;
const daysBack = 90;

/** The mall must not run. */
export async function makeManyOrders(dataDir: string, count: number, people: Person[]) {
	const indexes = [...collections.orders.indexes, toldIndex];
	const file = join(dataDir, "orders.sqlite");
	const adapter = new SqliteAdapter({ file, collection: "orders", indexes });
	await adapter.connect();
	const orders = new Collection<StoredOrder>(adapter);
	const templates = await orders.find({ limit: 1000 });
	for (let done = await orders.count(); done < count; done += batch) {
		const some = Math.min(batch, count - done);
		const made = Array.from({ length: some }, (_, n) =>
			madeOf(templates, people, { n: done + n, count }),
		);
		await orders.insertMany(made);
	}
	await adapter.disconnect();
}

type Place = { n: number; count: number };

/** The n-th, the oldest first: like a true one, of another person and time. */
function madeOf(templates: StoredOrder[], people: Person[], { n, count }: Place): StoredOrder {
	const age = daysBack * dayMs * (1 - n / count);
	const fitting = templates.filter(({ status }) => isAged(status, age));
	const template = fitting[n % fitting.length] ?? templates[0];
	const person = people[n % people.length];
	if (!template || !person) throw new Error("There are no true orders to make others of.");
	const createdAt = new Date(Date.now() - age).toISOString();
	const moved = inTime(template, Date.parse(createdAt) - Date.parse(template.createdAt));
	const number = `${createdAt.slice(0, 10).replaceAll("-", "")}-${String(n).padStart(6, "0")}-MANY`;
	const { username, email } = person;
	const names = [username, template.address.name];
	return {
		...moved,
		id: newId(),
		version: 1,
		number,
		userId: person.id,
		email,
		buyerName: username,
		terms: termsOf({ number, email, names }),
		...(template.expiresAt && { expiresAt: new Date(Date.now() + dayMs).toISOString() }),
	};
}

/** Nothing that the mall's loops would take up: old orders are at their end. */
function isAged(status: StoredOrder["status"], age: number) {
	const isOver = status === "completed" || status === "cancelled";
	return age > 10 * dayMs ? isOver : age > dayMs || status !== "completed";
}

const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** All its times, so much later. */
function inTime(order: StoredOrder, ms: number): StoredOrder {
	// Why the reviver: every time in it, however deep, is such a text and nothing else is.
	return JSON.parse(JSON.stringify(order), (_key, value: unknown) =>
		typeof value === "string" && moment.test(value)
			? new Date(Date.parse(value) + ms).toISOString()
			: value,
	) as StoredOrder;
}
