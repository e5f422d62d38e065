// Orders as staff see them, with the names of those who have done something to them.
import type { AdminOrder } from "#contracts/orders";
import { users } from "#contracts/users";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { StoredOrder } from "../stored.ts";
import { adminView } from "../view.ts";

export async function adminShown(ctx: Ctx, order: StoredOrder): Promise<AdminOrder> {
	const names = await namesOf(ctx, [order]);
	return adminView(order, names, ctx.meta.locale);
}

export async function allShown(ctx: Ctx, orders: StoredOrder[]): Promise<AdminOrder[]> {
	const names = await namesOf(ctx, orders);
	return orders.map((order) => adminView(order, names, ctx.meta.locale));
}

const nobody: ReadonlySet<string> = new Set(["guest", "system"]);
const most = 100;

/** Of the staff; a buyer's own name stands in the order. */
async function namesOf(ctx: Ctx, orders: StoredOrder[]): Promise<Map<string, string>> {
	const ids = new Set(
		orders.flatMap(({ timeline, userId }) =>
			timeline.map(({ by }) => by).filter((by) => by !== userId && !nobody.has(by)),
		),
	);
	if (ids.size === 0) return new Map();
	// Why: without its people an order is still worth seeing, and what was done to it is done.
	const asked = call(ctx, users.resolve, { ids: [...ids].slice(0, most) });
	const people = await asked.catch(() => []);
	return new Map(people.map(({ id, displayName, username }) => [id, displayName || username]));
}
