// What must hold for ever, counted under random commands that run at the same time.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inventory } from "#contracts/inventory";
import type { Movement } from "#contracts/inventory";
import { products } from "#contracts/products";
import { levelOf } from "#domain/stock";
import { removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

const clerk = staff("inventory:read", "inventory:adjust");

type Command =
	| { type: "reserve"; order: number; skus: number[]; quantity: number; lapses: boolean }
	| { type: "keep" | "release" | "ship" | "takeBack"; order: number; sku: number; key: number }
	| { type: "adjust"; sku: number; delta: number }
	| { type: "takeIn"; sku: number; quantity: number }
	| { type: "count"; sku: number; counted: number; isStale: boolean }
	| { type: "watch"; sku: number; lowAt: number };

type Counted = Extract<Command, { type: "count" }>;

const order = fc.nat(6);
const sku = fc.nat(2);
const command: fc.Arbitrary<Command> = fc.oneof(
	fc.record({
		type: fc.constant("reserve" as const),
		order,
		skus: fc.uniqueArray(sku, { minLength: 1, maxLength: 3 }),
		quantity: fc.integer({ min: 1, max: 4 }),
		lapses: fc.boolean(),
	}),
	fc.record({
		type: fc.constantFrom("keep", "release", "ship", "takeBack" as const),
		order,
		sku,
		key: fc.nat(2),
	}),
	fc.record({
		type: fc.constant("adjust" as const),
		sku,
		delta: fc.integer({ min: -5, max: 8 }),
	}),
	fc.record({
		type: fc.constant("takeIn" as const),
		sku,
		quantity: fc.integer({ min: 1, max: 4 }),
	}),
	fc.record({
		type: fc.constant("count" as const),
		sku,
		counted: fc.nat(14),
		isStale: fc.boolean(),
	}),
	fc.record({ type: fc.constant("watch" as const), sku, lowAt: fc.nat(20) }),
);

describe("stock under random commands", () => {
	const told: { sku: string; inStock: boolean; version: number }[] = [];
	let mall: TestMall;
	let run = 0;
	beforeAll(async () => {
		mall = await start(["inventory", listener(told)]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	it("adds up to its movements and never promises what is not there", async () => {
		const commands = fc.array(command, { minLength: 5, maxLength: 60 });
		await fc.assert(fc.asyncProperty(commands, holds), { numRuns: 25 });
	});

	async function holds(commands: Command[]) {
		run += 1;
		const skus = [0, 1, 2].map((one) => `R${run}-${one}`);
		const lines = skus.map((one) => ({ sku: one, productId: `P${run}`, quantity: 10 }));
		await mall.call(inventory.receive, { key: "first", lines, by: "test" });

		await Promise.allSettled(commands.map((one) => act(one, skus)));

		for (const one of skus) {
			const level = await mall.call(inventory.get, { sku: one }, clerk);
			expect(level.reserved).toBeGreaterThanOrEqual(0);
			expect(level.onHand).toBeGreaterThanOrEqual(level.reserved);
			expect(level.available).toBe(level.onHand - level.reserved);
			await agrees(one);
		}
	}

	/** Read again while reservations lapse, which they do by themselves between two reads. */
	const agrees = (sku: string) => vi.waitFor(() => agree(sku), { timeout: 5000 });

	async function agree(sku: string) {
		const level = await mall.call(inventory.get, { sku }, clerk);
		const items = await ledger(sku);
		expect(levelOf(items)).toEqual({ onHand: level.onHand, reserved: level.reserved });
		expect(heldOf(items)).toBe(level.reserved);
	}

	async function ledger(sku: string): Promise<Movement[]> {
		const found: Movement[] = [];
		for (let page = 1; ; page += 1) {
			const params = { sku, page, pageSize: 100 };
			const { items, total } = await mall.call(inventory.movements, params, clerk);
			found.push(...items);
			if (found.length >= total) return found;
		}
	}

	function act(one: Command, skus: string[]) {
		if (one.type === "reserve") {
			const lines = one.skus.map((at) => ({ sku: skus[at]!, quantity: one.quantity }));
			const expiresAt = new Date(Date.now() + (one.lapses ? -1 : 60_000)).toISOString();
			return mall.call(inventory.reserve, { orderId: `O${one.order}`, lines, expiresAt });
		}
		if (one.type === "adjust") {
			const { sku: at, delta } = one;
			return mall.call(inventory.adjust, { sku: skus[at]!, delta, reason: "x" }, clerk);
		}
		if (one.type === "takeIn") {
			const { sku: at, quantity } = one;
			return mall.call(inventory.takeIn, { sku: skus[at]!, quantity }, clerk);
		}
		if (one.type === "watch") {
			const { sku: at, lowAt } = one;
			return mall.call(inventory.watch, { sku: skus[at]!, lowAt }, clerk);
		}
		if (one.type === "count") return count(skus[one.sku]!, one);
		const orderId = `O${one.order}`;
		if (one.type === "keep") {
			return mall.call(inventory.keep, { orderId, skus: [skus[one.sku]!] });
		}
		const lines = [{ sku: skus[one.sku]!, quantity: 1 }];
		const params = { orderId, key: `k${one.key}`, lines };
		if (one.type === "release") return mall.call(inventory.release, params);
		return mall.call(inventory[one.type], { ...params, by: "test" });
	}

	async function count(sku: string, { counted, isStale }: Counted) {
		const { onHand } = await mall.call(inventory.get, { sku }, clerk);
		const expected = isStale ? onHand + 1 : onHand;
		return mall.call(inventory.count, { sku, counted, expected, reason: "x" }, clerk);
	}

	it("tells of each time that a SKU sells out or is back, and of nothing else", async () => {
		told.length = 0;
		const sku = "FLIP";
		const change = (delta: number) =>
			mall.call(inventory.adjust, { sku, delta, reason: "x" }, clerk);
		await mall.call(inventory.receive, {
			key: "v1",
			lines: [{ sku, productId: "p", quantity: 9 }],
			by: "test",
		});

		for (const delta of [-3, -6, 4, 1, -5]) await change(delta);

		await expect
			.poll(() => told.filter((one) => one.sku === sku).toSorted(byVersion))
			.toMatchObject([
				{ inStock: true },
				{ inStock: false },
				{ inStock: true },
				{ inStock: false },
			]);
	});
});

/** Σ of what orders hold, by the ledger. */
function heldOf(movements: Movement[]): number {
	const signs: Partial<Record<Movement["kind"], number>> = { reserve: 1, release: -1, ship: -1 };
	return movements.reduce((sum, { kind, quantity }) => sum + (signs[kind] ?? 0) * quantity, 0);
}

const byVersion = (a: { version: number }, b: { version: number }) => a.version - b.version;

/** Stands where products listens. */
function listener(told: unknown[]) {
	return {
		name: products.$.service,
		version: 1,
		actions: {
			hear({ params }: { params: { payload: unknown } }) {
				told.push(params.payload);
			},
		},
	};
}
