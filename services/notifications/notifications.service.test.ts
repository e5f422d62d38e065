import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { acl } from "#contracts/acl";
import { notifications } from "#contracts/notifications";
import { orderPaid, orderPlaced } from "#contracts/orders";
import type { EventSpec, Infer } from "#contracts/schema";
import { stockLow } from "#contracts/inventory";
import { userRegistered } from "#contracts/users";
import { customer, removeData, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

let mall: TestMall;
beforeAll(async () => {
	const rights = stub(acl, { administrators: () => ({ userIds: ["boss-1", "boss-2"] }) });
	mall = await start(["notifications", "settings", rights]);
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

/** As the outbox delivers it, as often as it likes. */
function hear<E extends EventSpec>(event: E, payload: Infer<E["payload"]>, id: string = v7()) {
	const told = { id, at: "2030-01-01T00:00:00.000Z", name: event.name, payload };
	return mall.broker.call("v1.notifications.hear", told);
}

const aPerson = (id = v7()) => ({ userId: id, email: `${id}@example.com`, username: "ada" });
const anOrder = (userId: string | null) => ({
	orderId: v7(),
	number: "7",
	userId,
	email: `${v7()}@example.com`,
	total: 1000,
	version: 1,
});
const placedAt = "2030-01-01T00:00:00.000Z";
const notesOf = (userId: string) => mall.call(notifications.list, {}, customer(userId));
const mailsTo = async (email: string) =>
	(await mall.call(notifications.sent)).filter(({ to }) => to === email);

describe("notifications", () => {
	it("say an event once, in the page and by mail, however often it is heard", async () => {
		const person = aPerson();
		const id = v7();

		await hear(userRegistered, person, id);
		await hear(userRegistered, person, id);

		const { items, total, unread } = await notesOf(person.userId);
		expect([total, unread]).toEqual([1, 1]);
		expect(items[0]).toMatchObject({ kind: "welcome", values: { username: "ada" } });
		expect(await mailsTo(person.email)).toHaveLength(1);
	});

	it("go to a guest by mail alone", async () => {
		const order = anOrder(null);

		await hear(orderPlaced, { ...order, placedAt });

		const [mail] = await mailsTo(order.email);
		expect(mail?.body).toContain("$10.00");
	});

	it("are read one by one or all at once, by their owner only", async () => {
		const me = v7();
		await hear(orderPlaced, { ...anOrder(me), placedAt });
		await hear(orderPaid, { ...anOrder(me), paidAt: placedAt, lines: [] });
		await hear(orderPlaced, { ...anOrder(me), placedAt });
		const id = (await notesOf(me)).items[0]?.id ?? "";

		const stranger = mall.call(notifications.read, { id }, customer(v7()));
		await expect(stranger).rejects.toMatchObject({ type: "NOTIFICATION_NOT_FOUND" });
		await mall.call(notifications.read, { id }, customer(me));
		expect((await notesOf(me)).unread).toBe(2);

		await mall.call(notifications.readAll, {}, customer(me));
		expect(await notesOf(me)).toMatchObject({ unread: 0, total: 3 });
	});

	it("tell every administrator about low stock, once", async () => {
		const low = { sku: "A-1", productId: "p1", available: 2, lowAt: 5, version: 1 };
		const id = v7();

		await hear(stockLow, low, id);
		await hear(stockLow, low, id);

		for (const boss of ["boss-1", "boss-2"]) {
			const { items } = await notesOf(boss);
			expect(items).toHaveLength(1);
			expect(items[0]).toMatchObject({ kind: "stock-low", values: { sku: "A-1" } });
		}
	});
});
