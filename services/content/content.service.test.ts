import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { analytics } from "#contracts/analytics";
import { content } from "#contracts/content";
import { products } from "#contracts/products";
import type { Card, CategoryTree } from "#contracts/products";
import { customer, removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";

const editor = staff("content:read", "content:write");
const at = "2026-01-01T00:00:00.000Z";
const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

const card = (id: string, category = "lamps"): Card => ({
	id,
	slug: id,
	name: id,
	subtitle: "",
	brand: null,
	tags: [],
	image: null,
	category: {
		id: category,
		slug: category,
		name: category,
	},
	price: 100,
	listPrice: null,
	inStock: true,
	sales: 0,
	createdAt: at,
	rating: {
		average: 0,
		count: 0,
	},
});
const leaf = (id: string, children: CategoryTree[] = []): CategoryTree => ({
	id,
	slug: id,
	name: id,
	image: null,
	productCount: 1,
	children,
});
const page = <T>(items: T[]) => ({ items, page: 1, pageSize: 12, total: items.length });

/** What the neighbours answer; "down" is a neighbour that fails. */
const world = { products: "up", brands: "up", viewed: [] as string[] };

const neighbours = [
	stub(products, {
		list: ({ sort, category }) => {
			if (world.products === "down") throw new Error("no catalogue");
			if (category) return page([card(`${category}-1`, category), card(`${category}-2`)]);
			return page([card(sort === "newest" ? "new" : "popular")]);
		},
		categories: () => {
			if (world.products === "down") throw new Error("no catalogue");
			return [leaf("home", [leaf("lamps", [leaf("desk-lamps")])])];
		},
		brands: () => {
			if (world.products === "down" || world.brands === "down") throw new Error("no brands");
			return page([
				{
					id: "b",
					slug: "b",
					name: "B",
					image: null,
					description: "",
					isVisible: true,
					version: 1,
				},
			]);
		},
		cards: ({ ids }) => ids.map((id) => card(id, id.split("-")[0])),
	}),
	stub(analytics, { viewed: () => ({ ids: world.viewed }) }),
];

describe("content", () => {
	let mall: TestMall;
	beforeAll(async () => {
		mall = await start(["content", ...neighbours]);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});
	afterEach(async () => {
		Object.assign(world, { products: "up", brands: "up", viewed: [] });
		const { items } = await mall.call(content.banners, { pageSize: 100 }, editor);
		for (const { id } of items) await mall.call(content.removeBanner, { id }, editor);
	});

	const banner = (title: string, more = {}) =>
		mall.call(
			content.createBanner,
			{ title, link: "/sale", image: "/media/b.svg", ...more },
			editor,
		);

	it("answers the whole home page at once", async () => {
		await banner("Spring");

		const home = await mall.call(content.home);

		expect(home).toMatchObject({
			banners: [{ title: "Spring", link: "/sale", subtitle: "" }],
			flashSale: null,
			categories: [{ id: "home", children: [{ id: "lamps", children: [] }] }],
			brands: [{ id: "b" }],
			newArrivals: [{ id: "new" }],
			popular: [{ id: "popular" }],
			recommended: [{ id: "popular" }],
		});
	});

	it("shows only banners that run now, in their order and in the reader's language", async () => {
		await banner("Later", { startsAt: inHours(1) });
		await banner("Over", { startsAt: inHours(-2), endsAt: inHours(-1) });
		await banner("Off", { enabled: false });
		await banner("Second", { position: 2 });
		await banner("First", { position: 1, translations: { zh: { title: "第一" } } });

		const english = await mall.call(content.home);
		const chinese = await mall.call(content.home, {}, { locale: "zh" });

		expect(english.banners.map(({ title }) => title)).toEqual(["First", "Second"]);
		expect(chinese.banners.map(({ title }) => title)).toEqual(["第一", "Second"]);
	});

	it("recommends from the categories somebody has looked at, nothing that they saw", async () => {
		world.viewed = ["mugs-1", "mugs-9", "sofas-9"];

		const { recommended } = await mall.call(content.home, {}, customer("anna"));

		expect(recommended.map(({ id }) => id)).toEqual([
			"sofas-1",
			"mugs-2",
			"sofas-2",
			"popular",
		]);
	});

	it("leaves a shelf empty when its neighbour is down", async () => {
		world.brands = "down";

		const home = await mall.call(content.home);

		expect(home.brands).toEqual([]);
		expect(home.popular).toHaveLength(1);
	});

	it("says that it can't be reached when there is no catalogue at all", async () => {
		world.products = "down";

		await expect(mall.call(content.home)).rejects.toMatchObject({
			type: "UNAVAILABLE",
			code: 503,
		});
	});

	it("refuses a change that was made on an old version of a banner", async () => {
		const { id, version } = await banner("Mine");
		await mall.call(content.updateBanner, { id, version, title: "Yours" }, editor);

		const late = mall.call(content.updateBanner, { id, version, title: "Late" }, editor);

		await expect(late).rejects.toMatchObject({ type: "STALE_VERSION", code: 409 });
		const { items } = await mall.call(content.banners, {}, editor);
		expect(items).toMatchObject([{ title: "Yours", version: version + 1 }]);
	});

	it("refuses a banner that ends before it starts", async () => {
		const attempt = banner("Never", { startsAt: inHours(2), endsAt: inHours(1) });

		await expect(attempt).rejects.toMatchObject({
			type: "INVALID",
			data: { errors: [{ path: "endsAt" }] },
		});
	});

	it("says that an unknown banner is not there", async () => {
		const missing = { type: "BANNER_NOT_FOUND", code: 404 };

		await expect(
			mall.call(content.updateBanner, { id: "x", version: 1 }, editor),
		).rejects.toMatchObject(missing);
		await expect(mall.call(content.removeBanner, { id: "x" }, editor)).rejects.toMatchObject(
			missing,
		);
	});

	it("makes one banner however often the same request comes", async () => {
		const request = { title: "Once", link: "/", image: "/b.svg" };
		const meta = { ...editor, idempotencyKey: "banner-once" };

		const first = await mall.call(content.createBanner, request, meta);
		const again = await mall.call(content.createBanner, request, meta);

		expect(again).toEqual(first);
		expect((await mall.call(content.banners, {}, editor)).total).toBe(1);
	});

	it("keeps a topic's harmless markup and nothing else", async () => {
		const evil =
			'<h1>Tea</h1><p onclick="x()">Hot<script>x()</script></p><a href="javascript:x()">a</a>';

		const topic = await mall.call(
			content.createTopic,
			{ title: "Tea time", body: evil, translations: { zh: { title: "茶", body: evil } } },
			editor,
		);
		const clean = "<h2>Tea</h2><p>Hot</p><a>a</a>";

		expect(topic).toMatchObject({ slug: "tea-time", body: clean });
		const read = await mall.call(content.topic, { idOrSlug: "tea-time" }, { locale: "zh" });
		expect(read).toMatchObject({ id: topic.id, title: "茶", body: clean });
		const byId = await mall.call(content.topic, { idOrSlug: topic.id });
		expect(byId.title).toBe("Tea time");
		expect((await mall.call(content.home)).topics).toMatchObject([{ slug: "tea-time" }]);
	});

	it("gives two topics of one title two addresses, but not the same one on request", async () => {
		const write = (more = {}) =>
			mall.call(content.createTopic, { title: "Good light", ...more }, editor);
		const first = await write();
		const second = await write();

		expect(first.slug).toBe("good-light");
		expect(second.slug).toMatch(/^good-light-\w{6}$/);
		await expect(write({ slug: "Good light" })).rejects.toMatchObject({ type: "SLUG_TAKEN" });
		const { id, version } = second;
		await expect(
			mall.call(content.updateTopic, { id, version, slug: "good-light" }, editor),
		).rejects.toMatchObject({ type: "SLUG_TAKEN" });
	});

	it("shows a topic only while it is on and its time has come", async () => {
		const write = (title: string, more = {}) =>
			mall.call(content.createTopic, { title, ...more }, editor);
		const off = await write("Off", { enabled: false });
		const later = await write("Later", { startsAt: inHours(1) });
		const over = await write("Over", { startsAt: inHours(-2), endsAt: inHours(-1) });
		const now = await write("Now", { startsAt: inHours(-1), endsAt: inHours(1) });

		const { topics } = await mall.call(content.home);

		const shown = topics.map(({ id }) => id);
		expect(shown).toContain(now.id);
		for (const { id, slug } of [off, later, over]) {
			expect(shown).not.toContain(id);
			await expect(mall.call(content.topic, { idOrSlug: slug })).rejects.toMatchObject({
				type: "TOPIC_NOT_FOUND",
			});
			expect(await mall.call(content.adminTopic, { id }, editor)).toMatchObject({ id });
		}
		const never = write("Never", { startsAt: inHours(2), endsAt: inHours(1) });
		await expect(never).rejects.toMatchObject({ data: { errors: [{ path: "endsAt" }] } });
		await expect(mall.call(content.adminTopic, { id: "x" }, editor)).rejects.toMatchObject({
			type: "TOPIC_NOT_FOUND",
		});
	});

	it("lets staff change and delete a topic", async () => {
		const { id, version } = await mall.call(content.createTopic, { title: "Old" }, editor);

		await mall.call(content.updateTopic, { id, version, title: "Fresh" }, editor);
		expect((await mall.call(content.topic, { idOrSlug: id })).title).toBe("Fresh");

		await mall.call(content.removeTopic, { id }, editor);
		await expect(mall.call(content.topic, { idOrSlug: id })).rejects.toMatchObject({
			type: "TOPIC_NOT_FOUND",
		});
	});
});
