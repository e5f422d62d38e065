import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_SYNONYMS } from "#domain/search/default-synonyms";
import { documentOf, readRows } from "#tests/support/search-catalogue";
import type { EngineQuery, SearchDocument } from "./engine.ts";
import { MiniSearchEngine } from "./minisearch-engine.ts";

const SAMPLE = new URL("../../../tests/support/catalogue-500.jsonl", import.meta.url).pathname;

let documents: SearchDocument[];
let engine: MiniSearchEngine;

beforeAll(async () => {
	documents = (await readRows(SAMPLE)).map(documentOf);
	engine = new MiniSearchEngine();
	await engine.put(documents);
});

afterAll(() => engine.close());

describe("finding", () => {
	it("holds every product that was put", async () => {
		expect(await engine.count()).toBe(500);
		expect((await engine.search(asked({}))).total).toBe(500);
	});

	it("gives laptops for laptop, not what goes with them", async () => {
		const names = await namesFor("laptop");

		for (const name of names.slice(0, 5)) expect(name).toMatch(/notebook|laptop/i);
		for (const name of names.slice(0, 5)) expect(name).not.toMatch(/case|dock|sleeve|lock/i);
	});

	it("gives cases for laptop case", async () => {
		for (const name of (await namesFor("laptop case")).slice(0, 3)) {
			expect(name).toMatch(/case|bag|sleeve|backpack/i);
		}
	});

	it("puts the brand that was named first", async () => {
		const { items } = await engine.search(asked({ q: "lenovo notebook" }));
		const brands = items.slice(0, 5).map(({ card }) => JSON.stringify(card));

		for (const card of brands) expect(card).toContain('"name":"Lenovo"');
	});

	it.each(["BOXDH57JG", "boxdh57", "0735858210232", "box dh57jg"])(
		"finds the part number %s",
		async (q) => {
			expect((await namesFor(q))[0]).toContain("BOXDH57JG");
		},
	);

	it.each([
		["keybord", /keyboard/i],
		["keyb", /keyboard/i],
		["processors", /processor/i],
		["笔记本电脑", /notebook/i],
		["the keyboard", /keyboard/i],
	])("finds what is meant by %s", async (q, name) => {
		expect((await namesFor(q))[0]).toMatch(name);
	});

	it("says what it took a mistyped query for", async () => {
		const { correctedQuery } = await engine.search(asked({ q: "keybord" }));

		expect(correctedQuery).toBe("keyboard");
	});

	it("falls back to most of the words and says so", async () => {
		const { total, relaxed } = await engine.search(asked({ q: "keyboard zzzyqx" }));

		expect(total).toBeGreaterThan(0);
		expect(relaxed).toBe(true);
	});

	it("finds nothing for nonsense, and everything for a blank", async () => {
		expect((await engine.search(asked({ q: "zzzyqx" }))).total).toBe(0);
		expect((await engine.search(asked({ q: "!!!" }))).total).toBe(0);
		expect((await engine.search(asked({ q: "  " }))).total).toBe(500);
	});

	it("marks what it found in the name", async () => {
		const { items } = await engine.search(asked({ q: "keyboard" }));

		expect(items[0]?.highlights.name?.toLowerCase()).toContain("<mark>keyboard</mark>");
	});

	it("pins and hides where staff says so", async () => {
		const [first, second] = (await engine.search(asked({ q: "keyboard" }))).items;
		const pin = documents.find(({ name }) => /notebook/i.test(name))?.id ?? "";
		const hidden = [first?.id ?? ""];

		const { items } = await engine.search(asked({ q: "keyboard", pins: [pin], hidden }));

		expect(items.map(({ id }) => id).slice(0, 2)).toEqual([pin, second?.id]);
	});

	it("explains a place when asked", async () => {
		const { items } = await engine.search(asked({ q: "keyboard", explain: true }));

		expect(items[0]?.explain?.factors).toMatchObject({ thing: expect.any(Number) });
	});
});

