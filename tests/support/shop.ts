// What flows over HTTP begin with: goods, people, orders. Each makes new ones, so that no test
// stands in another's way.
import type { Cart } from "#contracts/carts";
import type { Order } from "#contracts/orders";
import type { Payment } from "#contracts/payments";
import type { AdminProduct, Category } from "#contracts/products";
import type { Quote } from "#contracts/promotions";
import type { Settings } from "#contracts/settings";
import type { Address, User } from "#contracts/users";
import { expect } from "vitest";
import type { Answer, OpenMall } from "./http.ts";

/** A mall in this process or in one of its own. */
export type Door = Pick<OpenMall, "send">;

export interface Login {
	user: User;
	token: string;
}

/** Who asks: a login, or a guest with what they hold. */
export interface Somebody {
	token?: string;
	headers?: Record<string, string>;
}

export const password = "a long enough password";
export const goodCard = { number: "4242424242424242" };
export const badCard = { number: "4000000000000002" };

let made = 0;

/** A word that no other test uses. */
export const aWord = (start = "thing") => `${start}${process.pid.toString(36)}x${++made}`;

export const anAddress = (changes: Partial<Address> = {}): Address => ({
	name: "Ada Byron",
	phone: "+44 20 1234",
	country: "GB",
	province: "",
	city: "London",
	street: "12 St James's Square",
	postalCode: "SW1Y 4JH",
	...changes,
});

/** The body of an answer that had to have this status; else the problem is shown. */
export function expectBody<T = any>({ status, body }: Answer, expected = 200): T {
	expect(status, JSON.stringify(body)).toBe(expected);
	return body as T;
}

const admins = new WeakMap<Door, Promise<string>>();

/** A token of the first administrator; one login for each mall. */
export function admin(mall: Door): Promise<string> {
	const known = admins.get(mall) ?? adminLogin(mall);
	admins.set(mall, known);
	return known;
}

async function adminLogin(mall: Door): Promise<string> {
	const body = { login: "admin", password: process.env.ADMIN_PASSWORD };
	return expectBody<Login>(await mall.send("POST /auth/login", { body })).token;
}

export async function aShopper(mall: Door, headers: Record<string, string> = {}): Promise<Login> {
	const username = aWord("shopper");
	const body = { username, email: `${username}@example.com`, password };
	return expectBody(await mall.send("POST /auth/register", { body, headers }), 201);
}

/** Somebody on the staff with exactly these rights, by a role of their own. */
export async function aClerk(mall: Door, ...rights: string[]): Promise<Login & { role: string }> {
	const token = await admin(mall);
	const role = aWord("role");
	const username = aWord("clerk");
	const about = { username, email: `${username}@example.com`, password, kind: "staff" };
	expectBody(
		await mall.send("POST /admin/roles", { token, body: { key: role, name: role, rights } }),
		201,
	);
	expectBody(
		await mall.send("POST /admin/users", { token, body: { ...about, roles: [role] } }),
		201,
	);
	const body = { login: username, password };
	return { ...expectBody<Login>(await mall.send("POST /auth/login", { body })), role };
}

export async function aCategory(mall: Door, changes: Partial<Category> = {}): Promise<Category> {
	const token = await admin(mall);
	const body = { name: aWord("Category "), ...changes };
	return expectBody(await mall.send("POST /admin/categories", { token, body }), 201);
}

export interface NewProduct {
	price?: number;
	stock?: number;
	[field: string]: unknown;
}

/** A published product with one variant, of which there are `stock` (10). */
export async function aProduct(mall: Door, changes: NewProduct = {}) {
	const token = await admin(mall);
	const { price = 1000, stock = 10, ...fields } = changes;
	const body = {
		name: aWord("Thing "),
		categoryId: fields["categoryId"] ?? (await aCategory(mall)).id,
		variants: [{ sku: aWord("SKU-"), price, stock }],
		status: "published",
		...fields,
	};
	const answer = await mall.send("POST /admin/products", { token, body });
	const product = expectBody<AdminProduct>(answer, 201);
	return { ...product, sku: product.variants[0]?.sku ?? "" };
}

export interface Wish {
	items?: { sku: string; quantity: number }[];
	[field: string]: unknown;
}

/** Asks for an order; `place(...)` may be refused, `anOrder(...)` may not. */
export const place = (mall: Door, who: Somebody, wish: Wish) =>
	mall.send("POST /orders", {
		...who,
		body: { address: anAddress(), shippingMethod: "standard", ...wish },
	});

export async function anOrder(mall: Door, who: Somebody, wish: Wish): Promise<Order> {
	return expectBody(await place(mall, who, wish), 201);
}

export const pay = (mall: Door, who: Somebody, order: { id: string }, card = goodCard) =>
	mall.send(`POST /orders/${order.id}/payments`, { ...who, body: { method: "sandbox", card } });

/** The order after it was paid by card. */
export async function paid(mall: Door, who: Somebody, order: { id: string }): Promise<Order> {
	expectBody<Payment>(await pay(mall, who, order), 201);
	return expectBody(await mall.send(`GET /orders/${order.id}`, who));
}

export async function quoteOf(mall: Door, who: Somebody, body: object): Promise<Quote> {
	return expectBody(await mall.send("POST /checkout/quote", { ...who, body }));
}

export async function cartOf(mall: Door, who: Somebody): Promise<Cart> {
	return expectBody(await mall.send("GET /cart", who));
}

export async function givePoints(mall: Door, { id }: { id: string }, points: number) {
	const body = { points, reason: "test" };
	return mall.send(`POST /admin/users/${id}/points`, { body, token: await admin(mall) });
}

export interface Stock {
	sku: string;
	onHand: number;
	reserved: number;
	available: number;
}

export async function stockOf(mall: Door, sku: string): Promise<Stock> {
	const token = await admin(mall);
	const { body } = await mall.send(`GET /admin/inventory/${sku}`, { token });
	const { onHand, reserved, available } = body;
	return { sku, onHand, reserved, available };
}

/** Changes settings whoever else does it at the moment. */
export async function setSettings(mall: Door, changes: Partial<Settings>): Promise<Settings> {
	const token = await admin(mall);
	const { version } = expectBody<Settings>(await mall.send("GET /admin/settings", { token }));
	const body = { version, ...changes };
	return expectBody(await mall.send("PATCH /admin/settings", { token, body }));
}

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString();
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

export async function aCoupon(mall: Door, changes: object = {}) {
	const token = await admin(mall);
	const body = {
		name: aWord("Coupon "),
		kind: "code",
		code: aWord("CODE-").toUpperCase(),
		discount: { type: "amount", value: 100 },
		scope: { type: "all" },
		minimumSpend: 0,
		total: 100,
		perPerson: 1,
		startsAt: yesterday(),
		endsAt: tomorrow(),
		enabled: true,
		...changes,
	};
	return expectBody(await mall.send("POST /admin/coupons", { token, body }), 201);
}

export async function aPromotion(mall: Door, changes: object = {}) {
	const token = await admin(mall);
	const body = {
		name: aWord("Promotion "),
		kind: "order",
		scope: { type: "all" },
		rules: { conditions: {}, action: { type: "percent", value: 10 } },
		startsAt: yesterday(),
		endsAt: tomorrow(),
		priority: 1,
		enabled: true,
		...changes,
	};
	return expectBody(await mall.send("POST /admin/promotions", { token, body }), 201);
}
