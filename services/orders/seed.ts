// A demo order with its history, its stock and its payment. It is told to nobody, since it has
// happened long ago; from then on it is an order like all others.
import { inventory } from "#contracts/inventory";
import type { SeededReturn } from "#contracts/orders";
import { payments } from "#contracts/payments";
import type { Payment } from "#contracts/payments";
import { products, SKU_UNKNOWN } from "#contracts/products";
import type { Wanted } from "#contracts/promotions";
import { settings } from "#contracts/settings";
import type { Address } from "#contracts/users";
import type { OrderState } from "#domain/order-state";
import { quote } from "#domain/pricing";
import { later } from "#domain/schedule";
import { now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { newNumber } from "./number.ts";
import { unpaid } from "./new-order.ts";
import { chosen } from "./returns/reasons.ts";
import { withReturn } from "./returns/seeding.ts";
import { digest, linesOf, termsOf } from "./stored.ts";
import type { Db, StoredOrder } from "./stored.ts";

interface Seed {
	key: string;
	userId: string;
	email: string;
	items: Wanted[];
	address: Address;
	createdAt: string;
	outcome: "completed" | "shipped" | "paid" | "confirmed" | "cancelled";
	back?: SeededReturn;
}

type History = { status: OrderState; after: number }[];

const hour = 3600;
const day = 24 * hour;

/** When each state was reached, in seconds after the order. */
const histories: Record<Seed["outcome"], History> = {
	cancelled: [{ status: "cancelled", after: hour / 2 }],
	paid: [{ status: "paid", after: 240 }],
	confirmed: [{ status: "confirmed", after: 240 }],
	shipped: [
		{ status: "paid", after: 240 },
		{ status: "shipped", after: 20 * hour },
	],
	completed: [
		{ status: "paid", after: 240 },
		{ status: "shipped", after: 20 * hour },
		{ status: "completed", after: 4 * day },
	],
};

/** The same key is the same order, however often it is put in. */
export async function seed(ctx: Ctx<Seed>, db: Db): Promise<StoredOrder> {
	const { key, items, createdAt, back } = ctx.params;
	const id = digest(`demo ${key}`);
	const before = await db.orders.findById(id);
	if (before) return before;

	const { shop, shippingMethods, tax, returnDays } = await call(ctx, settings.current);
	const [sale, number] = await Promise.all([
		call(ctx, products.resolve, { skus: items.map(({ sku }) => sku) }),
		newNumber(db.days, createdAt, shop.timeZone),
	]);
	const lines = sale.map((item) => ({
		...item,
		categoryPath: item.categoryIds,
		quantity: items.find(({ sku }) => sku === item.sku)?.quantity ?? 1,
	}));
	if (lines.length === 0) fail(SKU_UNKNOWN, { sku: items[0]?.sku });
	const priced = quote({ at: now(), lines, shipping: { methods: shippingMethods }, tax });
	const order = finished(ctx.params, { id, number, priced, returnDays });
	await Promise.all([stock(ctx, order), pay(ctx, order)]);
	return db.orders.insert(back ? withReturn(order, await worded(db, back)) : order);
}

const worded = async ({ reasons }: Db, back: SeededReturn) => ({
	...back,
	words: await chosen(reasons, back.reason),
});

/** What was cancelled in time holds nothing. */
async function stock(ctx: Ctx<Seed>, order: StoredOrder) {
	if (order.status === "cancelled") return;
	const [shipment] = order.shipments;
	await call(ctx, inventory.seed, {
		orderId: order.id,
		lines: linesOf(order),
		by: ctx.params.userId,
		reservedAt: order.createdAt,
		parcel: shipment ? { key: shipment.id, at: shipment.at } : null,
	});
}

async function pay(
	ctx: Ctx<Seed>,
	{ id: orderId, createdAt, status, payment, totals }: StoredOrder,
) {
	const method = methods[status];
	if (!method) return;
	const { paidAt: capturedAt } = payment;
	const about = { orderId, method, createdAt, capturedAt, amount: totals.total };
	await call(ctx, payments.seed, { id: paymentId(orderId), ...about });
}

const methods: Partial<Record<OrderState, Payment["method"]>> = {
	paid: "sandbox",
	shipped: "sandbox",
	completed: "sandbox",
	confirmed: "cash-on-delivery",
};
const paymentId = (orderId: string) => digest(`demo payment ${orderId}`);

type Priced = ReturnType<typeof quote<SeedLine>>;
type SeedLine = Parameters<typeof quote>[0]["lines"][number] & {
	name: string;
	image: string | null;
	options: Record<string, string>;
};

type Made = { id: string; number: string; priced: Priced; returnDays: number };

function finished(seeded: Seed, { id, number, priced, returnDays }: Made): StoredOrder {
	const { userId, email, address, createdAt, outcome } = seeded;
	const { totals, taxes, shippingMethod } = priced;
	const timeline = timelineOf(seeded);
	const items = priced.items.map(itemOf);
	const at = (status: OrderState) =>
		timeline.find((entry) => entry.status === status)?.at ?? null;
	return {
		id,
		version: 1,
		number,
		status: outcome,
		items,
		totals,
		taxes,
		address,
		shippingMethod: shippingMethod?.key ?? "standard",
		...(shippingMethod && { delivery: deliveryOf(shippingMethod) }),
		payment: paymentOf(id, { status: outcome, paidAt: at("paid"), total: totals.total }),
		shipments: shipmentsOf(id, at("shipped"), items),
		timeline,
		note: "",
		expiresAt: null,
		createdAt,
		userId,
		email,
		buyerName: address.name,
		tokens: [],
		terms: termsOf({ number, email, names: [address.name] }),
		couponId: null,
		claimId: null,
		cartId: null,
		effects: [],
		returns: [],
		returnDays,
		shippedAt: at("shipped"),
	};
}

const itemOf = (item: Priced["items"][number]): StoredOrder["items"][number] => ({
	sku: item.sku,
	productId: item.productId,
	name: item.name,
	image: item.image,
	options: item.options,
	unitPrice: item.unitPrice,
	quantity: item.quantity,
	discount: item.discount,
	total: item.total,
	tax: item.tax,
	taxRate: item.taxRate,
});

const deliveryOf = ({ name, daysFrom, days }: NonNullable<Priced["shippingMethod"]>) => ({
	name,
	daysFrom,
	days,
});

/** Nothing has happened in the future. */
function timelineOf({ userId, createdAt, outcome }: Seed): StoredOrder["timeline"] {
	const moment = (after: number) => [later(createdAt, after), now()].toSorted()[0] ?? createdAt;
	const placed = { status: "pending_payment" as const, at: createdAt, by: userId };
	const steps = histories[outcome].map(({ status, after }) => ({
		status,
		at: moment(after),
		by: status === "shipped" ? "system" : userId,
	}));
	return [placed, ...steps];
}

type Sum = { status: OrderState; paidAt: string | null; total: number };

function paymentOf(id: string, { status, paidAt, total }: Sum): StoredOrder["payment"] {
	const method = methods[status] ?? null;
	if (!paidAt) return { ...unpaid, method, status: method ? "pending" : "unpaid" };
	const captured = { status: "captured" as const, paidAt, captured: total };
	return { ...unpaid, id: paymentId(id), method, ...captured };
}

const shipmentsOf = (
	id: string,
	at: string | null,
	items: StoredOrder["items"],
): StoredOrder["shipments"] =>
	at
		? [
				{
					id: digest(`demo parcel ${id}`),
					carrier: "DHL",
					trackingNumber: `JD${Date.parse(at)}`,
					lines: linesOf({ items }),
					at,
				},
			]
		: [];
