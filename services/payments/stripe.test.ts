// Payments that the buyer makes at Stripe, against a stub of Stripe: what it says comes late, twice,
// in any order or not at all, and sometimes from somebody else.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { orders } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { payments } from "#contracts/payments";
import type { Payment } from "#contracts/payments";
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
import { stripeStub } from "#tests/support/stripe-stub";
import type { StripeStub } from "#tests/support/stripe-stub";
import { forgedOn } from "./notices.ts";
import type { Message } from "./providers/provider.ts";
import { sandbox } from "./providers/sandbox.ts";
import { stripe } from "./providers/stripe.ts";
import { providers } from "./providers/table.ts";
import type { Db } from "./stored.ts";

type Who = Partial<Meta>;
const clerk = staff("orders:read", "orders:refund", "orders:cancel");
const card = { number: "4242424242424242" };
const longAgo = "2026-01-01T00:00:00.000Z";

describe("payments by Stripe", () => {
	let mall: TestMall;
	let stub: StripeStub;
	const stock = stockroom({ A: 100_000 });
	const settings = shopSettings();

	beforeAll(async () => {
		stub = await stripeStub();
		providers.sandbox = sandbox();
		providers.stripe = stripe({ ...stub.access, patienceMs: 300 });
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
	afterEach(() => stub.trouble("none"));
	afterAll(async () => {
		await mall.stop();
		await stub.stop();
		removeData();
	});

	const db = () => storeOf<Db>(mall, "payments");
	const stored = async (id: string) => (await db().payments.findById(id))!;
	/** All has gone back. */
	const settled = ({ id }: Payment) =>
		eventually(async () =>
			expect(await stored(id)).toMatchObject({
				status: "refunded",
				dueAt: null,
				refunds: [{ status: "done" }],
			}),
		);
	const get = (who: Who, { id }: Order) => mall.call(orders.get, { id }, who);
	const ofOrder = async ({ id }: Order) => (await mall.call(payments.list, { id }, clerk)).items;
	const begin = (who: Who, { id }: Order) =>
		mall.call(payments.pay, { id, method: "stripe" }, who);
	const byCard = (who: Who, { id }: Order) =>
		mall.call(payments.pay, { id, method: "sandbox", card }, who);
	const send = (message: Message) =>
		mall.call(payments.notice, { provider: "stripe", ...message });
	const check = (who: Who, { id }: Order, { id: paymentId }: Payment) =>
		mall.call(payments.check, { id, paymentId }, who);
	const cancel = (who: Who, { id }: Order) => mall.call(orders.cancel, { id }, who);
	const messagesOf = ({ id }: Payment) =>
		stub.messages({ key: id, reference: stub.intentOf({ key: id }).id });
	const tell = async (payment: Payment) => {
		for (const message of messagesOf(payment)) await send(message);
	};
	/** As if the time had come to look after what waits. */
	const whenDue = async (payment: Payment) => {
		await db().payments.update({ id: payment.id }, { $set: { dueAt: longAgo } });
		await restart(mall, "payments");
	};

	async function placed() {
		const ada: Who = customer(newId());
		const order = await mall.call(
			orders.place,
			{
				items: [{ sku: "A", quantity: 1 }],
				address: anAddress,
				shippingMethod: "standard",
			},
			ada,
		);
		return { ada, order };
	}

	/** An order with a payment that waits for its buyer. */
	async function waiting() {
		const { ada, order } = await placed();
		const payment = await begin(ada, order);
		return { ada, order, payment };
	}

	async function paid() {
		const begun = await waiting();
		stub.buyer({ key: begun.payment.id, reference: null }, "pays");
		await tell(begun.payment);
		await eventually(async () =>
			expect((await get(begun.ada, begun.order)).status).toBe("paid"),
		);
		return begun;
	}

	const pays = ({ id }: Payment) => stub.buyer({ key: id, reference: null }, "pays");
	const account = ({ id }: Payment) => stub.account({ key: id, reference: null });

	it("gives the page what Stripe's form needs, and the order is paid when Stripe says so", async () => {
		const { ada, order, payment } = await waiting();

		expect(payment).toMatchObject({
			status: "pending",
			method: "stripe",
			amount: 1490,
			next: {
				kind: "form",
				clientSecret: stub.intentOf({ key: payment.id }).client_secret,
				publishableKey: stub.access.publishableKey,
			},
		});
		expect(stub.intentOf({ key: payment.id })).toMatchObject({
			amount: 1490,
			currency: "usd",
			metadata: { payment: payment.id, order: order.id },
		});
		expect(await get(ada, order)).toMatchObject({ status: "pending_payment" });

		pays(payment);
		await tell(payment);

		await eventually(async () =>
			expect(await get(ada, order)).toMatchObject({
				status: "paid",
				payment: { status: "captured", method: "stripe", captured: 1490, refunded: 0 },
			}),
		);
	});

	it("opens one payment for a page that is reloaded or open twice", async () => {
		const { ada, order } = await placed();

		const [one, other] = await Promise.all([begin(ada, order), begin(ada, order)]);
		const again = await begin(ada, order);

		expect(other).toEqual(one);
		expect(again).toMatchObject({ id: one.id, next: one.next });
		expect(await ofOrder(order)).toHaveLength(1);
	});

	it("asks Stripe when the page wants to know, and needs no message for it", async () => {
		const { ada, order, payment } = await waiting();
		expect(await check(ada, order, payment)).toMatchObject({ status: "pending" });
		pays(payment);

		expect(await check(ada, order, payment)).toMatchObject({ status: "captured" });

		expect((await get(ada, order)).status).toBe("paid");
		const stranger = customer(newId());
		await expect(check(stranger, order, payment)).rejects.toMatchObject({
			type: "ORDER_NOT_FOUND",
		});
		const { order: another } = await placed();
		await expect(
			mall.call(payments.check, { id: another.id, paymentId: payment.id }, ada),
		).rejects.toMatchObject({ type: "ORDER_NOT_FOUND" });
		await expect(check(ada, order, { ...payment, id: "none" })).rejects.toMatchObject({
			type: "PAYMENT_NOT_FOUND",
			code: 404,
		});
	});

	it("leaves the order payable after a refused card, by the same form", async () => {
		const { ada, order, payment } = await waiting();

		stub.buyer({ key: payment.id, reference: null }, "is refused");
		await tell(payment);

		expect((await begin(ada, order)).next).toEqual(payment.next);
		pays(payment);
		expect(await check(ada, order, payment)).toMatchObject({ status: "captured" });
	});

	it("lets the buyer change their mind, and takes no money by the way they left", async () => {
		const { ada, order, payment } = await waiting();

		await byCard(ada, order);

		expect(stub.intentOf({ key: payment.id }).status).toBe("canceled");
		expect((await get(ada, order)).payment.method).toBe("sandbox");
		expect((await ofOrder(order)).map(({ status }) => status)).toEqual(["captured", "refused"]);
	});

	it("finds paid what was paid while the buyer changed their mind", async () => {
		const { ada, order, payment } = await waiting();
		pays(payment);

		await expect(byCard(ada, order)).rejects.toMatchObject({ type: "ORDER_ALREADY_PAID" });

		expect((await get(ada, order)).payment).toMatchObject({ method: "stripe", captured: 1490 });
	});

	it("ends the payment of an order that is cancelled", async () => {
		const { ada, order, payment } = await waiting();

		await cancel(ada, order);

		await eventually(async () => expect((await stored(payment.id)).status).toBe("refused"));
		expect(stub.intentOf({ key: payment.id }).status).toBe("canceled");
	});

	it("ends it also when Stripe does not answer at that moment, and holds nobody up", async () => {
		const { ada, order, payment } = await waiting();
		stub.trouble("hangs");
		const began = performance.now();

		await cancel(ada, order);
		await eventually(async () => {
			const { dueAt } = await stored(payment.id);
			expect(dueAt! <= new Date().toISOString()).toBe(true);
		});
		expect(performance.now() - began).toBeLessThan(5000);
		stub.trouble("none");
		await restart(mall, "payments");

		await eventually(async () => expect((await stored(payment.id)).status).toBe("refused"));
		expect(stub.intentOf({ key: payment.id }).status).toBe("canceled");
	});

	it("gives back what is paid after the order was cancelled", async () => {
		const { ada, order, payment } = await waiting();
		stub.buyer({ key: payment.id, reference: null }, "waits for the bank");
		await cancel(ada, order);
		await eventually(async () => expect((await stored(payment.id)).reference).not.toBeNull());

		stub.bank({ key: payment.id, reference: null });
		await tell(payment);

		await settled(payment);
		expect(account(payment)).toEqual({ taken: 1490, refunded: 1490 });
		expect(await get(ada, order)).toMatchObject({
			status: "cancelled",
			payment: { captured: 0, refunded: 0 },
		});
	});

	it("never takes another amount for the order's", async () => {
		const { ada, order, payment } = await waiting();
		const { id } = stub.intentOf({ key: payment.id });
		stub.change(id, { amount: 990 });
		pays(payment);

		await tell(payment);

		await settled(payment);
		expect(account(payment)).toEqual({ taken: 990, refunded: 990 });
		expect((await get(ada, order)).status).toBe("pending_payment");
		expect((await byCard(ada, order)).status).toBe("captured");
	});

	it("answers 503 when Stripe does not answer, and the order stays payable", async () => {
		const { ada, order } = await placed();
		stub.trouble("hangs");

		await expect(begin(ada, order)).rejects.toMatchObject({ type: "UNAVAILABLE", code: 503 });

		expect((await get(ada, order)).commands).toContain("pay");
		expect((await byCard(ada, order)).status).toBe("captured");
	});

	it("takes another way to pay also while Stripe does not answer, once", async () => {
		const { ada, order, payment } = await waiting();
		stub.trouble("hangs");

		expect((await byCard(ada, order)).status).toBe("captured");
		stub.trouble("none");
		pays(payment);
		await tell(payment);

		await settled(payment);
		expect(account(payment)).toEqual({ taken: 1490, refunded: 1490 });
		expect((await get(ada, order)).payment).toMatchObject({ method: "sandbox", refunded: 0 });
	});

	it("stores no message of somebody else, but counts it", async () => {
		const { ada, order, payment } = await waiting();
		pays(payment);
		const genuine = messagesOf(payment);
		const before = await db().notices.count();
		const id = forgedOn("stripe", new Date().toISOString());
		const counted = async () => (await db().tallies.findById(id))?.count ?? 0;

		const forged = genuine.flatMap((message) => stub.forged(message));
		for (const message of forged)
			await expect(send(message)).rejects.toMatchObject({
				type: "WEBHOOK_FORGED",
				code: 401,
			});

		expect(await db().notices.count()).toBe(before);
		expect((await get(ada, order)).status).toBe("pending_payment");
		await restart(mall, "payments");
		await eventually(async () => expect(await counted()).toBe(forged.length));
	});

	it("answers no provider that there is not, and none that sends no messages", async () => {
		for (const provider of ["paypal", "sandbox", "__proto__"])
			await expect(
				mall.call(payments.notice, { provider, body: "{}", headers: {} }),
			).rejects.toMatchObject({ code: 404 });
	});

	it("acts upon a message that was kept by a process that is no more", async () => {
		const { ada, order, payment } = await waiting();
		pays(payment);
		const { id: reference } = stub.intentOf({ key: payment.id });
		await db().notices.insert({
			id: "stripe:evt_left",
			version: 1,
			method: "stripe",
			type: "payment_intent.succeeded",
			payment: { key: payment.id, reference },
			receivedAt: longAgo,
			dueAt: longAgo,
		});

		await restart(mall, "payments");

		await eventually(async () => expect((await get(ada, order)).status).toBe("paid"));
		await eventually(async () =>
			expect((await db().notices.findById("stripe:evt_left"))?.dueAt).toBeNull(),
		);
	});

	it("keeps a message while Stripe can't be asked, and acts when it can", async () => {
		const { ada, order, payment } = await waiting();
		pays(payment);
		stub.trouble("fails");
		const message = messagesOf(payment).at(-1)!;
		await send(message);
		const id = `stripe:${JSON.parse(message.body).id}`;
		expect((await db().notices.findById(id))?.dueAt).not.toBeNull();

		stub.trouble("none");
		await db().notices.update({ id }, { $set: { dueAt: longAgo } });
		await restart(mall, "payments");

		await eventually(async () => expect((await get(ada, order)).status).toBe("paid"));
	});

	it("looks after what waits, should no message ever come", async () => {
		const { ada, order, payment } = await waiting();
		pays(payment);

		await whenDue(payment);

		await eventually(async () => expect((await get(ada, order)).status).toBe("paid"));
	});

	it("lets go of what was begun when nobody could be told how to pay it", async () => {
		const { ada, order } = await placed();
		stub.trouble("hangs");
		await begin(ada, order).catch(() => {});
		stub.trouble("none");
		const [payment] = await ofOrder(order);

		await whenDue(payment!);

		await eventually(async () => expect((await stored(payment!.id)).status).toBe("refused"));
		expect((await begin(ada, order)).status).toBe("pending");
	});

	it("knows of money that comes for a payment which it had given up", async () => {
		const { ada, order } = await placed();
		stub.trouble("swallows its answer");
		await begin(ada, order).catch(() => {});
		stub.trouble("none");
		const [payment] = await ofOrder(order);
		await whenDue(payment!);
		await eventually(async () => expect((await stored(payment!.id)).status).toBe("refused"));
		await byCard(ada, order);

		pays(payment!);
		await tell(payment!);

		await settled(payment!);
		expect(account(payment!)).toEqual({ taken: 1490, refunded: 1490 });
		expect((await get(ada, order)).payment).toMatchObject({
			method: "sandbox",
			captured: 1490,
		});
	});

	it("gives money back through Stripe, each refund once", async () => {
		const { ada, order, payment } = await paid();
		const refund = (amount: number, key: string) =>
			mall.call(
				payments.refund,
				{ id: order.id, amount, reason: "Damaged" },
				{ ...clerk, idempotencyKey: key },
			);

		await Promise.all([refund(400, "a"), refund(400, "a"), refund(90, "b")]);

		expect(account(payment)).toEqual({ taken: 1490, refunded: 490 });
		expect((await get(ada, order)).payment.refunded).toBe(490);
	});

	it("notes on the order what was given back at Stripe's own desk", async () => {
		const { ada, order, payment } = await paid();
		stub.refundAtDesk({ key: payment.id }, 300);

		await tell(payment);
		await tell(payment);

		await eventually(async () =>
			expect((await get(ada, order)).payment).toMatchObject({ refunded: 300 }),
		);
		await eventually(async () =>
			expect(await stored(payment.id)).toMatchObject({
				refunded: 300,
				refunds: [{ amount: 300, by: "provider", status: "done" }],
			}),
		);
	});

	it("refunds no more than Stripe has left, and knows then what is left", async () => {
		const { ada, order, payment } = await paid();
		stub.refundAtDesk({ key: payment.id }, 1000);
		const refund = (amount: number) =>
			mall.call(payments.refund, { id: order.id, amount, reason: "Damaged" }, clerk);

		await expect(refund(500)).rejects.toMatchObject({
			type: "REFUND_TOO_HIGH",
			data: { left: 490 },
		});

		expect((await get(ada, order)).payment.refunded).toBe(1000);
		await refund(490);
		expect(account(payment)).toEqual({ taken: 1490, refunded: 1490 });
	});

	describe("a refund that does not arrive", () => {
		const boss: Who = staff("orders:read", "orders:refund", "payments:read", "payments:write");
		const failed = async () => {
			const begun = await paid();
			const { order, payment } = begun;
			const ask = { id: order.id, amount: 400, reason: "Damaged" };
			const { id: refundId } = await mall.call(payments.refund, ask, boss);
			stub.failRefund({ key: payment.id });
			return { ...begun, refundId, asked: { id: order.id, refundId } };
		};
		const refundOf = async ({ id }: Payment) => (await stored(id)).refunds[0]!;
		const heardOf = (payment: Payment) =>
			eventually(async () => expect((await refundOf(payment)).status).toBe("failed"));
		const retry = (asked: { id: string; refundId: string }, who = boss) =>
			mall.call(payments.retryRefund, asked, who);

		it("is heard of by its message, also of one that does not name our payment", async () => {
			const { ada, order, payment } = await failed();

			await tell(payment);
			await heardOf(payment);
			await tell(payment);

			const [shown] = await ofOrder(order);
			expect(shown?.refunds).toMatchObject([{ status: "failed", amount: 400 }]);
			expect((await get(ada, order)).payment).toMatchObject({ refunded: 400 });
			const desk = await paid();
			stub.refundAtDesk({ key: desk.payment.id }, 300);
			stub.failRefund({ key: desk.payment.id });
			const notices = () => db().notices.count({ "payment.key": desk.payment.id });
			const before = await notices();
			await tell(desk.payment);
			expect(await notices()).toBe(before + 3);
		});

		it("is found also without a message, when somebody looks", async () => {
			const { payment } = await failed();

			const checked = await mall.call(payments.adminCheck, { id: payment.id }, boss);

			expect(checked.refunds).toMatchObject([{ status: "failed" }]);
		});

		it("is sent again once, however often staff say so, and may fail again", async () => {
			const { payment, asked } = await failed();
			await expect(retry(asked)).rejects.toMatchObject({ type: "REFUND_NOT_FAILED" });
			await tell(payment);
			await heardOf(payment);

			const [one, other] = await Promise.all([retry(asked), retry(asked)]);

			expect([one.status, other.status]).toEqual(["done", "done"]);
			expect(account(payment)).toEqual({ taken: 1490, refunded: 400 });
			stub.failRefund({ key: payment.id });
			await tell(payment);
			await heardOf(payment);
			expect(await retry(asked)).toMatchObject({ status: "done", retries: 2 });
			expect(account(payment).refunded).toBe(400);
		});

		it("is owed still when Stripe does not take it again", async () => {
			const { payment, asked } = await failed();
			await tell(payment);
			await heardOf(payment);
			stub.refundAtDesk({ key: payment.id }, 1490);

			await expect(retry(asked)).rejects.toMatchObject({ type: "REFUND_NOT_TAKEN" });

			expect(await refundOf(payment)).toMatchObject({ status: "failed", retries: 1 });
		});

		it("can be paid another way, and is not sent again then", async () => {
			const { payment, asked } = await failed();
			const settle = (note: string) =>
				mall.call(payments.settleRefund, { ...asked, note }, boss);
			await expect(settle("By bank")).rejects.toMatchObject({ type: "REFUND_NOT_FAILED" });
			await tell(payment);
			await heardOf(payment);

			expect(await settle("By bank transfer")).toMatchObject({
				status: "done",
				otherwise: "By bank transfer",
			});
			expect(await settle("By bank transfer")).toMatchObject({ status: "done" });

			await expect(settle("In cash")).rejects.toMatchObject({ type: "REFUND_NOT_FAILED" });
			await expect(retry(asked)).rejects.toMatchObject({ type: "REFUND_NOT_FAILED" });
			await tell(payment);
			await mall.call(payments.adminCheck, { id: payment.id }, boss);
			expect((await refundOf(payment)).status).toBe("done");
		});

		it("of another order is not there", async () => {
			const { asked } = await failed();
			const { order } = await placed();

			await expect(retry({ ...asked, id: order.id })).rejects.toMatchObject({
				type: "REFUND_NOT_FOUND",
			});
		});
	});

	it("gives everything back when a paid order is cancelled", async () => {
		const { ada, order, payment } = await paid();

		await cancel(ada, order);

		await eventually(async () =>
			expect((await get(ada, order)).payment).toMatchObject({ refunded: 1490 }),
		);
		expect(account(payment)).toEqual({ taken: 1490, refunded: 1490 });
	});

	describe("with manual capture", () => {
		let promising: StripeStub;
		beforeAll(async () => {
			promising = await stripeStub("manual");
			providers.stripe = stripe({ ...promising.access, patienceMs: 300 });
		});
		afterAll(async () => {
			providers.stripe = stripe({ ...stub.access, patienceMs: 300 });
			await promising.stop();
		});

		it("takes what was promised for an order that stands", async () => {
			const { ada, order, payment } = await waiting();
			promising.buyer({ key: payment.id, reference: null }, "pays");

			expect(await check(ada, order, payment)).toMatchObject({ status: "captured" });

			expect(promising.account({ key: payment.id, reference: null }).taken).toBe(1490);
		});

		it("lets go of what was promised for one that does not, and takes nothing", async () => {
			const { ada, order, payment } = await waiting();
			promising.trouble("hangs");
			await cancel(ada, order);
			promising.buyer({ key: payment.id, reference: null }, "pays");
			promising.trouble("none");

			expect(await check(ada, order, payment)).toMatchObject({ status: "refused" });

			expect(promising.intentOf({ key: payment.id }).status).toBe("canceled");
			expect(promising.account({ key: payment.id, reference: null }).taken).toBe(0);
		});
	});
});
