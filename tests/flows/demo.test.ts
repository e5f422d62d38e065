// The demo shop as it is after the first start: its orders are orders like all others.
import type { Service } from "moleculer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "#scripts/demo/catalogue";
import { seed } from "#scripts/seed";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import { admin, expectBody, stockOf } from "#tests/support/shop";
import { unbalanced } from "../../services/inventory/reconcile.ts";
import type { Books } from "../../services/inventory/filing.ts";

describe("the demo shop", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall();
		await seed(mall.broker, () => {});
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const desk = async (route: string, body?: unknown) =>
		mall.send(route, { body, token: await admin(mall) });

	async function someOrder(status: string) {
		const { items } = expectBody(await desk(`GET /admin/orders?status=${status}&pageSize=1`));
		expect(items).toHaveLength(1);
		return items[0];
	}

	const levelsOf = (order: { items: { sku: string }[] }) =>
		Promise.all(order.items.map(({ sku }) => stockOf(mall, sku)));

	const after = (
		levels: { onHand: number; reserved: number }[],
		order: { items: { quantity: number }[] },
		change: { onHand: number; reserved: number },
	) =>
		levels.map((level, at) => {
			const quantity = order.items[at]?.quantity ?? 0;
			const onHand = level.onHand + change.onHand * quantity;
			const reserved = level.reserved + change.reserved * quantity;
			return { ...level, onHand, reserved, available: onHand - reserved };
		});

	async function expectSound() {
		const { db } = mall.broker.getLocalService("v1.inventory") as Service & { db: Books };
		const wrong: unknown[] = [];
		for await (const one of unbalanced(db)) wrong.push(one);
		expect(wrong).toEqual([]);
	}

	it("has as much of everything as planned, and little of a few things only", async () => {
		const low = expectBody(await desk("GET /admin/inventory?low=true&pageSize=100"));
		const variants = catalogue.flatMap((product) => product.variants).slice(0, 40);
		const levels = await Promise.all(variants.map(({ sku }) => stockOf(mall, sku)));

		expect(low.total).toBeGreaterThanOrEqual(6);
		expect(low.total).toBeLessThanOrEqual(14);
		expect(levels.map(({ available }) => available)).toEqual(
			variants.map(({ stock }) => stock),
		);
		await expectSound();
	});

	it("dates what its orders moved when they did", async () => {
		const order = await someOrder("completed");
		const [{ sku }] = order.items;

		const { body } = await desk(`GET /admin/inventory/${sku}/movements?pageSize=100`);

		const moves = body.items.filter((one: { orderId?: string }) => one.orderId === order.id);
		expect(moves.map(({ kind, at }: { kind: string; at: string }) => [kind, at])).toEqual([
			["ship", order.shipments[0].at],
			["reserve", order.createdAt],
		]);
	});

	it("refunds a part of an order that was completed long ago", async () => {
		const order = await someOrder("completed");

		const refund = expectBody(
			await desk(`POST /admin/orders/${order.id}/refunds`, { amount: 1, reason: "Sorry" }),
			201,
		);

		expect(refund).toMatchObject({ status: "done", amount: 1 });
		const { payment } = expectBody(await desk(`GET /admin/orders/${order.id}`));
		expect(payment).toMatchObject({ refunded: 1, captured: order.totals.total });
		const { body } = await desk(`GET /admin/orders/${order.id}/payments`);
		expect(body.items).toMatchObject([{ status: "captured", method: "sandbox", refunded: 1 }]);
	});

	it("ships an order that is paid", async () => {
		const order = await someOrder("paid");
		const before = await levelsOf(order);

		const parcel = { carrier: "DHL", trackingNumber: "1" };
		expectBody(await desk(`POST /admin/orders/${order.id}/shipments`, parcel), 201);

		expect(await levelsOf(order)).toEqual(after(before, order, { onHand: -1, reserved: -1 }));
		await expectSound();
	});

	it("cancels an order that is paid: money and stock go back", async () => {
		const order = await someOrder("paid");
		const before = await levelsOf(order);

		const reason = { reason: "Changed their mind" };
		expectBody(await desk(`POST /admin/orders/${order.id}/cancel`, reason));

		expect(await levelsOf(order)).toEqual(after(before, order, { onHand: 0, reserved: -1 }));
		const { status, payment } = expectBody(await desk(`GET /admin/orders/${order.id}`));
		expect({ status, payment: payment.status }).toEqual({
			status: "cancelled",
			payment: "refunded",
		});
		await expectSound();
	});

	it("takes the cash for an order that is paid on delivery", async () => {
		const order = await someOrder("confirmed");

		const amount = { amount: order.totals.total };
		expectBody(await desk(`POST /admin/orders/${order.id}/payments`, amount), 201);

		const { payment } = expectBody(await desk(`GET /admin/orders/${order.id}`));
		expect(payment).toMatchObject({ status: "captured", method: "cash-on-delivery" });
	});
});
