import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { carts } from "#contracts/carts";
import { orders } from "#contracts/orders";
import { promotions } from "#contracts/promotions";
import { newId } from "#mixins/clock";
import type { Collection, Stored } from "#mixins/collection";
import type { Meta } from "#mixins/service";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	restart,
	shopSettings,
	stockroom,
	storeOf,
} from "#tests/support/neighbours";
import type { Db, Draft, StoredOrder } from "./stored.ts";

const longAgo = "2026-01-01T00:00:00.000Z";

describe("orders after a crash", () => {
	let mall: TestMall;
	const goods = catalogue(aSaleItem({ sku: "A" }));
	const stock = stockroom({ A: 1000 });

	beforeAll(async () => {
		mall = await start([
			"orders",
			"payments",
			"promotions",
			"carts",
			goods.service,
			stock.service,
			shopSettings().service,
			people(),
		]);
	});
	beforeEach(() => {
		stock.trouble.after = () => {};
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const db = () => storeOf<Db>(mall, "orders");
	const place = (who: Partial<Meta>, more: object = {}) =>
		mall.call(
			orders.place,
			{
				items: [{ sku: "A", quantity: 2 }],
				address: anAddress,
				shippingMethod: "standard",
				...more,
			},
			who,
		);
	const get = (who: Partial<Meta>, id: string) => mall.call(orders.get, { id }, who);

	/** Turns a finished order back into the draft that a process would have left. */
	const leaveDraft = async (order: StoredOrder, changes: Partial<Draft> = {}) => {
		await db().orders.remove({ id: order.id });
		await db().drafts.remove({ id: order.id });
		await db().drafts.insert({
			id: order.id,
			version: 1,
			order,
			state: "doing",
			startedAt: longAgo,
			next: newId(),
			...changes,
		});
	};
	const stored = async (id: string) => (await db().orders.findById(id))!;
	const isForgotten = (id: string) =>
		vi.waitFor(async () => expect(await db().drafts.findById(id)).toBeNull());

	it("places an order that was written down but not carried out", async () => {
		const ada = customer(newId());
		const order = await stored((await place(ada)).id);
		stock.held.delete(order.id);
		await leaveDraft(order);

		await restart(mall, "orders");

		await isForgotten(order.id);
		expect(await get(ada, order.id)).toMatchObject({ status: "pending_payment" });
		expect(stock.held.has(order.id)).toBe(true);
	});

	it("undoes an order whose time was over before it was placed", async () => {
		const ada = customer(newId());
		const order = await stored((await place(ada)).id);
		await leaveDraft({ ...order, expiresAt: longAgo });

		await restart(mall, "orders");

		await vi.waitFor(() => expect(stock.held.has(order.id)).toBe(false));
		await expect(get(ada, order.id)).rejects.toMatchObject({ type: "ORDER_NOT_FOUND" });
	});

	describe("once more looks after an order that was undone", () => {
		const isOver = (id: string) =>
			vi.waitFor(async () =>
				expect(await db().drafts.findById(id)).toMatchObject({ state: "over" }),
			);
		const undone = () => ({
			state: "undone" as const,
			startedAt: new Date(Date.now() - 60_000).toISOString(),
		});

		it("and lets go what was held for it only afterwards", async () => {
			const order = await stored((await place(customer(newId()))).id);
			await leaveDraft(order, undone());
			expect(stock.held.has(order.id)).toBe(true);

			await restart(mall, "orders");

			await isOver(order.id);
			expect(stock.held.has(order.id)).toBe(false);
		});

		it("and leaves what is held for it when it was placed after all", async () => {
			const order = await stored((await place(customer(newId()))).id);
			await leaveDraft(order, undone());
			await db().orders.insert(order);

			await restart(mall, "orders");

			await isOver(order.id);
			expect(stock.held.has(order.id)).toBe(true);
		});
	});

	it("empties the cart before it answers a repeat, so that nothing new is taken out later", async () => {
		const ada = customer(newId());
		const keyed = { ...ada, idempotencyKey: newId() };
		await mall.call(carts.add, { sku: "A", quantity: 1 }, ada);
		const order = await stored((await place(keyed, { items: undefined })).id);
		await mall.call(carts.add, { sku: "A", quantity: 1 }, ada);
		const cartsDb = storeOf<{ carts: Collection<Stored> }>(mall, "carts");
		await cartsDb.carts.update({ id: ada.user!.id }, { $set: { bought: [] } });
		const draft = { version: 1, order, state: "doing" as const, startedAt: longAgo };
		await db().drafts.remove({ id: order.id });
		await db().drafts.insert({ ...draft, id: order.id, next: newId() });
		await db().claims.update({ futureId: order.id }, { $set: { answer: null, leaseUntil: 0 } });

		const again = await place(keyed, { items: undefined });

		expect(again.id).toBe(order.id);
		expect((await mall.call(carts.get, {}, ada)).items).toEqual([]);
		await mall.call(carts.add, { sku: "A", quantity: 1 }, ada);
		await restart(mall, "orders");
		await isForgotten(order.id);
		expect((await mall.call(carts.get, {}, ada)).items).toHaveLength(1);
	});

	it("takes what was bought out of the cart when it died just before", async () => {
		const ada = customer(newId());
		await mall.call(carts.add, { sku: "A", quantity: 1 }, ada);
		const placed = await place(ada, { items: undefined });
		const order = await stored(placed.id);
		await mall.call(carts.add, { sku: "A", quantity: 1 }, ada);
		const cartsDb = storeOf<{ carts: Collection<Stored> }>(mall, "carts");
		await cartsDb.carts.update({ id: ada.user!.id }, { $set: { bought: [] } });
		const draft = { version: 1, order, state: "doing" as const, startedAt: longAgo };
		await db().drafts.remove({ id: order.id });
		await db().drafts.insert({ ...draft, id: order.id, next: newId() });

		await restart(mall, "orders");

		await isForgotten(order.id);
		expect((await mall.call(carts.get, {}, ada)).items).toEqual([]);
	});

	it("carries out what a cancelled order still owes, and does not hold its stock again", async () => {
		const ada = customer(newId());
		const order = await place(ada);
		stock.trouble.after = () => {
			throw new Error("The stockroom burns.");
		};
		const cancelled = await mall.call(orders.cancel, { id: order.id }, ada);
		expect(cancelled.status).toBe("cancelled");
		expect((await stored(order.id)).effects).toHaveLength(1);
		stock.trouble.after = () => {};

		await vi.waitFor(async () => expect((await stored(order.id)).effects).toEqual([]), 10_000);
		expect(stock.held.has(order.id)).toBe(false);
	});

	it("undoes everything when something of ours breaks, and a repeat with the key gets through", async () => {
		const code = "CRASH-1";
		await mall.call(
			promotions.createCoupon,
			{
				name: "Once",
				kind: "code",
				code,
				discount: { type: "amount", value: 100 },
				scope: { type: "all" },
				minimumSpend: 0,
				total: 1,
				perPerson: 1,
				startsAt: longAgo,
				endsAt: "2120-01-01T00:00:00.000Z",
				enabled: true,
			},
			staff("marketing:write"),
		);
		const keyed = { ...customer(newId()), idempotencyKey: newId() };
		const held = stock.held.size;
		stock.trouble.after = (verb) => {
			if (verb === "reserve") throw new Error("The answer is lost.");
		};
		await expect(place(keyed, { coupon: code })).rejects.toThrow("The answer is lost.");
		expect(stock.held.size).toBe(held);
		stock.trouble.after = () => {};

		const order = await place(keyed, { coupon: code });
		const again = await place(keyed, { coupon: code });

		expect(order.totals.coupon).toBe(100);
		expect(again).toEqual(order);
		expect(stock.held.size).toBe(held + 1);
	});

	it("resumes the same order for a repeat after a crash in the middle", async () => {
		const keyed = { ...customer(newId()), idempotencyKey: newId() };
		const first = await place(keyed);
		const order = await stored(first.id);
		await leaveDraft(order, { startedAt: new Date().toISOString() });
		await db().claims.update({ futureId: first.id }, { $set: { answer: null, leaseUntil: 0 } });

		const resumed = await place(keyed);

		expect(resumed.id).toBe(first.id);
		expect(resumed.number).toBe(first.number);
	});

	it("opens a guest's resumed order with the token of the answer", async () => {
		const guest = { idempotencyKey: newId(), address: "10.0.0.1" };
		const first = await place(guest, { email: "guest@example.com" });
		await leaveDraft(await stored(first.id));
		await db().claims.update({ futureId: first.id }, { $set: { answer: null, leaseUntil: 0 } });

		const resumed = await place(guest, { email: "guest@example.com" });

		expect((await get({ orderToken: resumed.orderToken! }, first.id)).id).toBe(first.id);
	});
});
