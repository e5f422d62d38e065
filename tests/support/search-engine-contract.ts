// What a search engine must do, as tests: each engine runs the same ones, over the same catalogue.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine, EngineQuery, SearchDocument } from "../../services/search/engine/engine.ts";
import { documentOf, readRows } from "./search-catalogue.ts";
import { aDocument, asked } from "./search-makers.ts";

const SAMPLE = new URL("./catalogue-500.jsonl", import.meta.url).pathname;

/** `make` gives an empty engine, ready for use. */
export function searchEngineContract(name: string, make: () => Promise<Engine>) {
	describe(`${name} as a search engine`, () => {
		let documents: SearchDocument[];
		let engine: Engine;
		const fresh = make;

		beforeAll(async () => {
			documents = (await readRows(SAMPLE)).map(documentOf);
			engine = await make();
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
				for (const name of names.slice(0, 5))
					expect(name).not.toMatch(/case|dock|sleeve|lock/i);
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

			it("finds by what categories, tags and attributes are called in other languages", async () => {
				const own = await fresh();
				const words = [
					{ word: "Lamps", other: "灯具" },
					{ word: "Oak", other: "橡木" },
					{ word: "Dimmable", other: "可调光" },
					{ word: "Cordless", other: "无绳" },
					{ word: "gift", other: "送礼" },
				];
				const attributes = [
					{ name: "Material", value: "Oak" },
					{ name: "Dimmable", value: "Yes" },
					{ name: "Cordless", value: "No" },
				];
				const categories = [named("lamps", "Lamps"), named("desk-lamps", "Desk lamps")];
				await own.put([
					aDocument({ id: "a", categories, tags: ["gift"], attributes, words }),
					aDocument({ id: "b", attributes: [{ name: "Material", value: "Ash" }] }),
				]);
				const found = async (q: string) =>
					(await own.search(asked({ q }))).items.map(({ id }) => id);

				for (const q of ["灯具", "橡木", "可调光", "送礼", "oak", "橡木 灯具"])
					expect([q, await found(q)]).toEqual([q, ["a"]]);
				expect(await found("无绳")).toEqual([]);
				await own.put([aDocument({ id: "a", attributes, version: 2 })]);
				expect(await found("橡木")).toEqual([]);
				await own.close();
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

				const { items } = await engine.search(
					asked({ q: "keyboard", pins: [pin], hidden }),
				);

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
					expect((await engine.search(asked({ q: "black", ...prices }))).total).toBe(
						count,
					);
				}
				for (const [name, values] of Object.entries(facets.attributes)) {
					const { value = "", count } = values[0] ?? {};
					const attributes = { [name]: [value] };
					expect((await engine.search(asked({ q: "black", attributes }))).total).toBe(
						count,
					);
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
				const { facets } = await engine.search(
					asked({ category: ["processor", "notebook"] }),
				);
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
				expect(
					await totals({ brand: ["nobody"] }, { attributes: { nothing: ["x"] } }),
				).toEqual([0, 0]);
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
				const own = await fresh();
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
				const own = await fresh();
				await own.put([aDocument({ id: "a", name: "Walnut table" })]);
				const found = await own.search(asked({ q: "walnut" }));
				await own.put([aDocument({ id: "a", name: "Oak table", version: 2 })]);

				const walnut = await own.search(asked({ q: "walnut" }));
				const oak = await own.search(asked({ q: "oak" }));
				const versions = await own.versions();
				await own.remove(["a"]);
				const gone = await own.search(asked({ q: "oak" }));
				await own.close();

				expect(found.total).toBe(1);
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
		});

		async function namesFor(q: string): Promise<string[]> {
			const { items } = await engine.search(asked({ q }));
			return items.map(({ id }) => documents.find((one) => one.id === id)?.name ?? "");
		}

		function totals(...queries: Partial<EngineQuery>[]): Promise<number[]> {
			return Promise.all(
				queries.map(async (query) => (await engine.search(asked(query))).total),
			);
		}
	});
}

function named(id: string, name: string) {
	return { id, slug: id, name };
}