describe("filters and facets", () => {
	it("counts as many as a filter then finds", async () => {
		const { facets } = await engine.search(asked({ q: "black" }));

		for (const { value, count } of facets.brand.slice(0, 5)) {
			const { total } = await engine.search(asked({ q: "black", brand: [value] }));
			expect(total).toBe(count);
		}
		for (const { from, to, count } of facets.price) {
			const prices = { minPrice: from, ...(to === null ? {} : { maxPrice: to }) };
			expect((await engine.search(asked({ q: "black", ...prices }))).total).toBe(count);
		}
		for (const [name, values] of Object.entries(facets.attributes)) {
			const { value = "", count } = values[0] ?? {};
			const attributes = { [name]: [value] };
			expect((await engine.search(asked({ q: "black", attributes }))).total).toBe(count);
		}
	});

	it("does not let a facet's own choice narrow its counts", async () => {
		const open = await engine.search(asked({ q: "black" }));
		const brand = open.facets.brand[0]?.value ?? "";

		const chosen = await engine.search(asked({ q: "black", brand: [brand] }));

		expect(chosen.facets.brand).toEqual(open.facets.brand);
		expect(chosen.total).toBeLessThan(open.total);
		expect(chosen.facets.category).not.toEqual(open.facets.category);
	});

	it("offers at most twelve attributes of at most twenty values", async () => {
		const { facets } = await engine.search(asked({ category: ["processor", "notebook"] }));
		const attributes = Object.values(facets.attributes);

		expect(attributes.length).toBeGreaterThan(2);
		expect(attributes.length).toBeLessThanOrEqual(12);
		for (const values of attributes) expect(values.length).toBeLessThanOrEqual(20);
	});

	it("takes several values as alternatives and several filters together", async () => {
		const [one, two] = await totals({ brand: ["hp"] }, { brand: ["lenovo"] });
		const [both, none] = await totals(
			{ brand: ["hp", "lenovo"] },
			{ brand: ["hp"], rating: 4 },
		);

		expect(both).toBe((one ?? 0) + (two ?? 0));
		expect(none).toBe(0);
	});

	it("finds nothing for a choice that does not exist", async () => {
		expect(await totals({ brand: ["nobody"] }, { attributes: { nothing: ["x"] } })).toEqual([
			0, 0,
		]);
	});

	it("orders by price and pages without gaps", async () => {
		const first = await engine.search(asked({ sort: "price", pageSize: 7 }));
		const second = await engine.search(asked({ sort: "price", pageSize: 7, page: 2 }));
		const whole = await engine.search(asked({ sort: "price", pageSize: 14 }));

		expect([...first.items, ...second.items]).toEqual(whole.items);
		const prices = whole.items.map(
			({ id }) => documents.find((one) => one.id === id)?.price ?? 0,
		);
		expect(prices).toEqual(prices.toSorted((a, b) => a - b));
	});

	it("counts a category with all that is below it", async () => {
		const own = new MiniSearchEngine();
		const [root, leaf] = [named("home", "Home"), named("lamps", "Lamps")];
		await own.put([
			aDocument({ id: "a", categories: [root, leaf] }),
			aDocument({ id: "b", categories: [root] }),
		]);

		const { facets, total } = await own.search(asked({ category: ["home"] }));
		await own.close();

		expect(total).toBe(2);
		expect(facets.category).toEqual([
			{ value: "home", label: "Home", count: 2 },
			{ value: "lamps", label: "Lamps", count: 1, parent: "home" },
		]);
	});
});

describe("changing", () => {
	it("shows a change in the very next search, and forgets what was", async () => {
		const own = new MiniSearchEngine();
		const put = own.put([aDocument({ id: "a", name: "Walnut table" })]);
		const found = own.search(asked({ q: "walnut" }));
		await put;
		await own.put([aDocument({ id: "a", name: "Oak table", version: 2 })]);

		const walnut = await own.search(asked({ q: "walnut" }));
		const oak = await own.search(asked({ q: "oak" }));
		const versions = await own.versions();
		await own.remove(["a"]);
		const gone = await own.search(asked({ q: "oak" }));
		await own.close();

		expect((await found).total).toBe(1);
		expect(walnut.total).toBe(0);
		expect(oak.total).toBe(1);
		expect(versions).toEqual({ a: 2 });
		expect(gone.total).toBe(0);
	});

	it("gives the same as JSON", async () => {
		const query = asked({ q: "keyboard", pageSize: 3 });

		const { items, ...rest } = await engine.search(query);
		const body = JSON.parse(await engine.searchJson(query));

		const cards = items.map(({ card, highlights }) => ({ ...card, highlights }));
		expect(body).toEqual({ items: cards, ...rest });
	});

	it("suggests products, categories and brands while typing", async () => {
		const found = await engine.suggest("keyb", 5);

		expect(found.products[0]?.name).toMatch(/keyboard/i);
		expect(found.categories[0]?.name).toBe("keyboard");
		expect((await engine.suggest("lenov", 5)).brands[0]?.name).toBe("Lenovo");
	});

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

async function namesFor(q: string): Promise<string[]> {
	const { items } = await engine.search(asked({ q }));
	return items.map(({ id }) => documents.find((one) => one.id === id)?.name ?? "");
}

function totals(...queries: Partial<EngineQuery>[]): Promise<number[]> {
	return Promise.all(queries.map(async (query) => (await engine.search(asked(query))).total));
}

function asked(query: Partial<EngineQuery>): EngineQuery {
	const rest = { attributes: {}, page: 1, pageSize: 20, synonyms: DEFAULT_SYNONYMS };
	return { sort: "relevance", ...rest, ...query };
}

function named(id: string, name: string) {
	return { id, slug: id, name };
}

function aDocument(own: Partial<SearchDocument>): SearchDocument {
	return {
		id: "a",
		slug: "a",
		name: "A thing",
		subtitle: "",
		brand: null,
		categories: [],
		tags: [],
		skus: [],
		attributes: [],
		description: "",
		price: 100,
		inStock: true,
		rating: { average: 0, count: 0 },
		sales: 0,
		createdAt: "2026-01-01T00:00:00.000Z",
		image: null,
		card: {},
		version: 1,
		...own,
	};
}
