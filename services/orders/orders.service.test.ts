import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { carts } from "#contracts/carts";
import { orders } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { payments } from "#contracts/payments";
import { promotions } from "#contracts/promotions";
import { dayIn, localDay } from "#domain/schedule";
import { newId } from "#mixins/clock";
import type { Meta } from "#mixins/service";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	restart,
	shopSettings,
	stockroom,
	storeOf,
} from "#tests/support/neighbours";
import type { Db } from "./stored.ts";

type Who = Partial<Meta>;
const clerk = staff("orders:read", "orders:ship", "orders:cancel", "orders:refund");
const card = { number: "4242 4242 4242 4242" };

describe("orders", () => {
	let mall: TestMall;
	const goods = catalogue(
		aSaleItem({ sku: "A" }),
		aSaleItem({ sku: "B", unitPrice: 777 }),
		aSaleItem({ sku: "RARE" }),
		aSaleItem({ sku: "LAST" }),
	);
	const stock = stockroom({ A: 100_000, B: 100_000, RARE: 7, LAST: 1 });
	const settings = shopSettings();

	beforeAll(async () => {
		mall = await start([
			"orders",
			"payments",
			"promotions",
			"carts",
			goods.service,
			stock.service,
			settings.service,
			people(),
		]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const somebody = (): Who => customer(newId());
	const place = (who: Who, more: object = {}) =>
		mall.call(
			orders.place,
			{
				items: [{ sku: "A", quantity: 2 }],
				address: anAddress,
				shippingMethod: "standard",
				...more,
			},
			who,
		);
	const pay = (who: Who, { id }: Order) =>
		mall.call(payments.pay, { id, method: "sandbox", card }, who);
	const get = (who: Who, { id }: Order) => mall.call(orders.get, { id }, who);
	const paid = async (who: Who, more: object = {}) => {
		const order = await place(who, more);
		await pay(who, order);
		return get(who, order);
	};
	const ship = ({ id }: Order, more: object = {}) =>
		mall.call(orders.ship, { id, carrier: "DHL", trackingNumber: newId(), ...more }, clerk);
	const aCoupon = async (changes: object = {}) => {
		const code = `C-${newId().slice(-8).toUpperCase()}`;
		const coupon = {
			name: "Five off",
			kind: "code" as const,
			code,
			discount: { type: "amount" as const, value: 500 },
			scope: { type: "all" as const },
			minimumSpend: 0,
			total: 1,
			perPerson: 1,
			startsAt: "2020-01-01T00:00:00.000Z",
			endsAt: "2120-01-01T00:00:00.000Z",
			enabled: true,
			...changes,
		};
		return mall.call(promotions.createCoupon, coupon, staff("marketing:write"));
	};

	it("freezes the price, holds the stock and says what may be done", async () => {
		const ada = somebody();

		const order = await place(ada, { items: [{ sku: "B", quantity: 3 }], note: "Ring twice" });

		expect(order).toMatchObject({
			status: "pending_payment",
			items: [{ sku: "B", quantity: 3, unitPrice: 777, total: 2331 }],
			totals: { goods: 2331, shipping: 490, total: 2821 },
			payment: { status: "unpaid", captured: 0 },
			commands: ["pay", "cancel"],
			note: "Ring twice",
			address: anAddress,
		});
		expect(order.number).toMatch(/^\d{8}-\d{6}-[2-9A-Z]{4}$/);
		expect(order.orderToken).toBeUndefined();
		expect(stock.held.get(order.id)).toEqual([{ sku: "B", quantity: 3 }]);
		goods.bySku.set("B", aSaleItem({ sku: "B", unitPrice: 999 }));
		expect((await get(ada, order)).items[0]?.unitPrice).toBe(777);
		goods.bySku.set("B", aSaleItem({ sku: "B", unitPrice: 777 }));
	});

	it("orders the ticked lines of the cart and takes only these out of it", async () => {
		const ada = somebody();
		await mall.call(carts.add, { sku: "A", quantity: 1 }, ada);
		await mall.call(carts.add, { sku: "B", quantity: 1 }, ada);
		await mall.call(carts.change, { sku: "B", selected: false }, ada);

		const order = await place(ada, { items: undefined });
		const rest = await mall.call(carts.get, {}, ada);
		const empty = place(somebody(), { items: undefined });

		expect(order.items.map(({ sku }) => sku)).toEqual(["A"]);
		expect(rest.items.map(({ sku }) => sku)).toEqual(["B"]);
		await expect(empty).rejects.toMatchObject({ type: "CART_EMPTY", code: 422 });
	});

	it("leaves the cart alone when something is bought at once", async () => {
		const ada = somebody();
		await mall.call(carts.add, { sku: "A", quantity: 1 }, ada);

		await place(ada);

		expect((await mall.call(carts.get, {}, ada)).items).toHaveLength(1);
	});

	it("opens a guest's order by its token only, and gives a fresh one for number and address", async () => {
		await expect(place({})).rejects.toMatchObject({ type: "EMAIL_NEEDED", code: 422 });
		const order = await place({}, { email: "Guest@Example.com" });
		const open: Who = { orderToken: order.orderToken! };
		const wrong = { type: "ORDER_NOT_FOUND", code: 404 };

		expect(await get(open, order)).toEqual({ ...order, orderToken: undefined });
		await expect(get({}, order)).rejects.toMatchObject(wrong);
		await expect(get({ orderToken: "x" }, order)).rejects.toMatchObject(wrong);
		await expect(get(somebody(), order)).rejects.toMatchObject(wrong);

		const { number } = order;
		const found = await mall.call(orders.lookup, { number, email: "guest@example.com" });
		expect(found.orderToken).not.toBe(order.orderToken);
		expect((await get({ orderToken: found.orderToken! }, order)).id).toBe(order.id);
		expect((await get(open, order)).id).toBe(order.id);
		for (const asked of [
			{ number, email: "other@example.com" },
			{ number: "20200101-000001-AAAA", email: "guest@example.com" },
		])
			await expect(mall.call(orders.lookup, asked)).rejects.toMatchObject(wrong);
	});

	it("does not let a member's order be looked up", async () => {
		const ada = somebody();
		const { number } = await place(ada);
		const email = `${ada.user!.id}@example.com`;

		await expect(mall.call(orders.lookup, { number, email })).rejects.toMatchObject({
			type: "ORDER_NOT_FOUND",
		});
	});

	it("hides another person's order behind the same answer as one that is not there", async () => {
		const order = await place(somebody());
		const stranger = somebody();

		for (const attempt of [
			get(stranger, order),
			mall.call(orders.cancel, { id: order.id }, stranger),
			mall.call(orders.receive, { id: order.id }, stranger),
			pay(stranger, order),
			get(clerk, order),
		])
			await expect(attempt).rejects.toMatchObject({ type: "ORDER_NOT_FOUND", code: 404 });
	});

	it("gives the same order for the same key, and refuses the key with another body", async () => {
		const keyed = { ...somebody(), idempotencyKey: newId() };

		const [first, second] = await Promise.all([place(keyed), place(keyed)]);
		const again = await place(keyed);
		const other = place(keyed, { note: "other" });

		expect(second).toEqual(first);
		expect(again).toEqual(first);
		await expect(other).rejects.toMatchObject({ type: "KEY_REUSED" });
		expect((await mall.call(orders.list, {}, keyed)).total).toBe(1);
	});

	it("gets exactly as many orders through as there are pieces, and holds nothing for the others", async () => {
		const buyers = Array.from({ length: 30 }, somebody);
		const answers = await Promise.allSettled(
			buyers.map((who) => place(who, { items: [{ sku: "RARE", quantity: 1 }] })),
		);

		const lost = answers.filter((answer) => answer.status === "rejected");
		expect(lost).toHaveLength(23);
		for (const { reason } of lost)
			expect(reason).toMatchObject({
				type: "OUT_OF_STOCK",
				data: { sku: "RARE", left: expect.any(Number) },
			});
		expect(stock.left.get("RARE")).toBe(0);
	});

	it("gives stock and coupon back when the order is refused half-way", async () => {
		const coupon = await aCoupon();
		const first = await place(somebody(), { coupon: coupon.code });
		const before = stock.held.size;

		const late = place(somebody(), { coupon: coupon.code });

		await expect(late).rejects.toMatchObject({ type: "COUPON_NOT_USABLE" });
		expect(first.totals.coupon).toBe(500);
		expect(stock.held.size).toBe(before);
	});

	it("lets one of many orders have the last coupon, and releases the stock of the others", async () => {
		const coupon = await aCoupon();
		const before = stock.held.size;

		const answers = await Promise.allSettled(
			Array.from({ length: 20 }, () => place(somebody(), { coupon: coupon.code })),
		);

		expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		expect(stock.held.size).toBe(before + 1);
	});

	it("gives stock and coupon back when the buyer cancels, once", async () => {
		const ada = somebody();
		const coupon = await aCoupon();
		const order = await place(ada, { coupon: coupon.code });
		const left = stock.left.get("A")!;

		const cancelled = await mall.call(orders.cancel, { id: order.id, reason: "No" }, ada);
		const again = await mall.call(orders.cancel, { id: order.id, reason: "No" }, ada);

		expect(cancelled).toMatchObject({
			status: "cancelled",
			commands: ["hide"],
			expiresAt: null,
		});
		expect(cancelled.timeline.at(-1)).toMatchObject({ status: "cancelled", note: "No" });
		expect(again).toEqual(cancelled);
		expect(stock.left.get("A")).toBe(left + 2);
		await place(somebody(), { coupon: coupon.code });
		await expect(pay(ada, order)).rejects.toMatchObject({ type: "ORDER_WRONG_STATE" });
	});

	it("gives everything back when the order is not paid in time", async () => {
		const ada = somebody();
		settings.current.paymentTimeoutSeconds = 1;
		const order = await place(ada, { items: [{ sku: "LAST", quantity: 1 }] });
		settings.current.paymentTimeoutSeconds = 1800;

		await vi.waitFor(
			async () => expect((await get(ada, order)).status).toBe("cancelled"),
			5_000,
		);
		await vi.waitFor(() => expect(stock.left.get("LAST")).toBe(1));
		await expect(pay(ada, order)).rejects.toMatchObject({ type: "ORDER_WRONG_STATE" });
	});

	it("is paid, shipped in parts, received", async () => {
		const ada = somebody();
		const order = await paid(ada, {
			items: [
				{ sku: "A", quantity: 2 },
				{ sku: "B", quantity: 1 },
			],
		});
		expect(order).toMatchObject({ status: "paid", payment: { captured: order.totals.total } });
		expect(stock.kept).toContain(order.id);

		const part = await ship(order, { lines: [{ sku: "A", quantity: 1 }] });
		const tooMany = ship(order, { lines: [{ sku: "A", quantity: 2 }] });
		await expect(tooMany).rejects.toMatchObject({
			type: "LINES_NOT_OPEN",
			data: { sku: "A", left: 1 },
		});
		await expect(
			mall.call(orders.cancel, { id: order.id, reason: "" }, ada),
		).rejects.toMatchObject({ type: "ORDER_HAS_PARCELS" });
		const whole = await ship(order);

		expect(part).toMatchObject({ status: "paid", isPartlyShipped: true });
		expect(whole).toMatchObject({ status: "shipped", isPartlyShipped: false });
		expect(stock.shipped).toEqual(whole.shipments.map(({ id }) => id));
		const received = await mall.call(orders.receive, { id: order.id }, ada);
		const again = await mall.call(orders.receive, { id: order.id }, ada);
		expect(received.status).toBe("completed");
		expect(again).toEqual(received);
		expect(received.timeline.map(({ status }) => status)).toEqual([
			"pending_payment",
			"paid",
			"paid",
			"shipped",
			"completed",
		]);
	});

	it("is completed by itself 15 days after the last parcel, not earlier", async () => {
		const dayMs = 86_400_000;
		const shippedFor = async (ms: number) => {
			const order = await paid(somebody());
			await ship(order);
			const shippedAt = new Date(Date.now() - ms).toISOString();
			const { orders: store } = storeOf<Db>(mall, "orders");
			await store.update({ id: order.id }, { $set: { shippedAt } });
			return order;
		};
		const due = await shippedFor(15 * dayMs + 1000);
		const early = await shippedFor(15 * dayMs - 3_600_000);
		const find = ({ id }: Order) => mall.call(orders.adminGet, { id }, clerk);

		// Its sweep runs soon after the start.
		await restart(mall, "orders");
		await vi.waitFor(async () => expect((await find(due)).status).toBe("completed"), 5_000);

		const { timeline } = await find(due);
		expect(timeline.at(-1)).toMatchObject({ command: "receive", by: "system" });
		expect((await find(early)).status).toBe("shipped");
	});

	it("sends no parcel before it is paid, and one parcel for one key", async () => {
		const ada = somebody();
		const order = await place(ada);
		await expect(ship(order)).rejects.toMatchObject({ type: "ORDER_NOT_PAID" });
		await pay(ada, order);
		const parcel = { id: order.id, carrier: "DHL", trackingNumber: "1" };
		const lines = [{ sku: "A", quantity: 1 }];
		const keyed = { ...clerk, idempotencyKey: newId() };

		const [first, second] = await Promise.all([
			mall.call(orders.ship, { ...parcel, lines }, keyed),
			mall.call(orders.ship, { ...parcel, lines }, keyed),
		]);

		expect(second).toEqual(first);
		expect(first.shipments).toHaveLength(1);
	});

	it("refunds a paid order that is cancelled before anything has left", async () => {
		const ada = somebody();
		const order = await paid(ada);

		const cancelled = await mall.call(
			orders.adminCancel,
			{ id: order.id, reason: "Broken" },
			clerk,
		);

		const { total } = order.totals;
		expect(cancelled).toMatchObject({
			status: "cancelled",
			payment: { status: "refunded", captured: total, refunded: total },
		});
		expect(stock.held.has(order.id)).toBe(false);
	});

	it("lets exactly one of a payment and a cancellation win, and keeps no money of the loser", async () => {
		for (let round = 0; round < 50; round++) {
			const ada = somebody();
			const order = await place(ada);
			const cancel = () => mall.call(orders.cancel, { id: order.id }, ada);
			const [payment, cancellation] = await Promise.allSettled([
				pay(ada, order),
				later(round % 10, cancel),
			]);

			const after = await get(ada, order);
			const { items } = await mall.call(payments.list, { id: order.id }, clerk);
			const captured = items.reduce((sum, one) => sum + (one.capturedAt ? one.amount : 0), 0);
			const refunded = items.reduce((sum, one) => sum + one.refunded, 0);
			const isCancelled = cancellation.status === "fulfilled";
			expect(after.status).toBe(isCancelled ? "cancelled" : "paid");
			expect(captured - refunded).toBe(isCancelled ? 0 : order.totals.total);
			expect(after.payment.captured).toBe(payment.status === "fulfilled" ? captured : 0);
			expect(stock.held.has(order.id)).toBe(!isCancelled);
			for (const one of [payment, cancellation])
				if (one.status === "rejected")
					expect(one.reason).toMatchObject({ type: "ORDER_WRONG_STATE", code: 409 });
		}
	});

	const hour = 3_600_000;
	it.each([
		["right", 0],
		["fast", hour],
		["slow", -hour],
	])(
		"cancels no order that was paid meanwhile, by a clock at the door that is %s",
		async (_, off) => {
			const ada = somebody();
			const order = await place(ada);
			const clock = () => new Date(Date.now() + off).toISOString();
			const askedAt = clock();
			await vi.waitFor(() => expect(clock() > askedAt).toBe(true));
			await pay(ada, order);
			await vi.waitFor(() => expect(clock() > askedAt).toBe(true));
			const before = (who: Who, id: string) =>
				mall.call(orders.cancel, { id }, { ...who, askedAt, passedOnAt: clock() });

			await expect(before(ada, order.id)).rejects.toMatchObject({
				type: "ORDER_WRONG_STATE",
				data: { status: "paid" },
			});
			const staffs = mall.call(
				orders.adminCancel,
				{ id: order.id, reason: "asked for" },
				{ ...clerk, askedAt, passedOnAt: clock() },
			);
			await expect(staffs).rejects.toMatchObject({ type: "ORDER_WRONG_STATE" });
			const at = clock();
			const later = await mall.call(
				orders.cancel,
				{ id: order.id },
				{ ...ada, askedAt: at, passedOnAt: at },
			);

			expect(later).toMatchObject({ status: "cancelled" });
			await vi.waitFor(async () =>
				expect((await get(ada, order)).payment).toMatchObject({ status: "refunded" }),
			);
		},
	);

	it("counts own orders by state, newest first", async () => {
		const ada = somebody();
		const first = await place(ada);
		const second = await paid(ada);
		await mall.call(orders.cancel, { id: (await place(ada)).id }, ada);

		const all = await mall.call(orders.list, { pageSize: 2 }, ada);
		const open = await mall.call(orders.list, { status: "pending_payment" }, ada);

		expect(all).toMatchObject({
			total: 3,
			counts: { all: 3, pending_payment: 1, paid: 1, cancelled: 1, shipped: 0 },
		});
		expect(all.items[1]?.id).toBe(second.id);
		expect(open.items.map(({ id }) => id)).toEqual([first.id]);
		expect(open.total).toBe(1);
	});

	it("finds orders for staff by number, e-mail address, name, state, payment and time", async () => {
		const order = await place({}, { email: "zaphod@example.com" });
		const list = (filter: object) => mall.call(orders.adminList, filter, clerk);
		const zone = settings.current.shop.timeZone;
		const today = localDay(order.createdAt, zone);
		const tomorrow = dayIn(zone, today).until;

		for (const filter of [
			{ q: order.number.toLowerCase() },
			{ q: "ZAPHOD@" },
			{ q: "zaphod", status: "pending_payment" as const, payment: "unpaid" as const },
			{ q: "zaphod", from: today, to: today },
			{ q: "zaphod", from: order.createdAt, to: order.createdAt },
		])
			expect((await list(filter)).items.map(({ id }) => id)).toEqual([order.id]);
		expect((await list({ q: "zaphod", status: "paid" })).total).toBe(0);
		expect((await list({ q: "zaphod", to: "2020-01-01" })).total).toBe(0);
		expect((await list({ q: "zaphod", from: tomorrow })).total).toBe(0);
		expect((await list({ q: "byron" })).total).toBeGreaterThan(0);
		expect((await list({ q: ".*" })).total).toBe(0);
		const [found] = (await list({ q: "zaphod" })).items;
		expect(found).toMatchObject({
			buyer: { userId: null, email: "zaphod@example.com", name: "Ada Byron" },
			commands: ["cancel", "edit"],
		});
	});

	it("finds them by way to pay, by what is in them and by what they cost, all at once", async () => {
		const ada = somebody();
		const bought = await place(ada, {
			items: [
				{ sku: "A", quantity: 1 },
				{ sku: "B", quantity: 1 },
			],
		});
		await pay(ada, bought);
		const userId = ada.user!.id;
		const { total } = bought.totals;
		const found = async (filter: object) => {
			const { items, counts } = await mall.call(
				orders.adminList,
				{ userId, ...filter },
				clerk,
			);
			expect(counts).toMatchObject({ all: items.length, paid: items.length });
			return items.length;
		};

		for (const filter of [
			{ method: "sandbox" },
			{ sku: "A" },
			{ sku: "B", method: "sandbox", status: "paid", q: "byron" },
			{ minTotal: total, maxTotal: total },
			{ maxTotal: total, sku: "B" },
		])
			expect([filter, await found(filter)]).toEqual([filter, 1]);
		for (const filter of [
			{ method: "cash-on-delivery" },
			{ sku: "NONE" },
			{ sku: "b" },
			{ minTotal: total + 1 },
			{ maxTotal: total - 1 },
		])
			expect([filter, await found(filter)]).toEqual([filter, 0]);
	});

	it("knows what somebody has bought", async () => {
		const ada = somebody();
		const userId = ada.user!.id;
		await place(ada, { items: [{ sku: "B", quantity: 1 }] });
		await paid(ada);

		const ask = (sku: string) =>
			mall.call(orders.bought, { userId, productId: `product-${sku}` });

		expect(await ask("A")).toEqual({ orders: 2, hasBought: true });
		expect(await ask("B")).toEqual({ orders: 2, hasBought: false });
	});

	it("puts demo orders in once, with a history that lies in the past", async () => {
		const userId = newId();
		const seeded = {
			key: "demo-1",
			userId,
			email: "demo@example.com",
			items: [{ sku: "A", quantity: 2 }],
			address: anAddress,
			createdAt: new Date(Date.now() - 30 * 86_400_000).toISOString(),
			outcome: "completed" as const,
		};

		const order = await mall.call(orders.seed, seeded);
		const again = await mall.call(orders.seed, seeded);
		const fresh = await mall.call(orders.seed, {
			...seeded,
			key: "demo-2",
			outcome: "paid",
			createdAt: new Date().toISOString(),
		});

		expect(again).toEqual(order);
		expect(order).toMatchObject({ status: "completed", payment: { status: "captured" } });
		expect(order.timeline).toHaveLength(4);
		const times = fresh.timeline.map(({ at }) => at);
		expect(times.every((at) => at <= new Date().toISOString())).toBe(true);
		const cancelled = await mall.call(
			orders.adminCancel,
			{ id: fresh.id, reason: "Demo" },
			clerk,
		);
		expect(cancelled.payment.status).toBe("refunded");
	});

	it("keeps lines, shipping and total in balance for any basket", async () => {
		const coupon = await aCoupon({ total: 1000, perPerson: 1000 });
		for (const [a, b] of [
			[1, 1],
			[2, 5],
			[7, 3],
		] as const) {
			const items = [
				{ sku: "A", quantity: a },
				{ sku: "B", quantity: b },
			];
			const { totals, items: lines } = await place(somebody(), {
				items,
				coupon: coupon.code,
			});
			const sum = lines.reduce((all, { total }) => all + total, 0);
			expect(sum + totals.shipping).toBe(totals.total);
			expect(totals.goods - totals.coupon).toBe(sum);
		}
	});
});

async function later<T>(ticks: number, work: () => Promise<T>): Promise<T> {
	for (let tick = 0; tick < ticks; tick++) await new Promise(setImmediate);
	return work();
}
