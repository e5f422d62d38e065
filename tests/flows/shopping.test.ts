// A shopper's whole job over HTTP, against the true services.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aCategory,
	aCoupon,
	admin,
	anAddress,
	anOrder,
	aProduct,
	aPromotion,
	aShopper,
	aWord,
	badCard,
	cartOf,
	expectBody,
	paid,
	pay,
	place,
	quoteOf,
	setSettings,
	stockOf,
} from "#tests/support/shop";

const key = (word = aWord("key")) => ({ "Idempotency-Key": word });
const someWays = [
	{ key: "standard", name: "Standard", price: 490, freeOver: 5000, days: 4 },
	{ key: "express", name: "Express", price: 1490, freeOver: null, days: 1 },
].map((way) => ({ ...way, countries: [], enabled: true }));
const one = (sku: string) => [{ sku, quantity: 1 }];

describe("a shopper", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall();
		await setSettings(mall, { shippingMethods: someWays });
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	it("goes from the home page to an order that is completed", async () => {
		const category = await aCategory(mall, { name: "Teapots" });
		const { id, sku } = await aProduct(mall, {
			name: "Stoneware teapot Quillfeather",
			categoryId: category.id,
			price: 2500,
		});
		const guest: Record<string, string> = {};

		// Looking around.
		const home = expectBody(await mall.send("GET /home"));
		expect(home.newArrivals.map((card: { id: string }) => card.id)).toContain(id);
		const tree = expectBody(await mall.send("GET /categories"));
		expect(tree).toContainEqual(
			expect.objectContaining({ slug: category.slug, productCount: 1 }),
		);
		const shelf = expectBody(await mall.send(`GET /products?category=${category.slug}`));
		expect(shelf.items).toMatchObject([{ id, price: 2500, inStock: true }]);
		const found = expectBody(await mall.send("GET /search?q=quillfeathr+teapot"));
		expect(found.items).toMatchObject([{ id }]);
		const page = expectBody(await mall.send(`GET /products/${found.items[0].slug}`));
		expect(page.variants).toMatchObject([{ sku, available: 10, price: 2500 }]);

		// A cart before anybody knows who it is.
		const added = expectBody(
			await mall.send("POST /cart/items", { body: { sku, quantity: 2 } }),
		);
		guest["X-Cart-Token"] = added.token;
		expect(added.totals).toMatchObject({ goods: 5000, shipping: 0, total: 5000 });
		const changed = await mall.send(`PATCH /cart/items/${sku}`, {
			headers: guest,
			body: { quantity: 1 },
		});
		expect(expectBody(changed).totals.goods).toBe(2500);

		// The account takes the cart over.
		const { token } = await aShopper(mall, guest);
		expect((await cartOf(mall, { token })).items).toMatchObject([{ sku, quantity: 1 }]);
		expect((await cartOf(mall, { headers: guest })).items).toEqual([]);

		// The order.
		const saved = await mall.send("POST /me/addresses", { token, body: anAddress() });
		const address = expectBody(saved, 201).id;
		const quote = await quoteOf(mall, { token }, { address, shippingMethod: "standard" });
		expect(quote.totals).toMatchObject({ goods: 2500, shipping: 490, total: 2990 });
		const order = await anOrder(mall, { token }, { address });
		expect(order).toMatchObject({ status: "pending_payment", totals: quote.totals });
		expect(order.address).toEqual(anAddress());
		expect(order.commands).toEqual(expect.arrayContaining(["pay", "cancel"]));
		expect((await cartOf(mall, { token })).items).toEqual([]);
		expect(await stockOf(mall, sku)).toMatchObject({ onHand: 10, reserved: 1 });

		// A card that is refused, and one that is good.
		const refused = await pay(mall, { token }, order, badCard);
		expect(refused).toMatchObject({ status: 409, body: { code: "PAYMENT_REFUSED" } });
		const open = expectBody(await mall.send(`GET /orders/${order.id}`, { token }));
		expect(open.status).toBe("pending_payment");
		const bought = await paid(mall, { token }, order);
		expect(bought).toMatchObject({ status: "paid", payment: { captured: 2990 } });

		// The parcel.
		const staff = await admin(mall);
		const parcel = { carrier: "DHL", trackingNumber: "JD0001" };
		const shipped = await mall.send(`POST /admin/orders/${order.id}/shipments`, {
			token: staff,
			body: parcel,
		});
		expect(expectBody(shipped, 201)).toMatchObject({ status: "shipped" });
		const arrived = expectBody(await mall.send(`POST /orders/${order.id}/receipt`, { token }));
		expect(arrived).toMatchObject({
			status: "completed",
			shipments: [{ ...parcel, lines: one(sku) }],
		});
		expect(arrived.timeline.map(({ status }: { status: string }) => status)).toEqual([
			"pending_payment",
			"paid",
			"shipped",
			"completed",
		]);
		expect(await stockOf(mall, sku)).toMatchObject({ onHand: 9, reserved: 0 });
		const mine = expectBody(await mall.send("GET /orders?status=completed", { token }));
		expect(mine).toMatchObject({ total: 1, counts: { all: 1, completed: 1 } });
	});

	it("buys an order again as far as it can be had, and says what can't and why", async () => {
		const [kept, short, gone] = [
			await aProduct(mall, { price: 700 }),
			await aProduct(mall, { stock: 3 }),
			await aProduct(mall),
		];
		const { token } = await aShopper(mall);
		const items = [kept, short, gone].map(({ sku }) => ({ sku, quantity: 2 }));
		const order = await anOrder(mall, { token }, { items });
		await mall.send(`DELETE /admin/products/${gone.id}`, { token: await admin(mall) });
		await mall.send("POST /cart/items", { token, body: one(kept.sku)[0] });
		const asked = { token, headers: key() };

		const answer = expectBody(await mall.send(`POST /cart/orders/${order.id}`, asked));
		const repeated = expectBody(await mall.send(`POST /cart/orders/${order.id}`, asked));

		expect(answer.cart.items).toMatchObject([
			{ sku: kept.sku, quantity: 3, unitPrice: 700 },
			{ sku: short.sku, quantity: 1, available: 1 },
		]);
		expect(answer.missing).toEqual([
			{ sku: short.sku, name: short.name, reason: "fewer", left: 1 },
			{ sku: gone.sku, name: gone.name, reason: "not-sold" },
		]);
		expect(repeated).toEqual(answer);
		const stranger = await mall.send(`POST /cart/orders/${order.id}`, {
			token: (await aShopper(mall)).token,
		});
		expect(stranger).toMatchObject({ status: 404, body: { code: "ORDER_NOT_FOUND" } });
	});

	it("puts a guest's order into a new cart by the order's token", async () => {
		const { sku } = await aProduct(mall);
		const email = `${aWord("guest")}@example.com`;
		const order = await anOrder(mall, {}, { items: one(sku), email });

		const headers = { "X-Order-Token": order.orderToken ?? "" };
		const { cart } = expectBody(await mall.send(`POST /cart/orders/${order.id}`, { headers }));

		const guest = { headers: { "X-Cart-Token": cart.token } };
		expect((await cartOf(mall, guest)).items).toMatchObject([{ sku, quantity: 1 }]);
		const noLogin = await mall.send(`DELETE /orders/${order.id}`, { headers });
		expect(noLogin.status).toBe(401);
	});

	it("takes an ended order out of the list, while the books keep it", async () => {
		const { sku } = await aProduct(mall);
		const { token, user } = await aShopper(mall);
		const order = await anOrder(mall, { token }, { items: one(sku) });
		const other = await anOrder(mall, { token }, { items: one(sku) });
		const hide = (as = token) => mall.send(`DELETE /orders/${order.id}`, { token: as });

		expect(await hide()).toMatchObject({ status: 409, body: { code: "ORDER_WRONG_STATE" } });
		const path = `POST /orders/${order.id}/cancel`;
		const ended = expectBody(await mall.send(path, { token, body: {} }));
		expect(ended.commands).toEqual(["hide"]);
		expect((await hide((await aShopper(mall)).token)).status).toBe(404);
		expect([(await hide()).status, (await hide()).status]).toEqual([204, 204]);

		const mine = expectBody(await mall.send("GET /orders", { token }));
		expect(mine.items.map(({ id }: { id: string }) => id)).toEqual([other.id]);
		expect(mine).toMatchObject({ total: 1, counts: { all: 1, cancelled: 0 } });
		const still = expectBody(await mall.send(`GET /orders/${order.id}`, { token }));
		expect(still).toMatchObject({ status: "cancelled", commands: [] });
		const books = await mall.send(`GET /admin/orders?userId=${user.id}`, {
			token: await admin(mall),
		});
		expect(expectBody(books).total).toBe(2);
	});

	it("adds a guest's cart to the own one at a login, once, losing nothing", async () => {
		const [first, second] = [await aProduct(mall), await aProduct(mall)];
		const { token, user } = await aShopper(mall);
		await mall.send("POST /cart/items", { token, body: { sku: first.sku, quantity: 1 } });
		const { body: cart } = await mall.send("POST /cart/items", {
			body: { sku: first.sku, quantity: 2 },
		});
		const headers = { "X-Cart-Token": cart.token };
		await mall.send("POST /cart/items", { headers, body: { sku: second.sku, quantity: 3 } });

		const body = { login: user.username, password: "a long enough password" };
		const logins = await Promise.all([
			mall.send("POST /auth/login", { body, headers }),
			mall.send("POST /auth/login", { body, headers }),
		]);

		expect(logins.map(({ status }) => status)).toEqual([200, 200]);
		const { items } = await cartOf(mall, { token });
		expect(Object.fromEntries(items.map(({ sku, quantity }) => [sku, quantity]))).toEqual({
			[first.sku]: 3,
			[second.sku]: 3,
		});
	});

	it("buys as a guest with an e-mail address, and finds the order again", async () => {
		const { sku } = await aProduct(mall);
		const email = "Guest@Example.com";
		const nameless = await place(mall, {}, { items: one(sku) });
		expect(nameless).toMatchObject({ status: 422, body: { code: "EMAIL_NEEDED" } });

		const order = await anOrder(mall, {}, { items: one(sku), email });
		const headers = { "X-Order-Token": order.orderToken! };
		const bought = await paid(mall, { headers }, order);

		expect(bought.status).toBe("paid");
		expect(bought.orderToken).toBeUndefined();
		expect((await mall.send(`GET /orders/${order.id}`)).status).toBe(404);
		const wrong = { number: order.number, email: "other@example.com" };
		expect((await mall.send("POST /orders/lookup", { body: wrong })).status).toBe(404);
		const found = expectBody(
			await mall.send("POST /orders/lookup", {
				body: { number: order.number.toLowerCase(), email: "guest@example.com" },
			}),
		);
		const fresh = { "X-Order-Token": found.orderToken };
		expect(found.id).toBe(order.id);
		expect((await mall.send(`GET /orders/${order.id}`, { headers: fresh })).status).toBe(200);
		expect((await mall.send(`GET /orders/${order.id}`, { headers })).status).toBe(200);
	});

	it("buys something at once and leaves the cart as it is", async () => {
		const [inCart, wanted] = [await aProduct(mall), await aProduct(mall)];
		const { token } = await aShopper(mall);
		await mall.send("POST /cart/items", { token, body: { sku: inCart.sku, quantity: 1 } });

		const order = await anOrder(mall, { token }, { items: one(wanted.sku) });

		expect(order.items).toMatchObject([{ sku: wanted.sku, quantity: 1, total: 1000 }]);
		expect((await cartOf(mall, { token })).items).toMatchObject([{ sku: inCart.sku }]);
	});

	it("orders only the ticked lines of the cart", async () => {
		const [ticked, left] = [await aProduct(mall), await aProduct(mall)];
		const { token } = await aShopper(mall);
		for (const { sku } of [ticked, left])
			await mall.send("POST /cart/items", { token, body: { sku, quantity: 1 } });
		await mall.send(`PATCH /cart/items/${left.sku}`, { token, body: { selected: false } });

		const order = await anOrder(mall, { token }, {});
		const again = await place(mall, { token }, {});

		expect(order.items).toMatchObject([{ sku: ticked.sku }]);
		expect((await cartOf(mall, { token })).items).toMatchObject([{ sku: left.sku }]);
		expect(again).toMatchObject({ status: 422, body: { code: "CART_EMPTY" } });
	});

	it("orders a cart once, when it is ordered five times at the same moment", async () => {
		const { sku } = await aProduct(mall, { stock: 20 });
		const ada = await aShopper(mall);
		const add = { body: { sku, quantity: 2 }, token: ada.token };
		expectBody(await mall.send("POST /cart/items", add));

		const answers = await Promise.all(Array.from({ length: 5 }, () => place(mall, ada, {})));

		const codes = answers.map(({ status, body }) => String(body.code ?? status));
		expect(codes.toSorted()).toEqual(["201", ...Array(4).fill("CART_EMPTY")]);
		expect(await stockOf(mall, sku)).toMatchObject({ reserved: 2, available: 18 });
		expect((await cartOf(mall, ada)).items).toEqual([]);
	});

	it("gets the stock back by cancelling, and the money when it was paid", async () => {
		const { sku } = await aProduct(mall, { stock: 2 });
		const { token } = await aShopper(mall);
		const open = await anOrder(mall, { token }, { items: one(sku) });
		const bought = await paid(
			mall,
			{ token },
			await anOrder(mall, { token }, { items: one(sku) }),
		);
		expect(await stockOf(mall, sku)).toMatchObject({ reserved: 2, available: 0 });

		const cancel = (id: string) =>
			mall.send(`POST /orders/${id}/cancel`, { token, body: { reason: "changed my mind" } });
		const answers = [await cancel(open.id), await cancel(bought.id), await cancel(open.id)];

		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(answers.map(({ body }) => body.status)).toEqual(Array(3).fill("cancelled"));
		await expect
			.poll(() => stockOf(mall, sku))
			.toMatchObject({ onHand: 2, reserved: 0, available: 2 });
		const { body } = await mall.send(`GET /orders/${bought.id}`, { token });
		expect(body.payment).toMatchObject({ captured: 1490, refunded: 1490, status: "refunded" });
		expect(await pay(mall, { token }, open)).toMatchObject({ status: 409 });
	});

	it("never sees what belongs to somebody else", async () => {
		const { sku } = await aProduct(mall);
		const [owner, other] = [await aShopper(mall), await aShopper(mall)];
		const { token } = owner;
		const order = await anOrder(mall, { token }, { items: one(sku) });
		const saved = await mall.send("POST /me/addresses", { token, body: anAddress() });
		const addressId = expectBody(saved, 201).id;
		const { body: cart } = await mall.send("POST /cart/items", {
			body: { sku, quantity: 1 },
		});

		const asOther = { token: other.token };
		const answers = await Promise.all([
			mall.send(`GET /orders/${order.id}`, asOther),
			mall.send(`POST /orders/${order.id}/cancel`, { ...asOther, body: {} }),
			mall.send(`POST /orders/${order.id}/receipt`, asOther),
			pay(mall, asOther, order),
			mall.send(`PATCH /me/addresses/${addressId}`, { ...asOther, body: { city: "Bath" } }),
			mall.send(`DELETE /me/addresses/${addressId}`, asOther),
			place(mall, asOther, { items: one(sku), address: addressId }),
			mall.send("POST /checkout/quote", {
				...asOther,
				body: { items: one(sku), address: addressId },
			}),
			mall.send(`GET /orders/${order.id}`, { headers: { "X-Order-Token": "a".repeat(43) } }),
		]);

		expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(404));
		const wrongToken = { "X-Cart-Token": `${cart.token.slice(0, -1)}_` };
		expect((await cartOf(mall, { headers: wrongToken })).items).toEqual([]);
		expect((await mall.send(`GET /orders/${order.id}`, { token })).body.version).toBe(
			order.version,
		);
	});

	it("gets the first answer again for a repeat with the same key, 422 for another body", async () => {
		const { sku } = await aProduct(mall);
		const { token } = await aShopper(mall);
		const ask = { token, headers: key() };
		const wish = { items: one(sku), note: "the same" };

		const [first, second] = await Promise.all([place(mall, ask, wish), place(mall, ask, wish)]);
		const third = await place(mall, ask, wish);
		const other = await place(mall, ask, { ...wish, note: "another" });

		expect(first.status).toBe(201);
		expect([second, third].map(({ body }) => body)).toEqual([first.body, first.body]);
		expect(other).toMatchObject({ status: 422, body: { code: "KEY_REUSED" } });
		expect(await stockOf(mall, sku)).toMatchObject({ reserved: 1 });

		const payment = { token, headers: key() };
		const payments = [
			await pay(mall, payment, first.body, badCard),
			await pay(mall, payment, first.body, badCard),
			await pay(mall, payment, first.body),
		];
		expect(payments.map(({ body }) => body.code)).toEqual([
			"PAYMENT_REFUSED",
			"PAYMENT_REFUSED",
			"KEY_REUSED",
		]);

		const cartKey = { headers: key() };
		const add = { ...cartKey, body: { sku, quantity: 1 } };
		const carts = [
			await mall.send("POST /cart/items", add),
			await mall.send("POST /cart/items", add),
		];
		expect(carts[1]!.body).toEqual(carts[0]!.body);
	});

	it("takes a coupon by its code off the order, once a person", async () => {
		const { sku } = await aProduct(mall, { price: 6000 });
		const coupon = await aCoupon(mall, { discount: { type: "percent", value: 15 } });
		const { token } = await aShopper(mall);
		const wish = { items: one(sku), coupon: coupon.code, shippingMethod: "standard" };

		const quote = await quoteOf(mall, { token }, wish);
		const order = await anOrder(mall, { token }, wish);
		const again = await place(mall, { token }, wish);
		await mall.send(`POST /orders/${order.id}/cancel`, { token, body: {} });
		const later = await place(mall, { token }, wish);

		expect(order.totals).toEqual(quote.totals);
		expect(order.totals).toMatchObject({ goods: 6000, coupon: 900, total: 5100 });
		expect(again).toMatchObject({ status: 409, body: { code: "COUPON_NOT_USABLE" } });
		expect(later.status).toBe(201);
	});

	it("claims a coupon, uses it by the claim's id, and can't take another's", async () => {
		const { sku } = await aProduct(mall, { price: 2000 });
		const coupon = await aCoupon(mall, { kind: "claim", code: undefined });
		const [holder, other] = [await aShopper(mall), await aShopper(mall)];
		const shown = expectBody(await mall.send("GET /coupons"));
		expect(shown.items).toContainEqual(expect.objectContaining({ id: coupon.id }));

		const claim = (token: string) => mall.send(`POST /coupons/${coupon.id}/claim`, { token });
		const claimed = expectBody(await claim(holder.token), 201);
		const twice = await claim(holder.token);
		const wish = { items: one(sku), coupon: claimed.id };
		const stolen = await place(mall, { token: other.token }, wish);
		const order = await anOrder(mall, { token: holder.token }, wish);

		expect(twice).toMatchObject({ status: 409, body: { code: "COUPON_CLAIMED" } });
		expect(stolen.status).toBe(409);
		expect(order.totals).toMatchObject({ coupon: 100, total: 2390 });
		const mine = expectBody(await mall.send("GET /me/coupons", { token: holder.token }));
		expect(mine.items).toMatchObject([{ id: claimed.id, status: "used" }]);
	});

	it("pays what the quote has said to the cent, with a promotion that doesn't divide", async () => {
		const category = await aCategory(mall);
		const goods = { categoryId: category.id };
		const [first, second] = [
			await aProduct(mall, { ...goods, price: 999 }),
			await aProduct(mall, { ...goods, price: 1 }),
		];
		const promotion = await aPromotion(mall, {
			scope: { type: "categories", ids: [category.id] },
			rules: { conditions: { minAmount: 1000 }, action: { type: "percent", value: 7 } },
		});
		const wish = {
			items: [
				{ sku: first.sku, quantity: 3 },
				{ sku: second.sku, quantity: 7 },
			],
			shippingMethod: "express",
		};

		const quote = await quoteOf(mall, {}, wish);
		const order = await anOrder(mall, {}, { ...wish, email: "cent@example.com" });
		const short = await quoteOf(mall, {}, { items: one(first.sku) });

		expect(order.totals).toEqual(quote.totals);
		expect(order.items).toEqual(quote.items);
		expect(quote.discounts).toEqual([
			{ label: promotion.name, amount: quote.totals.promotion },
		]);
		const lines = order.items.reduce((sum, { total }) => sum + total, 0);
		const { shipping, tax, taxIncluded, total } = order.totals;
		expect(lines + shipping + (taxIncluded ? 0 : tax)).toBe(total);
		for (const line of order.items)
			expect(line.total).toBe(line.unitPrice * line.quantity - line.discount);
		expect(short.rejected).toMatchObject([{ label: promotion.name }]);
	});

	it("can't name a price", async () => {
		const { sku } = await aProduct(mall);
		const { token } = await aShopper(mall);
		const cheap = [{ sku, quantity: 1, unitPrice: 1, price: 1 }];

		const answers = await Promise.all([
			place(mall, { token }, { items: cheap }),
			place(mall, { token }, { items: one(sku), totals: { total: 1 } }),
			mall.send("POST /checkout/quote", { body: { items: cheap } }),
			mall.send("POST /cart/items", { token, body: { sku, quantity: 1, unitPrice: 1 } }),
			mall.send("POST /orders/any/payments", { body: { method: "sandbox", amount: 1 } }),
		]);

		expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
		expect(answers[0]!.body.errors.map(({ path }: { path: string }) => path)).toEqual([
			"items.0.unitPrice",
			"items.0.price",
		]);
	});

	it("keeps the price at which it was ordered when the shop changes it", async () => {
		const product = await aProduct(mall);
		const { token } = await aShopper(mall);
		await mall.send("POST /cart/items", { token, body: { sku: product.sku, quantity: 1 } });
		const order = await anOrder(mall, { token }, { items: one(product.sku) });

		await mall.send(`PATCH /admin/products/${product.id}`, {
			token: await admin(mall),
			body: { version: product.version, variants: [{ sku: product.sku, price: 3000 }] },
		});

		expect((await paid(mall, { token }, order)).payment.captured).toBe(1490);
		expect((await cartOf(mall, { token })).items).toMatchObject([
			{ unitPrice: 3000, previousPrice: 1000 },
		]);
		expect((await quoteOf(mall, { token }, {})).totals.goods).toBe(3000);
	});

	it("pays cash on delivery: confirmed, shipped, then captured by staff", async () => {
		const { sku } = await aProduct(mall);
		const { token } = await aShopper(mall);
		const order = await anOrder(mall, { token }, { items: one(sku) });
		const body = { method: "cash-on-delivery" };

		const promised = await mall.send(`POST /orders/${order.id}/payments`, { token, body });

		expect(expectBody(promised, 201)).toMatchObject({ status: "pending", amount: 1490 });
		const confirmed = expectBody(await mall.send(`GET /orders/${order.id}`, { token }));
		expect(confirmed).toMatchObject({ status: "confirmed", expiresAt: null });
		const staff = await admin(mall);
		const desk = `/admin/orders/${order.id}`;
		const parcel = { carrier: "DHL", trackingNumber: "C0D" };
		expectBody(await mall.send(`POST ${desk}/shipments`, { token: staff, body: parcel }), 201);
		const wrong = await mall.send(`POST ${desk}/payments`, {
			token: staff,
			body: { amount: 1 },
		});
		const captured = await mall.send(`POST ${desk}/payments`, {
			token: staff,
			body: { amount: 1490 },
		});
		expect(wrong).toMatchObject({ status: 409, body: { code: "WRONG_AMOUNT" } });
		expect(expectBody(captured, 201)).toMatchObject({ status: "captured" });
		const done = expectBody(await mall.send(`POST /orders/${order.id}/receipt`, { token }));
		expect(done).toMatchObject({ status: "completed", payment: { captured: 1490 } });
	});

	it("is one of exactly as many buyers as there are pieces", async () => {
		const pieces = 7;
		const { id, sku } = await aProduct(mall, { stock: pieces });
		const other = await aProduct(mall, { stock: 100 });
		const items = [
			{ sku: other.sku, quantity: 1 },
			{ sku, quantity: 1 },
		];

		const answers = await Promise.all(
			Array.from({ length: 30 }, (_, n) =>
				place(mall, {}, { items, email: `buyer${n}@example.com` }),
			),
		);

		const won = answers.filter(({ status }) => status === 201);
		const lost = answers.filter(({ status }) => status !== 201);
		expect(won).toHaveLength(pieces);
		expect(lost.every(({ body }) => body.code === "OUT_OF_STOCK")).toBe(true);
		expect(lost[0]!.body).toMatchObject({ status: 409, sku, left: 0 });
		await expect.poll(() => stockOf(mall, sku)).toMatchObject({ reserved: 7, available: 0 });
		await expect.poll(() => stockOf(mall, other.sku)).toMatchObject({ reserved: 7 });
		await expect
			.poll(async () => (await mall.send(`GET /products/${id}`)).body.inStock)
			.toBe(false);
	});

	it("either pays or cancels when both happen at once, never both", async () => {
		const { sku } = await aProduct(mall, { stock: 100 });
		const rounds = Array.from({ length: 8 }, async (_, n) => {
			const who = `race${n}@example.com`;
			const order = await anOrder(mall, {}, { items: one(sku), email: who });
			const headers = { "X-Order-Token": order.orderToken! };
			const cancel = () =>
				mall.send(`POST /orders/${order.id}/cancel`, { headers, body: {} });
			const charge = () => pay(mall, { headers }, order);
			const [a, b] = await Promise.all(n % 2 ? [cancel(), charge()] : [charge(), cancel()]);
			const [payment, cancelled] = n % 2 ? [b, a] : [a, b];
			return { order, headers, payment, cancelled };
		});

		for (const { order, headers, payment, cancelled } of await Promise.all(rounds)) {
			const won = [payment.status === 201, cancelled.status === 200];
			expect(won.filter(Boolean)).toHaveLength(1);
			const read = () => mall.send(`GET /orders/${order.id}`, { headers });
			const isPaid = payment.status === 201;
			await expect
				.poll(async () => {
					const { status, payment } = (await read()).body;
					return { status, kept: payment.captured - payment.refunded };
				})
				.toEqual(
					isPaid
						? { status: "paid", kept: order.totals.total }
						: { status: "cancelled", kept: 0 },
				);
		}
		const { body } = await mall.send("GET /admin/orders?pageSize=1&q=race", {
			token: await admin(mall),
		});
		const held = body.counts.paid + body.counts.pending_payment;
		await expect.poll(() => stockOf(mall, sku)).toMatchObject({ reserved: held });
	});
});
