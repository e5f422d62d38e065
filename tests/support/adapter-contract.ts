// What services rely on in a document store, as tests: each store runs the same ones.
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Adapter, Doc, IndexSpec, Query, Update } from "#mixins/adapters/adapter";
import { DuplicateKey, Refused } from "#mixins/adapters/adapter";
import type { Stored, Told } from "#mixins/collection";
import { Collection, StaleVersion, toldIndex } from "#mixins/collection";

export type Store = {
	/** A fresh adapter, not yet connected. */
	adapter(collection: string, indexes: IndexSpec[]): Adapter;
	close(): Promise<void>;
};

type Open = (indexes?: IndexSpec[]) => Promise<Adapter>;
type Item = Stored & { left: number; note?: string };

/**
 * `isStandIn`: the server speaks MongoDB's protocol but is not MongoDB. It sorts text by UTF-16 units
 * and pushes to null; the two tests of that are left out, nothing else.
 */
export function adapterContract(
	name: string,
	make: () => Promise<Store>,
	{ isStandIn = false } = {},
) {
	describe(`${name} as a document store`, () => {
		let store: Store;
		let opened: Adapter[] = [];
		let made = 0;

		beforeAll(async () => {
			store = await make();
		});
		afterEach(async () => {
			for (const adapter of opened) await adapter.disconnect();
			opened = [];
		});
		afterAll(() => store.close());

		const open: Open = async (indexes = []) => {
			made += 1;
			const adapter = store.adapter(`things${made}`, indexes);
			await adapter.connect();
			opened.push(adapter);
			return adapter;
		};

		reading(open);
		matching(open, isStandIn);
		writing(open);
		guarding(open);
		indexing(open);
		refusing(open, isStandIn);
		collecting(open);
		telling(open);
	});
}

