// An inventory that is away while products are made.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inventory } from "#contracts/inventory";
import type { Level } from "#contracts/inventory";
import { products } from "#contracts/products";
import type { Category, ProductInput } from "#contracts/products";
import { removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

const editor = staff("products:read", "products:write", "products:publish");

describe("products while the inventory is away", () => {
	const levels = new Map<string, Level>();
	let isAway = false;
	let mall: TestMall;
	let category: Category;
	beforeAll(async () => {
		const warehouse = stub(inventory, {
			receive({ lines }) {
				if (isAway) throw new Error("away");
				return lines.map(({ sku, productId, quantity }) => {
					const level = levels.get(sku) ?? aLevel(sku, productId, quantity);
					levels.set(sku, level);
					return level;
				});
			},
			levels: ({ skus }) => skus.flatMap((sku) => levels.get(sku) ?? []),
		});
		mall = await start(["products", "settings", warehouse]);
		category = await mall.call(products.createCategory, { name: "Lamps" }, editor);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const aLamp = (sku: string): ProductInput => ({
		name: `Lamp ${sku}`,
		categoryId: category.id,
		status: "published",
		variants: [{ sku, price: 100, stock: 4 }],
	});

	it("goes on with the product that a failed call has begun", async () => {
		const keyed = { ...editor, idempotencyKey: "lamp" };
		isAway = true;
		const failed = mall.call(products.create, aLamp("BEGUN"), keyed);
		await expect(failed).rejects.toThrow("away");
		isAway = false;

		const made = await mall.call(products.create, aLamp("BEGUN"), keyed);

		expect(made).toMatchObject({ inStock: true, variants: [{ sku: "BEGUN", available: 4 }] });
		const listed = await mall.call(products.adminList, { q: "BEGUN" }, editor);
		expect(listed.total).toBe(1);
	});

	it("brings first stock to the inventory as soon as that is back", async () => {
		isAway = true;
		const failed = mall.call(products.create, aLamp("LEFT"), editor);
		await expect(failed).rejects.toThrow("away");
		isAway = false;

		await vi.waitFor(
			async () => {
				const listed = await mall.call(products.adminList, { q: "LEFT" }, editor);
				expect(listed.items).toMatchObject([{ inStock: true }]);
			},
			{ timeout: 18_000, interval: 100 },
		);
		expect(levels.get("LEFT")?.onHand).toBe(4);
	});
});

const aLevel = (sku: string, productId: string, onHand: number): Level => ({
	sku,
	productId,
	onHand,
	reserved: 0,
	available: onHand,
	lowAt: 5,
	updatedAt: "2026-01-01T00:00:00.000Z",
	version: 1,
});
