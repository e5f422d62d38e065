// The desk's list of returns. The returns themselves stand in their orders; what is filed here says
// only which there are in which state, and follows the order.
import type { ReturnState } from "#domain/returns";
import { returnStates } from "#domain/returns";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Query } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import type { Db, FiledReturn, StoredOrder } from "../stored.ts";
import { literal } from "../lists.ts";
import { find } from "./commands.ts";

/** Files a return as its order shows it; repeatable, and never over what a later order showed. */
export async function file(filed: Collection<FiledReturn>, order: StoredOrder, id: string) {
	const { status, number, requestedAt } = find(order, id);
	const terms = [...new Set([number.toLowerCase(), ...order.terms])];
	const facts = { orderId: order.id, status, requestedAt, terms, asOf: order.version };
	try {
		await filed.insert({ id, version: 1, ...facts });
	} catch (error) {
		if (!(error instanceof DuplicateKey)) throw error;
		await filed.update({ id, asOf: { $lt: order.version } }, { $set: facts });
	}
}

interface Asked {
	page?: number | undefined;
	pageSize?: number | undefined;
	sort?: string | undefined;
	status?: ReturnState | undefined;
	q?: string | undefined;
}

/** One page of returns with their orders, and how many there are in each state. */
export async function listed(db: Db, { page = 1, pageSize = 20, ...asked }: Asked) {
	const { sort = "-requestedAt", status } = asked;
	const query = termQuery(asked.q);
	const [found, counted] = await Promise.all([
		db.returns.find({
			query: { ...query, ...(status && { status }) },
			sort: [sort],
			limit: pageSize,
			offset: (page - 1) * pageSize,
		}),
		db.returns.countBy("status", query),
	]);
	const ids = [...new Set(found.map(({ orderId }) => orderId))];
	const orders = new Map((await db.orders.findByIds(ids)).map((order) => [order.id, order]));
	const items = found.flatMap(({ id, orderId }) => {
		const order = orders.get(orderId);
		return order ? [{ order, one: find(order, id) }] : [];
	});
	return { items, page, pageSize, ...countsOf(counted, status) };
}

function countsOf(counted: Record<string, number>, status: ReturnState | undefined) {
	const inState = returnStates.map((state) => [state, counted[state] ?? 0] as const);
	const all = inState.reduce((sum, [, count]) => sum + count, 0);
	const counts: Record<string, number> = { all, ...Object.fromEntries(inState) };
	return { counts, total: counts[status ?? "all"] ?? 0 };
}

function termQuery(q: string | undefined): Query {
	const term = q?.trim().toLowerCase();
	return term ? { terms: { $regex: `^${literal(term)}` } } : {};
}