function reading(open: Open) {
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

function matching(open: Open, isStandIn: boolean) {
	const docs: Doc[] = [
		{
			_id: "1",
			n: 1,
			s: "abc",
			flag: true,
			tags: ["x", "y"],
			lines: [{ sku: "A" }, { sku: "B" }],
		},
		{ _id: "2", n: 2, s: "abd", flag: false, tags: [], lines: [{ sku: "B" }] },
		{ _id: "3", n: null, s: "b", tags: ["y"], deep: { er: 5 } },
		{ _id: "4", s: "ab", n: "1" },
	];
	const cases: [Query, string][] = [
		[{}, "1234"],
		[{ n: 1 }, "1"],
		[{ n: "1" }, "4"],
		[{ n: true }, ""],
		[{ flag: true }, "1"],
		[{ flag: 1 }, ""],
		[{ flag: { $ne: true } }, "234"],
		[{ n: null }, "3"],
		[{ flag: null }, "34"],
		[{ flag: { $ne: null } }, "12"],
		[{ flag: { $exists: true } }, "12"],
		[{ n: { $exists: true } }, "1234"],
		[{ deep: { $exists: false } }, "124"],
		[{ "deep.er": 5 }, "3"],
		[{ "deep.er": null }, "124"],
		[{ n: { $in: [1, null] } }, "13"],
		[{ n: { $nin: [1, null] } }, "24"],
		[{ n: { $nin: [] } }, "1234"],
		[{ n: { $in: [] } }, ""],
		[{ n: { $gt: 1 } }, "2"],
		[{ n: { $gte: 1, $lt: 2 } }, "1"],
		[{ n: { $lte: 5 } }, "12"],
		[{ s: { $gt: "abc" } }, "23"],
		[{ s: { $lt: "abd" } }, "14"],
		[{ s: { $regex: "^ab" } }, "124"],
		[{ s: { $regex: "^abc" } }, "1"],
		[{ tags: "y" }, "13"],
		[{ tags: { $in: ["x", "z"] } }, "1"],
		[{ tags: { $ne: "x" } }, "234"],
		[{ tags: { $nin: ["x"] } }, "234"],
		[{ "lines.sku": "B" }, "12"],
		[{ "lines.sku": { $in: ["A"] } }, "1"],
		[{ "lines.sku": { $ne: "A" } }, "234"],
		[{ $or: [{ n: 2 }, { s: "b" }] }, "23"],
		[{ $or: [{ n: 2 }, { tags: "x" }], flag: { $ne: null } }, "12"],
		[{ $and: [{ tags: "y" }, { s: { $regex: "^b" } }] }, "3"],
		[{ _id: { $gt: "2" } }, "34"],
		[{ _id: { $in: ["2", "9"] } }, "2"],
		[{ _id: "2", n: 3 }, ""],
	];
	const tagged: IndexSpec[] = [
		{ fields: ["tags"], array: true },
		{ fields: ["lines.sku"], array: true },
	];
	const indexes: [string, IndexSpec[]][] = [
		["no index", []],
		["indexes", [["n"], ["s", "-n"], ["flag"], ["deep.er"], ...tagged]],
	];

	it.each(indexes)("matches like MongoDB with %s", async (_name, specs) => {
		const db = await open(specs);
		await db.insertMany(docs);

		for (const [query, expected] of cases) {
			const found = ids(await db.find({ query })).join("");
			expect([query, found]).toEqual([query, expected]);
			expect([query, await db.count({ query })]).toEqual([query, expected.length]);
		}
	});

	it.skipIf(isStandIn)("compares text by its bytes, as both stores sort it", async () => {
		for (const specs of [[], [["s"]]]) {
			const db = await open(specs);
			await db.insertMany([
				{ _id: "1", s: "😀" },
				{ _id: "2", s: "\uffff" },
			]);

			expect(ids(await db.find({ query: { s: { $gt: "\uffff" } } }))).toEqual(["1"]);
			expect(ids(await db.find({ sort: ["s"] }))).toEqual(["2", "1"]);
		}
	});

	it("takes punctuation in a prefix literally when it is escaped", async () => {
		const db = await open([["s"]]);
		await db.insertMany([
			{ _id: "1", s: "a.b" },
			{ _id: "2", s: "axb" },
		]);

		expect(ids(await db.find({ query: { s: { $regex: "^a\\." } } }))).toEqual(["1"]);
	});
}

function writing(open: Open) {
	it("applies every operator that is spoken", async () => {
		const db = await open();
		await db.insert({
			_id: "a",
			n: 1,
			gone: 1,
			list: [1, 2, 3],
			set: ["x"],
			deep: { x: 1, y: 2 },
		});

		const update: Update = {
			$set: { "deep.x": 5, "made.up": "m" },
			$unset: { gone: "", "deep.y": "" },
			$inc: { n: 2, fresh: 1 },
			$push: { log: { $each: [1, 2, 3], $slice: -2 } },
			$pull: { list: { $gte: 2 } },
			$addToSet: { set: { $each: ["x", "y"] } },
		};
		const after = await db.findOneAndUpdate({ _id: "a" }, update);

		expect(after).toEqual({
			_id: "a",
			n: 3,
			list: [1],
			set: ["x", "y"],
			deep: { x: 5 },
			made: { up: "m" },
			fresh: 1,
			log: [2, 3],
		});
		expect(await db.findById("a")).toEqual(after);
	});

	it("pulls elements by their fields", async () => {
		const db = await open();
		await db.insert({ _id: "a", list: [{ id: "1" }, { id: "2", x: 1 }, { id: "3" }] });

		await db.updateMany({ _id: "a" }, { $pull: { list: { id: { $in: ["1", "3"] } } } });

		expect(await db.findById("a")).toEqual({ _id: "a", list: [{ id: "2", x: 1 }] });
	});

	it("counts the documents that an update changed", async () => {
		const db = await open();
		await db.insertMany([
			{ _id: "a", n: 1 },
			{ _id: "b", n: 2 },
			{ _id: "c", n: 1 },
		]);

		expect(await db.updateMany({ n: 1 }, { $set: { n: 2 } })).toBe(2);
		expect(await db.updateMany({ n: 2 }, { $set: { n: 2 } })).toBe(0);
		expect(await db.updateMany({ n: 9 }, { $inc: { n: 1 } })).toBe(0);
	});

	it("gives the document after an update by id, or null", async () => {
		const db = await open();
		await db.insert({ _id: "a", n: 1 });

		expect(await db.updateById("a", { $inc: { n: 1 } })).toEqual({ _id: "a", n: 2 });
		expect(await db.updateById("b", { $inc: { n: 1 } })).toBeNull();
	});

	it("removes by query and by id, and clears", async () => {
		const db = await open([{ fields: ["tags"], array: true }]);
		await db.insertMany(["a", "b", "c", "d"].map((_id) => ({ _id, tags: [_id, "all"] })));

		expect(await db.removeMany({ tags: "b" })).toBe(1);
		expect(await db.removeById("a")).toMatchObject({ _id: "a" });
		expect(await db.removeById("a")).toBeNull();
		expect(ids(await db.find({ query: { tags: "all" } }))).toEqual(["c", "d"]);
		expect(await db.clear()).toBe(2);
		expect(await db.count()).toBe(0);
	});
}

function guarding(open: Open) {
	it("sells exactly fifty of fifty to three hundred parallel buyers", async () => {
		const db = await open();
		await db.insert({ _id: "a", left: 50, buyers: [] });

		const changed = await Promise.all(
			Array.from({ length: 300 }, (_, buyer) =>
				db.updateMany(
					{ _id: "a", left: { $gte: 1 }, buyers: { $ne: buyer } },
					{ $inc: { left: -1 }, $push: { buyers: buyer } },
				),
			),
		);

		expect(changed.filter((count) => count === 1)).toHaveLength(50);
		const after = await db.findById("a");
		expect(after).toMatchObject({ left: 0 });
		expect(after?.["buyers"]).toHaveLength(50);
	});

	it("replaces only what matches, and keeps and appends hidden fields", async () => {
		const db = await open();
		await db.insert({ _id: "a", version: 1, old: true, _log: ["x"] });

		const next = { _id: "a", version: 2, fresh: true };
		const first = await db.replaceOne({ _id: "a", version: 1 }, next, { _log: ["y"] });
		const second = await db.replaceOne({ _id: "a", version: 1 }, { ...next, version: 3 });

		expect([first, second]).toEqual([1, 0]);
		expect(await db.findById("a")).toEqual({ ...next, _log: ["x", "y"] });
	});

	it("lets one of many parallel claims of a value through", async () => {
		const db = await open();

		const claims = await Promise.allSettled(
			Array.from({ length: 20 }, (_, owner) => db.insert({ _id: "name", owner })),
		);

		expect(claims.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		for (const claim of claims)
			if (claim.status === "rejected") expect(claim.reason).toBeInstanceOf(DuplicateKey);
	});

	it("undoes a write that fails without touching its neighbours", async () => {
		const db = await open([{ fields: ["code"], unique: true }]);
		await db.insert({ _id: "a", code: 1 });

		const results = await Promise.allSettled([
			db.insert({ _id: "b", code: 2 }),
			db.insertMany([
				{ _id: "c", code: 3 },
				{ _id: "d", code: 1 },
			]),
			db.updateMany({ _id: "a" }, { $set: { seen: true } }),
		]);

		expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
		expect(ids(await db.find())).toContain("b");
		expect(await db.findById("a")).toEqual({ _id: "a", code: 1, seen: true });
		expect(await db.findById("d")).toBeNull();
	});
}

function indexing(open: Open) {
	it("refuses a second document with the same unique value, and names the key", async () => {
		const db = await open([{ fields: ["kind", "code"], unique: true }]);
		await db.insertMany([
			{ _id: "a", kind: "x", code: 1 },
			{ _id: "b", kind: "y", code: 1 },
		]);

		await expect(db.insert({ _id: "c", kind: "x", code: 1 })).rejects.toMatchObject({
			name: "DuplicateKey",
			key: "kind,code",
		});
		await expect(db.insert({ _id: "a", kind: "z", code: 1 })).rejects.toMatchObject({
			key: "_id",
		});
		const move = db.updateMany({ _id: "b" }, { $set: { kind: "x" } });
		await expect(move).rejects.toBeInstanceOf(DuplicateKey);
		expect(await db.findById("b")).toMatchObject({ kind: "y" });
	});

	it("keeps values in arrays unique across documents", async () => {
		const db = await open([{ fields: ["variants.sku"], unique: true, array: true }]);
		await db.insert({ _id: "a", variants: [{ sku: "1" }, { sku: "2" }] });
		await db.insert({ _id: "b", variants: [{ sku: "3" }] });

		const insert = db.insert({ _id: "c", variants: [{ sku: "4" }, { sku: "2" }] });
		await expect(insert).rejects.toMatchObject({ name: "DuplicateKey", key: "variants.sku" });
		const update = db.updateMany({ _id: "b" }, { $push: { variants: { sku: "1" } } });
		await expect(update).rejects.toMatchObject({ key: "variants.sku" });

		await db.updateMany({ _id: "a" }, { $pull: { variants: { sku: "1" } } });
		expect(await db.updateMany({ _id: "b" }, { $push: { variants: { sku: "1" } } })).toBe(1);
		expect(await db.findById("c")).toBeNull();
	});

	it("follows arrays as they change", async () => {
		const db = await open([{ fields: ["tags"], array: true }]);
		await db.insert({ _id: "a", tags: ["x", "x", 1, true] });

		await db.updateMany({ _id: "a" }, { $pull: { tags: "x" }, $set: { other: 1 } });
		await db.updateMany({ tags: 1 }, { $addToSet: { tags: "y" } });

		expect(await db.count({ query: { tags: "x" } })).toBe(0);
		expect(ids(await db.find({ query: { tags: "y" } }))).toEqual(["a"]);
		expect(ids(await db.find({ query: { tags: { $in: [true] } } }))).toEqual(["a"]);
	});

	it("gives documents in the order of the smallest value in an array", async () => {
		const db = await open([{ fields: ["due.at"], array: true }]);
		await db.insertMany([
			{ _id: "a", due: [{ at: "5" }, { at: "2" }] },
			{ _id: "b", due: [] },
			{ _id: "c", due: [{ at: "1" }, { at: "9" }] },
			{ _id: "d", due: [{ at: "3" }] },
		]);

		expect(ids(await db.firstBy("due.at", 2))).toEqual(["c", "a"]);
		expect(ids(await db.firstBy("due.at", 9))).toEqual(["c", "a", "d"]);
	});
}

function refusing(open: Open, isStandIn: boolean) {
	const queries: object[] = [
		{ $where: "true" },
		{ $nor: [{ a: 1 }] },
		{ $or: [] },
		{ a: { $size: 1 } },
		{ a: { $not: { $gt: 1 } } },
		{ a: { $elemMatch: { b: 1 } } },
		{ a: { $regex: "b" } },
		{ a: { $regex: "^b.*" } },
		{ a: { $regex: "^\\w" } },
		{ a: { b: 1 } },
		{ a: {} },
		{ a: [1] },
		{ a: undefined },
		{ a: { $gt: null } },
		{ a: { $in: "x" } },
		{ _id: 5 },
		{ "a.0": 1 },
		{ "a b": 1 },
		{ "a'": 1 },
		{ "__proto__.x": 1 },
		{ "": 1 },
	];
	const updates: object[] = [
		{ a: 1 },
		{ $mul: { a: 2 } },
		{ $rename: { a: "b" } },
		{ $set: { a: undefined } },
		{ $set: { _id: "b" } },
		{ $set: { "constructor.x": 1 } },
		{ $set: { "list.$.x": 1 } },
		{ $set: { a: 1, "a.b": 1 } },
		{ $set: { a: 1 }, $inc: { a: 1 } },
		{ $inc: { a: "1" } },
		{ $push: { a: { $each: [1], $sort: 1 } } },
		{ $addToSet: { a: { $each: 1 } } },
		{ $inc: { text: 1 } },
		{ $push: { text: 1 } },
		...(isStandIn ? [] : [{ $push: { nothing: 1 } }]),
		{ $pull: { text: 1 } },
		{ $set: { "text.x": 1 } },
	];

	it("refuses queries that stores could answer differently", async () => {
		const db = await open();
		await db.insert({ _id: "a" });

		for (const query of queries) {
			const attempt = db.find({ query: query as Query });
			await expect(attempt, JSON.stringify(query)).rejects.toBeInstanceOf(Refused);
		}
		await expect(db.find({ query: { $where: "1" } })).rejects.toThrow("$where");
		await expect(db.find({ sort: ["a;b"] })).rejects.toBeInstanceOf(Refused);
		await expect(db.find({ search: "x" })).rejects.toBeInstanceOf(Refused);
	});

	it("refuses updates that stores could apply differently, and changes nothing", async () => {
		const db = await open();
		const doc = { _id: "a", text: "t", nothing: null, list: [{ x: 0 }] };
		await db.insert(doc);

		for (const update of updates) {
			const attempt = db.updateMany({ _id: "a" }, update as Update);
			await expect(attempt, JSON.stringify(update)).rejects.toThrow();
		}
		await expect(db.updateMany({}, { $mul: { a: 1 } } as Update)).rejects.toThrow("$mul");
		expect(await db.findById("a")).toEqual(doc);
	});

	it("refuses a document without a text as id", async () => {
		const db = await open();

		await expect(db.insert({ _id: "" })).rejects.toBeInstanceOf(Refused);
		await expect(db.insert({ x: 1 } as unknown as Doc)).rejects.toBeInstanceOf(Refused);
	});

	it("refuses an array where a plain index was declared, and a unique field left out", async () => {
		const db = await open([["a.b"], { fields: ["code"], unique: true }]);
		await db.insert({ _id: "fine", code: 1, a: { b: 1 } });

		await expect(db.insert({ _id: "x", code: 2, a: { b: [1] } })).rejects.toThrow(
			"array: true",
		);
		await expect(db.insert({ _id: "x", code: 2, a: [{ b: 1 }] })).rejects.toThrow(
			"array: true",
		);
		await expect(db.insert({ _id: "x" })).rejects.toThrow("code");
		const parts = await open([{ fields: ["parts.sku"], unique: true, array: true }]);
		await expect(parts.insert({ _id: "x", parts: [] })).rejects.toThrow("parts.sku");
		const update = db.updateMany({ _id: "fine" }, { $set: { a: { b: [] } } });
		await expect(update).rejects.toBeInstanceOf(Refused);
		expect(await db.count()).toBe(1);
	});
}

function collecting(open: Open) {
	it("hands out entities without stored names, and pages of them", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insertMany(Array.from({ length: 5 }, (_, left) => anItem(`i${left}`, left)));

		expect(await items.findById("i3")).toStrictEqual(anItem("i3", 3));
		expect(await items.findByIds(["i4", "i9", "i0"])).toEqual([
			anItem("i4", 4),
			anItem("i0", 0),
		]);
		expect(await items.findOne({ id: "i2", left: 2 })).toEqual(anItem("i2", 2));
		const page = await items.list({
			query: { left: { $gt: 0 } },
			sort: ["-id"],
			page: 2,
			pageSize: 3,
		});
		expect(page).toEqual({ items: [anItem("i1", 1)], page: 2, pageSize: 3, total: 4 });
		expect(await items.count({ $or: [{ id: "i1" }, { left: 3 }] })).toBe(2);
	});

	it("lets exactly one of many parallel replacements through", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		const read = await items.insert(anItem("a", 0));

		const attempts = await Promise.allSettled(
			Array.from({ length: 50 }, (_, left) =>
				items.replace({ ...read, left }, anEvent(`e${left}`)),
			),
		);

		const won = attempts.filter((attempt) => attempt.status === "fulfilled");
		expect(won).toHaveLength(1);
		for (const attempt of attempts)
			if (attempt.status === "rejected") expect(attempt.reason).toBeInstanceOf(StaleVersion);
		const after = await items.findById("a");
		expect(after).toEqual(won[0]?.value);
		expect(after?.version).toBe(2);
		const told = (await items.pending(10)).flatMap((doc) => doc.told.map(({ id }) => id));
		expect(told).toEqual([`e${after?.left}`]);
	});

	it("drops a field that the replacement does not have", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insert({ ...anItem("a", 1), note: "old" });

		await items.replace(anItem("a", 2));

		expect(await items.findById("a")).toStrictEqual({ ...anItem("a", 2), version: 2 });
	});

	it("counts the version up with every update and change", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insert(anItem("a", 1));

		expect(await items.update({ id: "a" }, { $set: { left: 1 } })).toBe(1);
		expect(await items.change({ id: "a", left: 1 }, { $inc: { left: 4 } })).toEqual({
			...anItem("a", 5),
			version: 3,
		});
		expect(await items.change({ id: "a", left: 1 }, { $inc: { left: 4 } })).toBeNull();
		expect(await items.remove({ id: "a" })).toBe(1);
	});
}

