// Customers and their orders of the last ninety days, so that every chart has something to show.
import type { ServiceBroker } from "moleculer";
import { analytics } from "#contracts/analytics";
import { orders } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { users } from "#contracts/users";
import { callAsSystem } from "#mixins/service";
import { catalogue } from "../demo/catalogue.ts";
import { seedableOrders } from "../demo/orders.ts";
import type { DemoReturn, PastOrder } from "../demo/orders.ts";
import { people } from "../demo/people.ts";
import type { DemoPerson } from "../demo/people.ts";
import { daysAgo, parts } from "./days.ts";

interface Customer {
	id: string;
	person: DemoPerson;
}

/** Answers how many orders there are. */
export async function seedHistory(broker: ServiceBroker): Promise<number> {
	const customers = new Map<string, Customer>();
	const planned = seedableOrders(catalogue);
	const since = arrivals(planned);
	for (const some of parts(people, 20)) {
		const made = await Promise.all(
			some.map((person, at) => customerOf(broker, person, since.get(person.key) ?? at)),
		);
		for (const customer of made) customers.set(customer.person.key, customer);
	}
	for (const some of parts(planned, 25)) {
		const placed = await Promise.all(some.map((plan) => orderOf(broker, plan, customers)));
		const paid = placed.filter(({ payment }) => payment.paidAt !== null);
		await callAsSystem({ broker }, analytics.seed, { orders: paid.map(figuresOf) });
	}
	return planned.length;
}

/** How many days ago each came: a little before their first order. */
function arrivals(planned: PastOrder[]) {
	const days = new Map<string, number>();
	for (const { person, daysAgo: ago } of planned)
		days.set(person, Math.max(days.get(person) ?? 0, ago + 1 + (ago % 5)));
	return days;
}

/** Customers of the demo have no password: nobody can log in as one. */
async function customerOf(
	broker: ServiceBroker,
	person: DemoPerson,
	days: number,
): Promise<Customer> {
	const { username, email, displayName } = person;
	const { person: known } = await callAsSystem({ broker }, users.find, { login: username });
	if (known && known.status !== "new") return { id: known.id, person };
	const claimed =
		known ??
		(await callAsSystem({ broker }, users.claim, {
			username,
			email,
			displayName,
			kind: "customer",
		}));
	await callAsSystem({ broker }, users.activate, { id: claimed.id, since: daysAgo(days, 600) });
	return { id: claimed.id, person };
}

function orderOf(broker: ServiceBroker, plan: PastOrder, customers: Map<string, Customer>) {
	const customer = customers.get(plan.person);
	if (!customer) throw new Error(`The demo order ${plan.key} has no buyer`);
	return callAsSystem({ broker }, orders.seed, {
		key: plan.key,
		userId: customer.id,
		email: customer.person.email,
		items: plan.lines,
		address: customer.person.address,
		createdAt: daysAgo(plan.daysAgo, plan.minute),
		outcome: plan.outcome,
		...(plan.back && { back: backOf(plan, plan.back) }),
	});
}

function backOf({ daysAgo: days, minute }: PastOrder, { afterDays, ...back }: DemoReturn) {
	return { ...back, at: daysAgo(days - afterDays, minute) };
}

const figuresOf = (order: Order) => ({
	orderId: order.id,
	paidAt: order.payment.paidAt ?? order.createdAt,
	total: order.totals.total,
	lines: order.items.map(({ productId, sku, quantity, total }) => ({
		productId,
		sku,
		quantity,
		total,
	})),
});
