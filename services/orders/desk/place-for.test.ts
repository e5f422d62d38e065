// Orders made by staff, when the process dies on the way and when the link is old.
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

const clerk = staff("orders:create", "orders:read");
const admin = staff("orders:create", "orders:write", "orders:cancel");
const maker = { user: { ...staff("orders:create").user!, id: "maker" } };
const longAgo = "2026-01-01T00:00:00.000Z";

describe("an order made by staff", () => {
	let mall: TestMall;
	const stock = stockroom({ A: 100 });

	beforeAll(async () => {
		mall = await start([
			"orders",
			"payments",
			"promotions",
			"carts",
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
	const make = (who = clerk, wish: object = {}) =>
		mall.call(
			orders.adminPlace,
			{
				userId: "ada",
				items: [{ sku: "A", quantity: 1 }],
				address: anAddress,
				shippingMethod: "standard",
				...wish,
			},
			who,
		);
	const asPayer = (url: string) => ({ user: null, orderToken: url.split("#")[1]! });

	it("is there once when the process died before it answered, with a link that opens it", async () => {
		const who = { ...clerk, idempotencyKey: newId() };
		const { id } = await make(who);
		await db().claims.update({ futureId: id }, { $set: { answer: null, leaseUntil: 0 } });

		const again = await make(who);

		expect(again.id).toBe(id);
		expect(await db().orders.count({ userId: "ada" })).toBe(1);
		const opened = await mall.call(orders.get, { id }, asPayer(again.paymentLink.url));
		expect(opened.commands).toEqual(["pay"]);
	});

	it("is answered with its link also to a repeat after it has ended", async () => {
		const who = { ...clerk, idempotencyKey: newId() };
		const first = await make(who);
		await mall.call(orders.adminCancel, { id: first.id, reason: "Changed her mind" }, admin);
		await db().claims.update({ futureId: first.id }, { $set: { answer: null, leaseUntil: 0 } });

		const again = await make(who);

		expect(again).toMatchObject({
			id: first.id,
			status: "cancelled",
			paymentLink: { expiresAt: first.paymentLink.expiresAt },
		});
		const seen = await mall.call(orders.get, { id: first.id }, asPayer(again.paymentLink.url));
		expect(seen).toMatchObject({ status: "cancelled", commands: [] });
	});

	it("is not made cheaper by whoever may not change an order's money", async () => {
		const adjustment = { amount: -500, reason: "A friend" };

		await expect(make(clerk, { adjustment })).rejects.toMatchObject({
			type: "FORBIDDEN",
			data: { right: "orders:write" },
		});

		expect((await make(admin, { adjustment })).totals.adjustment).toBe(-500);
		expect(await make(clerk, { adjustment: { ...adjustment, amount: 0 } })).toBeTruthy();
	});

	it("gets links from whoever has made it, or may see all orders", async () => {
		const { id } = await make(maker);
		const ask = (who: typeof clerk) => mall.call(orders.requestPayment, { id }, who);

		expect((await ask(maker)).url).toContain(`/pay/${id}#`);
		expect((await ask(clerk)).url).toContain(`/pay/${id}#`);
		await expect(ask(staff("orders:create"))).rejects.toMatchObject({
			type: "FORBIDDEN",
			data: { right: "orders:read" },
		});
	});

	it("keeps no token that could be read, and is shut a day after its time", async () => {
		const { id, paymentLink } = await make();
		const stored = (await db().orders.findById(id))!;
		const { orderToken } = asPayer(paymentLink.url);
		const until = Date.parse(stored.payTokensUntil!) - Date.parse(stored.expiresAt!);
		expect(until).toBe(24 * 3_600_000);
		expect(JSON.stringify(stored.payTokens)).not.toContain(orderToken);

		await db().orders.update({ id }, { $set: { payTokensUntil: longAgo } });

		const late = mall.call(orders.get, { id }, { user: null, orderToken });
		await expect(late).rejects.toMatchObject({ type: "ORDER_NOT_FOUND" });
	});

	it("gets no link any more once its time is over, before the sweep has seen it", async () => {
		const { id } = await make();
		await db().orders.update({ id }, { $set: { expiresAt: longAgo } });

		const late = mall.call(orders.requestPayment, { id }, clerk);

		await expect(late).rejects.toMatchObject({ type: "ORDER_NOT_OPEN" });
	});
});
