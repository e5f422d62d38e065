// A shopper as a soak needs one: of ten deeds six are looks, and every order ends, paid or cancelled.
import { address, signedIn } from "./scenarios.ts";
import type { Answer, Ask } from "./connection.ts";
import type { Ground } from "./scenarios.ts";

export type Deed = "browse" | "search" | "cart" | "place" | "pay" | "cancel";

const api = "/api/v1";
const card = { number: "4242424242424242" };
const pause = 15;

export async function shopper(ground: Ground, client: number) {
	const { ask, close } = await signedIn(ground, client);
	const one = <T>(of: T[]): T | undefined => of[Math.floor(Math.random() * of.length)];
	const look = (path: string) => expected(ask({ path: api + path }), 200);
	const send = async (method: string, path: string, body: unknown, status = 200) =>
		expected(ask({ method, path: api + path, body } satisfies Ask), status);
	const placed: string[] = [];

	const deeds: Record<Deed, () => Promise<unknown>> = {
		browse: async () => {
			await look(`/products?pageSize=24&page=${1 + Math.floor(Math.random() * 100)}`);
			await look(`/products/${one(ground.productIds)}`);
		},
		search: () => {
			const q = encodeURIComponent(`${one(ground.words)} ${one(ground.words)}`);
			return look(`/search?q=${q}&pageSize=24`);
		},
		cart: async () => {
			if (Math.random() < 0.1)
				await expected(ask({ method: "DELETE", path: `${api}/cart` }), 200);
			else await send("POST", "/cart/items", { sku: one(ground.skus), quantity: 1 });
		},
		place: async () => {
			const items = [{ sku: one(ground.skus), quantity: 1 }];
			const wish = { items, address, shippingMethod: "standard" };
			const { id } = JSON.parse((await send("POST", "/orders", wish, 201)).body) as {
				id: string;
			};
			placed.push(id);
		},
		pay: () =>
			send("POST", `/orders/${placed.shift()}/payments`, { method: "sandbox", card }, 201),
		cancel: () =>
			send("POST", `/orders/${placed.shift()}/cancel`, { reason: "Changed my mind" }),
	};

	return {
		close,
		/** One deed; a pause follows, as people make them. */
		async act(): Promise<Deed> {
			const deed = next(placed.length);
			await deeds[deed]();
			await new Promise((later) => setTimeout(later, Math.random() * 2 * pause));
			return deed;
		},
	};
}

function next(open: number): Deed {
	const luck = Math.random();
	if (open > 0 && luck < 0.3) return luck < 0.22 ? "pay" : "cancel";
	if (luck < 0.55) return "browse";
	if (luck < 0.75) return "search";
	return luck < 0.9 ? "cart" : "place";
}

async function expected(answer: Promise<Answer>, wanted: number): Promise<Answer> {
	const got = await answer;
	if (got.status === wanted) return got;
	throw new Error(`answers ${got.status}: ${got.body.slice(0, 200)}`);
}
