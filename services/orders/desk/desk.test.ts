// What staff do with many orders at once.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orders } from "#contracts/orders";
import type { Order } from "#contracts/orders";
import { payments } from "#contracts/payments";
import { newId } from "#mixins/clock";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	shopSettings,
	stockroom,
} from "#tests/support/neighbours";

const clerk = staff("orders:read", "orders:ship");

describe("the orders desk", () => {
	let mall: TestMall;
	const goods = catalogue(aSaleItem({ sku: "A" }), aSaleItem({ sku: "B", unitPrice: 777 }));
	const stock = stockroom({ A: 100_000, B: 100_000 });
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

	const place = (who = customer(newId())) =>
		mall.call(
			orders.place,
			{
				items: [{ sku: "A", quantity: 2 }],
				address: anAddress,
				shippingMethod: "standard",
			},
			who,
		);
	const paid = async () => {
		const who = customer(newId());
		const order = await place(who);
		const card = { number: "4242424242424242" };
		await mall.call(payments.pay, { id: order.id, method: "sandbox", card }, who);
		return order;
	};
	const parcelOf = ({ id }: Pick<Order, "id">) => ({
		id,
		carrier: "DHL",
		trackingNumber: newId(),
	});

	it("ships what can be shipped and says why of each that can't", async () => {
		const [first, second, open] = [await paid(), await paid(), await place()];

		const answer = await mall.call(
			orders.bulkShip,
			{ orders: [first, open, { id: "nobody" }, second].map(parcelOf) },
			{ ...clerk, locale: "zh" },
		);

		expect(answer).toEqual({
			done: 2,
			orders: [
				{ id: first.id, number: first.number, status: "shipped", problem: null },
				{
					id: open.id,
					number: open.number,
					status: "pending_payment",
					problem: { code: "ORDER_NOT_PAID", detail: "订单尚未付款。" },
				},
				{
					id: "nobody",
					number: null,
					status: null,
					problem: { code: "ORDER_NOT_FOUND", detail: "没有订单 nobody。" },
				},
				{ id: second.id, number: second.number, status: "shipped", problem: null },
			],
		});
	});

	it("sends one parcel for each order however often the same request comes", async () => {
		const all = [await paid(), await paid()];
		const request = { orders: all.map(parcelOf) };
		const who = { ...clerk, idempotencyKey: newId() };

		const answers = await Promise.all(
			Array.from({ length: 5 }, () => mall.call(orders.bulkShip, request, who)),
		);

		for (const answer of answers) expect(answer).toEqual(answers[0]);
		for (const { id } of all) {
			const { shipments } = await mall.call(orders.adminGet, { id }, clerk);
			expect(shipments).toHaveLength(1);
		}
		const other = { orders: all.map(parcelOf) };
		await expect(mall.call(orders.bulkShip, other, who)).rejects.toMatchObject({ code: 422 });
	});

	it("says in the timeline who has sent which part", async () => {
		const { id } = await paid();
		const parcel = { ...parcelOf({ id }), lines: [{ sku: "A", quantity: 1 }] };

		await mall.call(orders.ship, parcel, clerk);
		const done = await mall.call(orders.ship, { ...parcelOf({ id }) }, clerk);

		const by = clerk.user!.id;
		expect(done.timeline.slice(-2)).toMatchObject([
			{ status: "paid", command: "ship", by },
			{ status: "shipped", command: "ship", by },
		]);
		expect(done.names).toEqual({ [by]: by });
	});

	it("exports what the list shows, with nothing that a spreadsheet would run", async () => {
		const who = customer("export");
		const order = await mall.call(
			orders.place,
			{
				items: [{ sku: "B", quantity: 3 }],
				address: { ...anAddress, name: "=1+1" },
				shippingMethod: "standard",
			},
			who,
		);
		await place(who);
		await mall.call(orders.cancel, { id: order.id }, who);

		const filter = { q: "export@example.com", status: "cancelled" as const };
		const lines = await textOf(await mall.call(orders.export, filter, clerk));

		expect(lines).toHaveLength(2);
		expect(lines[0]).toMatch(/number,createdAt,status,payment/);
		expect(lines[1]).toContain(`${order.number},${order.createdAt},cancelled,unpaid`);
		expect(lines[1]).toContain("3 x B");
		expect(lines[1]).toContain(",'=1+1,");
	});
});

async function textOf(answer: unknown): Promise<string[]> {
	let text = "";
	for await (const part of answer as AsyncIterable<Buffer>) text += part.toString();
	return text.trim().split("\n");
}