function telling(open: Open) {
	it("stores events with every kind of write, and says whose after the commit", async () => {
		const said: string[] = [];
		const hooks = {
			told: (document: string, events: Told[]) =>
				void said.push([document, ...events.map(({ id }) => id)].join(" ")),
		};
		const items = new Collection<Item>(await open([toldIndex]), hooks);

		const first = await items.insert(anItem("a", 1), anEvent("e1"));
		await items.replace(first, anEvent("e2"));
		await items.update({ id: "a", left: 1 }, { $inc: { left: 1 } }, anEvent("e3"));
		await items.change({ left: 2 }, { $inc: { left: 1 } }, anEvent("e4"), anEvent("e5"));
		await items.update({ id: "a", left: 99 }, { $inc: { left: 1 } }, anEvent("never"));
		await items.insert(anItem("quiet", 1));

		const told = ["e1", "e2", "e3", "e4", "e5"].map(anEvent);
		expect(await items.pending(10)).toEqual([{ id: "a", told }]);
		expect(said).toEqual(["a e1", "a e2", "a e3", "a e4 e5"]);
	});

	it("keeps events of an earlier write and never brings back delivered ones", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		const read = await items.insert(anItem("a", 1), anEvent("e1"), anEvent("e2"));

		await Promise.all([items.delivered("a", ["e1"]), items.replace(read, anEvent("e3"))]);

		expect(await items.pending(10)).toEqual([{ id: "a", told: ["e2", "e3"].map(anEvent) }]);
		expect((await items.findById("a"))?.version).toBe(2);
	});

	it("delivers without a new version, so that a reader's replacement still fits", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		const read = await items.insert(anItem("a", 1), anEvent("e1"));

		await items.delivered("a", ["e1"]);
		await items.replace({ ...read, left: 2 });

		expect(await items.pending(10)).toEqual([]);
		expect(await items.findById("a")).toStrictEqual({ ...anItem("a", 2), version: 2 });
	});

	it("loses and repeats no event under parallel writes and deliveries", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insert(anItem("a", 0));
		const delivered: string[] = [];
		const stored: string[] = [];

		const write = async (id: string) => {
			const read = await items.findById("a");
			if (!read) return;
			const done = items.replace(read, anEvent(id)).then(() => stored.push(id));
			await done.catch(() => undefined);
		};
		const deliver = async () => {
			for (const { id, told } of await items.pending(5)) {
				const fresh = told
					.map((event) => event.id)
					.filter((one) => !delivered.includes(one));
				delivered.push(...fresh);
				await items.delivered(id, fresh);
			}
		};
		for (let round = 0; round < 20; round += 1) {
			await Promise.all([write(`${round}a`), deliver(), write(`${round}b`), deliver()]);
		}
		await deliver();

		expect(delivered.toSorted()).toEqual(stored.toSorted());
		expect(stored.length).toBeGreaterThanOrEqual(20);
		expect((await items.findById("a"))?.version).toBe(1 + stored.length);
		expect(await items.pending(5)).toEqual([]);
	});

	it("gives the documents with the oldest events first", async () => {
		const items = new Collection<Item>(await open([toldIndex]));
		await items.insert(anItem("b", 1), anEvent("e1"), anEvent("e9"));
		await items.insert(anItem("a", 1), anEvent("e2"));
		await items.insert(anItem("c", 1), anEvent("e0"));

		expect((await items.pending(2)).map(({ id }) => id)).toEqual(["c", "b"]);
	});

	it("refuses to tell about nobody in particular", async () => {
		const items = new Collection<Item>(await open([toldIndex]));

		const attempt = items.update({ left: 1 }, { $inc: { left: 1 } }, anEvent("e1"));

		await expect(attempt).rejects.toBeInstanceOf(Refused);
	});
}

function anItem(id: string, left: number): Item {
	return { id, version: 1, left };
}

function anEvent(id: string): Told {
	return { name: "thing.happened", payload: { of: id }, id, at: "2030-01-01T00:00:00.000Z" };
}

function ids(docs: Doc[]): string[] {
	return docs.map(({ _id }) => _id);
}
