// The shop's rest: announced, begun, and over.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aClerk,
	admin,
	anOrder,
	aProduct,
	aShopper,
	expectBody,
	pay,
	place,
} from "#tests/support/shop";

let mall: OpenMall;
beforeAll(async () => {
	mall = await openMall();
});
afterAll(async () => {
	await mall.stop();
	removeData();
});
afterEach(async () => {
	await mall.send("DELETE /admin/system/maintenance", { token: await admin(mall) });
	await expect.poll(status("GET /products")).toBe(200);
});

const status = (route: string) => async () => (await mall.send(route)).status;
const maintain = async (body: object = {}) =>
	mall.send("PUT /admin/system/maintenance", { token: await admin(mall), body });
const soon = () => new Date(Date.now() + 600_000).toISOString();

describe("maintenance", () => {
	it("is announced in the reader's language, and nothing is closed before", async () => {
		const from = soon();
		expectBody(await maintain({ from, message: "New shelves", zh: "换新货架" }));

		const shop = () => mall.send("GET /shop");
		await expect
			.poll(async () => (await shop()).body.maintenance)
			.toEqual({ from, until: null, message: "New shelves" });
		const inChinese = await mall.send("GET /shop", { headers: { "Accept-Language": "zh" } });
		expect(inChinese.body.maintenance.message).toBe("换新货架");
		expect(await status("GET /products")()).toBe(200);
	});

	it("closes what shoppers would begin, finished bodies too, and says when to come back", async () => {
		const { sku } = await aProduct(mall);
		const ada = await aShopper(mall);
		expect(await status("GET /home")()).toBe(200);
		expectBody(await maintain({ until: soon() }));

		await expect.poll(status("GET /home")).toBe(503);
		const refused = await mall.send("GET /products");
		expect(refused.body.code).toBe("MAINTENANCE");
		expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(500);
		const wish = { items: [{ sku, quantity: 1 }] };
		expect((await place(mall, ada, wish)).body.code).toBe("MAINTENANCE");
		const body = { sku, quantity: 1 };
		expect((await mall.send("POST /cart/items", { ...ada, body })).status).toBe(503);
	});

	it("lets orders that are under way be paid and seen, people log in, and staff work", async () => {
		const { sku } = await aProduct(mall);
		const ada = await aShopper(mall);
		const clerk = await aClerk(mall, "products:read");
		const order = await anOrder(mall, ada, { items: [{ sku, quantity: 1 }] });
		expectBody(await maintain());
		await expect.poll(status("GET /products")).toBe(503);

		expectBody(await pay(mall, ada, order), 201);
		expect(expectBody(await mall.send(`GET /orders/${order.id}`, ada)).status).toBe("paid");
		expect((await mall.send("GET /auth/me", ada)).status).toBe(200);
		expect((await mall.send("GET /products", clerk)).status).toBe(200);
		expect((await mall.send("GET /admin/products", clerk)).status).toBe(200);
		expect((await mall.send("GET /shop")).status).toBe(200);
	});

	it("ends no sooner than it begins, and only who runs the system sets it", async () => {
		const wrong = await maintain({ from: soon(), until: new Date().toISOString() });
		expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: "until" }] } });
		const reader = await aClerk(mall, "system:read");
		const refused = await mall.send("PUT /admin/system/maintenance", { ...reader, body: {} });
		expect(refused.status).toBe(403);
		const known = await mall.send("GET /admin/system/maintenance", reader);
		expect(known).toMatchObject({ status: 200, body: null });
	});
});
