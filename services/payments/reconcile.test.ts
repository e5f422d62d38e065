// The books of payments, orders and Stripe, with every way in which they may disagree.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orders } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { payments } from "#contracts/payments";
import type { Finding } from "#contracts/payments";
import { newId } from "#mixins/clock";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	eventually,
	people,
	shopSettings,
	stockroom,
	storeOf,
} from "#tests/support/neighbours";
import { stripeStub } from "#tests/support/stripe-stub";
import type { StripeStub } from "#tests/support/stripe-stub";
import { sandbox } from "./providers/sandbox.ts";
import { stripe } from "./providers/stripe.ts";
import { providers } from "./providers/table.ts";
import { reconcileNightly } from "./books.ts";
import type { Db } from "./stored.ts";
import type { Collection } from "#mixins/collection";

const clerk = staff("payments:read", "payments:write", "orders:read", "orders:refund");
const card = { number: "4242424242424242" };
const hourAgo = () => new Date(Date.now() - 3_600_000).toISOString();

describe("the reconciliation", () => {
	let mall: TestMall;
	let stub: StripeStub;

	beforeAll(async () => {
		stub = await stripeStub();
		providers.sandbox = sandbox();
		providers.stripe = stripe({ ...stub.access, patienceMs: 500 });
		mall = await start([
			"payments",
			"orders",
			"promotions",
			"carts",
			catalogue(aSaleItem({ sku: "A" })).service,
			stockroom({ A: 100_000 }).service,
			shopSettings().service,
			people(),
		]);
	});
	afterAll(async () => {
		await mall.stop();
		await stub.stop();
		removeData();
	});

	const db = () => storeOf<Db>(mall, "payments");
	const orderBooks = () => storeOf<{ orders: Collection<Order> }>(mall, "orders").orders;

	async function bought(method: "sandbox" | "stripe") {
		const ada = customer(newId());
		const items = [{ sku: "A", quantity: 1 }];
		const asked = { items, address: anAddress, shippingMethod: "standard" };
		const order = await mall.call(orders.place, asked, ada);
		const { id } = order;
		const how = method === "sandbox" ? { method, card } : { method };
		const payment = await mall.call(payments.pay, { id, ...how }, ada);
		if (method === "stripe") {
			stub.buyer({ key: payment.id, reference: null }, "pays");
			await mall.call(payments.check, { id, paymentId: payment.id }, ada);
		}
		// What is younger than a minute may still be on its way.
		await eventually(async () =>
			expect((await db().payments.findById(payment.id))?.isMarked).toBe(true),
		);
		await db().payments.update({ id: payment.id }, { $set: { capturedAt: hourAgo() } });
		return { ada, order, payment };
	}

	async function compared() {
		await mall.call(payments.reconcile, {}, clerk);
		const read = () => mall.call(payments.reconciliation, {}, clerk);
		await eventually(async () => expect((await read()).isRunning).toBe(false));
		return read();
	}

	const check = (id: string) => mall.call(payments.adminCheck, { id }, clerk);
	const findingOf = async ({ id }: Order): Promise<Finding | undefined> =>
		(await compared()).findings.find(({ orderId }) => orderId === id);

	it("finds nothing where all is well", async () => {
		const [one, other] = [await bought("sandbox"), await bought("stripe")];
		await mall.call(
			payments.refund,
			{ id: other.order.id, amount: 100, reason: "Late" },
			clerk,
		);
		await mall.call(orders.cancel, { id: one.order.id }, one.ada);

		const { findings, compared: counted, unreachable, ranAt } = await compared();

		expect(findings).toEqual([]);
		expect(counted.payments).toBeGreaterThan(1);
		expect(counted.orders).toBeGreaterThan(1);
		expect(counted.atProviders).toBeGreaterThan(0);
		expect(unreachable).toEqual([]);
		expect(ranAt).not.toBeNull();
	});

	it("lists money that no order counts, and gives it back when told", async () => {
		const { order, payment } = await bought("sandbox");
		await orderBooks().update(
			{ id: order.id },
			{ $set: { "payment.id": "another", "payment.captured": 1490 } },
		);

		const { findings } = await compared();
		expect(findings).toContainEqual(
			expect.objectContaining({
				kind: "paid-without-order",
				amount: 1490,
				orderNumber: order.number,
				paymentId: payment.id,
				canCheck: true,
			}),
		);

		expect(await check(payment.id)).toMatchObject({ status: "refunded", refunded: 1490 });
		await orderBooks().remove({ id: order.id });
		expect((await compared()).findings).toEqual([]);
	});

	it("lists money that an order has not heard of, and tells it", async () => {
		const { order, payment } = await bought("stripe");
		await orderBooks().update(
			{ id: order.id },
			{
				$set: {
					status: "pending_payment",
					"payment.id": null,
					"payment.status": "unpaid",
					"payment.paidAt": null,
					"payment.captured": 0,
					expiresAt: new Date(Date.now() + 60_000).toISOString(),
				},
			},
		);

		expect(await findingOf(order)).toMatchObject({ kind: "paid-without-order", amount: 1490 });

		await check(payment.id);
		expect(await findingOf(order)).toBeUndefined();
		expect((await mall.call(orders.balances, { ids: [order.id] }))[0]).toMatchObject({
			status: "paid",
			paidBy: payment.id,
		});
	});

	it("lists an order that counts as paid without a payment", async () => {
		const { order, payment } = await bought("sandbox");
		await db().payments.remove({ id: payment.id });

		expect(await findingOf(order)).toMatchObject({
			kind: "order-without-payment",
			amount: 1490,
			canCheck: false,
		});
		await orderBooks().remove({ id: order.id });
	});

	it("lists a refund that has not gone back, and sends it", async () => {
		const { order, payment } = await bought("stripe");
		const made = { id: newId(), orderId: order.id, paymentId: payment.id, amount: 90 };
		const refunds = [{ ...made, reason: "", status: "pending", at: hourAgo(), by: "system" }];
		await db().payments.update({ id: payment.id }, { $set: { refunds, refunded: 90 } });

		expect(await findingOf(order)).toMatchObject({ kind: "refund-owed", amount: 90 });

		await check(payment.id);
		expect(stub.account({ key: payment.id, reference: null }).refunded).toBe(90);
		expect(await findingOf(order)).toBeUndefined();
	});

	it("lists what Stripe says otherwise, and learns it", async () => {
		const { order, payment } = await bought("stripe");
		stub.refundAtDesk({ key: payment.id }, 300);

		expect(await findingOf(order)).toMatchObject({ kind: "provider-differs", amount: 300 });

		expect(await check(payment.id)).toMatchObject({ refunded: 300 });
		expect(await findingOf(order)).toBeUndefined();
	});

	it("lists what Stripe has taken for a payment that was given up, and takes it", async () => {
		const { order, payment } = await bought("stripe");
		await orderBooks().remove({ id: order.id });
		await db().payments.update(
			{ id: payment.id },
			{ $set: { status: "refused", capturedAt: null, isMarked: false } },
		);

		expect(await findingOf(order)).toMatchObject({ kind: "paid-without-order", amount: 1490 });

		// The order is gone: the money goes back.
		expect(await check(payment.id)).toMatchObject({ status: "refunded" });
		expect(await findingOf(order)).toBeUndefined();
	});

	it("lists what Stripe has taken for a payment that we don't know", async () => {
		const { order, payment } = await bought("stripe");
		const { id: reference } = stub.intentOf({ key: payment.id });
		await orderBooks().remove({ id: order.id });
		await db().payments.remove({ id: payment.id });

		const { findings } = await compared();

		expect(findings).toEqual([
			{
				kind: "payment-unknown",
				amount: 1490,
				method: null,
				orderId: null,
				orderNumber: null,
				paymentId: null,
				reference,
				at: null,
				canCheck: false,
			},
		]);
		stub.change(reference, { amount_received: 0 });
	});

	it("says which provider did not answer, and compares the rest", async () => {
		await bought("sandbox");
		stub.trouble("hangs up");

		const { unreachable, compared: counted } = await compared();
		stub.trouble("none");

		expect(unreachable).toEqual(["stripe"]);
		expect(counted.payments).toBeGreaterThan(0);
		await expect(check("none")).rejects.toMatchObject({ type: "PAYMENT_NOT_FOUND", code: 404 });
	});

	it("runs each night, once", async () => {
		const caller = { broker: mall.broker };
		const yesterday = new Date(Date.now() - 25 * 3_600_000).toISOString();
		await db().reports.update({ id: "latest" }, { $set: { ranAt: yesterday } });

		await Promise.all([reconcileNightly(caller, db()), reconcileNightly(caller, db())]);

		const { version, ranAt } = (await db().reports.findById("latest"))!;
		expect(ranAt! > yesterday).toBe(true);
		await reconcileNightly(caller, db());
		expect((await db().reports.findById("latest"))!.version).toBe(version);
	});
});
