// Everything that the mall says of itself to staff, read over HTTP.
import type { Level, Movement, StockReconciliation } from "#contracts/inventory";
import type { AdminOrder, InvoiceEntry } from "#contracts/orders";
import type { Payment, Reconciliation } from "#contracts/payments";
import type { Coupon } from "#contracts/promotions";
import type { AdminPointsEntry } from "#contracts/users";
import type { World } from "./world.ts";

export interface Books {
	orders: AdminOrder[];
	/** By the order's id. */
	payments: Map<string, Payment[]>;
	documents: InvoiceEntry[];
	stock: (Level & { movements: Movement[] })[];
	coupons: Coupon[];
	/** By the buyer's id. */
	accounts: Map<string, Account>;
	reconciliation: Reconciliation;
	stockReconciliation: StockReconciliation;
	readAt: number;
}

export interface Account {
	balance: number;
	held: number;
	items: AdminPointsEntry[];
}

export async function readBooks(world: World): Promise<Books> {
	const readAt = Date.now();
	const get = <T>(path: string) => read<T>(world, `GET /admin/${path}`);
	const orders = await all<AdminOrder>(world, "orders?sort=createdAt");
	const together = atOnce(world.readsAtOnce);
	const payments = await together(orders, async ({ id }) => {
		const { items } = await get<{ items: Payment[] }>(`orders/${id}/payments?pageSize=100`);
		return [id, items] as const;
	});
	const stock = await together(world.goods, async ({ sku }) => ({
		...(await get<Level>(`inventory/${sku}`)),
		movements: await all<Movement>(world, `inventory/${sku}/movements`),
	}));
	const accounts = await together(world.buyers, async ({ id }) => {
		const account = await get<Account>(`users/${id}/points`);
		const items = await all<AdminPointsEntry>(world, `users/${id}/points`);
		return [id, { ...account, items }] as const;
	});
	return {
		orders,
		payments: new Map(payments),
		documents: await all<InvoiceEntry>(world, "invoices"),
		stock,
		coupons: await all<Coupon>(world, "coupons"),
		accounts: new Map(accounts),
		reconciliation: await compared<Reconciliation>(world, "payments"),
		stockReconciliation: await compared<StockReconciliation>(world, "stock"),
		readAt,
	};
}

/** The mall's own comparison of its books. */
async function compared<T extends { isRunning: boolean }>(world: World, of: string): Promise<T> {
	const path = `/admin/${of}/reconciliation`;
	await read(world, `POST ${path}`);
	for (;;) {
		const found = await read<T>(world, `GET ${path}`);
		if (!found.isRunning) return found;
	}
}

const pageSize = 100;

/** Every page of a list. */
async function all<T>(world: World, path: string): Promise<T[]> {
	const items: T[] = [];
	for (let page = 1; ; page += 1) {
		const query = `${path.includes("?") ? "&" : "?"}page=${page}&pageSize=${pageSize}`;
		const found = await read<{ items: T[] }>(world, `GET /admin/${path}${query}`);
		items.push(...found.items);
		if (found.items.length < pageSize) return items;
	}
}

async function read<T>({ line, admin }: World, route: string): Promise<T> {
	const body = route.startsWith("POST") ? {} : undefined;
	const { status, body: found } = await line.ask(route, { token: admin.token, body });
	if (status >= 300) throw new Error(`${route}: ${JSON.stringify(found)}`);
	return found as T;
}

function atOnce(count: number) {
	return async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
		const results: R[] = [];
		const turns = items.entries();
		const worker = async () => {
			for (const [n, item] of turns) results[n] = await work(item);
		};
		await Promise.all(Array.from({ length: count }, worker));
		return results;
	};
}
