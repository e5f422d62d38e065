import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { orders } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { payments } from "#contracts/payments";
import { newId } from "#mixins/clock";
import type { Meta } from "#mixins/service";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	eventually,
	people,
	restart,
	shopSettings,
	stockroom,
	storeOf,
} from "#tests/support/neighbours";
import { sandbox as playMoney } from "./providers/sandbox.ts";
import { providers } from "./providers/table.ts";
import type { Db, StoredPayment } from "./stored.ts";

type Who = Partial<Meta>;
const clerk = staff("orders:read", "orders:ship", "orders:cancel", "orders:refund");
const good = { number: "4242424242424242" };
const bad = { number: "4000000000000002" };
const longAgo = "2026-01-01T00:00:00.000Z";

describe("payments", () => {
	let mall: TestMall;
	const sandbox = playMoney();
	const stock = stockroom({ A: 100_000 });
	const settings = shopSettings();

	beforeAll(async () => {
		providers.sandbox = sandbox;
		mall = await start([
			"payments",
			"orders",
			"promotions",
			"carts",
			catalogue(aSaleItem({ sku: "A" })).service,
			stock.service,
			settings.service,
			people(),
		]);
	});
	afterEach(() => {
		providers.sandbox = sandbox;
		settings.current.cashOnDelivery = true;
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const db = () => storeOf<Db>(mall, "payments");
	const somebody = (): Who => customer(newId());
	const place = (who: Who) =>
		mall.call(
			orders.place,
			{
				items: [{ sku: "A", quantity: 1 }],
				address: anAddress,
				shippingMethod: "standard",
				email: "guest@example.com",
			},
			who,
		);
	const pay = (who: Who, { id }: Order, card = good) =>
		mall.call(payments.pay, { id, method: "sandbox", card }, who);
	const promise = (who: Who, { id }: Order) =>
		mall.call(payments.pay, { id, method: "cash-on-delivery" }, who);
	const get = (who: Who, { id }: Order) => mall.call(orders.get, { id }, who);
	const ofOrder = async ({ id }: Order) => (await mall.call(payments.list, { id }, clerk)).items;
	const refund = ({ id }: Order, amount: number) =>
		mall.call(payments.refund, { id, amount, reason: "Damaged" }, clerk);
	const paid = async () => {
		const ada = somebody();
		const order = await place(ada);
		await pay(ada, order);
		return { ada, order };
	};

	it("captures what the order costs, and the order says so at once", async () => {
		const ada = somebody();
		const order = await place(ada);

		const payment = await pay(ada, order);

		expect(payment).toMatchObject({ status: "captured", amount: 1490, method: "sandbox" });
		expect(await get(ada, order)).toMatchObject({
			status: "paid",
			payment: { status: "captured", method: "sandbox", captured: 1490, refunded: 0 },
		});
	});

	it("takes a guest's payment with the order's token", async () => {
		const order = await place({});

		await expect(pay({}, order)).rejects.toMatchObject({ type: "ORDER_NOT_FOUND" });
		expect((await pay({ orderToken: order.orderToken! }, order)).status).toBe("captured");
	});

	it("lets a refused card be followed by another one", async () => {
		const ada = somebody();
		const order = await place(ada);

		await expect(pay(ada, order, bad)).rejects.toMatchObject({
			type: "PAYMENT_REFUSED",
			code: 409,
		});
		expect((await get(ada, order)).commands).toContain("pay");
		await pay(ada, order);

		const statuses = (await ofOrder(order)).map(({ status }) => status);
		expect(statuses).toEqual(["captured", "refused"]);
	});

	it("names the card's field when it is missing or unknown", async () => {
		const ada = somebody();
		const order = await place(ada);

		await expect(pay(ada, order, { number: "5555555555554444" })).rejects.toMatchObject({
			type: "CARD_UNKNOWN",
			code: 422,
			data: { errors: [{ path: "card.number" }] },
		});
		await expect(
			mall.call(payments.pay, { id: order.id, method: "sandbox" }, ada),
		).rejects.toMatchObject({ code: 422, data: { errors: [{ path: "card" }] } });
	});

	it("takes the money once, however often it is sent", async () => {
		const ada = somebody();
		const order = await place(ada);

		const answers = await Promise.allSettled(Array.from({ length: 10 }, () => pay(ada, order)));
		const late = pay(ada, order);

		const lost = answers.filter((answer) => answer.status === "rejected");
		expect(lost).toHaveLength(9);
		for (const { reason } of lost) expect(reason).toMatchObject({ type: "ORDER_ALREADY_PAID" });
		await expect(late).rejects.toMatchObject({ type: "ORDER_ALREADY_PAID", code: 409 });
		const captured = (await ofOrder(order)).filter(({ capturedAt }) => capturedAt);
		expect(captured).toHaveLength(1);
	});

	it("gives the same payment for the same key", async () => {
		const keyed = { ...somebody(), idempotencyKey: newId() };
		const order = await place({ user: keyed.user! });

		const first = await pay(keyed, order);
		const again = await pay(keyed, order);

		expect(again).toEqual(first);
	});

	it("offers what the shop and the provider allow", async () => {
		const ada = somebody();
		const order = await place(ada);
		const all = await mall.call(payments.methods, {}, { locale: "zh" });
		providers.sandbox = { ...sandbox, isOffered: () => false };
		settings.current.cashOnDelivery = false;

		expect(all).toEqual([
			{ key: "sandbox", name: "测试银行卡", isAtOnce: true },
			{ key: "cash-on-delivery", name: "货到付款", isAtOnce: true },
		]);
		expect(await mall.call(payments.methods)).toEqual([]);
		for (const attempt of [pay(ada, order), promise(ada, order)])
			await expect(attempt).rejects.toMatchObject({ type: "METHOD_NOT_OFFERED" });
	});

	it("confirms an order that is paid on delivery, and captures what the carrier brings", async () => {
		const ada = somebody();
		const order = await place(ada);

		const promised = await promise(ada, order);
		expect(promised).toMatchObject({ status: "pending", capturedAt: null });
		const confirmed = await get(ada, order);
		expect(confirmed).toMatchObject({
			status: "confirmed",
			expiresAt: null,
			payment: { status: "pending", method: "cash-on-delivery" },
		});
		for (const attempt of [promise(ada, order), pay(ada, order)])
			await expect(attempt).rejects.toMatchObject({ type: "ORDER_WRONG_STATE" });
		const parcel = { id: order.id, carrier: "DHL", trackingNumber: "1" };
		await mall.call(orders.ship, parcel, clerk);

		const capture = (amount: number) =>
			mall.call(payments.capture, { id: order.id, amount }, clerk);
		await expect(capture(1)).rejects.toMatchObject({
			type: "WRONG_AMOUNT",
			data: { due: 1490, errors: [{ path: "amount" }] },
		});
		await expect(capture(0)).rejects.toMatchObject({ code: 422 });
		const captured = await capture(1490);
		await expect(capture(1490)).rejects.toMatchObject({ type: "ORDER_ALREADY_PAID" });

		expect(captured.status).toBe("captured");
		expect(await get(ada, order)).toMatchObject({
			status: "shipped",
			payment: { status: "captured", captured: 1490 },
		});
	});

	it("waits for what the order costs now when it became cheaper while its cash was noted", async () => {
		const ada = somebody();
		const { id } = await mall.call(
			orders.place,
			{
				items: [{ sku: "A", quantity: 2 }],
				address: anAddress,
				shippingMethod: "standard",
			},
			ada,
		);
		const { id: paymentId } = await mall.call(
			payments.pay,
			{ id, method: "cash-on-delivery" },
			ada,
		);
		await db().payments.update(
			{ id: paymentId },
			{ $set: { status: "captured", capturedAt: longAgo, isMarked: false } },
		);
		const less = { id, lines: [{ sku: "A", quantity: 1 }], reason: "Sold out" };
		const { due, totals } = await mall.call(orders.cancelLines, less, clerk);
		const capture = (amount: number) => mall.call(payments.capture, { id, amount }, clerk);

		await expect(capture(totals.total)).rejects.toMatchObject({ type: "WRONG_AMOUNT" });

		expect(await db().payments.findById(paymentId)).toMatchObject({
			status: "pending",
			amount: due,
		});
		expect(await capture(due)).toMatchObject({ status: "captured", amount: due });
	});

	it("captures no cash for an order that nobody has confirmed", async () => {
		const order = await place(somebody());
		const capture = (id: string) => mall.call(payments.capture, { id, amount: 1490 }, clerk);

		await expect(capture(order.id)).rejects.toMatchObject({ type: "ORDER_WRONG_STATE" });
		await expect(capture("nothing")).rejects.toMatchObject({ type: "ORDER_NOT_FOUND" });
	});

	it("drops the promise of an order that is cancelled", async () => {
		const ada = somebody();
		const order = await place(ada);
		await promise(ada, order);

		await mall.call(orders.cancel, { id: order.id }, ada);

		await eventually(async () =>
			expect((await ofOrder(order))[0]).toMatchObject({ status: "refused" }),
		);
	});

	it("notes no cash for an order that ended before its promise was dropped", async () => {
		const ada = somebody();
		const order = await place(ada);
		const { id } = await promise(ada, order);
		await mall.call(orders.cancel, { id: order.id }, ada);
		await eventually(async () =>
			expect(await db().payments.findById(id)).toMatchObject({ status: "refused" }),
		);
		await db().payments.update({ id }, { $set: { status: "pending" } });

		const capture = mall.call(payments.capture, { id: order.id, amount: 1490 }, clerk);

		await expect(capture).rejects.toMatchObject({
			type: "ORDER_WRONG_STATE",
			data: { status: "cancelled", command: "capture" },
		});
		expect(await db().payments.findById(id)).toMatchObject({ capturedAt: null, refunds: [] });
		expect(await get(ada, order)).toMatchObject({ payment: { status: "unpaid" } });
	});

	it("gives back parts, never more than was captured, also at once", async () => {
		const { ada, order } = await paid();

		const answers = await Promise.allSettled(
			Array.from({ length: 8 }, () => refund(order, 400)),
		);

		expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
		for (const answer of answers)
			if (answer.status === "rejected")
				expect(answer.reason).toMatchObject({ type: "REFUND_TOO_HIGH" });
		expect((await get(ada, order)).payment).toMatchObject({ refunded: 1200 });
		await refund(order, 290);
		await expect(refund(order, 1)).rejects.toMatchObject({
			type: "REFUND_TOO_HIGH",
			data: { left: 0 },
		});
		expect((await get(ada, order)).payment).toMatchObject({
			status: "refunded",
			refunded: 1490,
		});
	});

	it("refunds nothing where nothing was paid, and nothing of an order that is not there", async () => {
		const order = await place(somebody());

		await expect(refund(order, 1)).rejects.toMatchObject({ type: "NOTHING_CAPTURED" });
		await expect(refund({ ...order, id: "nothing" }, 1)).rejects.toMatchObject({
			type: "ORDER_NOT_FOUND",
		});
	});

	it("leaves the order payable when the provider does not answer", async () => {
		const ada = somebody();
		const order = await place(ada);
		providers.sandbox = {
			...sandbox,
			patienceMs: 30,
			authorise: () => new Promise(() => {}),
		};

		await expect(pay(ada, order)).rejects.toMatchObject({ type: "UNAVAILABLE", code: 503 });
		providers.sandbox = sandbox;

		expect((await pay(ada, order)).status).toBe("captured");
	});

	it("gives back what arrives after the order was cancelled", async () => {
		const ada = somebody();
		const order = await place(ada);
		providers.sandbox = {
			...sandbox,
			async authorise(charge) {
				await mall.call(orders.cancel, { id: order.id }, ada);
				return sandbox.authorise(charge);
			},
		};

		await expect(pay(ada, order)).rejects.toMatchObject({ type: "ORDER_WRONG_STATE" });

		const [payment] = await ofOrder(order);
		expect(payment).toMatchObject({ status: "refunded", amount: 1490, refunded: 1490 });
		expect((await get(ada, order)).payment).toMatchObject({ status: "unpaid", captured: 0 });
	});

	describe("after a crash", () => {
		const leave = async (order: Order, changes: Partial<StoredPayment>) => {
			const id = newId();
			await db().payments.insert({
				id,
				version: 1,
				orderId: order.id,
				openFor: order.id,
				status: "pending",
				amount: order.totals.total,
				currency: "USD",
				refunded: 0,
				method: "sandbox",
				createdAt: longAgo,
				capturedAt: null,
				reference: null,
				isMarked: false,
				refunds: [],
				dueAt: longAgo,
				...changes,
			});
			return id;
		};
		const captured = { status: "captured", capturedAt: longAgo, reference: "r" } as const;

		it("tells the order of a payment that was captured", async () => {
			const ada = somebody();
			const order = await place(ada);
			await leave(order, captured);

			await restart(mall, "payments");

			await eventually(async () => expect((await get(ada, order)).status).toBe("paid"));
		});

		it("gives back a captured payment whose order was cancelled meanwhile", async () => {
			const ada = somebody();
			const order = await place(ada);
			await mall.call(orders.cancel, { id: order.id }, ada);
			const id = await leave(order, captured);

			await restart(mall, "payments");

			await eventually(async () =>
				expect(await db().payments.findById(id)).toMatchObject({
					status: "refunded",
					dueAt: null,
				}),
			);
		});

		it("frees the order of a charge that never came", async () => {
			const ada = somebody();
			const order = await place(ada);
			const id = await leave(order, {});

			const payment = await pay(ada, order);

			expect(payment.status).toBe("captured");
			expect((await db().payments.findById(id))?.status).toBe("refused");
		});

		it("finishes a charge that went through without being noted", async () => {
			const ada = somebody();
			const order = await place(ada);
			const id = await leave(order, {});
			await sandbox.authorise({
				key: id,
				orderId: order.id,
				reference: null,
				amount: 1490,
				currency: "USD",
				card: good,
			});

			await restart(mall, "payments");

			await eventually(async () => expect((await get(ada, order)).status).toBe("paid"));
			expect((await db().payments.findById(id))?.status).toBe("captured");
		});

		it("finishes a refund that was noted", async () => {
			const { ada, order } = await paid();
			const [payment] = await ofOrder(order);
			const made = { id: newId(), orderId: order.id, paymentId: payment!.id, amount: 100 };
			const refunds = [{ ...made, reason: "", status: "pending", at: longAgo, by: "system" }];
			const noted = { refunds, refunded: 100, dueAt: longAgo };
			await db().payments.update({ id: payment!.id }, { $set: noted });

			await restart(mall, "payments");

			await eventually(async () =>
				expect((await get(ada, order)).payment.refunded).toBe(100),
			);
			await eventually(async () =>
				expect(await db().payments.findById(payment!.id)).toMatchObject({
					refunds: [{ status: "done" }],
					dueAt: null,
				}),
			);
		});
	});
});
