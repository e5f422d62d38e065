import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inventory } from "#contracts/inventory";
import type { Holder, Movement } from "#contracts/inventory";
import { orders } from "#contracts/orders";
import { products } from "#contracts/products";
import { removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

const clerk = staff("inventory:read", "inventory:adjust");
const soon = () => new Date(Date.now() + 60_000).toISOString();
const past = () => new Date(Date.now() - 1000).toISOString();
let count = 0;

describe("inventory", () => {
	let mall: TestMall;
	beforeAll(async () => {
		const numbered = stub(orders, {
			resolve: ({ ids }) =>
				ids.filter((id) => id === "numbered").map((id) => ({ id, number: "N-1" })),
		});
		const named = stub(products, { matching: () => ({ ids: [] }) });
		mall = await start(["inventory", numbered, named]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	/** A SKU of its own with this much stock. */
	async function aSku(quantity: number): Promise<string> {
		const sku = `SKU/${++count}`.replace("/", "-");
		const lines = [{ sku, productId: `product-${count}`, quantity }];
		await mall.call(inventory.receive, { key: "v1", lines, by: "test" });
		return sku;
	}

	const level = (sku: string) => mall.call(inventory.get, { sku }, clerk);

	async function ledger(sku: string): Promise<Movement[]> {
		const found: Movement[] = [];
		for (let page = 1; ; page += 1) {
			const { items, total } = await mall.call(
				inventory.movements,
				{ sku, page, pageSize: 100 },
				clerk,
			);
			found.push(...items);
			if (found.length >= total) return found;
		}
	}

	const reserve = (orderId: string, lines: { sku: string; quantity: number }[], until = soon()) =>
		mall.call(inventory.reserve, { orderId, lines, expiresAt: until });

	it("receives the first stock once, however often it is told", async () => {
		const sku = await aSku(7);
		const lines = [{ sku, productId: `product-${count}`, quantity: 7 }];

		await mall.call(inventory.receive, { key: "v1", lines, by: "test" });
		await ledger(sku);
		await mall.call(inventory.receive, { key: "v1", lines, by: "test" });

		expect(await level(sku)).toMatchObject({ onHand: 7, reserved: 0, available: 7 });
		expect(await ledger(sku)).toMatchObject([{ kind: "receive", quantity: 7, by: "test" }]);
	});

	it("makes a level also where nothing comes in", async () => {
		const sku = await aSku(0);

		expect(await level(sku)).toMatchObject({ onHand: 0, available: 0 });
		expect(await ledger(sku)).toEqual([]);
	});

	it("lets exactly as many buyers through as there are pieces", async () => {
		const sku = await aSku(30);

		const attempts = await Promise.allSettled(
			Array.from({ length: 100 }, (_, buyer) =>
				reserve(`many-${buyer}`, [{ sku, quantity: 1 }]),
			),
		);

		const refused = attempts.filter(({ status }) => status === "rejected");
		expect(refused).toHaveLength(70);
		expect(refused[0]).toMatchObject({
			reason: { type: "OUT_OF_STOCK", code: 409, data: { sku, left: 0 } },
		});
		expect(await level(sku)).toMatchObject({ onHand: 30, reserved: 30, available: 0 });
	});

	it("gives all lines or none, and holds nothing after a refusal", async () => {
		const [scarce, plenty, some] = [await aSku(3), await aSku(100), await aSku(10)];

		const attempts = await Promise.allSettled(
			Array.from({ length: 20 }, (_, buyer) =>
				reserve(
					`cart-${buyer}`,
					[scarce, plenty, some].map((sku) => ({ sku, quantity: 1 })),
				),
			),
		);

		expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
		for (const sku of [scarce, plenty, some]) expect((await level(sku)).reserved).toBe(3);
	});

	it("refuses a SKU that nobody knows, and gives back what it held before", async () => {
		const sku = await aSku(5);

		const attempt = reserve("unknown", [
			{ sku, quantity: 1 },
			{ sku: "zzz-unknown", quantity: 1 },
		]);

		await expect(attempt).rejects.toMatchObject({ type: "STOCK_NOT_FOUND" });
		expect((await level(sku)).reserved).toBe(0);
	});

	it("holds for an order once, however often it asks", async () => {
		const sku = await aSku(5);

		await reserve("again", [{ sku, quantity: 2 }]);
		await reserve("again", [{ sku, quantity: 2 }]);

		expect((await level(sku)).reserved).toBe(2);
	});

	it("gives lapsed pieces to the next buyer without waiting for the sweep", async () => {
		const sku = await aSku(1);
		await reserve("late", [{ sku, quantity: 1 }], past());

		await reserve("next", [{ sku, quantity: 1 }]);

		expect(await level(sku)).toMatchObject({ reserved: 1, available: 0 });
		const kinds = (await ledger(sku)).map(({ kind, orderId }) => `${kind} ${orderId}`);
		expect(kinds.slice(0, 2)).toEqual(["reserve next", "release late"]);
	});

	it("sweeps what has lapsed, and leaves what was paid", async () => {
		const sku = await aSku(5);
		await reserve("unpaid", [{ sku, quantity: 2 }], past());
		const until = new Date(Date.now() + 300).toISOString();
		await reserve("paid", [{ sku, quantity: 1 }], until);
		await mall.call(inventory.keep, { orderId: "paid", skus: [sku] });

		await vi.waitFor(async () => expect((await level(sku)).reserved).toBe(1), 15_000);
	});

	it("holds again what lapsed while it was being paid, if it is still there", async () => {
		const [free, gone] = [await aSku(1), await aSku(1)];
		const lines = [free, gone].map((sku) => ({ sku, quantity: 1 }));
		await reserve("slow", lines, past());
		await reserve("quick", [{ sku: gone, quantity: 1 }]);
		await vi.waitFor(async () => expect((await level(free)).reserved).toBe(0), 15_000);

		await mall.call(inventory.keep, { orderId: "slow", skus: [free] });
		const attempt = mall.call(inventory.keep, { orderId: "slow", skus: [gone] });

		await expect(attempt).rejects.toMatchObject({ type: "OUT_OF_STOCK" });
		expect((await level(free)).reserved).toBe(1);
	});

	it("ships, releases and takes back once per key", async () => {
		const sku = await aSku(10);
		const orderId = "keyed";
		await reserve(orderId, [{ sku, quantity: 5 }]);
		await mall.call(inventory.keep, { orderId, skus: [sku] });
		const twice = async (work: () => Promise<unknown>) => {
			await work();
			await ledger(sku);
			await Promise.all([work(), work()]);
		};

		const by = "clerk";
		const line = (quantity: number) => [{ sku, quantity }];
		await twice(() =>
			mall.call(inventory.ship, { orderId, key: "parcel-1", lines: line(3), by }),
		);
		await twice(() => mall.call(inventory.release, { orderId, key: "cut", lines: line(1) }));
		await twice(() =>
			mall.call(inventory.takeBack, { orderId, key: "return-1", lines: line(2), by }),
		);

		expect(await level(sku)).toMatchObject({ onHand: 9, reserved: 1, available: 8 });
	});

	it("adjusts with a reason, but never below what is promised", async () => {
		const sku = await aSku(4);
		await reserve("promised", [{ sku, quantity: 3 }]);

		const adjusted = await mall.call(
			inventory.adjust,
			{ sku, delta: -1, reason: "Broken" },
			clerk,
		);
		const attempt = mall.call(inventory.adjust, { sku, delta: -1, reason: "Theft" }, clerk);

		expect(adjusted).toMatchObject({ onHand: 3, available: 0 });
		await expect(attempt).rejects.toMatchObject({
			type: "STOCK_RESERVED",
			data: { sku, reserved: 3 },
		});
		expect((await ledger(sku))[0]).toMatchObject({
			kind: "adjust",
			quantity: -1,
			reason: "Broken",
			by: "staff-1",
		});
	});

	it("names the orders that stand in the way, twenty at most", async () => {
		const sku = await aSku(25);
		const names = Array.from({ length: 22 }, (_, index) => `holder-${index}`);
		await Promise.all(names.map((name) => reserve(name, [{ sku, quantity: 1 }])));
		await reserve("gone", [{ sku, quantity: 1 }]);
		await reserve("numbered", [{ sku, quantity: 2 }]);
		const lines = [{ sku, quantity: 1 }];
		await mall.call(inventory.release, { orderId: "gone", key: "cancelled", lines });

		const refused = await mall
			.call(inventory.adjust, { sku, delta: -9, reason: "Theft" }, clerk)
			.catch((error: { data: { orders: Holder[] } }) => error.data.orders);

		expect(refused).toHaveLength(20);
		expect(refused).toContainEqual({ id: "numbered", number: "N-1" });
		expect(refused).not.toContainEqual(expect.objectContaining({ id: "gone" }));
		expect(refused).toContainEqual(expect.objectContaining({ number: null }));
	});

	it("adjusts once for one key", async () => {
		const sku = await aSku(1);
		const params = { sku, delta: 5, reason: "Found" };
		const keyed = { ...clerk, idempotencyKey: `found-${sku}` };

		const first = await mall.call(inventory.adjust, params, keyed);
		const second = await mall.call(inventory.adjust, params, keyed);

		expect(second).toEqual(first);
		expect((await level(sku)).onHand).toBe(6);
	});

	it("lists by the beginning of a SKU, and what runs low", async () => {
		const sku = await aSku(2);

		const { items } = await mall.call(inventory.list, { q: sku, low: true }, clerk);
		const high = await mall.call(inventory.list, { q: sku, low: false }, clerk);
		const odd = await mall.call(inventory.list, { q: "a.*+[(" }, clerk);

		expect(items.map((one) => one.sku)).toContain(sku);
		expect(high.items.map((one) => one.sku)).not.toContain(sku);
		expect(odd.total).toBe(0);
	});

	it("refuses who lacks the right", async () => {
		const sku = await aSku(1);

		const attempt = mall.call(
			inventory.adjust,
			{ sku, delta: 1, reason: "x" },
			staff("inventory:read"),
		);

		await expect(attempt).rejects.toMatchObject({ type: "FORBIDDEN" });
	});
});
