// Ordering: everything is priced and written down as a draft, then a saga makes it an order.
import { carts } from "#contracts/carts";
import { EMAIL_NEEDED } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { CART_EMPTY, promotions } from "#contracts/promotions";
import type { Price, Quote, Wanted } from "#contracts/promotions";
import { settings } from "#contracts/settings";
import type { Settings } from "#contracts/settings";
import { ADDRESS_NOT_FOUND, users } from "#contracts/users";
import type { Address } from "#contracts/users";
import { later } from "#domain/schedule";
import { newId, now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { newNumber } from "./number.ts";
import { carryOut, close } from "./saga.ts";
import { digest, newToken, termsOf } from "./stored.ts";
import type { Db, Draft, StoredOrder } from "./stored.ts";
import { orderView } from "./view.ts";

export interface Asked {
	items?: Wanted[];
	address: string | Address;
	shippingMethod: string;
	coupon?: string;
	points?: number;
	note?: string;
	email?: string;
}

/** Repeatable by the id: what an earlier try has begun is carried on. */
export async function place(ctx: Ctx<Asked>, db: Db, id: string): Promise<Order> {
	const left = await db.drafts.findById(id);
	if (left?.state === "undone") return place(ctx, db, left.next);
	const token = ctx.meta.user ? null : newToken();
	const done = await db.orders.findById(id);
	// Why: a cart that is filled again before the loop comes by would lose what was put in.
	if (done && left) await close(ctx, db, done);
	if (done) return answer(await opened(db, done, token), token);

	const draft = left ?? (await db.drafts.insert(await drafted(ctx, db, { id, token })));
	const order = await carryOut(ctx, db, draft);
	return answer(left ? await opened(db, order, token) : order, token);
}

const answer = (order: StoredOrder, token: string | null): Order => ({
	...orderView(order),
	...(token && { orderToken: token }),
});

const tokensKept = 5;

/** The guest's order with one more token that opens it. */
export async function opened(db: Db, order: StoredOrder, token: string | null) {
	if (!token) return order;
	const tokens = { $each: [digest(token)], $slice: -tokensKept };
	return (await db.orders.change({ id: order.id }, { $push: { tokens } })) ?? order;
}

type New = { id: string; token: string | null };

async function drafted(ctx: Ctx<Asked>, db: Db, { id, token }: New): Promise<Draft> {
	const { items, coupon, points, shippingMethod } = ctx.params;
	const at = now();
	const [current, cart, address, buyer] = await Promise.all([
		call(ctx, settings.current),
		items ? { cartId: null, items } : cartOf(ctx),
		addressOf(ctx),
		buyerOf(ctx),
	]);
	const asked = { ...(coupon && { coupon }), ...(points && { points }), shippingMethod };
	const { userId, email } = buyer;
	const [price, number] = await Promise.all([
		call(ctx, promotions.price, { userId, email, items: cart.items, address, ...asked }),
		newNumber(db.days, at, current.shop.timeZone),
	]);
	const { cartId } = cart;
	const order = orderOf({ ctx, id, at, number, token, current, address, buyer, price, cartId });
	return { id, version: 1, order, state: "doing", startedAt: at, next: newId() };
}

async function cartOf(ctx: Ctx) {
	const { user, cartToken } = ctx.meta;
	const selected = await call(ctx, carts.selected, {
		...(user && { userId: user.id }),
		...(cartToken && { token: cartToken }),
	});
	return selected.items.length > 0 ? selected : fail(CART_EMPTY);
}

async function addressOf(ctx: Ctx<Asked>): Promise<Address> {
	const { address } = ctx.params;
	if (typeof address !== "string") return withoutDefault(address);
	const userId = ctx.meta.user?.id ?? fail(ADDRESS_NOT_FOUND, { id: address });
	const { id: _, ...saved } = await call(ctx, users.addressOf, { userId, addressId: address });
	return withoutDefault(saved);
}

const withoutDefault = ({ isDefault: _, ...address }: Address): Address => address;

interface Buyer {
	userId: string | null;
	email: string;
	name: string;
}

/** A guest's own word, or the account's e-mail address. */
async function buyerOf(ctx: Ctx<Asked>): Promise<Buyer> {
	const { user } = ctx.meta;
	if (!user) return { userId: null, email: ctx.params.email ?? fail(EMAIL_NEEDED), name: "" };
	const [person] = await call(ctx, users.resolve, { ids: [user.id] });
	const email = person?.email ?? ctx.params.email ?? fail(EMAIL_NEEDED);
	return { userId: user.id, email, name: person?.displayName ?? "" };
}

interface Parts extends New {
	ctx: Ctx<Asked>;
	at: string;
	number: string;
	current: Settings;
	address: Address;
	buyer: Buyer;
	price: Price;
	cartId: string | null;
}

function orderOf(parts: Parts): StoredOrder {
	const { ctx, id, at, number, token, current, address, buyer, price, cartId } = parts;
	const { quote, couponId, claimId, points } = price;
	const name = buyer.name || address.name;
	return {
		id,
		version: 1,
		number,
		status: "pending_payment",
		items: quote.items,
		totals: quote.totals,
		taxes: quote.taxes,
		address,
		shippingMethod: ctx.params.shippingMethod,
		...deliveryOf(quote, ctx.params.shippingMethod),
		payment: unpaid,
		shipments: [],
		timeline: [{ status: "pending_payment", at, by: buyer.userId ?? "guest" }],
		note: ctx.params.note ?? "",
		expiresAt: later(at, current.paymentTimeoutSeconds),
		createdAt: at,
		userId: buyer.userId,
		email: buyer.email,
		buyerName: name,
		tokens: token ? [digest(token)] : [],
		terms: termsOf({ number, email: buyer.email, names: [name, address.name] }),
		...(points > 0 && { points }),
		couponId,
		claimId,
		cartId,
		effects: [],
		returns: [],
		returnDays: current.returnDays,
		shippedAt: null,
	};
}

export function deliveryOf(
	{ shippingMethods }: Quote,
	method: string,
): Pick<StoredOrder, "delivery"> {
	const chosen = shippingMethods.find(({ key }) => key === method);
	if (!chosen) return {};
	const { name, daysFrom, days } = chosen;
	return { delivery: { name, daysFrom, days } };
}

export const unpaid: StoredOrder["payment"] = {
	id: null,
	status: "unpaid",
	method: null,
	paidAt: null,
	captured: 0,
	refunded: 0,
	refunds: [],
};
