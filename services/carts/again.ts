// Buying again: what an order held goes into the cart as far as it can be had now.
import type { Again } from "#contracts/carts";
import { orders } from "#contracts/orders";
import { putAgain } from "#domain/cart";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { fillCart } from "./add.ts";
import { lineOf } from "./stored.ts";
import type { Db } from "./stored.ts";
import { saleOf } from "./view.ts";
import type { Sale } from "./view.ts";

export async function again(ctx: Ctx<{ id: string }>, db: Db): Promise<Again> {
	const { id } = ctx.params;
	const { order } = await call(ctx, orders.payable, { id, by: "buyer" });
	const skus = order.items.map(({ sku }) => sku);
	const orderedIn = (sale: Sale) =>
		order.items.map(({ sku, quantity }) => {
			const found = sale.get(sku);
			const line = found ? lineOf(found.item) : null;
			return { sku, quantity, line, available: found?.available ?? 0 };
		});
	// What a repeat, which puts nothing in, is told.
	let { missing } = putAgain([], orderedIn(await saleOf(ctx, skus)));

	const cart = await fillCart(ctx, db, {
		skus,
		asked: `order ${id}`,
		fill(before, sale) {
			const filled = putAgain(before, orderedIn(sale));
			missing = filled.missing;
			return filled.lines;
		},
	});

	const names = new Map(order.items.map(({ sku, name }) => [sku, name]));
	return {
		cart,
		missing: missing.map((one) => ({ ...one, name: names.get(one.sku) ?? one.sku })),
	};
}
