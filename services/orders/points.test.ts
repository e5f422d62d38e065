// Points of orders while the service that keeps them is away, and in the middle of what fails.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orders } from "#contracts/orders";
import { payments } from "#contracts/payments";
import { users } from "#contracts/users";
import type { Meta } from "#mixins/service";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	shopSettings,
	stockroom,
	storeOf,
	without,
} from "#tests/support/neighbours";
import type { Db } from "./stored.ts";

const card = { number: "4242 4242 4242 4242" };
const clerk = staff("users:points", "orders:write", "orders:cancel", "orders:refund");
const poll = { timeout: 15_000 };

describe("points of orders", () => {
	let mall: TestMall;
	const goods = catalogue(aSaleItem({ sku: "A", unitPrice: 2000 }));
	const stock = stockroom({ A: 1000 });
	beforeAll(async () => {
		mall = await start([
			"orders",
			"payments",
			"promotions",
			"carts",
			"users",
			goods.service,
			stock.service,
			shopSettings().service,
		]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	let made = 0;
	async function aBuyer(points: number): Promise<{ userId: string; meta: Partial<Meta> }> {
		const username = `buyer${++made}`;
		const email = `${username}@example.com`;
		const { id } = await mall.call(users.claim, { username, email, kind: "customer" });
		await mall.call(users.activate, { id });
		await mall.call(users.adjustPoints, { id, points, reason: "test" }, clerk);
		return { userId: id, meta: customer(id) };
	}

	const place = (meta: Partial<Meta>, points: number) =>
		mall.call(
			orders.place,
			{
				items: [{ sku: "A", quantity: 1 }],
				address: anAddress,
				shippingMethod: "standard",
				points,
			},
			meta,
		);
	const pay = ({ id }: { id: string }, meta: Partial<Meta>) =>
		mall.call(payments.pay, { id, method: "sandbox", card }, meta);
	const pointsOf = (userId: string) => mall.call(users.pointsOf, { userId });
	const owed = async (id: string) =>
		(await storeOf<Db>(mall, "orders").orders.findById(id))!.effects.map(({ kind }) => kind);

	it("are spent as soon as somebody can, when the order was paid meanwhile", async () => {
		const { userId, meta } = await aBuyer(500);
		const order = await place(meta, 500);

		await without(mall, "users", async () => {
			expect((await pay(order, meta)).status).toBe("captured");
			expect(await owed(order.id)).toContain("spend-points");
		});

		await expect.poll(() => pointsOf(userId), poll).toMatchObject({ balance: 0, held: 0 });
		await expect.poll(() => owed(order.id), poll).toEqual([]);
	});

	it("come back whole, when the order was paid, refunded in part and cancelled meanwhile", async () => {
		const { userId, meta } = await aBuyer(500);
		const order = await place(meta, 500);
		const { id } = order;

		await without(mall, "users", async () => {
			await pay(order, meta);
			await mall.call(payments.refund, { id, amount: 300, reason: "scratched" }, clerk);
			await mall.call(orders.adminCancel, { id, reason: "broken" }, clerk);
		});

		await expect.poll(() => owed(id), poll).toEqual([]);
		expect(await pointsOf(userId)).toEqual({ balance: 500, held: 0, available: 500 });
	});

	it("come back in parts that make the whole, whatever the parts", async () => {
		const { userId, meta } = await aBuyer(333);
		const order = await place(meta, 333);
		await pay(order, meta);
		const { id } = order;
		const parts = [1, 7, 501, 99];
		const rest = order.totals.total - parts.reduce((sum, part) => sum + part, 0);

		for (const amount of [...parts, rest])
			await mall.call(payments.refund, { id, amount, reason: "part" }, clerk);

		expect(await pointsOf(userId)).toMatchObject({ balance: 333, held: 0 });
	});

	it("come back whole, when a change of an order that is paid on delivery leaves none", async () => {
		const { userId, meta } = await aBuyer(500);
		const { id } = await place(meta, 500);
		await mall.call(payments.pay, { id, method: "cash-on-delivery" }, meta);
		await expect.poll(() => pointsOf(userId), poll).toMatchObject({ balance: 0, held: 0 });
		const { version } = await mall.call(orders.adminGet, { id }, staff("orders:read"));
		goods.bySku.set("A", aSaleItem({ sku: "A", unitPrice: 1 }));

		const wish = { id, version, shippingMethod: "standard" };
		const changed = await mall.call(orders.adminUpdate, wish, clerk);
		goods.bySku.set("A", aSaleItem({ sku: "A", unitPrice: 2000 }));

		expect(changed).toMatchObject({ status: "confirmed", totals: { goods: 1, total: 491 } });
		expect(changed.points ?? 0).toBe(0);
		await expect.poll(() => owed(id), poll).not.toContain("give-back-points");
		expect(await pointsOf(userId)).toEqual({ balance: 500, held: 0, available: 500 });
	});

	it("hold nothing when the order does not come about", async () => {
		const { userId, meta } = await aBuyer(500);
		stock.trouble.after = () => {
			throw new Error("The stockroom burns.");
		};

		await expect(place(meta, 500)).rejects.toThrow();
		stock.trouble.after = () => {};

		await expect.poll(() => pointsOf(userId), poll).toMatchObject({ held: 0, available: 500 });
	});
});
