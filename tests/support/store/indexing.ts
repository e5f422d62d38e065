// What indexes promise: unique values, also within arrays.
import { expect, it } from "vitest";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { ids } from "./open.ts";
import type { Open } from "./open.ts";

export function indexing(open: Open) {
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
