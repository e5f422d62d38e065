import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inventory } from "#contracts/inventory";
import { jobs } from "#contracts/jobs";
import type { Job } from "#contracts/jobs";
import { products } from "#contracts/products";
import type { CategoryTree } from "#contracts/products";
import { removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

const manager = staff(
	"products:import",
	"products:read",
	"products:write",
	"inventory:read",
	"system:read",
);
const sample = join(import.meta.dirname, "../../../tests/support/catalogue-500.jsonl");

describe("the import", () => {
	let mall: TestMall;
	beforeAll(async () => {
		mall = await start(["products", "inventory", "jobs", "settings"]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	type Params = { stock?: number; dryRun?: boolean };

	/** The job when it has ended. */
	async function read(file: string | Buffer | Readable, params: Params = {}): Promise<Job> {
		const stream = file instanceof Readable ? file : Readable.from([Buffer.from(file)]);
		const options = { meta: manager, stream };
		const started = await mall.broker.call<Job, Params>(
			products.import.name,
			params,
			options as object,
		);
		return vi.waitFor(async () => {
			const job = await mall.call(jobs.get, { id: started.id }, manager);
			if (job.status === "running") throw new Error("still running");
			return job;
		}, 60_000);
	}

	const found = async (q: string) => (await mall.call(products.adminList, { q }, manager)).items;
	const line = (fields: object) => `${JSON.stringify(fields)}\n`;

	it("takes 500 real products in, once", async () => {
		const dry = await read(createReadStream(sample), { stock: 25, dryRun: true });
		const none = await mall.call(products.list, {});
		const first = await read(createReadStream(sample), { stock: 25 });
		const second = await read(createReadStream(sample), { stock: 25 });

		expect(dry).toMatchObject({ status: "done", total: 500, created: 500, errorCount: 0 });
		expect(none.total).toBe(0);
		expect(first).toMatchObject({ status: "done", done: 500, total: 500, created: 500 });
		expect(second).toMatchObject({ status: "done", done: 500, created: 0, updated: 0 });
		const listed = await mall.call(products.list, { pageSize: 100, sort: "price" });
		expect(listed.total).toBe(500);
		expect(listed.items.every(({ inStock }) => inStock)).toBe(true);
		const tree = await mall.call(products.categories);
		expect(tree.reduce((sum, { productCount }) => sum + productCount, 0)).toBe(500);
		const levels = await mall.call(inventory.list, { pageSize: 1 }, manager);
		expect(levels).toMatchObject({ total: 500, items: [{ onHand: 25 }] });
	});

	it("changes what a later file says, and nothing else", async () => {
		const old = { sku: "LATER-1", title: "Later lamp", brand: "Lumo", price: 500, stock: 3 };
		await read(line({ ...old, category: "Light > Lamps", description: "Old" }));

		const job = await read(line({ sku: "LATER-1", price: 450, stock: 99 }));

		expect(job).toMatchObject({ created: 0, updated: 1 });
		const [product] = await found("LATER-1");
		expect(product).toMatchObject({ name: "Later lamp", price: 450, description: "Old" });
		expect(product?.variants[0]).toMatchObject({ price: 450, available: 3 });
	});

	it("reads CSV, packed or not, with broken rows between good ones", async () => {
		const csv =
			"\ufeffsku,title,price,category,attr.Colour,tags\r\n" +
			'CSV-1,"Lamp, ""tall""",1200,Light > Lamps,Red,new|sale\r\n' +
			"CSV-2,Cheap,12.50,,,\r\n" +
			"CSV-3,,100,,,\r\n" +
			"CSV-4,Last,100,,,,,\r\n";

		const job = await read(gzipSync(csv));

		expect(job).toMatchObject({ status: "done", total: 4, created: 2, errorCount: 2 });
		expect(job.errors).toMatchObject([
			{ row: 3, message: expect.stringContaining("minor units") },
			{ row: 4, message: expect.stringContaining("no title") },
		]);
		const [lamp] = await found("CSV-1");
		expect(lamp).toMatchObject({
			name: 'Lamp, "tall"',
			tags: ["new", "sale"],
			attributes: [{ name: "Colour", value: "Red" }],
			inStock: false,
		});
	});

	it("reports each bad line and takes the others", async () => {
		const file =
			"{not json}\n" +
			"\n" +
			line({ sku: "BAD-1", title: "Fine", price: 1 }) +
			line({ sku: "BAD-1", title: "Twice", price: 1 }) +
			'"text"\n' +
			`{"sku":"BAD-2","title":"${"x".repeat(1_100_000)}"}\n` +
			line({ sku: "BAD-3", title: "<b></b>", price: 1 });

		const job = await read(file);

		expect(job).toMatchObject({ status: "done", created: 1, errorCount: 5 });
		expect(new Set(job.errors.map(({ row }) => row))).toEqual(new Set([1, 4, 5, 6, 7]));
		expect(job.errors.find(({ row }) => row === 4)?.message).toContain("row 3");
	});

	it("says in Chinese what is wrong with each row", async () => {
		const file =
			"{not json}\n" +
			line({ sku: "ZH-1", title: "No price" }) +
			line({ sku: "ZH-2", title: "<b></b>", price: 1 }) +
			line({ sku: "ZH-3", title: "x".repeat(400), price: 1 });
		const { id } = await read(file);

		const job = await mall.call(jobs.get, { id }, { ...manager, locale: "zh" });

		const words = [...job.errors, ...job.notes].map(({ message }) => message);
		expect(words).toHaveLength(4);
		for (const message of words) expect(message).toMatch(/\p{Script=Han}/u);
	});

	it.each([
		["a gzip that was cut off", gzipSync("x".repeat(100_000)).subarray(0, 60)],
		["a list in place of lines", '[{"sku":"A"}]'],
		["a quote that never ends", `sku,title,price\n"A,${"x,\n".repeat(400_000)}`],
		["nothing at all", ""],
	])("writes nothing from %s", async (_, file) => {
		const before = (await mall.call(products.list, {})).total;

		const job = await read(file);

		expect(job).toMatchObject({ status: "failed", created: 0, updated: 0, errorCount: 1 });
		expect((await mall.call(products.list, {})).total).toBe(before);
	});

	it("finds a category by a name that only one has, and by its path", async () => {
		const row = (sku: string, category: string) =>
			line({ sku, title: `Found ${sku}`, price: 100, category });
		await read(row("AT-1", "Hall > Sconces") + row("AT-2", "Attic > Sconces > Dim"));
		await read(row("AT-3", "Cellar > Torches"));

		const dry = await read(row("AT-9", "torches"), { dryRun: true });
		await read(row("AT-4", "torches") + row("AT-5", "Hall > Sconces") + row("AT-6", "Dim"));
		await read(row("AT-7", "Sconces") + row("AT-8", "Sconces"));

		expect(dry).toMatchObject({ created: 1, errorCount: 0 });
		expect(await pathOf("AT-4")).toEqual(["Cellar", "Torches"]);
		expect(await pathOf("AT-5")).toEqual(["Hall", "Sconces"]);
		expect(await pathOf("AT-6")).toEqual(["Attic", "Sconces", "Dim"]);
		expect([await pathOf("AT-7"), await pathOf("AT-8")]).toEqual([["Sconces"], ["Sconces"]]);
		const tree = await mall.call(products.categories);
		expect(namesIn(tree).filter((name) => name === "Torches")).toHaveLength(1);
		expect(namesIn(tree).filter((name) => name === "Sconces")).toHaveLength(3);
	});

	const namesIn = (tree: CategoryTree[]): string[] =>
		tree.flatMap(({ name, children }) => [name, ...namesIn(children)]);

	/** The names from the root to the category of the one product that is found. */
	async function pathOf(sku: string) {
		const [product] = await found(sku);
		const below = (tree: CategoryTree[], path: string[]): string[] | undefined =>
			tree
				.map(({ id, name, children }) =>
					id === product?.categoryId ? [...path, name] : below(children, [...path, name]),
				)
				.find(Boolean);
		return below(await mall.call(products.categories), []);
	}

	it("makes a category and a brand once, however many import at once", async () => {
		const files = [1, 2, 3, 4].map((one) =>
			line({
				sku: `RACE-${one}`,
				title: `Race ${one}`,
				price: 1,
				brand: "Race",
				category: "Race",
			}),
		);

		await Promise.all(files.map((file) => read(file)));

		const tree = await mall.call(products.categories);
		expect(tree.filter(({ name }) => name === "Race")).toMatchObject([{ productCount: 4 }]);
		const brands = await mall.call(products.adminBrands, { q: "race" }, manager);
		expect(brands.total).toBe(1);
	});

	it("leaves what lies in the recycle bin there", async () => {
		await read(line({ sku: "BIN-1", title: "Bin", price: 1 }));
		const [product] = await found("BIN-1");
		await mall.call(products.remove, { id: product?.id ?? "" }, manager);

		const job = await read(line({ sku: "BIN-1", title: "Bin", price: 2 }));

		expect(job.errors[0]?.message).toContain("recycle bin");
	});

	it("exports what it can import again without a change", async () => {
		await read(line({ sku: "OUT-1", title: "=1+1 Out", price: 7, attributes: { a: "b" } }));
		const stream = await mall.broker.call<Readable, object>(
			products.export.name,
			{ q: "OUT-1" },
			{ meta: manager },
		);
		const csv = Buffer.concat(await stream.toArray()).toString();

		const job = await read(csv);

		expect(csv).toContain("'=1+1 Out");
		expect(job).toMatchObject({ total: 1, created: 0, updated: 0, errorCount: 0 });
	});

	it("refuses a call without a file, and whoever lacks the right", async () => {
		await expect(mall.call(products.import, {}, manager)).rejects.toMatchObject({ code: 415 });
		await expect(mall.call(products.import, {}, staff("products:write"))).rejects.toMatchObject(
			{ type: "FORBIDDEN" },
		);
	});
});
