// Orders by phone that are kept and come back to, until they are placed.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orders } from "#contracts/orders";
import { newId } from "#mixins/clock";
import { removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import {
	aSaleItem,
	anAddress,
	catalogue,
	people,
	shopSettings,
	stockroom,
	storeOf,
} from "#tests/support/neighbours";
import type { Db } from "../stored.ts";

const clerk = staff("orders:create", "orders:read", "orders:cancel");

describe("a draft of an order", () => {
	let mall: TestMall;
	const stock = stockroom({ A: 100 });
	beforeAll(async () => {
		mall = await start([
			"orders",
			"promotions",
			catalogue(aSaleItem({ sku: "A" })).service,
			stock.service,
			shopSettings().service,
			people(),
		]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const db = () => storeOf<Db>(mall, "orders");
	const line = { sku: "A", name: "Thing A", quantity: 2 };
	const keep = (who = clerk, wish: object = {}) =>
		mall.call(orders.keepDraft, { items: [line], userId: "ada", ...wish }, who);
	const get = (id: string) => mall.call(orders.draftOrder, { id }, clerk);
	const wish = () => ({
		userId: "ada",
		items: [{ sku: "A", quantity: 3 }],
		address: anAddress,
		shippingMethod: "standard",
	});
	const place = (draft: { id: string; version: number }, who = clerk) => {
		const { id, version } = draft;
		return mall.call(orders.adminPlace, { ...wish(), draft: { id, version } }, who);
	};
	const isGone = (id: string) =>
		expect(get(id)).rejects.toMatchObject({ type: "DRAFT_NOT_FOUND" });

	it("is kept half written, listed, written anew and deleted, and holds nothing", async () => {
		const draft = await keep(clerk, {
			address: { city: "Lon" },
			email: "not yet",
			userId: undefined,
		});

		expect(draft).toMatchObject({ customer: "not yet", address: { city: "Lon" } });
		const { id, version } = draft;
		const after = await mall.call(
			orders.changeDraft,
			{ id, version, items: [], note: "Later" },
			clerk,
		);
		expect(after).toMatchObject({ items: [], note: "Later", customer: null });
		expect(after.address).toBeUndefined();
		const { items } = await mall.call(orders.draftOrders, {}, clerk);
		expect(items[0]).toEqual(after);
		expect(stock.held.size).toBe(0);

		await mall.call(orders.dropDraft, { id }, clerk);

		await isGone(id);
		await expect(mall.call(orders.dropDraft, { id }, clerk)).rejects.toMatchObject({
			code: 404,
		});
	});

	it("is kept once for a key, and not written over what somebody else has written", async () => {
		const who = { ...clerk, idempotencyKey: newId() };
		const [one, other] = [await keep(who), await keep(who)];
		expect(other).toEqual(one);
		const write = (note: string) =>
			mall.call(
				orders.changeDraft,
				{ id: one.id, version: one.version, items: [], note },
				clerk,
			);

		const outcomes = await Promise.allSettled([write("mine"), write("yours")]);

		const refused = outcomes.filter(({ status }) => status === "rejected");
		expect(refused).toMatchObject([{ reason: { type: "STALE_VERSION" } }]);
	});

	it("becomes the order, with its id, once, and is gone", async () => {
		const draft = await keep();

		const order = await place(draft);

		expect(order).toMatchObject({ id: draft.id, items: [{ quantity: 3 }] });
		expect(order.paymentLink.url).toContain(`/pay/${draft.id}#`);
		await isGone(draft.id);
		expect(await place(draft)).toMatchObject({ id: order.id, number: order.number });
		expect(await db().orders.count({ id: draft.id })).toBe(1);
		expect(stock.held.get(draft.id)).toBeDefined();
	});

	it("is placed as it was seen, not when it was changed or deleted meanwhile", async () => {
		const [changed, deleted] = [await keep(), await keep()];
		const { id, version } = changed;
		await mall.call(orders.changeDraft, { id, version, items: [line] }, clerk);
		await mall.call(orders.dropDraft, { id: deleted.id }, clerk);

		await expect(place(changed)).rejects.toMatchObject({ type: "STALE_VERSION" });
		await expect(place(deleted)).rejects.toMatchObject({ type: "DRAFT_NOT_FOUND" });

		expect(await db().orders.count({ id: { $in: [id, deleted.id] } })).toBe(0);
	});

	it("stays when it can't be placed, and is gone after a process that died on the way", async () => {
		const draft = await keep();
		const tooMany = { ...wish(), items: [{ sku: "A", quantity: 999 }], draft };
		const { id, version } = draft;
		const asked = mall.call(orders.adminPlace, { ...tooMany, draft: { id, version } }, clerk);
		await expect(asked).rejects.toMatchObject({ type: "OUT_OF_STOCK" });
		expect(await get(id)).toEqual(draft);
		const { by: _by, customer: _customer, ...stored } = draft;
		const who = { ...clerk, idempotencyKey: newId() };
		await place(draft, who);
		await db().draftOrders.insert({ ...stored, byId: "staff-1" });
		await db().claims.update({}, { $set: { answer: null, leaseUntil: 0 } });

		expect(await place(draft, who)).toMatchObject({ id });

		await isGone(id);
	});

	it("is for who may order for others", async () => {
		const { id } = await keep();
		const nobody = staff("orders:read", "orders:write");

		const tries = [
			mall.call(orders.draftOrders, {}, nobody),
			mall.call(orders.draftOrder, { id }, nobody),
			keep(nobody),
			mall.call(orders.dropDraft, { id }, nobody),
		];

		for (const attempt of tries)
			await expect(attempt).rejects.toMatchObject({ data: { right: "orders:create" } });
	});
});
