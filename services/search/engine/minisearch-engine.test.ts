import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentOf, readRows } from "#tests/support/search-catalogue";
import { searchEngineContract } from "#tests/support/search-engine-contract";
import { aDocument, asked } from "#tests/support/search-makers";
import { MiniSearchEngine } from "./minisearch-engine.ts";

const SAMPLE = new URL("../../../tests/support/catalogue-500.jsonl", import.meta.url).pathname;

searchEngineContract("The embedded engine", async () => new MiniSearchEngine());

let engine: MiniSearchEngine;

beforeAll(async () => {
	engine = new MiniSearchEngine();
	await engine.put((await readRows(SAMPLE)).map(documentOf));
});

afterAll(() => engine.close());

describe("closing", () => {
	it("refuses calls after it was closed", async () => {
		const own = new MiniSearchEngine();
		await own.close();

		await expect(own.count()).rejects.toThrow("closed");
	});
});

describe("the snapshot", () => {
	it("brings everything back, and is dropped when it does not fit", async () => {
		const folder = await mkdtemp(join(tmpdir(), "search-"));
		const file = join(folder, "index");
		await engine.save(file, "state 1");
		const restarted = new MiniSearchEngine();

		expect(await restarted.load(file, "state 1")).toBe(true);
		const query = asked({ q: "lenovo notebok", attributes: {} });
		expect(await restarted.search(query)).toEqual(await engine.search(query));
		await restarted.put([aDocument({ id: "new", name: "Walnut table" })]);
		expect((await restarted.search(asked({ q: "walnut" }))).total).toBe(1);

		expect(await restarted.load(file, "state 2")).toBe(false);
		await expect(stat(file)).rejects.toThrow("ENOENT");
		await engine.save(file, "state 1");
		await writeFile(file, (await readFile(file)).subarray(0, 100_000));
		expect(await restarted.load(file, "state 1")).toBe(false);
		expect(await restarted.load(file, "state 1")).toBe(false);
		expect(await restarted.count()).toBe(501);

		await restarted.close();
		await rm(folder, { recursive: true });
	});
});
