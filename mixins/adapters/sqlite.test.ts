import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { Query as MingoQuery } from "mingo";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { adapterContract } from "#tests/support/adapter-contract";
import type { Doc, IndexSpec, Query } from "./adapter.ts";
import { SqliteAdapter } from "./sqlite.ts";

const writer = fileURLToPath(new URL("../../tests/support/sqlite-writer.ts", import.meta.url));

adapterContract("SQLite", async () => {
	const folder = await mkdtemp(join(tmpdir(), "mall-sqlite-"));
	const file = join(folder, "contract.db");
	return {
		adapter: (collection, indexes) => new SqliteAdapter({ file, collection, indexes }),
		close: () => rm(folder, { recursive: true }),
	};
});

describe("SQLite", () => {
	let folder = "";
	let opened: SqliteAdapter[] = [];

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "mall-sqlite-"));
	});
	afterEach(async () => {
		for (const adapter of opened) await adapter.disconnect();
		opened = [];
		await rm(folder, { recursive: true });
	});

	async function open(collection = "shared", indexes: IndexSpec[] = [], durable = false) {
		const file = join(folder, "test.db");
		const adapter = new SqliteAdapter({ file, collection, indexes, durable });
		await adapter.connect();
		opened.push(adapter);
		return adapter;
	}

	it("commits the writes of one tick together, also those of two collections", async () => {
		const db = await open("one", [], true);
		const other = await open("two");
		const before = db.table.file.commits;

		const many = Array.from({ length: 40 }, (_, n) => db.insert({ _id: `d${n}` }));
		await Promise.all([...many, other.insert({ _id: "x" })]);

		expect(db.table.file.commits - before).toBe(1);
		await other.insert({ _id: "y" });
		expect(db.table.file.commits - before).toBe(2);
	});

	it("counts what was there before, when a count is declared or its triggers were missing", async () => {
		const counting: IndexSpec[] = [{ fields: ["state"], counted: true }];
		const plain = await open("things", [["state"]]);
		await plain.insertMany([
			{ _id: "a", state: "open" },
			{ _id: "b", state: "open" },
			{ _id: "c" },
		]);
		const db = await open("things", counting);
		expect(await db.countBy("state")).toEqual({ open: 2 });

		db.table.file.exec('DROP TRIGGER "things:state#+"');
		await db.insert({ _id: "d", state: "open" });
		const again = await open("things", counting);

		expect(await again.countBy("state")).toEqual({ open: 3 });
		await again.insert({ _id: "e", state: "done" });
		const without = await open("things", [["state"]]);
		expect(await without.countBy("state")).toEqual({ open: 3, done: 1 });
	});

	it("reads nothing that was rolled back, neither after a failed write nor beside it", async () => {
		const db = await open("rolled", [{ fields: ["name"], unique: true }]);
		await db.insertMany([
			{ _id: "a", name: "a", n: 1 },
			{ _id: "b", name: "b" },
		]);

		const good = db.updateMany({ _id: "a" }, { $set: { n: 2 } });
		const bad = db.updateMany({ n: 2 }, { $set: { name: "b" } });
		await Promise.allSettled([good, bad]);

		await expect(bad).rejects.toMatchObject({ name: "DuplicateKey" });
		expect(await db.findById("a")).toEqual({ _id: "a", name: "a", n: 2 });
	});

	it("keeps everything over a close, also what was asked for just before", async () => {
		const db = await open("kept", [{ fields: ["tags"], array: true }]);
		const last = db.insert({ _id: "a", tags: ["t"] });
		await db.disconnect();
		await last;

		const again = await open("kept", [{ fields: ["tags"], array: true }]);

		expect(await again.find({ query: { tags: "t" } })).toEqual([{ _id: "a", tags: ["t"] }]);
	});

	it("builds indexes that were declared later and drops those that are not any more", async () => {
		const db = await open("growing", [["old"]]);
		await db.insertMany([
			{ _id: "a", n: 1, tags: ["x"] },
			{ _id: "b", n: 2, tags: ["y"] },
		]);
		expect(db.table.plan({ query: { old: 1 } })).toContain("growing:old");
		await db.disconnect();

		const grown = await open("growing", [["n"], { fields: ["tags"], array: true }]);

		expect(await grown.find({ query: { tags: "y" } })).toMatchObject([{ _id: "b" }]);
		expect(grown.table.plan({ query: { n: 2 } })).toContain("growing:n");
		expect(grown.table.plan({ query: { old: 1 } })).not.toContain("growing:old");
	});

	it("refuses an index that the documents do not fit, and leaves the old ones", async () => {
		const db = await open("strict", [["n"]]);
		await db.insert({ _id: "a", n: 1, list: [1] });
		await db.disconnect();

		await expect(open("strict", [["n"], ["list"]])).rejects.toThrow("array: true");

		const again = await open("strict", [["n"]]);
		expect(await again.count({ query: { n: 1 } })).toBe(1);
	});

	it("uses the declared indexes", async () => {
		const db = await open("used", [
			["userId", "-createdAt"],
			["status", "name"],
			{ fields: ["tags"], array: true },
			{ fields: ["variants.sku"], array: true },
		]);
		const plan = (query: Query, sort: string[] = []) => db.table.plan({ query, sort });

		const mine = plan({ userId: "u" }, ["-createdAt"]);
		expect(mine).toContain("USING INDEX used:userId,-createdAt ($.userId=?)");
		expect(mine).not.toContain("TEMP B-TREE");
		expect(plan({ userId: "u" }, ["createdAt"])).not.toContain("TEMP B-TREE");
		const range = plan({ userId: "u", createdAt: { $gte: "2", $lt: "3" } });
		expect(range).toContain("$.userId=? AND $.createdAt>? AND $.createdAt<?");
		expect(plan({ status: true, name: { $regex: "^a" } })).toContain("$.name>? AND $.name<?");
		expect(plan({ status: { $in: ["a", "b"] } })).toContain(
			"INDEX used:status,name ($.status=?)",
		);
		expect(plan({ tags: "x" })).toContain("used:tags[] USING PRIMARY KEY (v=?)");
		expect(plan({ "variants.sku": { $in: ["x", "y"] } })).toContain("PRIMARY KEY (v=?)");
		expect(plan({ $or: [{ userId: "u" }, { status: "s" }] })).toContain("MULTI-INDEX OR");
		expect(plan({ status: "s", other: 1 })).toContain("used:status,name");
	});

	it("answers like the reference implementation, whatever is indexed", async () => {
		const indexes: IndexSpec[] = [
			["a", "-o.p"],
			["o.p"],
			{ fields: ["tags"], array: true },
			{ fields: ["lines.sku"], array: true },
		];
		const db = await open("asked", indexes);

		await fc.assert(
			fc.asyncProperty(
				fc.array(aDoc, { maxLength: 12 }),
				someQueries,
				async (docs, queries) => {
					await db.clear();
					const stored: Doc[] = docs.map((doc, at) => ({ ...doc, _id: `d${at + 10}` }));
					await db.insertMany(stored);
					for (const query of queries) {
						const reference = new MingoQuery(query);
						const wanted = stored
							.filter((doc) => reference.test(doc))
							.map(({ _id }) => _id);
						const found = (await db.find({ query })).map(({ _id }) => _id);
						expect([query, found]).toEqual([query, wanted]);
						expect(await db.count({ query })).toBe(wanted.length);
						const page = await db.find({ query, sort: ["-_id"], limit: 2, offset: 1 });
						expect(page.map(({ _id }) => _id)).toEqual(wanted.toReversed().slice(1, 3));
					}
				},
			),
			{ numRuns: 250 },
		);
	});

	it("pages and counts many as it does few, whichever index answers", async () => {
		const db = await open("tabs", [
			{ fields: ["state"], counted: true },
			["-at"],
			["state", "-at"],
			["state", "total"],
			["kind", "-at"],
			["kind", "state"],
			{ fields: ["words"], array: true },
		]);
		const states = ["new", "paid", "sent", "over"];
		const docs = Array.from({ length: 3000 }, (_, n) => ({
			_id: `d${n}`,
			state: states[(n % 7) % 4] ?? "",
			at: (n * 7919) % 1500,
			total: (n * 31) % 1000,
			kind: n % 3 === 0 ? "card" : "cash",
			words: [`w${n % 2}`, `w${n % 2}x${n % 90}`],
		}));
		await db.insertMany(docs);
		const queries: Query[] = [
			{},
			{ at: { $gte: 100, $lt: 1400 } },
			{ total: { $gte: 5, $lte: 900 } },
			{ total: { $gte: 5, $lte: 9 } },
			{ kind: "card" },
			{ kind: "card", at: { $gte: 700 } },
			{ kind: "cash", total: { $lt: 990 } },
			{ words: "w1" },
			{ words: { $regex: "^w1" } },
			{ words: { $regex: "^w1x7" } },
			{ words: "w0", total: { $gt: 20 } },
			{ $or: [{ kind: "card" }, { total: 31 }] },
		];
		const pages: [tab: string | undefined, offset: number][] = [
			[undefined, 0],
			[undefined, 2000],
			["paid", 0],
			["paid", 40],
			["nothing", 0],
		];

		for (const query of queries) {
			const asked = new MingoQuery(query);
			const matching = docs
				.filter((doc) => asked.test(doc))
				.toSorted((a, b) => b.at - a.at || (a._id < b._id ? 1 : -1));
			const expected: Record<string, number> = {};
			for (const { state } of matching) expected[state] = (expected[state] ?? 0) + 1;
			for (const [tab, offset] of pages) {
				const inTab = matching.filter(({ state }) => tab === undefined || state === tab);
				const page = { sort: ["-at"], limit: 20, offset };

				const found = await db.tabbed({ query, by: "state", tab, ...page });

				const ids = found.docs.map(({ _id }) => _id);
				const those = inTab.slice(offset, offset + 20).map(({ _id }) => _id);
				expect({ query, tab, offset, ids }).toEqual({ query, tab, offset, ids: those });
				expect([query, found.counts]).toEqual([query, expected]);
			}
		}
	});

	it("has nothing of a batch that the disk had no room for, also not in its memory", async () => {
		const db = await open("full", [["n"]]);
		await db.insert({ _id: "a", n: 1 });
		db.table.file.exec("PRAGMA max_page_count = 20");

		const batch = [
			db.updateMany({ _id: "a" }, { $set: { n: 2 } }),
			db.insert({ _id: "n", n: 2 }),
			db.insert({ _id: "huge", text: "x".repeat(500_000) }),
		];
		const ends = await Promise.allSettled(batch);

		expect(await db.findById("huge")).toBeNull();
		const isDone = ends.map(({ status }) => status === "fulfilled");
		expect(await db.findById("a")).toEqual({ _id: "a", n: isDone[0] ? 2 : 1 });
		expect(await db.findById("n")).toEqual(isDone[1] ? { _id: "n", n: 2 } : null);
		expect(await db.count({ query: { n: 2 } })).toBe(isDone.filter(Boolean).length);
		expect(ends[2]).toMatchObject({ reason: { name: "StoreDown" } });
		db.table.file.exec("PRAGMA max_page_count = 100000");
		await db.insert({ _id: "later" });
		expect(await db.findById("later")).toEqual({ _id: "later" });
	});

	it("answers the same question anew after every write, also after one that failed", async () => {
		const specs = [
			["user", "-at"],
			["status"],
			["at"],
			{ fields: ["name"], unique: true },
			{ fields: ["words"], array: true },
		];
		const db = await open("asked", specs);
		const of = (...all: string[]) => fc.constantFrom(...all);
		const aWrite = fc.record({
			id: of("a", "b", "c"),
			user: of("x", "y"),
			status: of("s", "t"),
		});
		const ask = async (query: Query) => [
			(await db.find({ query, sort: ["-at"], limit: 2 })).map(({ _id }) => _id),
			await db.count({ query }),
			await db.countBy("status", query),
		];
		const users = db.made(({ user }) => user);
		await fc.assert(
			fc.asyncProperty(fc.array(aWrite, { maxLength: 12 }), async (writes) => {
				await db.clear();
				const model = new Map<string, Doc>();
				for (const [at, { id: _id, user, status }] of writes.entries()) {
					const isThere = model.has(_id);
					const words = [user, `${status}${at % 2}`];
					const doc = {
						_id,
						user,
						status,
						at: isThere ? 100 - at : at,
						name: _id,
						words,
					};
					const write = isThere
						? db.updateMany({ _id }, { $set: { user, status, at: doc.at, words } })
						: db.insert(doc);
					const beside = at % 3 === 0 ? [db.insert({ ...doc, _id: "other" })] : [];
					const done = await Promise.allSettled([write, ...beside]);
					expect(done.map((one) => one.status)).toEqual(
						["fulfilled", "rejected"].slice(0, done.length),
					);
					model.set(_id, doc);
					expect(await users([...model.keys(), "other"])).toEqual(
						[...model.values()].map((one) => one["user"]),
					);
					const open = [{ at: { $gte: 50 } }, { words: { $regex: "^s0" } }, {}];
					for (const query of [{ user }, { user, status }, { status }, ...open])
						expect([query, await ask(query)]).toEqual([query, answerOf(model, query)]);
				}
			}),
		);
	});

	it("shares a file with other processes that write", async () => {
		const db = await open("shared", [["n"]]);
		await db.insert({ _id: "c", n: 0 });
		const children = [start("count"), start("count")];
		const exits = Promise.all(children.map((child) => once(child, "exit")));
		let isOver = false;
		void exits.then(() => (isOver = true));

		const counts = db.made(({ n }) => n);
		let [own, last] = [0, 0];
		while (!isOver) {
			own += await db.updateMany({ _id: "c" }, { $inc: { n: 1 } });
			const [count] = await counts(["c"]);
			expect(count).toBeGreaterThan(last);
			last = Number(count);
		}

		expect((await exits).map(([code]) => code)).toEqual([0, 0]);
		expect(await db.findById("c")).toEqual({ _id: "c", n: 600 + own });
		expect(await counts(["c"])).toEqual([600 + own]);
		expect(own).toBeGreaterThan(0);
	});

	it("has every answered write of a killed process", async () => {
		const child = start("insert");
		const answered: string[] = [];
		for await (const line of createInterface(child.stdout)) {
			answered.push(line);
			if (answered.length === 300) child.kill("SIGKILL");
		}

		const db = await open("shared", [["n"]]);

		const found = await db.findByIds(answered);
		expect(answered.length).toBeGreaterThanOrEqual(300);
		expect(found).toHaveLength(answered.length);
		const all = await db.find();
		expect(all.length % 3).toBe(0);
		expect(await db.count({ query: { n: { $gte: 0 } } })).toBe(all.length);
	});

	function start(job: string) {
		const stdio: ["ignore", "pipe", "inherit"] = ["ignore", "pipe", "inherit"];
		return spawn(process.execPath, [writer, join(folder, "test.db"), job], { stdio });
	}
});

