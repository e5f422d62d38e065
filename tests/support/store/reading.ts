// What is read of a store: by id, by field, in order, in batches.
import { expect, it } from "vitest";
import type { Query } from "#mixins/adapters/adapter";
import { Collection } from "#mixins/collection";
import { ids } from "./open.ts";
import type { Item, Open } from "./open.ts";

export function reading(open: Open) {
	it("gives back what was inserted, without undefined fields", async () => {
		const db = await open();

		await db.insert({
			_id: "a",
			text: "é😀",
			deep: { list: [1, { x: null }] },
			gone: undefined,
		});

		const expected = { _id: "a", text: "é😀", deep: { list: [1, { x: null }] } };
		expect(await db.findById("a")).toEqual(expected);
		expect(Object.keys((await db.findById("a")) ?? {})).not.toContain("gone");
		expect(await db.findById("b")).toBeNull();
	});

	it("reads what is made of documents, as they are now", async () => {
		const db = await open();
		await db.insertMany([
			{ _id: "a", text: "one" },
			{ _id: "b", text: "two" },
		]);
		const lengths = db.made(({ _id, text }) => `${_id}${String(text).length}`);

		const before = await lengths(["b", "gone", "a"]);
		await db.updateMany({ _id: "a" }, { $set: { text: "three" } });
		await db.replaceOne({ _id: "b" }, { _id: "b", text: "four" });
		await db.insert({ _id: "gone", text: "back" });

		expect(before).toEqual(["b3", "a3"]);
		expect(await lengths(["a", "b", "gone"])).toEqual(["a5", "b4", "gone4"]);
		await db.removeById("a");
		expect(await lengths(["a", "b"])).toEqual(["b4"]);
	});

	it("counts by an indexed field", async () => {
		const db = await open([["owner", "state"], ["state"]]);
		await db.insertMany([
			{ _id: "a", owner: "x", state: "open" },
			{ _id: "b", owner: "x", state: "open" },
			{ _id: "c", owner: "x", state: "done" },
			{ _id: "d", owner: "y", state: "done" },
		]);

		expect(await db.countBy("state", { owner: "x" })).toEqual({ open: 2, done: 1 });
		expect(await db.countBy("state")).toEqual({ open: 2, done: 2 });
	});

	it("gives a page of a tab, and how many there are in each", async () => {
		const counted = { fields: ["state"], counted: true };
		const db = await open([counted, ["state", "at"], { fields: ["words"], array: true }]);
		await db.insertMany([
			{ _id: "a", state: "open", at: 1, words: ["x"] },
			{ _id: "b", state: "open", at: 2, words: ["x", "xy"] },
			{ _id: "c", state: "done", at: 3, words: ["xz"] },
			{ _id: "d", state: "done", at: 4, words: ["y"] },
		]);
		const page = async (query: Query, tab?: string, offset = 0) => {
			const asked = { query, by: "state", tab, sort: ["-at"], limit: 2, offset };
			const { docs, counts } = await db.tabbed(asked);
			return [docs.map(({ _id }) => _id), counts];
		};

		expect(await page({})).toEqual([["d", "c"], { open: 2, done: 2 }]);
		expect(await page({ at: { $lt: 4 } }, "open")).toEqual([["b", "a"], { open: 2, done: 1 }]);
		const begin = { words: { $regex: "^x" } };
		expect(await page(begin, undefined, 2)).toEqual([["a"], { open: 2, done: 1 }]);
		expect(await page(begin, "done")).toEqual([["c"], { open: 2, done: 1 }]);
		expect(await page({ words: "y" }, "open")).toEqual([[], { done: 1 }]);
	});

	it("keeps the counts that are declared, through every kind of write", async () => {
		const db = await open([{ fields: ["state"], counted: true }]);
		await db.insert({ _id: "a", state: "open" });
		await db.insertMany([
			{ _id: "b", state: "open" },
			{ _id: "c", state: "done" },
			{ _id: "d" },
		]);
		const clash = db.insertMany([
			{ _id: "e", state: "open" },
			{ _id: "a", state: "open" },
		]);

		await expect(clash).rejects.toThrow();
		expect(await db.countBy("state")).toEqual({ open: 2, done: 1 });
		await db.updateMany({ _id: "a" }, { $set: { state: "done" } });
		await db.replaceOne({ _id: "b" }, { _id: "b", state: "gone" });
		await db.updateMany({ _id: "d" }, { $set: { state: "open", note: "x" } });
		expect(await db.countBy("state")).toEqual({ open: 1, done: 2, gone: 1 });
		await db.updateMany({ _id: "d" }, { $unset: { state: true } });
		await db.updateMany({ _id: "c" }, { $set: { note: "same" } });
		await db.removeById("b");
		expect(await db.countBy("state")).toEqual({ done: 2 });
		await db.clear();
		expect(await db.countBy("state")).toEqual({});
	});

	it("picks some fields without the rest", async () => {
		const db = await open([["state"]]);
		await db.insertMany([
			{ _id: "a", state: "open", version: 3, text: "long" },
			{ _id: "b", state: "done", version: 4 },
			{ _id: "c", state: "open" },
		]);

		const picked = await db.pick(["version"], {
			query: { state: "open" },
			sort: ["_id"],
			limit: 10,
		});

		expect(picked).toEqual([
			{ _id: "a", version: 3 },
			{ _id: "c", version: null },
		]);
	});

	it("hands out documents that nobody can change by accident", async () => {
		const db = await open();
		await db.insert({ _id: "a", list: [{ x: 1 }] });
		const things = new Collection<Item & { list: { x: number }[] }>(db);

		const thing = await things.findById("a");

		expect(() => thing!.list.push({ x: 2 })).toThrow(TypeError);
		expect(await db.findById("a")).toEqual({ _id: "a", list: [{ x: 1 }] });
	});

	it("finds by ids in the order asked and leaves out the missing", async () => {
		const db = await open();
		await db.insertMany([{ _id: "a" }, { _id: "b" }, { _id: "c" }]);

		expect(ids(await db.findByIds(["c", "x", "a"]))).toEqual(["c", "a"]);
	});

	it("sorts by several fields, breaks ties by id, and cuts pages", async () => {
		const db = await open([["group", "-at"]]);
		await db.insertMany(
			["d", "a", "c", "b", "e"].map((_id, at) => ({ _id, group: at % 2, at: 1, other: 7 })),
		);

		expect(ids(await db.find({ sort: ["group"] }))).toEqual(["c", "d", "e", "a", "b"]);
		expect(ids(await db.find({ sort: ["-group", "other"] }))).toEqual([
			"a",
			"b",
			"c",
			"d",
			"e",
		]);
		expect(ids(await db.find({ sort: "-at" }))).toEqual(["e", "d", "c", "b", "a"]);
		expect(ids(await db.find({ sort: ["other"], limit: 2, offset: 3 }))).toEqual(["d", "e"]);
		expect(ids(await db.find({ query: { group: 1 }, sort: ["-at"], limit: 1 }))).toEqual(["b"]);
		expect(ids(await db.find())).toEqual(["a", "b", "c", "d", "e"]);
	});

	it("sorts nothing before numbers before text before booleans", async () => {
		const db = await open();
		const values = { t: true, s: "2", n: 10, m: 9, z: null, f: false };
		await db.insertMany(Object.entries(values).map(([_id, value]) => ({ _id, value })));

		const sorted = await db.find({ sort: ["value"] });

		expect(ids(sorted)).toEqual(["z", "m", "n", "s", "f", "t"]);
	});

	it("goes through all documents in batches, also while they change", async () => {
		const db = await open();
		const all = Array.from({ length: 25 }, (_, at) => ({
			_id: `d${at + 10}`,
			even: at % 2 === 0,
		}));
		await db.insertMany(all);

		const seen: string[] = [];
		for await (const doc of db.each({ even: true }, 4)) {
			seen.push(doc._id);
			await db.removeById(doc._id);
		}

		expect(seen).toEqual(all.filter(({ even }) => even).map(({ _id }) => _id));
		expect(await db.count()).toBe(12);
	});
}
