import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jobs } from "#contracts/jobs";
import { customer, removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

describe("jobs", () => {
	let mall: TestMall;
	beforeAll(async () => {
		mall = await start(["jobs"]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const progress = { total: 10, created: 3, updated: 1 };

	it("shows its starter how far a job is, until it ends", async () => {
		const { id } = await mall.call(jobs.start, { kind: "import", startedBy: "ann" });

		await mall.call(jobs.report, { id, status: "running", done: 4, ...progress });
		const half = await mall.call(jobs.get, { id }, customer("ann"));
		const errors = [{ row: 7, message: "has no price" }];
		const end = { status: "done" as const, done: 10, errors, errorCount: 1, result: { a: 1 } };
		await mall.call(jobs.report, { id, ...progress, ...end });
		const whole = await mall.call(jobs.get, { id }, customer("ann"));

		expect(half).toMatchObject({ status: "running", done: 4, created: 3, finishedAt: null });
		expect(whole).toMatchObject({ status: "done", done: 10, errors, result: { a: 1 } });
		expect(whole.finishedAt).not.toBeNull();
	});

	it("says what was wrong in the reader's language", async () => {
		const { id } = await mall.call(jobs.start, { kind: "import", startedBy: "ann" });
		const errors = [{ row: 7, message: "has no price", zh: "缺少价格" }];
		const notes = [{ row: 8, message: "title is cut", zh: "标题已截断" }];
		await mall.call(jobs.report, { id, status: "done", done: 10, errors, notes, ...progress });

		const chinese = await mall.call(jobs.get, { id }, { ...customer("ann"), locale: "zh" });
		const english = await mall.call(jobs.get, { id }, { ...customer("ann"), locale: "en" });

		expect(chinese.errors).toEqual([{ row: 7, message: "缺少价格" }]);
		expect(chinese.notes).toEqual([{ row: 8, message: "标题已截断" }]);
		expect(english.errors).toEqual([{ row: 7, message: "has no price" }]);
	});

	it("hides a job from everybody else but those who watch the system", async () => {
		const { id } = await mall.call(jobs.start, { kind: "import", startedBy: "ann" });

		const other = mall.call(jobs.get, { id }, customer("bob"));
		const operator = await mall.call(jobs.get, { id }, staff("system:read"));

		await expect(other).rejects.toMatchObject({ type: "JOB_NOT_FOUND" });
		expect(operator.id).toBe(id);
	});

	it("ends the jobs of a process that is gone, and leaves those that go on", async () => {
		const params = { kind: "import", startedBy: "ann" };
		const other = await start(["jobs"]);
		const lost = await other.call(jobs.start, params);
		await other.stop();
		const going = await mall.call(jobs.start, params);

		await expect
			.poll(() => mall.call(jobs.get, { id: lost.id }, customer("ann")), { timeout: 15_000 })
			.toMatchObject({ status: "failed", errorCount: 1 });
		const still = await mall.call(jobs.get, { id: going.id }, customer("ann"));
		expect(still.status).toBe("running");
	});

	it("begins one job of a kind that may run once, whoever asks meanwhile", async () => {
		const ask = () => mall.call(jobs.start, { kind: "only", startedBy: "ann", isOnly: true });

		const asked = await Promise.all(Array.from({ length: 8 }, ask));
		const id = asked[0]?.id ?? "";
		const shown = await mall.call(jobs.list, { kind: "only" }, staff("system:read"));
		await mall.call(jobs.report, { id, status: "done", done: 1, ...progress });
		const next = await ask();

		expect(new Set(asked.map((job) => job.id))).toEqual(new Set([id]));
		expect(shown.total).toBe(1);
		expect(next.id).not.toBe(id);
	});

	it("does not join a job whose process is gone", async () => {
		const params = { kind: "left", startedBy: "ann", isOnly: true };
		const other = await start(["jobs"]);
		const lost = await other.call(jobs.start, params);
		await other.stop();

		await expect
			.poll(() => mall.call(jobs.start, params), { timeout: 15_000 })
			.not.toMatchObject({ id: lost.id });
	});

	it("lists newest first, by kind", async () => {
		const { id } = await mall.call(jobs.start, { kind: "listed", startedBy: "ann" });
		await mall.call(jobs.start, { kind: "unlisted", startedBy: "ann" });

		const found = await mall.call(jobs.list, { kind: "listed" }, staff("system:read"));

		expect(found).toMatchObject({ total: 1, items: [{ id }] });
	});

	it("grants a lease to one of many, and again to its holder", async () => {
		const ask = (holder: string, seconds = 60) =>
			mall.call(jobs.lease, { name: "nightly", holder, seconds });

		const answers = await Promise.all(["a", "b", "c", "d"].map((holder) => ask(holder)));

		expect(answers.filter(({ granted }) => granted === "yes")).toHaveLength(1);
		const holder = "abcd"[answers.findIndex(({ granted }) => granted === "yes")] ?? "";
		expect(await ask(holder)).toEqual({ granted: "yes" });
		expect(await ask("z")).toEqual({ granted: "no" });
	});
});
