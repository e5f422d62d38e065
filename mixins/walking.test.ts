import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SqliteAdapter } from "./adapters/sqlite.ts";
import { Collection } from "./collection.ts";
import { behind, cursorBehind, WrongCursor } from "./walking.ts";
import type { Stretch } from "./walking.ts";

interface Item {
	id: string;
	version: number;
	shelf: string;
	price: number;
	rating: { average: number };
}

const sorts = [
	["-price"],
	["price"],
	["shelf", "-price"],
	["-rating.average"],
	["-shelf", "price"],
	["id"],
];

describe("a walk by cursor", () => {
	const folder = mkdtempSync(join(tmpdir(), "mall-walking-"));
	const adapter = new SqliteAdapter({
		file: join(folder, "items.sqlite"),
		collection: "items",
		indexes: [["price"], ["shelf", "-price"]],
	});
	const items = new Collection<Item>(adapter);
	beforeAll(() => adapter.connect());
	afterAll(async () => {
		await adapter.disconnect();
		rmSync(folder, { recursive: true });
	});

	/** Calls `between` after each stretch. */
	async function walk(sort: string[], pageSize: number, between = async () => {}) {
		const seen: Item[] = [];
		const all = { query: { version: 1 }, sort, page: 1, pageSize };
		for (let cursor: string | null = ""; cursor !== null;) {
			const stretch: Stretch<Item> = await items.list({ ...all, cursor });
			seen.push(...stretch.items);
			cursor = stretch.nextCursor;
			await between();
		}
		return seen;
	}

	it("sees in order and once what was there, whatever is put in on the way", async () => {
		const item = fc.record({
			id: fc.uuid(),
			version: fc.constant(1),
			shelf: fc.constantFrom("", "a", "b", "ä", "\u{1F600}"),
			price: fc.integer({ min: 0, max: 3 }),
			rating: fc.record({ average: fc.constantFrom(0, 3.5, 5) }),
		});
		const some = fc.uniqueArray(item, { maxLength: 30, selector: ({ id }) => id });
		await fc.assert(
			fc.asyncProperty(
				some,
				some,
				fc.constantFrom(...sorts),
				fc.integer({ min: 1, max: 7 }),
				async (before, later, sort, pageSize) => {
					await adapter.clear();
					await items.insertMany(before);
					const inOrder = await items.find({ sort, limit: 100 });
					const known = new Set(inOrder.map(({ id }) => id));
					const queue = later.filter(({ id }) => !known.has(id));

					const seen = await walk(sort, pageSize, async () => {
						const next = queue.shift();
						if (next) await items.insert(next);
					});

					const ids = seen.map(({ id }) => id);
					expect(new Set(ids).size).toBe(ids.length);
					expect(seen.filter(({ id }) => known.has(id))).toEqual(inOrder);
				},
			),
			{ numRuns: 60 },
		);
	});

	it("refuses what no list gave, and what a list in another order gave", async () => {
		await adapter.clear();
		const rating = { average: 1 };
		const made = ["a", "b"].map((id) => ({ id, version: 1, shelf: "s", price: 1, rating }));
		await items.insertMany(made);
		const begun = await items.list({ sort: ["price"], page: 1, pageSize: 1, cursor: "" });

		const cursors = [begun.nextCursor ?? "", "bm8", btoa("{}"), btoa('["-price",{},"a"]'), "%"];

		expect(begun.nextCursor).not.toBeNull();
		for (const cursor of cursors) {
			const list = items.list({ sort: ["-price"], page: 1, pageSize: 1, cursor });
			await expect(list, cursor).rejects.toThrow(WrongCursor);
		}
	});

	it("begins at its place in the index instead of reading what it has passed", () => {
		const passed = { id: "a", price: 2 };
		const sort = ["-price"];
		const query = behind(cursorBehind(passed, sort), { query: { shelf: "s" }, sort });
		const stored = JSON.parse(JSON.stringify(query).replaceAll('"id"', '"_id"'));

		const plan = adapter.table.plan({ query: stored, sort });

		expect(plan).toMatch(/\$\.shelf=\? AND \$\.price[<>]/);
		expect(plan).not.toContain("TEMP B-TREE");
	});
});
