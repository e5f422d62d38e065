// A demo order with its history. Nothing was ever reserved or captured for it, so nothing is told
// and no other service is asked for more than the catalogue's word.
import { products, SKU_UNKNOWN } from "#contracts/products";
import type { Wanted } from "#contracts/promotions";
import { settings } from "#contracts/settings";
import type { Address } from "#contracts/users";
import type { OrderState } from "#domain/order-state";
import { quote } from "#domain/pricing";
import { later } from "#domain/schedule";
import { newId, now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { newNumber } from "./number.ts";
import { unpaid } from "./place.ts";
import { digest, termsOf } from "./stored.ts";
import type { Db, StoredOrder } from "./stored.ts";

interface Seed {
	key: string;
	userId: string;
	email: string;
	items: Wanted[];
	address: Address;
	createdAt: string;
	outcome: "completed" | "shipped" | "paid" | "cancelled";
}

type History = { status: OrderState; after: number }[];

const hour = 3600;
const day = 24 * hour;

/** When each state was reached, in seconds after the order. */
const histories: Record<Seed["outcome"], History> = {
	cancelled: [{ status: "cancelled", after: hour / 2 }],
	paid: [{ status: "paid", after: 240 }],
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
	const { key, items, createdAt } = ctx.params;
	const id = digest(`demo ${key}`);
	const before = await db.orders.findById(id);
	if (before) return before;

	const { shop, shippingMethods, tax } = await call(ctx, settings.current);
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
	return db.orders.insert(finished(ctx.params, { id, number, priced }));
}

type Priced = ReturnType<typeof quote<SeedLine>>;
type SeedLine = Parameters<typeof quote>[0]["lines"][number] & {
	name: string;
	image: string | null;
	options: Record<string, string>;
};

type Made = { id: string; number: string; priced: Priced };

function finished(seeded: Seed, { id, number, priced }: Made): StoredOrder {
	const { userId, email, address, createdAt, outcome } = seeded;
	const { totals, shippingMethod } = priced;
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
		address,
		shippingMethod: shippingMethod?.key ?? "standard",
		payment: paymentOf(at("paid"), totals.total),
		shipments: shipmentsOf(at("shipped"), items),
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
		shippedAt: at("shipped"),
		isDemo: true,
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

const paymentOf = (paidAt: string | null, captured: number): StoredOrder["payment"] =>
	paidAt
		? { ...unpaid, id: newId(), status: "captured", method: "sandbox", paidAt, captured }
		: unpaid;

const shipmentsOf = (at: string | null, items: StoredOrder["items"]): StoredOrder["shipments"] =>
	at
		? [
				{
					id: newId(),
					carrier: "DHL",
					trackingNumber: `JD${Date.parse(at)}`,
					lines: items.map(({ sku, quantity }) => ({ sku, quantity })),
					at,
				},
			]
		: [];
