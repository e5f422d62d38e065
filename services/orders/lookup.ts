import { ORDER_NOT_FOUND } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { fail } from "#mixins/errors";
import type { Ctx } from "#mixins/service";
import { opened } from "./place.ts";
import { newToken } from "./stored.ts";
import type { Db } from "./stored.ts";
import { orderView } from "./view.ts";

/** A guest's order with a fresh token; a wrong number and a wrong address look alike. */
export async function lookup(ctx: Ctx<{ number: string; email: string }>, db: Db): Promise<Order> {
	const { number, email } = ctx.params;
	const order = await db.orders.findOne({ number: number.trim().toUpperCase(), userId: null });
	if (order?.email.toLowerCase() !== email.toLowerCase()) fail(ORDER_NOT_FOUND, { id: number });
	const token = newToken();
	const view = orderView(await opened(db, order, token), "shopper", ctx.meta.locale);
	return { ...view, orderToken: token };
}