/** What `ask` is to find among these: a page, the number, and the number in each status. */
function answerOf(model: Map<string, Doc>, query: Query) {
	const reference = new MingoQuery(query);
	const found = [...model.values()].filter((doc) => reference.test(doc));
	const page = found.toSorted((one, other) => Number(other["at"]) - Number(one["at"]));
	const counts: Record<string, number> = {};
	for (const { status } of found) counts[String(status)] = (counts[String(status)] ?? 0) + 1;
	return [page.slice(0, 2).map(({ _id }) => _id), found.length, counts];
}

const text = fc.constantFrom("", "x", "xy", "y", "[1]", "1", "true", "é", "😀");
const present = fc.oneof(text, fc.constantFrom(0, 1, -1.5, 2, 1e21), fc.boolean());
const single = fc.oneof(present, fc.constant(null));
const several = fc.array(single, { maxLength: 3 });
const aDoc = fc.record(
	{
		a: single,
		b: fc.oneof(single, several),
		o: fc.record({ p: single }, { requiredKeys: [] }),
		u: fc.oneof(fc.record({ q: fc.oneof(single, several) }, { requiredKeys: [] }), text),
		tags: fc.array(present, { maxLength: 3 }),
		lines: fc.array(fc.record({ sku: present }, { requiredKeys: [] }), { maxLength: 3 }),
	},
	{ requiredKeys: [] },
);

