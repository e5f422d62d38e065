// Orders as staff see them, with the names of those who have done something to them.
import type { AdminOrder } from "#contracts/orders";
import { namesOf } from "#mixins/people";
import type { Ctx } from "#mixins/service";
import type { StoredOrder } from "../stored.ts";
import { adminView } from "../view.ts";

export async function adminShown(ctx: Ctx, order: StoredOrder): Promise<AdminOrder> {
	const names = await staffOf(ctx, [order]);
	return adminView(order, names, ctx.meta.locale);
}

export async function allShown(ctx: Ctx, orders: StoredOrder[]): Promise<AdminOrder[]> {
	const names = await staffOf(ctx, orders);
	return orders.map((order) => adminView(order, names, ctx.meta.locale));
}

/** Of the staff; a buyer's own name stands in the order. */
const staffOf = (ctx: Ctx, orders: StoredOrder[]) =>
	namesOf(
		ctx,
		orders.flatMap(({ timeline, userId }) =>
			timeline.map(({ by }) => by).filter((by) => by !== userId),
		),
	);
