// What is written: every operator, and what holds when many write at once.
import { expect, it } from "vitest";
import type { Update } from "#mixins/adapters/adapter";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { ids } from "./open.ts";
import type { Open } from "./open.ts";

export function writing(open: Open) {
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

export function guarding(open: Open) {
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
