import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orders } from "#contracts/orders";
import { payments } from "#contracts/payments";
import { newId, now } from "#mixins/clock";
import { customer, removeData, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	shopSettings,
	stockroom,
} from "#tests/support/neighbours";

describe("what a change owes to others", () => {
	let mall: TestMall;
	let refunds = 0;
	const paymentId = newId();

	/** Tells the order of the refund before it answers, as the true service does. */
	const till = stub(payments, {
		refundAll: async ({ orderId }) => {
			refunds += 1;
			const refund = { refundId: "refund-1", paymentId, amount: 2490 };
			await mall.call(orders.markRefunded, { id: orderId, ...refund });
		},
	});

	beforeAll(async () => {
		mall = await start([
			"orders",
			"promotions",
			"carts",
			till,
			catalogue(aSaleItem({ sku: "A" })).service,
			stockroom({ A: 1000 }).service,
			shopSettings().service,
			people(),
		]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	it("is carried out once, also when it tells the order something meanwhile", async () => {
		const ada = customer(newId());
		const items = [{ sku: "A", quantity: 2 }];
		const wish = { items, address: anAddress, shippingMethod: "standard" };
		const { id, totals } = await mall.call(orders.place, wish, ada);
		const captured = { paymentId, method: "sandbox", amount: totals.total, paidAt: now() };
		await mall.call(orders.markPaid, { id, ...captured });

		const cancelled = await mall.call(orders.cancel, { id }, ada);

		expect(cancelled.payment).toMatchObject({ status: "refunded", refunded: 2490 });
		expect(refunds).toBe(1);
	});
});
