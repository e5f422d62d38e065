import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analytics } from "#contracts/analytics";
import type { SearchTally } from "#contracts/analytics";
import { jobs } from "#contracts/jobs";
import { products } from "#contracts/products";
import type { AdminProduct, ProductInput } from "#contracts/products";
import { search } from "#contracts/search";
import { removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

const manager = staff("products:write", "products:publish", "search:write");

describe("search", () => {
	let mall: TestMall;
	let categoryId: string;
	const told: SearchTally[] = [];
	const searchDesk = stub(analytics, {
		searched: ({ searches }) => void told.push(...searches),
		hotQueries: ({ prefix }) => ({ queries: [`${prefix} hot`] }),
	});
	const services = ["products", "inventory", "settings", "jobs", "search", searchDesk];

	beforeAll(async () => {
		mall = await start(services);
		const category = await mall.call(products.createCategory, { name: "Lamps" }, manager);
		categoryId = category.id;
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	let made = 0;
	const put = (some: Partial<ProductInput>): Promise<AdminProduct> =>
		mall.call(
			products.create,
			{
				name: "Thing",
				categoryId,
				variants: [{ sku: `S-${++made}`, price: 1000 * made, stock: 3 }],
				status: "published",
				...some,
			},
			manager,
		);
	const find = async (q: string) =>
		(await mall.call(search.search, { q })).items.map(({ name }) => name);

	it("finds a product as soon as its making has answered, and not after its recycling", async () => {
		const { id } = await put({ name: "Quartzine reading lamp" });

		expect(await find("quartzine")).toEqual(["Quartzine reading lamp"]);

		await mall.call(products.remove, { id }, manager);

		expect(await find("quartzine")).toEqual([]);
	});

	it("follows a change of the name", async () => {
		const { id, version } = await put({ name: "Velumber lamp" });

		await mall.call(products.update, { id, version, name: "Oxbrook lamp" }, manager);

		expect(await find("velumber")).toEqual([]);
		expect(await find("oxbrook")).toEqual(["Oxbrook lamp"]);
	});

	it("filters, sorts and counts what each filter would find", async () => {
		await put({
			name: "Amberly vase",
			tags: ["gift"],
			attributes: [{ name: "Colour", value: "Red" }],
		});
		await put({ name: "Amberly vase tall", attributes: [{ name: "Colour", value: "Blue" }] });

		const all = await mall.call(search.search, { q: "amberly", sort: "-price" });
		const red = await mall.call(search.search, { q: "amberly", attr: { Colour: ["Red"] } });

		expect(all.items.map(({ name }) => name)).toEqual(["Amberly vase tall", "Amberly vase"]);
		expect(all.facets.tag).toEqual([{ value: "gift", label: "gift", count: 1 }]);
		expect(red.total).toBe(1);
		expect(red.facets.attributes.Colour?.map(({ count }) => count)).toEqual([1, 1]);
	});

	it("suggests products, and words that others have used", async () => {
		await put({ name: "Copperfold kettle" });

		const { products: found, queries } = await mall.call(search.suggest, { q: "copperf" });

		expect(found.map(({ name }) => name)).toEqual(["Copperfold kettle"]);
		expect(queries).toEqual(["copperf hot"]);
	});

	it("suggests in the reader's language", async () => {
		await put({ name: "Tinwhistle kettle", translations: { zh: { name: "锡哨水壶" } } });

		const chinese = await mall.call(search.suggest, { q: "tinwhis" }, { locale: "zh" });
		const english = await mall.call(search.suggest, { q: "tinwhis" }, { locale: "en" });

		expect(chinese.products.map(({ name }) => name)).toEqual(["锡哨水壶"]);
		expect(english.products.map(({ name }) => name)).toEqual(["Tinwhistle kettle"]);
	});

	it("marks what it found in the name that the reader sees", async () => {
		await put({ name: "Bellfounder cup", translations: { zh: { name: "钟匠<b 陶瓷杯" } } });

		const ask = async (q: string) => {
			const { items } = await mall.call(search.search, { q }, { locale: "zh" });
			return items.find(({ name }) => name.startsWith("钟匠"))?.highlights;
		};

		expect(await ask("陶瓷")).toEqual({ name: "钟匠&lt;b <mark>陶瓷</mark>杯" });
		expect(await ask("bellfounder")).toEqual({});
	});

	it("finds by the Chinese words of options, attributes and tags, old and new ones", async () => {
		const say = (words: Record<string, string>) => {
			const none: Record<string, string> = {};
			const given = Object.entries(words).map(([word, zh]) => ({
				word,
				translations: zh ? { zh } : none,
			}));
			return mall.call(products.translate, { words: given }, manager);
		};
		const options = [{ name: "Shade", values: ["Ochre"] }];
		const variants = [{ sku: "OCHRE", options: { Shade: "Ochre" }, price: 100 }];
		const attributes = [{ name: "Wood", value: "Wenge" }];
		await say({ Ochre: "赭石" });
		await put({ name: "Marlow lamp", options, variants, attributes, tags: ["attic"] });
		expect(await find("赭石")).toEqual(["Marlow lamp"]);
		await put({ name: "Marlow tray", attributes: [{ name: "Wood", value: "Ash" }] });

		await say({ Ochre: "黄土", Wenge: "鸡翅木", attic: "阁楼" });

		for (const q of ["黄土", "鸡翅木", "阁楼"]) expect(await find(q)).toEqual(["Marlow lamp"]);
		expect(await find("赭石")).toEqual([]);
		const chosen = { q: "marlow", attr: { Wood: ["Wenge", "Teak"] } };
		const { facets } = await mall.call(search.search, chosen, { locale: "zh" });
		expect(facets.tag).toEqual([{ value: "attic", label: "阁楼", count: 1 }]);
		const woods = facets.attributes.Wood?.map(({ label }) => label);
		expect(woods?.toSorted()).toEqual(["Ash", "鸡翅木"]);
		await say({ Wenge: "" });
		expect(await find("鸡翅木")).toEqual([]);
	});

	it("suggests what many look for and buy before anything is typed", async () => {
		await put({ name: "Copperfold kettle" });

		const { products: found, queries } = await mall.call(search.suggest, {});

		expect(found.map(({ name }) => name)).toContain("Copperfold kettle");
		expect(queries).toHaveLength(1);
	});

	it("tells the search desk what was asked and not found", async () => {
		await find("nonexistentia");

		await expect
			.poll(() => told.find(({ query }) => query === "nonexistentia"), { timeout: 15_000 })
			.toMatchObject({ count: 1, zeroResults: 1, lastTotal: 0 });
	});

	it("refuses to page deeper than anybody reads", async () => {
		await expect(mall.call(search.search, { page: 200, pageSize: 100 })).rejects.toMatchObject({
			type: "TOO_DEEP",
			code: 422,
		});
	});

	it("builds the index anew as a job", async () => {
		await put({ name: "Brackenwood stool" });

		const { id } = await mall.call(search.reindex, {}, manager);

		await expect
			.poll(async () => (await mall.call(jobs.get, { id }, staff("system:read"))).status, {
				timeout: 15_000,
			})
			.toBe("done");
		expect(await find("brackenwood")).toEqual(["Brackenwood stool"]);
	});

	it("joins the job that builds the index instead of beginning another", async () => {
		const asked = await Promise.all(
			[1, 2, 3].map(() => mall.call(search.reindex, {}, manager)),
		);

		const id = asked[0]?.id ?? "";
		const jobOf = () => mall.call(jobs.get, { id }, staff("system:read"));
		await expect.poll(async () => (await jobOf()).status, { timeout: 15_000 }).toBe("done");
		const later = await mall.call(search.reindex, {}, manager);

		expect(asked.map((job) => job.id)).toEqual([id, id, id]);
		expect(later.id).not.toBe(id);
	});

	it("has everything again after a restart, also what changed while it was away", async () => {
		await put({ name: "Saffronel mug" });
		await mall.stop();
		mall = await start(services.filter((name) => name !== "search"));
		await put({ name: "Saffronel bowl" });
		await mall.stop();
		mall = await start(services);

		await expect.poll(() => find("saffronel"), { timeout: 15_000 }).toHaveLength(2);
	});

	// Why: the test ends a worker; a server comes back by itself.
	it.skipIf(process.env.ELASTICSEARCH_URL)(
		"answers from the catalogue when the engine has died, and comes back",
		async () => {
			await put({ name: "Tamarite tray" });
			const service = mall.broker.getLocalService("v1.search") as unknown as {
				keeper: { engine: { close(): Promise<void> } };
			};
			await service.keeper.engine.close();

			const meanwhile = await mall.call(search.search, { q: "tamarite" });

			expect(meanwhile.degraded).toBe(true);
			await expect
				.poll(() => find("tamarite"), { timeout: 15_000 })
				.toEqual(["Tamarite tray"]);
		},
	);
});
