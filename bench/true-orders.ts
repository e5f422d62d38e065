// A few orders in every state, made as people and staff make them.
import { request } from "#tests/support/http";
import type { Answer } from "#tests/support/http";
import { address } from "./scenarios.ts";
import type { Ground } from "./scenarios.ts";

const card = { number: "4242424242424242" };
const rounds = 4;

export async function makeTrueOrders({ origin, skus, password }: Ground, admin: string) {
	const login = await request(origin, "POST /auth/login", {
		body: { login: "user-0", password },
	});
	const token = login.body.token as string;
	const as = async (by: string, route: string, body: unknown = {}) =>
		made(route, await request(origin, route, { token: by, body }));
	for (let n = 0; n < rounds; n += 1) {
		const place = () => {
			const items = skus
				.slice(n * 5, n * 5 + 1 + n)
				.map((sku) => ({ sku, quantity: 1 + (n % 2) }));
			const wish = { items, address, shippingMethod: "standard" };
			return as(token, "POST /orders", wish);
		};
		const pay = (id: string) =>
			as(token, `POST /orders/${id}/payments`, { method: "sandbox", card });
		const ship = (id: string) => {
			const parcel = { carrier: "DHL", trackingNumber: `T-${id.slice(-8)}` };
			return as(admin, `POST /admin/orders/${id}/shipments`, parcel);
		};
		await place();
		const [paid, shipped, completed, cancelled, refunded, confirmed] = await Promise.all(
			Array.from({ length: 6 }, async () => (await place()).id),
		);
		for (const id of [paid, shipped, completed, refunded]) await pay(id!);
		for (const id of [shipped, completed]) await ship(id!);
		await as(token, `POST /orders/${completed}/receipt`);
		await as(token, `POST /orders/${cancelled}/cancel`, { reason: "Changed my mind" });
		await as(admin, `POST /admin/orders/${refunded}/cancel`, { reason: "Lost in the house" });
		await as(token, `POST /orders/${confirmed}/payments`, { method: "cash-on-delivery" });
	}
}

function made(route: string, { status, body }: Answer) {
	if (status < 300) return body as { id: string };
	throw new Error(`${route} answers ${status}: ${JSON.stringify(body)}`);
}
