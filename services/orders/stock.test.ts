import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carts } from "#contracts/carts";
import { inventory } from "#contracts/inventory";
import { orders } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { payments } from "#contracts/payments";
import type { Wanted } from "#contracts/promotions";
import { newId } from "#mixins/clock";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aSaleItem, anAddress, catalogue, people, shopSettings } from "#tests/support/neighbours";

const clerk = staff("orders:ship", "orders:cancel", "orders:refund", "inventory:read");
const units = { ONE: 7, TWO: 5, MANY: 40 };

describe("orders and the true stock", () => {
	let mall: TestMall;

	beforeAll(async () => {
		mall = await start([
			"orders",
			"payments",
			"promotions",
			"carts",
			"inventory",
			catalogue(...Object.keys(units).map((sku) => aSaleItem({ sku }))).service,
			shopSettings().service,
			people(),
		]);
		const lines = Object.entries(units).map(([sku, quantity]) => ({
			sku,
			productId: `product-${sku}`,
			quantity,
		}));
		await mall.call(inventory.receive, { key: "first", lines, by: "system" });
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const place = (who: object, items?: Wanted[]) =>
		mall.call(orders.place, { items, address: anAddress, shippingMethod: "standard" }, who);
	const level = (sku: string) => mall.call(inventory.get, { sku }, clerk);

	it("sells M pieces to exactly M of N buyers who come at once with their carts", async () => {
		const buyers = Array.from({ length: 30 }, () => customer(newId()));
		for (const who of buyers) await mall.call(carts.add, { sku: "ONE", quantity: 1 }, who);

		const answers = await Promise.allSettled(buyers.map((who) => place(who)));

		const won = answers.filter(({ status }) => status === "fulfilled");
		const lost = answers.filter((answer) => answer.status === "rejected");
		expect(won).toHaveLength(units.ONE);
		for (const { reason } of lost)
			expect(reason).toMatchObject({
				type: "OUT_OF_STOCK",
				code: 409,
				data: { sku: "ONE", left: 0 },
			});
		expect(await level("ONE")).toMatchObject({ onHand: 7, reserved: 7, available: 0 });
	});

	it("holds nothing of an order of which one line is short", async () => {
		const want = (quantity: number) => [
			{ sku: "MANY", quantity: 1 },
			{ sku: "TWO", quantity },
		];
		const answers = await Promise.allSettled(
			Array.from({ length: 20 }, () => place(customer(newId()), want(2))),
		);

		expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
		expect(await level("TWO")).toMatchObject({ reserved: 4 });
		expect(await level("MANY")).toMatchObject({ reserved: 2 });
	});

	it("counts every piece through payments, cancellations and parcels at random", async () => {
		const before = await level("MANY");
		const buyers = Array.from({ length: 20 }, () => customer(newId()));
		const placed = await Promise.all(
			buyers.map((who) => place(who, [{ sku: "MANY", quantity: 1 }])),
		);
		const ways: ((order: Order, who: object) => Promise<unknown>)[] = [
			(order, who) => mall.call(orders.cancel, { id: order.id }, who),
			(order, who) => pay(order, who),
			async (order, who) => {
				await pay(order, who);
				await mall.call(orders.adminCancel, { id: order.id, reason: "No" }, clerk);
			},
			async (order, who) => {
				await pay(order, who);
				const parcel = { carrier: "DHL", trackingNumber: newId() };
				await mall.call(orders.ship, { id: order.id, ...parcel }, clerk);
			},
		];
		const pay = ({ id }: Order, who: object) =>
			mall.call(
				payments.pay,
				{ id, method: "sandbox", card: { number: "4242424242424242" } },
				who,
			);

		await Promise.all(placed.map((order, n) => ways[n % 4]!(order, buyers[n]!)));

		const after = await level("MANY");
		expect(after.onHand).toBe(before.onHand - 5);
		expect(after.reserved).toBe(before.reserved + 5);
	});
});
