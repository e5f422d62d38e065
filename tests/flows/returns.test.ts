// Goods that come back, over HTTP, against the true services.
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AdminReturn, Order, Return } from "#contracts/orders";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aClerk,
	aCoupon,
	admin,
	anOrder,
	aProduct,
	aShopper,
	aWord,
	expectBody,
	paid,
	setSettings,
	stockOf,
} from "#tests/support/shop";
import type { Login } from "#tests/support/shop";
import type { Somebody, Wish } from "#tests/support/shop";

describe("a return", () => {
	let mall: OpenMall;
	let token: string;
	beforeAll(async () => {
		mall = await openMall();
		token = await admin(mall);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	/** Calls as the administrator. */
	const desk = (route: string, body?: unknown) => mall.send(route, { token, body });
	const order = async (who: Somebody, id: string): Promise<Order> =>
		expectBody(await mall.send(`GET /orders/${id}`, who));

	async function shipped(who: Somebody, items: Wish["items"], wish: Wish = {}): Promise<Order> {
		const placed = await anOrder(mall, who, { ...wish, items });
		const guest = placed.orderToken && { headers: { "X-Order-Token": placed.orderToken } };
		await paid(mall, guest || who, placed);
		const parcel = { carrier: "DHL", trackingNumber: aWord("JD") };
		expectBody(await desk(`POST /admin/orders/${placed.id}/shipments`, parcel), 201);
		return { ...placed, ...(await order(guest || who, placed.id)) };
	}

	async function aPicture() {
		const create = { width: 40, height: 30, channels: 3, background: "#a33" } as const;
		const form = new FormData();
		const bytes = new Uint8Array(await sharp({ create }).jpeg().toBuffer());
		form.append("file", new Blob([bytes], { type: "image/jpeg" }), "crack.jpg");
		return form;
	}

	it("goes from the mall to the desk and back, with pictures, stock and money", async () => {
		const { sku } = await aProduct(mall, { price: 1999 });
		const coupon = await aCoupon(mall, { discount: { type: "amount", value: 500 } });
		const shopper = await aShopper(mall);
		const bought = await shipped(shopper, [{ sku, quantity: 3 }], { coupon: coupon.code });
		const clerk = await aClerk(mall, "returns:read", "returns:write");
		const ask = `POST /orders/${bought.id}/returns`;
		expect(bought.commands).toContain("return");
		expect(bought.returnable).toEqual([{ sku, quantity: 3 }]);
		const reasons = await mall.send("GET /return-reasons", {
			headers: { "Accept-Language": "zh" },
		});
		expect(expectBody(reasons)[0]).toEqual({ id: "damaged", name: "收到时已损坏" });

		const picture = expectBody(
			await mall.send("POST /me/uploads", { ...shopper, body: await aPicture() }),
			201,
		);
		const body = {
			lines: [{ sku, quantity: 2 }],
			reason: "damaged",
			description: "Both have a crack",
			images: [picture.url],
		};
		const headers = { "Idempotency-Key": aWord("key") };
		const asked = expectBody<Return>(await mall.send(ask, { ...shopper, headers, body }), 201);
		const again = expectBody<Return>(await mall.send(ask, { ...shopper, headers, body }), 201);

		expect(again).toEqual(asked);
		expect(asked).toMatchObject({ status: "requested", images: [picture.url] });
		const tooMany = await mall.send(ask, { ...shopper, body: { ...body, images: [] } });
		expect(tooMany).toMatchObject({
			status: 409,
			body: { code: "NOT_RETURNABLE", detail: `Only 1 of ${sku} can be returned.` },
		});

		const list = await mall.send("GET /admin/returns?status=requested", clerk);
		const found = expectBody<{ items: AdminReturn[]; counts: Record<string, number> }>(list);
		expect(found.items.map(({ id }) => id)).toContain(asked.id);
		expect(found.counts["requested"]).toBeGreaterThan(0);
		const at = (verb: string, more?: object) =>
			mall.send(`POST /admin/returns/${asked.id}/${verb}`, { ...clerk, body: more ?? {} });

		expectBody(await at("approve", { note: "Back door, please" }));
		const arrived = expectBody<AdminReturn>(
			await at("receive", { lines: [{ sku, restock: 1, scrap: 1 }] }),
		);
		expect(await stockOf(mall, sku)).toMatchObject({ onHand: 8, reserved: 0 });
		const { totals } = bought;
		expect(arrived.worth).toBe(Math.round((totals.total * 2) / 3));
		const tooMuch = await at("refund", { amount: arrived.worth + 1 });
		expect(tooMuch).toMatchObject({ status: 409, body: { code: "REFUND_TOO_HIGH" } });
		const done = expectBody<AdminReturn>(await at("refund"));

		expect(done).toMatchObject({ status: "refunded", refund: { amount: arrived.worth } });
		expect(await order(shopper, bought.id)).toMatchObject({
			payment: { status: "captured", refunded: arrived.worth },
			returns: [{ id: asked.id, status: "refunded", timeline: { length: 4 } }],
		});
		const { body: movements } = await desk(`GET /admin/inventory/${sku}/movements`);
		expect(movements.items[0]).toMatchObject({ kind: "return", quantity: 1 });
	});

	it("tells its buyer each step", async () => {
		const { sku } = await aProduct(mall);
		const shopper = await aShopper(mall);
		const bought = await shipped(shopper, [{ sku, quantity: 1 }]);
		const wish = { lines: [{ sku, quantity: 1 }], reason: "It hums" };
		const one = expectBody<Return>(
			await mall.send(`POST /orders/${bought.id}/returns`, { ...shopper, body: wish }),
			201,
		);
		expectBody(await desk(`POST /admin/returns/${one.id}/reject`, { reason: "It must hum" }));

		await expectNotices(shopper, ["return-requested", "return-rejected"]);
	});

	/** Among what the mall has told somebody. */
	async function expectNotices(somebody: Login, kinds: string[]) {
		await expect
			.poll(async () => {
				const { body } = await mall.send("GET /me/notifications", somebody);
				return body.items.map(({ kind }: { kind: string }) => kind);
			})
			.toEqual(expect.arrayContaining(kinds));
	}

	it("is withdrawn by its buyer, and the goods are free to come back again", async () => {
		const { sku } = await aProduct(mall);
		const shopper = await aShopper(mall);
		const bought = await shipped(shopper, [{ sku, quantity: 1 }]);
		const wish = { lines: [{ sku, quantity: 1 }], reason: "does-not-fit" };
		const ask = () =>
			mall.send(`POST /orders/${bought.id}/returns`, { ...shopper, body: wish });
		const one = expectBody<Return>(await ask(), 201);
		const withdraw = `POST /orders/${bought.id}/returns/${one.id}/withdraw`;

		const stranger = await mall.send(withdraw, await aShopper(mall));
		const done = expectBody<Return>(await mall.send(withdraw, shopper));
		const late = await desk(`POST /admin/returns/${one.id}/approve`, {});

		expect(stranger).toMatchObject({ status: 404, body: { code: "ORDER_NOT_FOUND" } });
		expect(done.status).toBe("withdrawn");
		expect(late).toMatchObject({ status: 409, body: { code: "RETURN_WRONG_STATE" } });
		expectBody(await ask(), 201);
		await mall.send(withdraw, shopper);
		await expectNotices(shopper, ["return-withdrawn"]);
		const { body: told } = await mall.send("GET /me/notifications", shopper);
		const once = told.items.filter(({ kind }: { kind: string }) => kind === "return-withdrawn");
		expect(once).toHaveLength(1);
	});

	it("is a guest's too, with pictures, by the order's token", async () => {
		const { sku } = await aProduct(mall);
		const guest = { headers: { "X-Cart-Token": aWord("cart") } };
		const wish = { email: "guest@example.com" };
		const bought = await shipped(guest, [{ sku, quantity: 1 }], wish);
		const open = { headers: { "X-Order-Token": bought.orderToken ?? "" } };
		const upload = `POST /me/uploads?order=${bought.id}`;

		const nobody = await mall.send(upload, { body: await aPicture() });
		const picture = expectBody(
			await mall.send(upload, { ...open, body: await aPicture() }),
			201,
		);
		const body = { lines: [{ sku, quantity: 1 }], reason: "damaged", images: [picture.id] };
		const one = await mall.send(`POST /orders/${bought.id}/returns`, { ...open, body });

		expect(nobody).toMatchObject({ status: 404, body: { code: "ORDER_NOT_FOUND" } });
		expect(await mall.send("POST /me/uploads", { body: await aPicture() })).toMatchObject({
			status: 401,
		});
		expect(expectBody<Return>(one, 201).images).toEqual([picture.url]);
	});

	it("names every wrong field, and changes nothing", async () => {
		const { sku } = await aProduct(mall);
		const shopper = await aShopper(mall);
		const bought = await shipped(shopper, [{ sku, quantity: 1 }]);
		const ask = (body: object) =>
			mall.send(`POST /orders/${bought.id}/returns`, { ...shopper, body });

		const wrong = await ask({ lines: [{ sku, quantity: 0 }], images: "x", price: 5 });
		const foreign = await ask({
			lines: [{ sku, quantity: 1 }],
			reason: "damaged",
			images: ["/media/none.png"],
		});

		expect(wrong.status).toBe(422);
		expect(wrong.body.errors.map(({ path }: { path: string }) => path)).toEqual(
			expect.arrayContaining(["lines.0.quantity", "images", "price", "reason"]),
		);
		expect(foreign).toMatchObject({ status: 422, body: { errors: [{ path: "images.0" }] } });
		expect((await order(shopper, bought.id)).returns).toEqual([]);
	});

	it("is possible for the days that were promised with the order", async () => {
		const { sku } = await aProduct(mall);
		const shopper = await aShopper(mall);
		await setSettings(mall, { returnDays: 30 });
		const bought = await shipped(shopper, [{ sku, quantity: 1 }]);
		await setSettings(mall, { returnDays: 14 });

		const arrived = expectBody<Order>(
			await mall.send(`POST /orders/${bought.id}/receipt`, { ...shopper, body: {} }),
		);

		const at = Date.parse(arrived.timeline.at(-1)?.at ?? "");
		const until = Date.parse(arrived.returnableUntil ?? "");
		expect((until - at) / 86_400_000).toBe(30);
	});
});
