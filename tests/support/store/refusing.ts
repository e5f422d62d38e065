// What both stores would do differently, and therefore refuse.
import { expect, it } from "vitest";
import type { Doc, Query, Update } from "#mixins/adapters/adapter";
import { Refused } from "#mixins/adapters/adapter";
import type { Open } from "./open.ts";

export function refusing(open: Open, isStandIn: boolean) {
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
