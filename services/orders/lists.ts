// Orders in lists: a shopper's own and all of them, with the number in each state.
import { settings } from "#contracts/settings";
import { orderStates } from "#domain/order-state";
import type { OrderPaymentStatus, OrderState } from "#domain/order-state";
import type { Query } from "#mixins/adapters/adapter";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { dayIn } from "#domain/schedule";
import type { Collection } from "#mixins/collection";
import type { StoredOrder } from "./stored.ts";

interface Asked {
	page?: number;
	pageSize?: number;
	cursor?: string;
	sort?: string;
	status?: OrderState;
}

/** One page, and how many there are in each state, each by one look at an index; or a stretch. */
export async function listed(
	orders: Collection<StoredOrder>,
	query: Query,
	{ page = 1, pageSize = 20, sort = "-createdAt", status, cursor }: Asked,
) {
	if (cursor !== undefined) {
		const wanted = { ...query, ...(status && { status }) };
		return orders.list({ query: wanted, sort: [sort], page, pageSize, cursor });
	}
	const { items, counts: counted } = await orders.tabbed({
		query,
		by: "status",
		tab: status,
		sort: [sort],
		limit: pageSize,
		offset: (page - 1) * pageSize,
	});
	const inState = orderStates.map((state) => [state, counted[state] ?? 0] as const);
	const all = inState.reduce((sum, [, count]) => sum + count, 0);
	const counts: Record<string, number> = { all, ...Object.fromEntries(inState) };
	return { items, page, pageSize, total: counts[status ?? "all"] ?? 0, counts };
}

export interface Filter {
	q?: string;
	from?: string;
	to?: string;
	payment?: OrderPaymentStatus;
	userId?: string;
	method?: string;
	sku?: string;
	minTotal?: number;
	maxTotal?: number;
}

export async function adminQuery(ctx: Ctx<Filter>) {
	const { q, payment, userId, method, sku, minTotal, maxTotal } = ctx.params;
	const term = q?.trim().toLowerCase();
	const createdAt = await periodOf(ctx, ctx.params);
	return {
		...(term && { terms: { $regex: `^${literal(term)}` } }),
		...(createdAt && { createdAt }),
		...(payment && { "payment.status": payment }),
		...(userId && { userId }),
		...(method && { "payment.method": method }),
		...(sku && { "items.sku": sku }),
		...between("totals.total", minTotal, maxTotal),
	};
}

const between = (path: string, least?: number, most?: number) =>
	least === undefined && most === undefined
		? {}
		: {
				[path]: {
					...(least !== undefined && { $gte: least }),
					...(most !== undefined && { $lte: most }),
				},
			};

/** Days are whole days of the shop; nothing when neither end is given. */
export async function periodOf(ctx: Ctx, { from, to }: Pick<Filter, "from" | "to">) {
	if (!from && !to) return undefined;
	const { timeZone } = (await call(ctx, settings.current)).shop;
	return {
		...(from && { $gte: isDay(from) ? dayIn(timeZone, from).from : toIso(from) }),
		...(to && (isDay(to) ? { $lt: dayIn(timeZone, to).until } : { $lte: toIso(to) })),
	};
}

const isDay = (moment: string) => moment.length === 10;
const toIso = (moment: string) => new Date(moment).toISOString();

/** Every letter stands for itself. */
export const literal = (text: string) => text.replaceAll(/[^\w\s]/g, String.raw`\$&`);

/** States in which somebody has an order's goods, or will. */
const bought = { $in: ["paid", "confirmed", "shipped", "completed"] };

export async function boughtBy(
	orders: Collection<StoredOrder>,
	{ userId, productId }: { userId: string; productId?: string },
) {
	const goods = { userId, status: bought, "items.productId": productId ?? "" };
	const [count, found] = await Promise.all([
		orders.count({ userId, status: { $ne: "cancelled" } }),
		productId === undefined ? null : orders.findOne(goods),
	]);
	return { orders: count, hasBought: found !== null };
}

export async function paidSince(
	orders: Collection<StoredOrder>,
	{ since, page }: { since: string; page: number },
) {
	const query = {
		"payment.status": { $in: ["captured", "refunded"] },
		createdAt: { $gte: since },
	};
	const offset = (page - 1) * 100;
	return orders.find({ query, sort: ["createdAt"], limit: 100, offset });
}
