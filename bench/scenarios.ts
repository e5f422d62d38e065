// What the bench does to a shop: each scenario prepares one client, and then does one round.
import { Connection } from "./connection.ts";
import type { Answer, Ask } from "./connection.ts";

/** What a scenario knows of the shop that it loads. */
export interface Ground {
	origin: string;
	productIds: string[];
	skus: string[];
	words: string[];
	/** Logins that exist: `user-0` … with this password. */
	password: string;
	users: number;
	/** Of the logins, where a scenario asks for them. */
	userIds?: string[];
}

type Round = () => Promise<void>;
export type Scenario = (ground: Ground, client: number) => Promise<{ round: Round; close(): void }>;

const api = "/api/v1";

export const scenarios: Record<string, Scenario> = {
	bare: reading(() => "/"),
	list: reading((_ground, n) => `${api}/products?pageSize=24&page=${1 + (n % 20)}&sort=newest`),
	product: reading(({ productIds }, n) => `${api}/products/${productIds[n % 200]}`),
	search: reading(
		({ words }, n) =>
			`${api}/search?q=${encodeURIComponent(`${pick(words, n * 7)} ${pick(words, n * 13 + 5)}`)}&page=1&pageSize=24`,
	),
	"my orders": async (ground, client) => {
		const { ask, close } = await signedIn(ground, client);
		await order(ground, ask, client);
		return { round: () => expectOk(ask({ path: `${api}/orders?pageSize=10` })), close };
	},
	"add to cart": async (ground, client) => {
		const { ask, close } = await signedIn(ground, client);
		let n = client;
		const round = async () => {
			n += 1;
			// Why: a cart of ten lines is what people have; more of them only grow the answer.
			const sku = ground.skus[(client * 10 + (n % 10)) % ground.skus.length];
			const body = { sku, quantity: 1 };
			const { status } = await ask({ method: "POST", path: `${api}/cart/items`, body });
			if (status === 422) await ask({ method: "DELETE", path: `${api}/cart` });
			else if (status !== 200) throw new Error(`add to cart answers ${status}`);
		};
		return { round, close };
	},
	"place and pay": async (ground, client) => {
		const { ask, close } = await signedIn(ground, client);
		let n = 0;
		return { round: () => order(ground, ask, client * 997 + n++), close };
	},
	login: async (ground, client) => {
		const connection = new Connection(ground.origin);
		let n = client;
		const round = async () => {
			n += 32;
			const body = { login: `user-${n % ground.users}`, password: ground.password };
			const path = `${api}/auth/login`;
			await expectOk(connection.ask({ method: "POST", path, body }));
		};
		return { round, close: () => connection.close() };
	},
};

/** What `npm run bench` measures beside bare. */
export const usual = Object.keys(scenarios).filter((name) => name !== "bare");

/** More into a cart that holds so many lines already, and keeps them. */
export const cartSizes = [1, 10, 50, 100];
for (const lines of cartSizes) scenarios[`a cart of ${lines}`] = cartOf(lines);

function cartOf(lines: number): Scenario {
	return async (ground, client) => {
		const { ask, close } = await signedIn(ground, client);
		const add = async (n: number) => {
			const sku = ground.skus[(client * 7 + (n % lines)) % ground.skus.length];
			const body = { sku, quantity: 1 };
			return ask({ method: "POST", path: `${api}/cart/items`, body });
		};
		const fill = async () => {
			await ask({ method: "DELETE", path: `${api}/cart` });
			for (let n = 0; n < lines; n += 1) await expectOk(add(n));
		};
		await fill();
		let n = client;
		return { round: () => expectOk(add(n++)), close };
	};
}

/** The lists of orders as staff filter them; the last one is a buyer's own. */
export const orderLists: Record<string, (ground: Ground, n: number) => string> = {
	"all orders": () => "",
	"orders to ship": () => "?status=paid",
	"completed orders, page 50": () => "?status=completed&page=50",
	"orders by a name": ({ users }, n) => `?q=user-${n % users}@`,
	"orders of a number": (_ground, n) => `?q=${dayBefore(n % 80).replaceAll("-", "")}-0`,
	"orders of a week": (_ground, n) => `?from=${dayBefore(n % 80)}&to=${dayBefore((n % 80) - 7)}`,
	"refunded orders": () => "?payment=refunded",
	"orders paid by card": () => "?method=sandbox",
	"orders of a product": ({ skus }, n) => `?sku=${encodeURIComponent(pick(skus, n))}`,
	"orders of an amount": (_ground, n) => `?minTotal=${n * 100}&maxTotal=${n * 100 + 2000}`,
	"orders of a customer": ({ userIds = [] }, n) => `?userId=${userIds[n % userIds.length]}`,
};
for (const [name, query] of Object.entries(orderLists))
	scenarios[name] = async (ground, client) => {
		const { ask, close } = await signedIn(ground, client, "admin");
		let n = client * 31;
		const path = () => `${api}/admin/orders${query(ground, n++)}`;
		return { round: () => expectOk(ask({ path: path() })), close };
	};
scenarios["my orders among many"] = async (ground, client) => {
	const { ask, close } = await signedIn(ground, client);
	return { round: () => expectOk(ask({ path: `${api}/orders?pageSize=10` })), close };
};

function dayBefore(days: number) {
	return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

const pick = (words: string[], n: number) => words[n % words.length] ?? "";

/** One GET after the other, each another address. */
function reading(pathOf: (ground: Ground, n: number) => string): Scenario {
	return async (ground, client) => {
		const connection = new Connection(ground.origin);
		let n = client * 1009;
		return {
			round: () => expectOk(connection.ask({ path: pathOf(ground, n++) })),
			close: () => connection.close(),
		};
	};
}

export async function signedIn(
	ground: Ground,
	client: number,
	login = `user-${client % ground.users}`,
) {
	const connection = new Connection(ground.origin);
	const body = { login, password: ground.password };
	const answer = await connection.ask({ method: "POST", path: `${api}/auth/login`, body });
	const { token } = JSON.parse(answer.body) as { token: string };
	const headers = { Authorization: `Bearer ${token}` };
	const ask = (request: Ask) =>
		connection.ask({ ...request, headers: { ...headers, ...request.headers } });
	return { ask, close: () => connection.close() };
}

export const address = {
	name: "Ada Bench",
	phone: "+1 555 0100",
	country: "US",
	province: "CA",
	city: "Springfield",
	street: "1 Main Street",
	postalCode: "90210",
};

/** Buy now, then pay: two calls. */
async function order(ground: Ground, ask: (request: Ask) => Promise<Answer>, n: number) {
	const sku = ground.skus[n % ground.skus.length];
	const placed = await ask({
		method: "POST",
		path: `${api}/orders`,
		body: { items: [{ sku, quantity: 1 }], address, shippingMethod: "standard" },
	});
	if (placed.status !== 201) throw new Error(`place answers ${placed.status}: ${placed.body}`);
	const { id } = JSON.parse(placed.body) as { id: string };
	const paid = await ask({
		method: "POST",
		path: `${api}/orders/${id}/payments`,
		body: { method: "sandbox", card: { number: "4242424242424242" } },
	});
	if (paid.status !== 201) throw new Error(`pay answers ${paid.status}: ${paid.body}`);
}

async function expectOk(answer: Promise<Answer>) {
	const { status, body } = await answer;
	if (status !== 200) throw new Error(`answers ${status}: ${body.slice(0, 200)}`);
}
