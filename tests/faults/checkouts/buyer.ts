// A buyer: orders, pays or does not, changes their mind, takes goods in and sends them back.
import { setTimeout as wait } from "node:timers/promises";
import type { Order, Return } from "#contracts/orders";
import type { Payment } from "#contracts/payments";
import type { Chance } from "./chance.ts";
import { change } from "./change.ts";
import { address, give } from "./world.ts";
import type { Person, World } from "./world.ts";

/** One buyer's dealings. */
export interface Dealing {
	world: World;
	buyer: Person;
	chance: Chance;
}

/** An order that its buyer has paid, or will on delivery: it is the clerk's turn. */
export interface Sold extends Dealing {
	order: Order;
}

const placing = ["OUT_OF_STOCK", "COUPON_GONE", "COUPON_NOT_USABLE", "POINTS_SHORT"];
const paying = ["ORDER_WRONG_STATE", "ORDER_ALREADY_PAID", "PAYMENT_REFUSED"];
const cancelling = ["ORDER_WRONG_STATE", "ORDER_HAS_PARCELS"];

/** One visit; the order if it is to be sent. */
export async function visit(dealing: Dealing, key: string): Promise<Sold | undefined> {
	const order = await place(dealing, key);
	if (!order) return undefined;
	const placed = { ...dealing, order };
	const sold = dealing.chance.percent(20) ? await change(placed) : placed;
	return (await dealing.chance.weighted(endings)(sold)) ? sold : undefined;
}

async function place(dealing: Dealing, key: string): Promise<Order | undefined> {
	const { world, buyer, chance } = dealing;
	const items = wanted(dealing);
	const coupon = chance.percent(35) ? chance.one(world.coupons) : undefined;
	const points = chance.percent(30) ? chance.between(1, 6) * 50 : 0;
	const isFromCart = chance.percent(40);
	if (isFromCart && !(await fill(dealing, items))) return undefined;
	world.wishes.set(key, { buyer, ...(coupon && { coupon }) });
	const asked = {
		route: "POST /orders",
		key,
		unless: isFromCart && buyer.hasLeft ? [...placing, "CART_EMPTY"] : placing,
		body: {
			...(!isFromCart && { items }),
			...(coupon && { coupon: coupon.code }),
			...(points && { points }),
			address,
			shippingMethod: "standard",
			note: key,
		},
	};
	const order = await give<Order>(world, buyer, asked);
	if (!order) return undefined;
	world.acknowledged.placed.set(order.id, { key, total: order.totals.total });
	const again = chance.percent(10) && (await give<Order>(world, buyer, asked));
	if (again && again.id !== order.id) world.surprises.push(`${key} has made a second order`);
	return order;
}

function wanted({ world, chance }: Dealing) {
	const first = chance.one(world.goods);
	const second = chance.one(world.goods);
	const skus = first === second || chance.percent(40) ? [first.sku] : [first.sku, second.sku];
	return skus.map((sku) => ({ sku, quantity: chance.between(1, 3) }));
}

async function fill({ world, buyer }: Dealing, items: { sku: string; quantity: number }[]) {
	let isFilled = await give(world, buyer, { route: "DELETE /cart" });
	for (const body of items)
		isFilled &&= await give(world, buyer, { route: "POST /cart/items", body });
	return isFilled !== undefined;
}

type Ending = (sold: Sold) => Promise<boolean>;

const goodCard = { method: "sandbox", card: { number: "4242424242424242" } };
const refusedCard = { method: "sandbox", card: { number: "4000000000000002" } };
const onDelivery = { method: "cash-on-delivery" };

const byCard = (sold: Sold) => pay(sold, goodCard);

const endings: (readonly [number, Ending])[] = [
	[38, byCard],
	[8, async (sold) => (await pay(sold, refusedCard, "1")) || pay(sold, goodCard)],
	[3, (sold) => pay(sold, refusedCard)],
	[14, (sold) => pay(sold, onDelivery)],
	[8, (sold) => cancel(sold).then(() => false)],
	[6, () => Promise.resolve(false)],
	[2, (sold) => payAtTheLast(sold)],
	[12, (sold) => bothAtOnce(sold)],
	[10, async (sold) => (await byCard(sold)) && !(await cancel(sold))],
];

async function bothAtOnce(sold: Sold) {
	// Why: a payment takes a while, and each of its moments is to be met.
	const cancelling = wait(sold.chance.between(0, 80)).then(() => cancel(sold));
	const [isPaid, isCancelled] = await Promise.all([byCard(sold), cancelling]);
	return isPaid && !isCancelled;
}

/** When the order expires at the same moment. */
async function payAtTheLast(sold: Sold) {
	const { expiresAt, createdAt } = sold.order;
	const left = Date.parse(expiresAt ?? createdAt) - Date.now();
	await wait(Math.max(0, left + sold.chance.between(-150, 50)));
	return byCard(sold);
}

async function pay({ world, buyer, order }: Sold, body: object, attempt = ""): Promise<boolean> {
	const payment = await give<Payment>(world, buyer, {
		route: `POST /orders/${order.id}/payments`,
		body,
		key: `pay-${order.id}${attempt}`,
		unless: paying,
	});
	if (payment?.status === "captured") world.acknowledged.paid.add(order.id);
	return payment !== undefined;
}

export async function cancel({ world, buyer, order }: Sold): Promise<boolean> {
	const done = await give<Order>(world, buyer, {
		route: `POST /orders/${order.id}/cancel`,
		body: { reason: "Changed my mind" },
		unless: cancelling,
	});
	if (done) world.acknowledged.cancelled.add(order.id);
	return done !== undefined;
}

export async function confirmReceipt({ world, buyer, order }: Sold) {
	const route = `POST /orders/${order.id}/receipt`;
	const done = await give(world, buyer, { route, unless: ["ORDER_WRONG_STATE"] });
	if (done) world.acknowledged.completed.add(order.id);
}

/** Asks to send some of it back. */
export async function askBack({ world, buyer, chance, order }: Sold, attempt: number) {
	const { sku, quantity } = chance.one(order.items);
	const asked = await give<Return>(world, buyer, {
		route: `POST /orders/${order.id}/returns`,
		body: { lines: [{ sku, quantity: chance.between(1, quantity) }], reason: "It hums" },
		key: `return-${order.id}-${attempt}`,
		unless: ["NOT_RETURNABLE", "NOTHING_RETURNABLE", "ORDER_WRONG_STATE"],
	});
	if (asked) world.acknowledged.returns.set(asked.id, order.id);
	return asked;
}

export async function withdraw({ world, buyer, order }: Sold, { id }: Return) {
	const route = `POST /orders/${order.id}/returns/${id}/withdraw`;
	await give(world, buyer, { route, unless: ["RETURN_WRONG_STATE"] });
}
