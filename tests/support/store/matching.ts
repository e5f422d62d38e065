// Which documents match a query, with every kind of index and without.
import { expect, it } from "vitest";
import type { Doc, IndexSpec, Query } from "#mixins/adapters/adapter";
import { ids } from "./open.ts";
import type { Open } from "./open.ts";

export function matching(open: Open, isStandIn: boolean) {
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
