import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { products } from "#contracts/products";
import type { Product } from "#contracts/products";
import { reviews } from "#contracts/reviews";
import { removeData, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { sweep } from "./tallies.ts";

type Rated = { productId: string; rating: { average: number; count: number }; version: number };

const rated: Rated[] = [];
const known = new Set(["lamp", "mug", "sofa", "left"]);
const catalogue = stub(products, {
	get: ({ idOrSlug }) => {
		const id = idOrSlug.replace("-by-slug", "");
		if (!known.has(id)) throw new Error("PRODUCT_NOT_FOUND");
		return { id } as Product;
	},
	rate: (given) => void rated.push(given),
});

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const review = (productId: string, rating: number, minute: number) => ({
	productId,
	rating,
	title: `${rating} stars`,
	body: `Written at ${minute}`,
	author: "Anna A.",
	createdAt: at(minute),
});

describe("reviews", () => {
	let mall: TestMall;
	beforeAll(async () => {
		mall = await start(["reviews", catalogue]);
		const lamps = [5, 4, 5, 1, 5].map((rating, minute) => review("lamp", rating, minute));
		await mall.call(reviews.seed, { reviews: [...lamps, review("mug", 3, 9)] });
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	it("come with how many gave which rating", async () => {
		const page = await mall.call(reviews.list, { id: "lamp", pageSize: 2 });

		expect(page).toMatchObject({ page: 1, pageSize: 2, total: 5, histogram: [1, 0, 0, 1, 3] });
		expect(page.items.map(({ body }) => body)).toEqual(["Written at 4", "Written at 3"]);
		expect(page.items[0]).not.toHaveProperty("status");
	});

	it("are found by the product's slug as well", async () => {
		const page = await mall.call(reviews.list, { id: "lamp-by-slug" });

		expect(page.total).toBe(5);
	});

	it("are none, and no mistake, for a product that nobody has reviewed", async () => {
		const page = await mall.call(reviews.list, { id: "sofa" });

		expect(page).toEqual({
			items: [],
			page: 1,
			pageSize: 20,
			total: 0,
			histogram: [0, 0, 0, 0, 0],
		});
	});

	it("can be narrowed to one rating and sorted by it", async () => {
		const fives = await mall.call(reviews.list, { id: "lamp", rating: 5 });
		const best = await mall.call(reviews.list, { id: "lamp", sort: "-rating" });
		const worst = await mall.call(reviews.list, { id: "lamp", sort: "rating" });

		expect(fives).toMatchObject({ total: 3, histogram: [1, 0, 0, 1, 3] });
		expect(fives.items.map(({ rating }) => rating)).toEqual([5, 5, 5]);
		expect(best.items.map(({ rating }) => rating)).toEqual([5, 5, 5, 4, 1]);
		expect(best.items[0]?.createdAt).toBe(at(4));
		expect(worst.items.map(({ rating }) => rating)).toEqual([1, 4, 5, 5, 5]);
	});

	it("tell the product its rating", () => {
		const last = rated.findLast(({ productId }) => productId === "lamp");

		expect(last).toMatchObject({ rating: { average: 4, count: 5 } });
	});

	it("are put in once, however often and however parallel the seed runs", async () => {
		const again = [review("mug", 3, 9), review("mug", 4, 10), review("mug", 4, 10)];
		const seed = () => mall.call(reviews.seed, { reviews: again });
		await Promise.all([seed(), seed(), seed()]);
		await seed();

		const page = await mall.call(reviews.list, { id: "mug" });

		expect(page).toMatchObject({ total: 2, histogram: [0, 0, 1, 1, 0] });
		const ratings = rated.filter(({ productId }) => productId === "mug");
		const newest = ratings.toSorted((a, b) => a.version - b.version).at(-1);
		expect(newest).toMatchObject({ rating: { average: 3.5, count: 2 } });
	});

	it("are counted in the end when a killed process has left them uncounted", async () => {
		await mall.call(reviews.seed, { reviews: [review("left", 2, 1)] });
		const service = mall.broker.getLocalService({ name: "reviews", version: 1 });
		const { db } = service as unknown as { db: Parameters<typeof sweep>[1] };
		const mark = { id: "abandoned", at: at(0) };
		await db.tallies.update(
			{ id: "left" },
			{ $set: { histogram: [0, 0, 0, 0, 0], marks: [mark] } },
		);

		await sweep(service, db);

		expect(await db.tallies.findById("left")).toMatchObject({
			histogram: [0, 1, 0, 0, 0],
			marks: [],
		});
		const last = rated.findLast(({ productId }) => productId === "left");
		expect(last).toMatchObject({ rating: { average: 2, count: 1 } });
	});
});
