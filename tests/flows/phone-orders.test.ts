// Orders that staff make for somebody on the phone, and the link by which they are paid.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notifications } from "#contracts/notifications";
import type { AdminOrder, Order, PaymentLink } from "#contracts/orders";
import { callAsSystem } from "#mixins/service";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aClerk,
	aCoupon,
	admin,
	anAddress,
	anOrder,
	aProduct,
	aShopper,
	aWord,
	badCard,
	expectBody,
	pay,
	stockOf,
} from "#tests/support/shop";
import type { Somebody } from "#tests/support/shop";

type Made = AdminOrder & { paymentLink: PaymentLink };

describe("an order by phone", () => {
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

	const ask = (wish: object, headers?: Record<string, string>) =>
		mall.send("POST /admin/orders", {
			token,
			headers,
			body: { address: anAddress(), shippingMethod: "standard", ...wish },
		});
	const make = async (wish: object = {}) => {
		const { sku } = await aProduct(mall, { stock: 10 });
		const email = `${aWord("caller")}@example.com`;
		const answer = await ask({ email, items: [{ sku, quantity: 2 }], ...wish });
		return { sku, email, order: expectBody<Made>(answer, 201) };
	};
	const opens = ({ url }: PaymentLink): Somebody => ({
		headers: { "X-Order-Token": url.split("#")[1] ?? "" },
	});
	const mailsTo = async (email: string) => {
		const mails = await callAsSystem(mall, notifications.sent);
		return mails.filter(({ to }) => to === email);
	};

	it("for a guest holds the goods, and is paid by the link that the mail brings", async () => {
		const { sku, email, order } = await make({ payWithinHours: 24 });
		expect(await stockOf(mall, sku)).toMatchObject({ reserved: 2, available: 8 });
		const inHours = (Date.parse(order.expiresAt!) - Date.parse(order.createdAt)) / 3_600_000;
		expect(inHours).toBe(24);
		await expect.poll(() => mailsTo(email)).toHaveLength(1);
		const [mail] = await mailsTo(email);
		expect(mail?.body).toContain(order.paymentLink.url);

		const payer = opens(order.paymentLink);
		const seen = expectBody<Order>(await mall.send(`GET /orders/${order.id}`, payer));
		expect(seen.commands).toEqual(["pay"]);
		expect(await pay(mall, payer, order, badCard)).toMatchObject({ status: 409 });
		expectBody(await pay(mall, payer, order), 201);

		const paid = expectBody<Order>(await mall.send(`GET /orders/${order.id}`, payer));
		expect(paid).toMatchObject({ status: "paid", commands: [], invoice: null });
	});

	it("for a customer stands in their orders, made by whoever made it", async () => {
		const { token: own, user } = await aShopper(mall);
		const clerk = await aClerk(mall, "orders:create", "orders:read", "orders:write");
		const { sku } = await aProduct(mall, { price: 3000 });
		const { code } = await aCoupon(mall);
		const adjustment = { amount: -500, reason: "Said so on the phone" };
		const items = [{ sku, quantity: 1 }];
		const quoted = await mall.send("POST /admin/orders/quote", {
			token: clerk.token,
			body: { userId: user.id, items, coupon: code, adjustment: -500 },
		});

		const answer = await mall.send("POST /admin/orders", {
			token: clerk.token,
			body: {
				userId: user.id,
				items,
				coupon: code,
				adjustment,
				note: "Ring twice",
				address: anAddress(),
				shippingMethod: "standard",
			},
		});

		const order = expectBody<Made>(answer, 201);
		expect(order.totals).toEqual(expectBody(quoted).totals);
		expect(order.totals).toMatchObject({ goods: 3000, coupon: 100, adjustment: -500 });
		expect(order).toMatchObject({ adjustment, note: "Ring twice", buyer: { userId: user.id } });
		expect(order.timeline).toMatchObject([{ by: clerk.user.id }]);
		const { items: mine } = expectBody(await mall.send("GET /orders", { token: own }));
		expect(mine).toMatchObject([{ id: order.id, commands: ["pay", "cancel"] }]);
		const { items: notes } = expectBody(
			await mall.send("GET /me/notifications", { token: own }),
		);
		expect(JSON.stringify(notes)).not.toContain(order.paymentLink.url.split("#")[1]);
		await expect.poll(async () => (await mailsTo(user.email)).length).toBeGreaterThan(0);
		const { redeemed } = expectBody(
			await mall.send("GET /admin/coupons", { token }),
		).items.find((one: { code: string }) => one.code === code);
		expect(redeemed).toBe(1);
	});

	it("is made once, however often it is asked for with the same key", async () => {
		const { sku } = await aProduct(mall, { stock: 10 });
		const wish = { email: `${aWord("twice")}@example.com`, items: [{ sku, quantity: 1 }] };
		const key = { "Idempotency-Key": aWord("key") };

		const answers = await Promise.all(Array.from({ length: 5 }, () => ask(wish, key)));

		const orders = answers.map((answer) => expectBody<Made>(answer, 201));
		for (const order of orders) expect(order).toEqual(orders[0]);
		expect(await stockOf(mall, sku)).toMatchObject({ reserved: 1 });
		await expect.poll(() => mailsTo(wish.email)).toHaveLength(1);
	});

	it("has a link that opens this one order, to be seen and paid and nothing else", async () => {
		const { order } = await make();
		const { order: other } = await make();
		const payer = opens(order.paymentLink);

		const tries = [
			["GET", `/orders/${other.id}`],
			["POST", `/orders/${order.id}/cancel`],
			["POST", `/orders/${order.id}/receipt`],
			["GET", `/orders/${order.id}/invoice`],
			["GET", `/orders/${order.id}/credit-notes`],
			["POST", `/cart/orders/${order.id}`],
			["GET", `/orders/${other.id}`],
		];
		for (const [method, path] of tries) {
			const body = method === "POST" ? {} : undefined;
			const answer = await mall.send(`${method} ${path}`, { ...payer, body });
			expect([path, answer.status]).toEqual([path, 404]);
		}
		const body = new FormData();
		body.append("file", new Blob(["a picture"], { type: "image/png" }), "a.png");
		const upload = await mall.send(`POST /me/uploads?order=${order.id}`, { ...payer, body });
		expect(upload).toMatchObject({ status: 404, body: { code: "ORDER_NOT_FOUND" } });
		expect((await pay(mall, payer, other)).status).toBe(404);
		const wrong = { headers: { "X-Order-Token": "a".repeat(43) } };
		expect((await mall.send(`GET /orders/${order.id}`, wrong)).status).toBe(404);
		expect((await mall.send(`GET /orders/${order.id}`)).status).toBe(404);
	});

	it("gets another link on demand, mailed only if wanted, as long as it waits", async () => {
		const { order, email } = await make();
		await expect.poll(() => mailsTo(email)).toHaveLength(1);
		const more = (body: object = {}) =>
			mall.send(`POST /admin/orders/${order.id}/payment-links`, { token, body });

		const second = expectBody<PaymentLink>(await more(), 201);
		const third = expectBody<PaymentLink>(await more({ isMailed: true }), 201);

		await expect.poll(() => mailsTo(email)).toHaveLength(2);
		expect((await mailsTo(email))[0]?.body).toContain(third.url);
		for (const link of [order.paymentLink, second, third])
			expectBody(await mall.send(`GET /orders/${order.id}`, opens(link)));
		expectBody(await pay(mall, opens(second), order), 201);
		expect(await more()).toMatchObject({ status: 409, body: { code: "ORDER_NOT_OPEN" } });
		expect((await pay(mall, opens(third), order)).body.code).toBe("ORDER_ALREADY_PAID");
	});

	it("can be sent a link also when a shopper has made it", async () => {
		const { sku } = await aProduct(mall);
		const { token: own } = await aShopper(mall);
		const order = await anOrder(mall, { token: own }, { items: [{ sku, quantity: 1 }] });

		const link = await mall.send(`POST /admin/orders/${order.id}/payment-links`, {
			token,
			body: {},
		});

		expectBody(await pay(mall, opens(expectBody(link, 201)), order), 201);
	});

	it("says of each field what is wrong, holds nothing then, and needs its right", async () => {
		const { sku } = await aProduct(mall, { stock: 3 });
		const items = [{ sku, quantity: 1 }];
		const email = "somebody@example.com";
		const { user } = await aShopper(mall);
		const clerk = await aClerk(mall, "orders:read", "orders:write");
		const wrong: [object, number, string, string?][] = [
			[{ items }, 422, "EMAIL_NEEDED"],
			[{ items, email, userId: user.id }, 422, "INVALID", "email"],
			[{ items, userId: "nobody" }, 404, "USER_NOT_FOUND"],
			[{ items, email: "no" }, 422, "INVALID", "email"],
			[{ items: [], email }, 422, "INVALID", "items"],
			[{ items: [{ sku, quantity: 4 }], email }, 409, "OUT_OF_STOCK"],
			[{ items: [{ sku: "NO-SUCH", quantity: 1 }], email }, 422, "SKU_UNKNOWN"],
			[{ items, email, price: 1 }, 422, "INVALID", "price"],
			[{ items, email, payWithinHours: 0 }, 422, "INVALID", "payWithinHours"],
			[{ items, email, shippingMethod: "rocket" }, 422, "SHIPPING_METHOD_UNKNOWN"],
			[{ items, email, coupon: "NO-SUCH" }, 409, "COUPON_NOT_USABLE"],
			[
				{ items, email, adjustment: { amount: -1_000_000, reason: "x" } },
				422,
				"INVALID",
				"adjustment.amount",
			],
		];
		for (const [wish, status, code, path] of wrong) {
			const { body, ...answer } = await ask(wish);
			expect([wish, answer.status, body.code]).toEqual([wish, status, code]);
			if (path) expect(body.errors).toMatchObject([{ path }]);
		}
		const refused = await mall.send("POST /admin/orders", {
			token: clerk.token,
			body: { items, email, address: anAddress(), shippingMethod: "standard" },
		});

		expect(refused).toMatchObject({ status: 403, body: { right: "orders:create" } });
		expect(await stockOf(mall, sku)).toMatchObject({ reserved: 0, available: 3 });
	});
});
