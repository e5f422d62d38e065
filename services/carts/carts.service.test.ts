import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { carts } from "#contracts/carts";
import type { Cart } from "#contracts/carts";
import { orders } from "#contracts/orders";
import { newId } from "#mixins/clock";
import type { Meta } from "#mixins/service";
import { customer, removeData, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aSaleItem, catalogue, shopSettings, stockroom, storeOf } from "#tests/support/neighbours";
import { emptyCart } from "./stored.ts";
import type { Db } from "./stored.ts";

type Who = Partial<Meta>;

describe("carts", () => {
	let mall: TestMall;
	let goods: ReturnType<typeof catalogue>;
	const many = Array.from({ length: 201 }, (_, n) => aSaleItem({ sku: `N-${n}` }));

	beforeAll(async () => {
		goods = catalogue(...many);
		const five = Object.fromEntries(many.map(({ sku }) => [sku, 5]));
		const stock = stockroom({ A: 10, B: 0, C: 3, ...five });
		const items = many.slice(101).map(({ sku, name }) => ({ sku, name, quantity: 1 }));
		const hundredThings = {
			name: orders.$.service,
			version: orders.$.version,
			actions: { payable: () => ({ order: { items }, userId: null }) },
		};
		mall = await start([
			"carts",
			"promotions",
			goods.service,
			stock.service,
			hundredThings,
			shopSettings().service,
		]);
	});
	beforeEach(() => {
		goods.bySku.set("A", aSaleItem({ sku: "A" }));
		goods.bySku.set("B", aSaleItem({ sku: "B", unitPrice: 250 }));
		goods.bySku.set("C", aSaleItem({ sku: "C" }));
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const add = (who: Who, sku: string, quantity = 1) =>
		mall.call(carts.add, { sku, quantity }, who);
	const cartOf = (who: Who) => mall.call(carts.get, {}, who);
	const guest = ({ token }: Cart): Who => ({ cartToken: token! });
	const somebody = () => customer(newId());
	const pieces = ({ items }: Cart) =>
		Object.fromEntries(items.map(({ sku, quantity }) => [sku, quantity]));

	const seenBy = async ({ user }: Who) =>
		(await storeOf<Db>(mall, "carts").carts.findById(user!.id))?.seen ?? [];

	it("makes no cart for looking at one, and one with a token for a guest's first thing", async () => {
		const before = await cartOf({});
		const made = await add({}, "A", 2);
		const again = await cartOf(guest(made));
		const more = await add(guest(made), "A");

		expect(before).toMatchObject({ id: "new", items: [], totals: { total: 0 }, version: 0 });
		expect(made.token).toMatch(/^[\w-]{43}$/);
		expect(again).toEqual({ ...made, token: undefined });
		expect(more.token).toBeUndefined();
		expect(pieces(more)).toEqual({ A: 3 });
	});

	it("gives a new token in place of one that nobody has been given", async () => {
		const cart = await add({ cartToken: "chosen-by-the-client" }, "A");

		expect(cart.token).toMatch(/^[\w-]{43}$/);
		expect((await cartOf({ cartToken: "chosen-by-the-client" })).items).toEqual([]);
	});

	it("joins lines with the catalogue, the stock and the price of now", async () => {
		const ada = somebody();
		await add(ada, "A", 2);
		goods.bySku.set("A", aSaleItem({ sku: "A", unitPrice: 900, name: "Better thing" }));

		const cart = await add(ada, "B");

		expect(cart.items).toMatchObject([
			{ sku: "A", name: "Better thing", unitPrice: 900, previousPrice: 1000, available: 10 },
			{ sku: "B", available: 0, selected: true, subtotal: 250 },
		]);
		expect(cart.items[1]).not.toHaveProperty("previousPrice");
		expect(cart.totals).toMatchObject({ goods: 2050, discount: 0, shipping: 490, total: 2540 });
	});

	it("shows what is no longer on sale, but does not count or buy it", async () => {
		const ada = somebody();
		await add(ada, "A");
		await add(ada, "C");
		goods.bySku.delete("C");

		const cart = await cartOf(ada);
		const selected = await mall.call(carts.selected, { userId: ada.user!.id });

		expect(cart.items[1]).toMatchObject({
			name: "Thing C",
			selected: false,
			available: 0,
			isGone: true,
		});
		expect(cart.items[0]).not.toHaveProperty("isGone");
		expect(cart.totals.goods).toBe(1000);
		expect(selected).toEqual({
			cartId: ada.user!.id,
			items: [{ sku: "A", quantity: 1 }],
		});
	});

	it("shows what is gone as it was when it was put in, in older carts too", async () => {
		const [ada, ben] = [somebody(), somebody()];
		await add(ada, "C");
		goods.bySku.set("C", aSaleItem({ sku: "C", name: "C of later" }));
		await add(ben, "C");
		const { carts: stored, labels } = storeOf<Db>(mall, "carts");
		const line = { sku: "C", price: 700, quantity: 2, selected: true };
		const old = { slug: "c", name: "C of before", image: null, options: { size: "M" } };
		const before = { ...emptyCart({ id: newId(), isGuest: false }), version: 1 };
		await stored.insert({ ...before, lines: [{ ...line, ...old, productId: newId() }] });
		goods.bySku.delete("C");

		const names = async (who: Who) => (await cartOf(who)).items.map(({ name }) => name);
		const whom = { userId: ada.user!.id, kind: "customer", email: null } as const;
		const mine = await mall.call(carts.ownData, {
			whom: { ...whom, mailbox: "ada@example.com" },
		});

		expect(await names(ada)).toEqual(["Thing C"]);
		expect(await names(ben)).toEqual(["C of later"]);
		const [item] = (await cartOf(customer(before.id))).items;
		expect(item).toMatchObject({ ...old, unitPrice: 700, isGone: true, subtotal: 1400 });
		expect(mine.items).toMatchObject([{ lines: [{ sku: "C", name: "Thing C" }] }]);
		expect(await labels.count()).toBeLessThan(await stored.count());
	});

	it("says from what worth on the goods ship free, and when they do", async () => {
		const ada = somebody();

		const few = await add(ada, "A", 3);
		const many = await add(ada, "A", 2);
		const none = await mall.call(carts.change, { sku: "A", selected: false }, ada);

		expect(few.totals).toMatchObject({ shipping: 490, freeShippingFrom: 5000 });
		expect(many.totals).toMatchObject({ goods: 5000, shipping: 0, freeShippingFrom: 0 });
		expect(none.totals).not.toHaveProperty("freeShippingFrom");
	});

	it("changes, ticks off, removes and clears", async () => {
		const ada = somebody();
		await add(ada, "A");
		await add(ada, "C");

		const changed = await mall.call(carts.change, { sku: "A", quantity: 5 }, ada);
		const ticked = await mall.call(carts.change, { sku: "A", selected: false }, ada);
		const removed = await mall.call(carts.remove, { sku: "A" }, ada);
		const cleared = await mall.call(carts.clear, {}, ada);

		expect(changed.totals.goods).toBe(6000);
		expect(ticked.totals.goods).toBe(1000);
		expect(pieces(removed)).toEqual({ C: 1 });
		expect(cleared.items).toEqual([]);
		await expect(mall.call(carts.remove, { sku: "A" }, ada)).rejects.toMatchObject({
			type: "NOT_IN_CART",
		});
		await expect(mall.call(carts.change, { sku: "A", quantity: 1 }, {})).rejects.toMatchObject({
			type: "NOT_IN_CART",
		});
	});

	it("refuses what is not on sale and the 201st different thing", async () => {
		const ada = somebody();
		for (const { sku } of many.slice(0, 200)) await add(ada, sku);

		await expect(add(ada, "N-200")).rejects.toMatchObject({ type: "CART_FULL" });
		await expect(add(ada, "X")).rejects.toMatchObject({ type: "SKU_UNKNOWN", code: 422 });
		expect(pieces(await add(ada, "N-7", 999))["N-7"]).toBe(999);
	});

	it("puts an order of a hundred things into a cart that is filled by that", async () => {
		const ada = somebody();
		for (const { sku } of many.slice(0, 120)) await add(ada, sku);

		const { cart, missing } = await mall.call(carts.again, { id: newId() }, ada);

		expect(cart.items).toHaveLength(200);
		expect(missing).toEqual([{ sku: "N-200", name: "Thing N-200", reason: "cart-full" }]);
	});

	it("keeps every one of many additions at once", async () => {
		const ada = somebody();
		await Promise.all([
			...Array.from({ length: 40 }, () => add(ada, "A")),
			...many.slice(0, 20).map(({ sku }) => add(ada, sku)),
		]);

		const cart = await cartOf(ada);
		expect(pieces(cart)["A"]).toBe(40);
		expect(cart.items).toHaveLength(21);
	});

	it("adds once for a request that comes again with its key", async () => {
		const keyed = { ...somebody(), idempotencyKey: "key-1" };
		const first = await add(keyed, "A");
		const again = await add(keyed, "A");
		const guestFirst = await add({ idempotencyKey: "guest-key", address: "1.2.3.4" }, "A");
		const guestAgain = await add({ idempotencyKey: "guest-key", address: "1.2.3.4" }, "A");

		expect(again).toEqual(first);
		expect(guestAgain).toEqual(guestFirst);
		await expect(add(keyed, "A", 2)).rejects.toMatchObject({ type: "KEY_REUSED", code: 422 });
	});

	it("knows a key again after many others, for a day", async () => {
		const ada = somebody();
		const keyed = (n: number) => add({ ...ada, idempotencyKey: `key-${n}` }, "A");
		for (let n = 0; n < 30; n += 1) await keyed(n);

		expect(pieces(await keyed(0))).toEqual({ A: 30 });

		vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
		try {
			expect(pieces(await keyed(0))).toEqual({ A: 31 });
			expect(await seenBy(ada)).toHaveLength(1);
		} finally {
			vi.useRealTimers();
		}
	});

	it("keeps the newest 300 keys of a day, and no more", async () => {
		const ada = somebody();
		const keyed = (key: string) => add({ ...ada, idempotencyKey: key }, "A");
		await keyed("first");
		await keyed("second");
		const [first, second] = await seenBy(ada);
		const others = Array.from({ length: 298 }, (_, n) => ({ ...first!, key: `other-${n}` }));
		const { carts: stored } = storeOf<Db>(mall, "carts");
		await stored.update({ id: ada.user!.id }, { $set: { seen: [first!, second!, ...others] } });

		await keyed("third");

		const seen = await seenBy(ada);
		expect(seen).toHaveLength(300);
		expect(pieces(await keyed("third"))).toEqual({ A: 3 });
		expect(pieces(await keyed("second"))).toEqual({ A: 3 });
		expect(pieces(await keyed("first"))).toEqual({ A: 4 });
	});

	it("merges a guest's cart into the user's once, losing nothing", async () => {
		const ada = somebody();
		await add(ada, "A", 2);
		const made = await add({}, "A", 3);
		await add(guest(made), "C");
		const merge = { token: made.token!, userId: ada.user!.id };

		await Promise.all([1, 2, 3].map(() => mall.call(carts.merge, merge)));
		await mall.call(carts.merge, merge);

		expect(pieces(await cartOf(ada))).toEqual({ A: 5, C: 1 });
		expect((await cartOf(guest(made))).items).toEqual([]);
	});

	it("does not give a cart that was merged to another user", async () => {
		const made = await add({}, "A", 3);
		const [ada, bob] = [somebody(), somebody()];

		await mall.call(carts.merge, { token: made.token!, userId: ada.user!.id });
		await mall.call(carts.merge, { token: made.token!, userId: bob.user!.id });

		expect((await cartOf(bob)).items).toEqual([]);
	});

	it("loses no addition that comes while the cart is merged", async () => {
		const ada = somebody();
		const made = await add({}, "A");
		const token = made.token!;
		const [, ...added] = await Promise.all([
			mall.call(carts.merge, { token, userId: ada.user!.id }),
			...Array.from({ length: 10 }, () => add({ cartToken: token }, "A")),
		]);

		const fresh = added.filter((cart) => cart.token).map(guest);
		const all = await Promise.all([ada, ...fresh].map(cartOf));
		const sum = all.reduce((count, cart) => count + (pieces(cart)["A"] ?? 0), 0);
		expect(sum).toBe(11);
	});

	it("takes out what an order has bought, at most that, once per order", async () => {
		const ada = somebody();
		await add(ada, "A", 5);
		await add(ada, "C");
		const bought = {
			cartId: ada.user!.id,
			orderId: "order-1",
			items: [
				{ sku: "A", quantity: 2 },
				{ sku: "C", quantity: 3 },
			],
		};

		await mall.call(carts.bought, bought);
		await mall.call(carts.bought, bought);

		expect(pieces(await cartOf(ada))).toEqual({ A: 3 });
	});

	it("finishes a merge that was interrupted, after the next start", async () => {
		const { default: carts_ } = await import("./carts.service.ts");
		const made = await add({}, "A", 4);
		const ada = somebody();
		const service = mall.broker.services.find(({ name }) => name === carts_.name);
		// Why: the state that a process leaves that dies between closing and taking.
		const { db } = service as unknown as { db: import("./stored.ts").Db };
		await db.carts.update({ id: made.id }, { $set: { mergedInto: ada.user!.id } });

		await mall.broker.destroyService(service!);
		mall.broker.createService(carts_);
		await mall.broker.waitForServices([{ name: "carts", version: 1 }]);

		await vi.waitFor(async () => expect(pieces(await cartOf(ada))).toEqual({ A: 4 }));
	});
});
