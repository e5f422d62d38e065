// Every page of the mall and of the console, with what its address needs to be there.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Stage } from "./stage.ts";

export const memberPassword = "a long enough password";

/** What the addresses are made of. */
export interface Facts {
	order: string;
	/** A return of the member's. */
	back: string;
	sold: string;
	product: string;
	topic: string;
	topicId: string;
	customer: string;
	staff: string;
	job: string;
	/** An entry of the audit log. */
	entry: string;
}

export type Address = (facts: Facts) => string;

export const mallPages: Record<string, Address> = {
	home: () => "/",
	categories: () => "/categories",
	brands: () => "/brands",
	category: () => "/c/kitchen",
	brand: () => "/b/brasswick",
	tag: () => "/t/gift",
	search: () => "/search?q=lamp",
	product: () => "/p/city-walker",
	cart: () => "/cart",
	checkout: () => "/checkout",
	"find-order": () => "/orders/find",
	order: ({ order }) => `/orders/${order}`,
	"pay-order": ({ order }) => `/pay/${order}`,
	orders: () => "/orders",
	login: () => "/login",
	register: () => "/register",
	"forgot-password": () => "/forgot-password",
	"reset-password": () => "/reset-password",
	"confirm-email": () => "/confirm-email",
	"signed-in": () => "/signed-in?problem=PROVIDER_DOWN&provider=acme",
	profile: () => "/account",
	addresses: () => "/account/addresses",
	favourites: () => "/account/favourites",
	"my-coupons": () => "/account/coupons",
	"my-points": () => "/account/points",
	"own-data": () => "/account/data",
	notifications: () => "/account/notifications",
	security: () => "/account/security",
	coupons: () => "/coupons",
	topic: ({ topic }) => `/topics/${topic}`,
	"not-found": () => "/nothing/here",
};

export const consolePages: Record<string, Address> = {
	login: () => "/login",
	"forgot-password": () => "/forgot-password",
	"reset-password": () => "/reset-password",
	"signed-in": () => "/signed-in?problem=PROVIDER_DOWN&provider=acme",
	"second-factor": () => "/second-factor",
	dashboard: () => "/",
	orders: () => "/orders",
	"order-drafts": () => "/orders/drafts",
	"order-new": () => "/orders/new",
	order: ({ sold }) => `/orders/${sold}`,
	"order-slips": ({ sold }) => `/orders/slips?ids=${sold}`,
	invoices: () => "/invoices",
	returns: () => "/returns",
	return: ({ back }) => `/returns/${back}`,
	"return-reasons": () => "/return-reasons",
	payments: () => "/payments",
	customers: () => "/customers",
	customer: ({ customer }) => `/customers/${customer}`,
	products: () => "/products",
	"product-new": () => "/products/new",
	product: ({ product }) => `/products/${product}`,
	import: () => "/import",
	categories: () => "/categories",
	brands: () => "/brands",
	inventory: () => "/inventory",
	"stock-reconciliation": () => "/inventory/reconciliation",
	media: () => "/media",
	promotions: () => "/promotions",
	coupons: () => "/coupons",
	banners: () => "/banners",
	topics: () => "/topics",
	"topic-new": () => "/topics/new",
	topic: ({ topicId }) => `/topics/${topicId}`,
	staff: () => "/staff",
	colleague: ({ staff }) => `/staff/${staff}`,
	"api-keys": () => "/api-keys",
	"colleague-rights": ({ staff }) => `/staff/${staff}/rights`,
	roles: () => "/roles",
	"roles-compared": () => "/role-comparison?roles=clerk,manager",
	role: () => "/roles/clerk",
	rights: () => "/rights",
	audit: () => "/audit",
	"audit-entry": ({ entry }) => `/audit/${entry}`,
	system: () => "/system",
	jobs: () => "/jobs",
	job: ({ job }) => `/jobs/${job}`,
	settings: () => "/settings",
	profile: () => "/profile",
	"not-found": () => "/nothing/here",
};

/** Pages of the mall that need a login. */
export const own = [
	"order",
	"pay-order",
	"orders",
	"profile",
	"addresses",
	"favourites",
	"my-coupons",
	"my-points",
	"notifications",
	"security",
	"own-data",
];
/** Makes a member with an order that is to be returned, and asks for what else the addresses need. */
export async function factsOf(stage: Stage): Promise<Facts> {
	const { send } = stage.mall;
	const token = await stage.admin();
	const ask = async (route: string) => (await send(route, { token })).body;
	const job = await send("POST /admin/products/import?dryRun=true", {
		token,
		headers: { "Content-Type": "text/csv" },
		body: "sku,name,price\nPAGE-1,A page,1.00\nPAGE-2,,x\n",
	});
	const [topic] = (await ask("GET /home")).topics;
	return {
		...(await aMembersOrder(stage, token)),
		sold: (await ask("GET /admin/orders?status=paid&pageSize=1")).items[0].id,
		product: (await ask("GET /products/city-walker")).id,
		topic: topic.slug,
		topicId: topic.id,
		customer: (await ask("GET /admin/users?kind=customer&pageSize=1")).items[0].id,
		staff: (await ask("GET /auth/me")).user.id,
		job: job.body.id,
		entry: (await ask("GET /admin/audit?action=orders.ship")).items[0].id,
	};
}

/** The member of these tests: an address, an order to be returned, a coupon, a full cart. */
async function aMembersOrder(stage: Stage, admin: string) {
	const { send } = stage.mall;
	const person = { username: "member", email: "member@example.com", password: memberPassword };
	const { token } = (await send("POST /auth/register", { body: person })).body;
	const post = async (path: string, body: unknown, as: string = token) => {
		const headers = { "Idempotency-Key": randomUUID() };
		const answer = await send(`POST ${path}`, { token: as, headers, body });
		expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
		return answer.body;
	};
	const address = {
		name: "Ada Lovelace",
		phone: "+1 555 0100",
		country: "US",
		province: "Oregon",
		city: "Portland",
		street: "12 Analytical Way",
		postalCode: "97201",
	};
	await post("/me/addresses", address);
	const { variants } = (await send("GET /products/city-walker")).body;
	await post("/cart/items", { sku: variants[1].sku, quantity: 2 });
	await post("/cart/items", { sku: variants[8].sku, quantity: 1 });
	const items = [{ sku: variants[0].sku, quantity: 1 }];
	const order = await post("/orders", { items, address, shippingMethod: "standard" });
	const card = { number: "4242424242424242" };
	await post(`/orders/${order.id}/payments`, { method: "sandbox", card });
	const parcel = { carrier: "DHL", trackingNumber: "JD014600003RU" };
	await post(`/admin/orders/${order.id}/shipments`, parcel, admin);
	const lines = [{ sku: variants[0].sku, quantity: 1 }];
	const back = await post(`/orders/${order.id}/returns`, { lines, reason: "does-not-fit" });
	const { items: coupons } = (await send("GET /coupons", { token })).body;
	await post(`/coupons/${coupons[0].id}/claim`, {});
	return { order: order.id, back: back.id };
}

export const addressesOf = (pages: [string, Address][], facts: Facts, below = ""): string[] =>
	pages.map(([, address]) => below + address(facts));
