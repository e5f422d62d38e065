// Orders that nobody pays. A file of its own: the time to pay is set for the whole process.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aCoupon,
	admin,
	anOrder,
	aProduct,
	aShopper,
	expectBody,
	givePoints,
	pay,
	stockOf,
} from "#tests/support/shop";

process.env.PAYMENT_TIMEOUT_SECONDS = "1";

describe("an order that is not paid in time", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall();
	});
	afterAll(async () => {
		await mall.stop();
		delete process.env.PAYMENT_TIMEOUT_SECONDS;
		removeData();
	});

	it("ends by itself and gives stock, coupon and points back", async () => {
		const { sku } = await aProduct(mall, { stock: 1, price: 6000 });
		const coupon = await aCoupon(mall, { total: 1 });
		const { token, user } = await aShopper(mall);
		expectBody(await givePoints(mall, user, 300), 201);
		const wish = { items: [{ sku, quantity: 1 }], coupon: coupon.code, points: 300 };
		const order = await anOrder(mall, { token }, wish);
		const points = async () => (await mall.send("GET /me/points", { token })).body;
		expect(await stockOf(mall, sku)).toMatchObject({ available: 0 });
		expect(await points()).toMatchObject({ balance: 300, held: 300 });

		await expect
			.poll(async () => (await mall.send(`GET /orders/${order.id}`, { token })).body.status, {
				timeout: 8_000,
			})
			.toBe("cancelled");

		await expect.poll(() => stockOf(mall, sku)).toMatchObject({ reserved: 0, available: 1 });
		await expect.poll(points).toMatchObject({ balance: 300, held: 0, available: 300 });
		const late = await pay(mall, { token }, order);
		expect(late).toMatchObject({ status: 409, body: { code: "ORDER_WRONG_STATE" } });
		await expect
			.poll(async () => {
				const { body } = await mall.send("GET /admin/coupons", {
					token: await admin(mall),
				});
				return body.items[0].redeemed;
			})
			.toBe(0);
		const again = await anOrder(mall, { token }, wish);
		expect(again.totals.coupon).toBe(100);
	});

	it("takes no money from the moment on when its time is over", async () => {
		const { sku } = await aProduct(mall);
		const { token } = await aShopper(mall);
		const order = await anOrder(mall, { token }, { items: [{ sku, quantity: 1 }] });
		await expect
			.poll(() => new Date().toISOString() > order.expiresAt!, { timeout: 5_000 })
			.toBe(true);

		const late = await pay(mall, { token }, order);

		expect(late.status).toBe(409);
		const { body } = await mall.send(`GET /admin/orders/${order.id}/payments`, {
			token: await admin(mall),
		});
		const kept = body.items.map((one: { status: string }) => one.status);
		expect(kept).not.toContain("captured");
	});

	it("shows the time to pay that the operator has set in the settings", async () => {
		const { body } = await mall.send("GET /admin/settings", { token: await admin(mall) });

		expect(body.paymentTimeoutSeconds).toBe(1);
		const answer = await mall.send("PATCH /admin/settings", {
			token: await admin(mall),
			body: { version: body.version, paymentTimeoutSeconds: 1 },
		});
		expect(answer.status).toBe(422);
		expectBody(
			await mall.send("PATCH /admin/settings", {
				token: await admin(mall),
				body: { version: body.version, autoConfirmDays: 7 },
			}),
		);
	});
});
