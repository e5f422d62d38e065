import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analytics } from "#contracts/analytics";
import {
	orderCancelled,
	orderCompleted,
	orderPaid,
	orderPlaced,
	orderShipped,
} from "#contracts/orders";
import { products } from "#contracts/products";
import type { Card } from "#contracts/products";
import type { EventSpec, Infer } from "#contracts/schema";
import { settings } from "#contracts/settings";
import { userRegistered } from "#contracts/users";
import { localDay } from "#domain/schedule";
import { customer, removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

const timeZone = "Asia/Shanghai";
const boss = staff("insights:read");
const day = localDay(new Date().toISOString(), timeZone);
const ref = { number: "1", userId: null, version: 1, email: "a@example.com" };
const nothing = { orders: 0, units: 0, revenue: 0, averageOrder: 0 };

const card = (id: string): Card => ({
	id,
	slug: id,
	name: `The ${id}`,
	subtitle: "",
	brand: null,
	category: { id: "c", slug: "c", name: "C" },
	tags: [],
	image: null,
	price: 100,
	listPrice: null,
	inStock: true,
	rating: { average: 0, count: 0 },
	sales: 0,
	createdAt: "2026-01-01T00:00:00.000Z",
});
const onSale = new Set(["lamp", "mug", "sofa"]);

const neighbours = [
	stub(settings, {
		shop: () => ({
			name: "M",
			currency: "USD",
			minorUnits: 2,
			locale: "en",
			locales: ["en"],
			timeZone,
			returnDays: 14,
			maintenance: null,
		}),
	}),
	stub(products, { cards: ({ ids }) => ids.filter((id) => onSale.has(id)).map(card) }),
];

describe("analytics", () => {
	let mall: TestMall;
	beforeAll(async () => {
		mall = await start(["analytics", ...neighbours]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	/** What the outbox does. */
	function hear<E extends EventSpec>({ name }: E, payload: Infer<E["payload"]>, at = noon(day)) {
		return mall.broker.call("v1.analytics.hear", { name, payload, at, id: `${Math.random()}` });
	}

	const sales = (params: { from: string; to?: string; interval?: "day" | "week" | "month" }) =>
		mall.call(analytics.sales, { to: params.from, ...params }, boss);

	const lines = (...sold: [string, number, number][]) =>
		sold.map(([productId, quantity, total]) => ({
			productId,
			sku: `${productId}-1`,
			quantity,
			total,
		}));
	const paid = (orderId: string, paidAt: string, sold = lines(["lamp", 2, 1000])) =>
		hear(orderPaid, {
			...ref,
			orderId,
			paidAt,
			total: sold.reduce((sum, { total }) => sum + total, 0) + 500,
			lines: sold,
		});
	const cancelled = (orderId: string, wasPaid: boolean, at: string) =>
		hear(orderCancelled, { ...ref, orderId, reason: "", wasPaid, total: 1500 }, at);

	it("counts an order on the day of the shop on which it is paid", async () => {
		await paid("late", "2026-02-10T16:30:00.000Z");

		expect(await sales({ from: "2026-02-11" })).toEqual({
			points: [{ date: "2026-02-11", orders: 1, units: 2, revenue: 1500 }],
			totals: { orders: 1, units: 2, revenue: 1500, averageOrder: 1500 },
			previous: nothing,
		});
		expect((await sales({ from: "2026-02-10" })).totals).toEqual(nothing);
	});

	it("counts an order once, however often it is told and at whatever time", async () => {
		const twice = () => paid("twice", noon("2026-02-13"));
		await twice();
		expect((await sales({ from: "2026-02-13" })).totals.orders).toBe(1);

		await Promise.all([twice(), twice(), twice()]);

		expect((await sales({ from: "2026-02-13" })).totals).toMatchObject({
			orders: 1,
			revenue: 1500,
		});
	});

	it("counts every order of many that are told at the same time, also while it is asked", async () => {
		const many = Array.from({ length: 60 }, (_, at) => paid(`many-${at}`, noon("2026-02-15")));
		const asked = Array.from({ length: 5 }, () => sales({ from: "2026-02-15" }));
		await Promise.all([...many, ...asked]);

		expect((await sales({ from: "2026-02-15" })).totals).toMatchObject({
			orders: 60,
			units: 120,
		});
	});

	it("takes a cancelled order out of the day on which it was paid", async () => {
		await paid("gone", noon("2026-02-17"));
		expect((await sales({ from: "2026-02-17" })).totals.orders).toBe(1);

		await cancelled("gone", true, noon("2026-02-18"));

		expect((await sales({ from: "2026-02-17" })).totals).toEqual(nothing);
	});

	it("does not care whether the payment or the cancellation is heard first", async () => {
		await cancelled("early", true, noon("2026-02-20"));
		await paid("early", noon("2026-02-19"));

		expect((await sales({ from: "2026-02-19" })).totals).toEqual(nothing);
	});

	it("adds up weeks and months, and compares with the time before", async () => {
		await paid("week-1", noon("2025-09-30"));
		await paid("week-2", noon("2025-10-01"));
		await paid("week-3", noon("2025-10-08"));

		const weeks = await sales({ from: "2025-10-01", to: "2025-10-14", interval: "week" });

		expect(weeks.points.map(({ date, orders }) => [date, orders])).toEqual([
			["2025-09-29", 1],
			["2025-10-06", 1],
			["2025-10-13", 0],
		]);
		expect(weeks.totals.orders).toBe(2);
		expect(weeks.previous.orders).toBe(1);
		const months = await sales({ from: "2025-09-01", to: "2025-10-31", interval: "month" });
		expect(months.points.map(({ orders }) => orders)).toEqual([1, 2]);
	});

	it("shows the last thirty days unless asked for others", async () => {
		const { points } = await mall.call(analytics.sales, {}, boss);

		expect(points).toHaveLength(30);
		expect(points.at(-1)?.date).toBe(day);
	});

	it("names what is wrong with a range", async () => {
		const wrong = mall.call(analytics.sales, { from: "2026-03-02", to: "2026-03-01" }, boss);

		await expect(wrong).rejects.toMatchObject({
			code: 422,
			data: { errors: [{ path: "from" }] },
		});
	});

	it("tells what happened to orders, each when it happened", async () => {
		const on = (date: string) => noon(`2026-03-0${date}`);
		const orderId = "whole-life";
		const base = { ...ref, orderId };
		const parcel = { ...base, carrier: "DHL", trackingNumber: "1" };
		await hear(orderPlaced, { ...base, total: 1500, placedAt: on("1") });
		await hear(orderPlaced, { ...base, orderId: "unpaid", total: 1, placedAt: on("1") });
		await paid(orderId, on("2"));
		await hear(orderShipped, parcel, on("3"));
		await hear(orderShipped, parcel, on("4"));
		const { email: _, ...completed } = base;
		await hear(orderCompleted, completed, on("5"));
		await cancelled("unpaid", false, on("5"));

		const params = { from: "2026-03-01", to: "2026-03-05" };
		const { points, totals } = await mall.call(analytics.orders, params, boss);

		const none = { placed: 0, paid: 0, shipped: 0, completed: 0, cancelled: 0 };
		expect(points).toEqual([
			{ ...none, date: "2026-03-01", placed: 2 },
			{ ...none, date: "2026-03-02", paid: 1 },
			{ ...none, date: "2026-03-03", shipped: 1 },
			{ ...none, date: "2026-03-04" },
			{ ...none, date: "2026-03-05", completed: 1, cancelled: 1 },
		]);
		expect(totals).toEqual({ placed: 2, paid: 1, shipped: 1, completed: 1, cancelled: 1 });
	});

	it("counts who registers, once", async () => {
		const person = { userId: "anna", email: "a@example.com", username: "anna" };
		await hear(userRegistered, person, noon("2026-03-07"));
		await hear(userRegistered, person, noon("2026-03-07"));

		const past = { userId: "bert", email: "b@example.com", username: "bert" };
		const since = noon("2026-03-06");
		await hear(userRegistered, { ...past, since }, noon("2026-03-07"));

		const params = { from: "2026-03-05", to: "2026-03-07" };
		const { points } = await mall.call(analytics.customers, params, boss);

		expect(points.map(({ registrations }) => registrations)).toEqual([0, 1, 1]);
	});

	it("lists what sells best, by its name or, when it is gone, its SKU", async () => {
		const order = lines(["lamp", 3, 300], ["retired", 5, 50]);
		await paid("best-1", noon("2026-03-10"), order);
		await paid("best-2", noon("2026-03-11"), lines(["lamp", 4, 400], ["mug", 1, 10]));

		const params = { from: "2026-03-10", to: "2026-03-11", limit: 2 };
		const { items } = await mall.call(analytics.products, params, boss);

		expect(items).toEqual([
			{ productId: "lamp", name: "The lamp", units: 7, revenue: 700, views: 0 },
			{ productId: "retired", name: "retired-1", units: 5, revenue: 50, views: 0 },
		]);
	});

	it("takes demo orders in once, together with those it has heard of", async () => {
		const demo = (orderId: string, date: string) => ({
			orderId,
			paidAt: noon(date),
			total: 700,
			lines: lines(["mug", 1, 700]),
		});
		const orders = [demo("demo-1", "2026-01-05"), demo("demo-2", "2026-01-06")];
		await paid("demo-2", noon("2026-01-06"), lines(["mug", 1, 200]));

		await mall.call(analytics.seed, { orders });
		await mall.call(analytics.seed, { orders });

		const { totals } = await sales({ from: "2026-01-05", to: "2026-01-06" });
		expect(totals).toMatchObject({ orders: 2, units: 2, revenue: 1400 });
	});

	it("remembers what somebody has looked at, the latest first, and forgets it when told", async () => {
		const anna = customer("anna");
		const look = (productId: string, meta = anna) =>
			mall.call(analytics.note, { type: "view", productId }, meta);
		for (const id of ["lamp", "mug", "unknown", "lamp"]) await look(id);
		await look("sofa", {});

		const { ids } = await mall.call(analytics.viewed, { userId: "anna", limit: 50 });
		const page = await mall.call(analytics.history, { pageSize: 1 }, anna);

		expect(ids).toEqual(["lamp", "mug"]);
		expect(page).toMatchObject({ total: 2, items: [{ id: "lamp" }] });
		await look("sofa");
		await mall.call(analytics.forget, {}, anna);
		expect((await mall.call(analytics.history, {}, anna)).items).toEqual([]);
	});

	it("tells how often a product that sells was looked at", async () => {
		await paid("seen", noon(day), lines(["sofa", 9, 900]));
		const range = { from: day, to: day };
		const viewsOf = async () =>
			(await mall.call(analytics.products, range, boss)).items.find(
				({ productId }) => productId === "sofa",
			)?.views ?? 0;
		await mall.call(analytics.viewed, { userId: "bert", limit: 1 });
		const before = await viewsOf();

		await mall.call(analytics.note, { type: "view", productId: "sofa" }, customer("bert"));
		await mall.call(analytics.viewed, { userId: "bert", limit: 1 });

		expect(await viewsOf()).toBeGreaterThanOrEqual(before + 1);
	});

	it("tells what is searched for, what is opened, what is not found and what many ask", async () => {
		const found = { zeroResults: 0, lastTotal: 12 };
		const missing = { zeroResults: 3, lastTotal: 0 };
		await mall.call(analytics.searched, {
			searches: [
				{ query: "  Desk   LAMP ", count: 4, ...found },
				{ query: "unicorn", count: 3, ...missing },
				{ query: "dust", count: 1, ...found },
			],
		});
		await mall.call(analytics.searched, {
			searches: [{ query: "desk lamp", count: 2, ...found, lastTotal: 13 }],
		});
		const click = { type: "search-click", query: "Desk lamp", productId: "lamp" } as const;
		await mall.call(analytics.note, click, customer("cleo"));
		await mall.call(analytics.viewed, { userId: "cleo", limit: 1 });

		const insight = await mall.call(analytics.search, { from: day, to: day }, boss);

		expect(insight).toEqual({
			searches: 10,
			clicks: 1,
			queries: [
				{ query: "desk lamp", count: 6, clicks: 1, lastTotal: 13 },
				{ query: "unicorn", count: 3, clicks: 0, lastTotal: 0 },
				{ query: "dust", count: 1, clicks: 0, lastTotal: 12 },
			],
			zeroResults: [{ query: "unicorn", count: 3 }],
		});
		const hot = async (prefix: string) =>
			(await mall.call(analytics.hotQueries, { prefix, limit: 5 })).queries;
		expect(await hot("DES")).toEqual(["desk lamp"]);
		expect(await hot("")).toEqual(["desk lamp"]);
		expect(await hot("unic")).toEqual([]);
	});

	it("writes what was looked at before it stops", async () => {
		await mall.call(analytics.note, { type: "view", productId: "mug" }, customer("dora"));
		await mall.broker.destroyService(
			mall.broker.getLocalService({ name: "analytics", version: 1 }),
		);
		await mall.stop();

		mall = await start(["analytics", ...neighbours]);

		const { ids } = await mall.call(analytics.viewed, { userId: "dora", limit: 5 });
		expect(ids).toEqual(["mug"]);
	});
});

const noon = (date: string) => `${date}T04:00:00.000Z`;
