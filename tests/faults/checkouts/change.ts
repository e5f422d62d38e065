// Staff change how much of something an order is to hold, before it is paid or while it is to be paid
// on delivery.
import type { AdminOrder } from "#contracts/orders";
import type { Sold } from "./buyer.ts";
import { give } from "./world.ts";

const changing = [
	"STALE_VERSION",
	"OUT_OF_STOCK",
	"COUPON_NOT_USABLE",
	"MONEY_FIXED",
	"ORDER_WRONG_STATE",
	"ORDER_HAS_PARCELS",
];

/** The dealing with the order as it is then, whether it was heard that it was changed or not. */
export async function change(sold: Sold): Promise<Sold> {
	const { world, chance, order } = sold;
	const route = `/admin/orders/${order.id}`;
	const look = async (): Promise<AdminOrder> =>
		(await give<AdminOrder>(world, world.admin, { route: `GET ${route}` })) ?? look();
	const { version, items } = await look();
	const wanted = items.map(({ sku, quantity }) => ({ sku, quantity }));
	const one = chance.one(wanted);
	one.quantity = chance.between(1, 4);
	await give(world, world.admin, {
		route: `PATCH ${route}`,
		body: { version, items: wanted },
		unless: changing,
	});
	const changed = await look();
	const key = changed.note;
	world.acknowledged.placed.set(order.id, { key, total: changed.totals.total });
	return { ...sold, order: changed };
}
