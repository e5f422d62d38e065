// Paying over HTTP: at once, at a provider who tells us later, and while somebody cancels.
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Order } from "#contracts/orders";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	admin,
	anOrder,
	aProduct,
	aShopper,
	badCard,
	expectBody,
	pay,
	stockOf,
} from "#tests/support/shop";
import { stripeStub } from "#tests/support/stripe-stub";
import type { StripeStub } from "#tests/support/stripe-stub";
import type { Message } from "../../services/payments/providers/provider.ts";
import { stripe } from "../../services/payments/providers/stripe.ts";
import { providers } from "../../services/payments/providers/table.ts";

describe("paying", () => {
	let mall: OpenMall;
	let stub: StripeStub;
	beforeAll(async () => {
		stub = await stripeStub();
		providers.stripe = stripe(stub.access);
		mall = await openMall();
	});
	afterAll(async () => {
		await mall.stop();
		await stub.stop();
		removeData();
	});

	const hook = ({ body, headers }: Message, name = "stripe") =>
		mall.send(`POST /payments/webhooks/${name}`, {
			body,
			headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
		});
	const statusOf = async ({ id }: Order, who: object) =>
		expectBody<Order>(await mall.send(`GET /orders/${id}`, who)).status;

	it("goes on at Stripe, whose signed message pays the order", async () => {
		const { sku } = await aProduct(mall);
		const { token } = await aShopper(mall);
		const order = await anOrder(mall, { token }, { items: [{ sku, quantity: 1 }] });
		const offered = expectBody(await mall.send("GET /payment-methods"));
		expect(offered.map(({ key }: { key: string }) => key)).toContain("stripe");

		const body = { method: "stripe" };
		const begun = await mall.send(`POST /orders/${order.id}/payments`, { token, body });
		const payment = expectBody(begun, 201);
		expect(payment).toMatchObject({ status: "pending", next: { kind: "form" } });
		const named = { key: payment.id, reference: stub.intentOf({ key: payment.id }).id };
		stub.buyer(named, "pays");
		const message = stub.messages(named).at(-1)!;

		for (const forged of stub.forged(message))
			expect(await hook(forged)).toMatchObject({
				status: 401,
				body: { code: "WEBHOOK_FORGED" },
			});
		expect(await hook(message, "unknown")).toMatchObject({ status: 404 });
		expect(await statusOf(order, { token })).toBe("pending_payment");

		for (let time = 0; time < 2; time++)
			expect(await hook(message)).toMatchObject({ status: 200, body: "" });
		await expect.poll(() => statusOf(order, { token })).toBe("paid");
		const again = await mall.send(`POST /orders/${order.id}/payments`, { token, body });
		expect(again).toMatchObject({ status: 409, body: { code: "ORDER_ALREADY_PAID" } });
	});

	it("says what can be done after a refused card, and does it", async () => {
		const { sku } = await aProduct(mall);
		const { token } = await aShopper(mall);
		const order = await anOrder(mall, { token }, { items: [{ sku, quantity: 1 }] });

		const refused = await pay(mall, { token }, order, badCard);

		expect(refused).toMatchObject({ status: 409, body: { code: "PAYMENT_REFUSED" } });
		expectBody(await pay(mall, { token }, order), 201);
	});

	it("and cancelling at the same moment, 500 times: one wins, money and stock agree", async () => {
		const times = 500;
		const adminToken = await admin(mall);
		const { sku } = await aProduct(mall, { stock: times });
		const { token } = await aShopper(mall);
		const who = { token };
		const outcomes = new Map<string, number>();
		let standing = 0;
		const once = async (turn: number) => {
			const order = await anOrder(mall, who, { items: [{ sku, quantity: 1 }] });
			const cancelling = async () => {
				// Why: a payment takes a few milliseconds, and each of its moments is to be met.
				const lateMs = (turn % 4) - 1;
				if (lateMs > 0) await wait(lateMs);
				return mall.send(`POST /orders/${order.id}/cancel`, { ...who, body: {} });
			};
			const [paid, cancelled] = await Promise.all([pay(mall, who, order), cancelling()]);

			const { status, payment, timeline } = expectBody<Order>(
				await mall.send(`GET /orders/${order.id}`, who),
			);
			const told = [paid.status, cancelled.status];
			if (told.every((one) => one < 300)) {
				// What the payment was told was true then: the order was paid when it was cancelled.
				expect(paid.body).toMatchObject({ status: "captured" });
				expect(timeline.map((entry) => entry.status)).toEqual(
					expect.arrayContaining(["pending_payment", "paid", "cancelled"]),
				);
			}
			const said = `${paid.status} ${cancelled.status} ${status}`;
			outcomes.set(said, (outcomes.get(said) ?? 0) + 1);
			if (status === "paid") standing += 1;
			const { captured, refunded } = payment;
			expect({ said, kept: captured - refunded }).toEqual({
				said,
				kept: status === "paid" ? order.totals.total : 0,
			});
			const { body } = await mall.send(`GET /admin/orders/${order.id}/payments`, {
				token: adminToken,
			});
			const sums = body.items.map(
				(one: { status: string; amount: number; refunded: number }) =>
					one.status === "refused" || one.status === "pending"
						? 0
						: one.amount - one.refunded,
			);
			expect(sums.reduce((sum: number, one: number) => sum + one, 0)).toBe(
				captured - refunded,
			);
		};
		const turns = Array.from({ length: times }, (_, turn) => turn).values();
		await Promise.all(
			Array.from({ length: 4 }, async () => {
				for (const turn of turns) await once(turn);
			}),
		);

		// Either the order was paid and could not be cancelled, or it was cancelled and could not be
		// paid; a cancellation that came in when it was paid already has given the money back.
		const allowed = ["201 409 paid", "409 200 cancelled", "201 200 cancelled"];
		expect([...outcomes.keys()].filter((said) => !allowed.includes(said))).toEqual([]);
		expect([...outcomes.values()].reduce((sum, one) => sum + one, 0)).toBe(times);
		process.stdout.write(`pay and cancel: ${JSON.stringify(Object.fromEntries(outcomes))}\n`);
		await expect
			.poll(() => stockOf(mall, sku))
			.toMatchObject({
				onHand: times,
				reserved: standing,
				available: times - standing,
			});
	}, 120_000);
});