const bound = fc.oneof(text, fc.constantFrom(0, 1, 1.5));
const condition = fc.oneof(
	present,
	...["$eq", "$ne"].map((op) => present.map((value) => ({ [op]: value }))),
	...["$in", "$nin"].map((op) =>
		fc.array(present, { maxLength: 3 }).map((list) => ({ [op]: list })),
	),
	...["$gt", "$gte", "$lt", "$lte"].map((op) => bound.map((value) => ({ [op]: value }))),
	fc.tuple(bound, bound).map(([low, high]) => ({ $gte: low, $lt: high })),
	fc.constantFrom("^x", "^é", "^xy").map((prefix) => ({ $regex: prefix })),
);
const nothing = fc.constantFrom<unknown>(
	null,
	{ $ne: null },
	{ $exists: true },
	{ $exists: false },
	{ $in: [null, 1] },
	{ $nin: ["x", null] },
);
// Why: mingo overlooks elements of an array that lack the field, MongoDB does not.
const field = fc.oneof(
	fc.tuple(fc.constantFrom("a", "b", "o.p", "u.q", "tags"), fc.oneof(condition, nothing)),
	fc.tuple(fc.constant("lines.sku"), condition),
);
const flat = fc.array(field, { maxLength: 2 }).map((pairs): Query => Object.fromEntries(pairs));
const list = fc.array(flat, { minLength: 1, maxLength: 3 });
const aQuery = fc.oneof(
	flat,
	list.map((all): Query => ({ $and: all })),
	fc.tuple(flat, list).map(([query, any]): Query => ({ ...query, $or: any })),
);
const someQueries = fc.array(aQuery, { minLength: 5, maxLength: 15 });
