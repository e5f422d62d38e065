// What staff do with stock: look for it, take goods in, count, be warned.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventory } from "#contracts/inventory";
import { notifications } from "#contracts/notifications";
import { orders } from "#contracts/orders";
import { products } from "#contracts/products";
import { removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { eventually, people } from "#tests/support/neighbours";

const clerk = staff("inventory:read", "inventory:adjust");
const warned: { sku: string }[] = [];
const asked: string[] = [];
let mall: TestMall;
let made = 0;

beforeAll(async () => {
	const catalogue = stub(products, {
		matching: ({ q }) => {
			asked.push(q);
			return { ids: q === "red mug" ? ["mugs"] : [] };
		},
	});
	const numbered = stub(orders, {
		resolve: ({ ids }) => ids.map((id) => ({ id, number: `N-${id}` })),
	});
	const listener = {
		name: notifications.$.service,
		version: 1,
		actions: {
			hear: ({ params }: { params: { payload: { sku: string } } }) =>
				void warned.push(params.payload),
		},
	};
	mall = await start(["inventory", catalogue, numbered, people(), listener]);
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

async function aSku(quantity: number, productId = "others", sku = `S-${++made}`) {
	const lines = [{ sku, productId, quantity }];
	await mall.call(inventory.receive, { key: "v1", lines, by: "test" });
	return sku;
}
const level = (sku: string) => mall.call(inventory.get, { sku }, clerk);
const ledger = async (sku: string) => (await mall.call(inventory.movements, { sku }, clerk)).items;
const found = async (params: { q?: string; low?: boolean; out?: boolean }) => {
	const { items, counts } = await mall.call(inventory.list, params, clerk);
	return { skus: items.map(({ sku }) => sku), counts };
};

describe("a search of the stock", () => {
	beforeAll(async () => {
		await aSku(9, "mugs", "MUG-RED");
		await aSku(3, "mugs", "MUG-RED-XL");
		await aSku(0, "mugs", "BIG-MUG");
	});

	it("finds by how a SKU begins and by the product's name, together", async () => {
		expect((await found({ q: "MUG" })).skus).toEqual(["MUG-RED", "MUG-RED-XL"]);
		expect((await found({ q: " red mug " })).skus).toEqual([
			"BIG-MUG",
			"MUG-RED",
			"MUG-RED-XL",
		]);
	});

	it("takes a whole SKU for itself", async () => {
		expect((await found({ q: "MUG-RED" })).skus).toEqual(["MUG-RED"]);
	});

	it("asks for names once, whatever it finds", async () => {
		asked.length = 0;

		await found({ q: "red mug", low: true });

		expect(asked).toEqual(["red mug"]);
	});

	it("narrows to what is low or out, and counts both", async () => {
		const counts = { all: 3, low: 2, out: 1 };

		expect(await found({ q: "red mug", low: true })).toEqual({
			skus: ["BIG-MUG", "MUG-RED-XL"],
			counts,
		});
		expect(await found({ q: "red mug", out: true })).toEqual({ skus: ["BIG-MUG"], counts });
		expect(await found({ q: "red mug", out: false })).toEqual({
			skus: ["MUG-RED", "MUG-RED-XL"],
			counts,
		});
	});
});

describe("goods that come in", () => {
	it("are on hand, once for one key", async () => {
		const sku = await aSku(1);
		const params = { sku, quantity: 5, reason: "Delivery 7" };
		const keyed = { ...clerk, idempotencyKey: `in-${sku}` };

		await Promise.all([1, 2].map(() => mall.call(inventory.takeIn, params, keyed)));

		expect(await level(sku)).toMatchObject({ onHand: 6, available: 6 });
		expect((await ledger(sku))[0]).toMatchObject({
			kind: "receive",
			quantity: 5,
			reason: "Delivery 7",
			by: "staff-1",
			byName: "staff-1",
		});
	});

	it("are refused of a SKU that nobody knows", async () => {
		const attempt = mall.call(inventory.takeIn, { sku: "nobody", quantity: 1 }, clerk);

		await expect(attempt).rejects.toMatchObject({ type: "STOCK_NOT_FOUND" });
	});
});

describe("a count", () => {
	const count = (sku: string, counted: number, expected: number) =>
		mall.call(inventory.count, { sku, counted, expected, reason: "Stock-taking" }, clerk);

	it("becomes what is on hand, and is written down also when it fits", async () => {
		const sku = await aSku(8);

		await count(sku, 6, 8);
		await count(sku, 6, 6);

		expect(await level(sku)).toMatchObject({ onHand: 6 });
		expect((await ledger(sku)).map(({ kind, quantity }) => [kind, quantity])).toEqual([
			["adjust", 0],
			["adjust", -2],
			["receive", 8],
		]);
	});

	it("is refused when something moved while it was made", async () => {
		const sku = await aSku(8);
		await mall.call(inventory.takeIn, { sku, quantity: 2 }, clerk);

		await expect(count(sku, 8, 8)).rejects.toMatchObject({
			type: "STOCK_MOVED",
			code: 409,
			data: { sku, expected: 8, onHand: 10 },
		});
		expect(await level(sku)).toMatchObject({ onHand: 10 });
	});

	it("can't find fewer than are promised, and names the orders", async () => {
		const sku = await aSku(4);
		const lines = [{ sku, quantity: 3 }];
		await mall.call(inventory.reserve, { orderId: "o-1", lines, expiresAt: null });

		await expect(count(sku, 2, 4)).rejects.toMatchObject({
			type: "STOCK_RESERVED",
			data: { reserved: 3, orders: [{ id: "o-1", number: "N-o-1" }] },
		});
		expect((await ledger(sku))[0]).toMatchObject({ kind: "reserve", orderNumber: "N-o-1" });
	});
});

describe("the threshold", () => {
	it("warns once of what is low already when it is raised, and is kept", async () => {
		const sku = await aSku(20);

		await mall.call(inventory.watch, { sku, lowAt: 30 }, clerk);
		const again = await mall.call(inventory.watch, { sku, lowAt: 30 }, clerk);

		expect(again).toMatchObject({ lowAt: 30, onHand: 20 });
		expect((await found({ q: sku, low: true })).skus).toEqual([sku]);
		const ofIt = () => warned.filter((one) => one.sku === sku);
		await eventually(() => expect(ofIt()).toHaveLength(1));
		expect(ofIt()[0]).toMatchObject({ available: 20, lowAt: 30 });
	});
});

describe("bad input", () => {
	it("is refused with the field named", async () => {
		const sku = await aSku(1);
		const nothing = mall.call(inventory.adjust, { sku, delta: 0, reason: "x" }, clerk);

		await expect(nothing).rejects.toMatchObject({
			code: 422,
			data: { errors: [expect.objectContaining({ path: "delta" })] },
		});
		const reader = staff("inventory:read");
		for (const attempt of [
			mall.call(inventory.takeIn, { sku, quantity: 1 }, reader),
			mall.call(inventory.count, { sku, counted: 1, expected: 1, reason: "x" }, reader),
			mall.call(inventory.watch, { sku, lowAt: 1 }, reader),
		])
			await expect(attempt).rejects.toMatchObject({ type: "FORBIDDEN" });
	});
});
