// The comparison of the stock with its books, as a job and for the page.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inventory, stockUnbalanced } from "#contracts/inventory";
import { jobs } from "#contracts/jobs";
import { notifications } from "#contracts/notifications";
import type { Collection } from "#mixins/collection";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { eventually, shopSettings, storeOf } from "#tests/support/neighbours";
import { Desk } from "./desk.ts";
import { Reconciling } from "./reconciling.ts";
import type { ReportedBooks } from "./reconciling.ts";
import type { StoredStock } from "./stored.ts";

const clerk = staff("inventory:read", "inventory:adjust");
let mall: TestMall;
let books: ReportedBooks;
const told: { name: string; payload: unknown }[] = [];

beforeAll(async () => {
	const listener = {
		name: notifications.$.service,
		version: 1,
		actions: {
			hear: ({ params }: { params: { name: string; payload: unknown } }) =>
				void told.push(params),
		},
	};
	mall = await start(["inventory", "jobs", shopSettings().service, listener]);
	books = storeOf<ReportedBooks>(mall, "inventory");
	const lines = ["A", "B", "C"].map((sku) => ({ sku, productId: "p", quantity: 5 }));
	await mall.call(inventory.receive, { key: "first", lines, by: "test" });
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

const last = () => mall.call(inventory.reconciliation, {}, clerk);
async function reconcile(wish: { repair?: boolean } = {}) {
	const job = await mall.call(inventory.reconcile, wish, clerk);
	await vi.waitFor(async () => expect((await last()).isRunning).toBe(false), 15_000);
	return job;
}
const spoil = (sku: string, onHand: number) =>
	(books.stocks as Collection<StoredStock>).update({ id: sku }, { $set: { onHand } });

describe("the reconciliation of the stock", () => {
	it("says before the first run that there was none", async () => {
		expect(await last()).toMatchObject({ ranAt: null, isRunning: false, checked: 0 });
	});

	it("finds nothing where everything agrees, as a job that can be watched", async () => {
		const { id } = await reconcile();

		const job = await mall.call(jobs.get, { id }, staff("system:read"));
		expect(job).toMatchObject({
			kind: "stock-reconciliation",
			status: "done",
			startedBy: "staff-1",
			done: 3,
			total: 3,
			errorCount: 0,
		});
		expect(await last()).toMatchObject({ jobId: id, checked: 3, differences: [], more: 0 });
		expect(told.filter(({ name }) => name === stockUnbalanced.name)).toEqual([]);
	});

	it("names what differs, tells staff, and lets it follow its movements when asked", async () => {
		await spoil("B", 7);

		const { id } = await reconcile();

		expect(await last()).toMatchObject({
			differences: [
				{
					sku: "B",
					kinds: ["movements"],
					level: { onHand: 7 },
					moved: { onHand: 5 },
					orders: [],
				},
			],
		});
		const job = await mall.call(jobs.get, { id }, staff("system:read"));
		expect(job).toMatchObject({ status: "done", errorCount: 1 });
		await eventually(() =>
			expect(told).toContainEqual(
				expect.objectContaining({
					name: "stock.unbalanced",
					payload: { count: 1, skus: ["B"], at: expect.any(String) as string },
				}),
			),
		);

		await reconcile({ repair: true });

		expect(await last()).toMatchObject({ repaired: 1, differences: [] });
		const level = await mall.call(inventory.get, { sku: "B" }, clerk);
		expect(level).toMatchObject({ onHand: 5, available: 5 });
	});

	it("runs once when it is asked for twice at the same moment", async () => {
		const asked = await Promise.all(
			[1, 2].map(() => mall.call(inventory.reconcile, {}, clerk)),
		);

		expect(asked[0]?.id).toBe(asked[1]?.id);
		await vi.waitFor(async () => expect((await last()).isRunning).toBe(false), 15_000);
	});

	it("says separately what never stood still for long enough", async () => {
		const { stocks } = books as { stocks: Collection<StoredStock> };
		const find = stocks.findById.bind(stocks);
		let reads = 0;
		const restless = vi.spyOn(stocks, "findById").mockImplementation(async (id) => {
			const stock = await find(id);
			return stock && id === "B" ? { ...stock, version: (reads += 1) } : stock;
		});

		const { id } = await reconcile();
		restless.mockRestore();

		expect(await last()).toMatchObject({ checked: 2, unsettled: 1, differences: [] });
		const job = await mall.call(jobs.get, { id }, staff("system:read"));
		expect(job).toMatchObject({ status: "done", done: 3, total: 3 });
	});

	it("may be seen by who sees stock, and begun by who adjusts it", async () => {
		const reader = staff("inventory:read");

		await expect(mall.call(inventory.reconcile, {}, reader)).rejects.toMatchObject({
			code: 403,
		});
		await expect(mall.call(inventory.reconciliation, {}, customer("c"))).rejects.toMatchObject({
			code: 403,
		});
		expect(await mall.call(inventory.reconciliation, {}, reader)).toBeDefined();
	});

	it("begins by itself once a night, at three by the shop's clock", async () => {
		const place = { broker: mall.broker, books, desk: new Desk(books, () => {}) };
		const ranAt = async () => (await last()).ranAt ?? "";
		vi.useFakeTimers({ toFake: ["Date"], now: new Date("2040-05-01T01:00:00.000Z") });
		try {
			const nightly = new Reconciling(place);
			const before = await ranAt();
			vi.setSystemTime("2040-05-01T01:02:00.000Z");
			await nightly.beginNightly();
			expect(await ranAt(), "a start has enough to do").toBe(before);

			for (const [at, began] of [
				["2040-05-01T03:00:10.000Z", "2040-05-01T03:00:10"],
				["2040-05-01T03:01:10.000Z", "2040-05-01T03:00:10"],
				["2040-05-02T02:59:00.000Z", "2040-05-01T03:00:10"],
				["2040-05-02T09:00:00.000Z", "2040-05-02T09:00:00"],
			] as const) {
				vi.setSystemTime(at);
				await nightly.beginNightly();
				await nightly.idle();
				expect(await ranAt(), at).toContain(began);
			}
			await nightly.stop();
		} finally {
			vi.useRealTimers();
		}
	});

	it("tries a night whose store was away again half an hour later, not each minute", async () => {
		const place = { broker: mall.broker, books, desk: new Desk(books, () => {}) };
		vi.useFakeTimers({ toFake: ["Date"], now: new Date("2040-05-04T02:00:00.000Z") });
		const away = vi.spyOn(books.stocks, "count").mockRejectedValue(new Error("away"));
		const silence = vi.spyOn(mall.broker.logger, "error").mockReturnValue();
		try {
			const nightly = new Reconciling(place);
			const jobAt = async (at: string) => {
				vi.setSystemTime(at);
				await nightly.beginNightly();
				await nightly.idle();
				return (await last()).jobId ?? "";
			};
			const failed = await jobAt("2040-05-04T03:00:10.000Z");
			const job = await mall.call(jobs.get, { id: failed }, staff("system:read"));
			expect(job).toMatchObject({ status: "failed", startedAt: "2040-05-04T03:00:10.000Z" });
			expect(await jobAt("2040-05-04T03:01:10.000Z")).toBe(failed);
			expect(await jobAt("2040-05-04T03:30:00.000Z")).toBe(failed);

			away.mockRestore();
			expect(await jobAt("2040-05-04T03:30:10.000Z")).not.toBe(failed);
			expect((await last()).ranAt).toContain("2040-05-04T03:30:10");
			await nightly.stop();
		} finally {
			away.mockRestore();
			silence.mockRestore();
			vi.useRealTimers();
		}
	});
});
