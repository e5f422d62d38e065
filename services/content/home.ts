// The home page in one call: everything is asked for at the same time.
import { analytics } from "#contracts/analytics";
import type { Banner, Home } from "#contracts/content";
import { UNAVAILABLE } from "#contracts/errors";
import { products } from "#contracts/products";
import type { Card, CategoryTree } from "#contracts/products";
import { localised } from "#domain/localised";
import { isRunning } from "#domain/schedule";
import { favouriteCategories, fillShelf } from "#domain/shelves";
import { now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Shelves } from "./shelves.ts";
import type { StoredTopic } from "./stored.ts";
import { isShown } from "./topics.ts";

const shelfSize = 12;
const mostBanners = 20;
const mostTopics = 10;
const mostBrands = 30;
const mostCategories = 100;
/** How many of somebody's last views say what they like. */
const lastViews = 30;
const likedCategories = 3;

interface Rooms {
	banners: Collection<Banner>;
	topics: Collection<StoredTopic>;
}

export async function home(ctx: Ctx, db: Rooms, shelves: Shelves): Promise<Home> {
	const [banners, topics, goods, personal] = await Promise.all([
		bannersNow(db.banners, ctx.meta.locale),
		newestTopics(db.topics, ctx.meta.locale),
		goodsOf(ctx, shelves),
		personalOf(ctx, shelves),
	]);
	const { viewed, liked } = personal;
	const without = viewed;
	const recommended = fillShelf([[...liked, ...goods.popular]], { without, size: shelfSize });
	return { banners, flashSale: null, ...goods, recommended, topics };
}

async function bannersNow(banners: Collection<Banner>, locale: string | undefined) {
	const at = now();
	const query = { enabled: true };
	const enabled = await banners.find({ query, sort: ["position"], limit: 200 });

	const running = enabled.filter((banner) => isRunning(banner, at)).slice(0, mostBanners);
	return running.map((banner) => {
		const { id, title, subtitle, action, link, image } = localised(banner, locale);
		return { id, title, subtitle, action, link, image };
	});
}

async function newestTopics(topics: Collection<StoredTopic>, locale: string | undefined) {
	const at = now();
	const newest = await topics.find({ sort: ["-createdAt"], limit: 200 });

	const shown = newest.filter((topic) => isShown(topic, at)).slice(0, mostTopics);
	return shown.map((topic) => briefOf(localised(topic, locale)));
}

export const briefOf = ({ id, slug, title, summary, image }: StoredTopic) => ({
	id,
	slug,
	title,
	summary,
	image,
});

/** A page without anything to buy is none: without the catalogue there is no home. */
async function goodsOf(ctx: Ctx, shelves: Shelves) {
	const newest = { sort: "newest", pageSize: shelfSize } as const;
	const [categories, brands, newArrivals, popular] = await Promise.all([
		shelves.fill("categories", () => call(ctx, products.categories)),
		shelves.fill("brands", () => call(ctx, products.brands, { pageSize: mostBrands })),
		shelves.fill("new arrivals", () => call(ctx, products.list, newest)),
		shelves.fill("popular products", () => bestOf(ctx)),
	]);
	if (!categories && !brands && !newArrivals && !popular) fail(UNAVAILABLE);
	return {
		categories: topLevels(categories ?? []),
		brands: brands?.items ?? [],
		newArrivals: newArrivals?.items ?? [],
		popular: popular ?? [],
	};
}

/** The roots and what lies right below them. */
function topLevels(tree: readonly CategoryTree[]): CategoryTree[] {
	return tree.slice(0, mostCategories).map((root) => ({
		...root,
		children: root.children.map((child) => ({ ...child, children: [] })),
	}));
}

/** For who is signed in: the best of the categories where they looked last. */
async function personalOf(ctx: Ctx, shelves: Shelves) {
	const userId = ctx.meta.user?.id;
	const nobody = { viewed: [], liked: [] };
	if (userId === undefined) return nobody;
	return (await shelves.fill("recommendations", () => likedBy(ctx, userId))) ?? nobody;
}

async function likedBy(ctx: Ctx, userId: string): Promise<{ viewed: string[]; liked: Card[] }> {
	const { ids: viewed } = await call(ctx, analytics.viewed, { userId, limit: lastViews });
	if (viewed.length === 0) return { viewed, liked: [] };
	const seen = await call(ctx, products.cards, { ids: viewed });

	const categories = favouriteCategories(seen, likedCategories);
	const sources = await Promise.all(categories.map((category) => bestOf(ctx, category)));
	return { viewed, liked: fillShelf(sources, { without: viewed, size: shelfSize }) };
}

async function bestOf(ctx: Ctx, category?: string): Promise<Card[]> {
	const { items } = await call(ctx, products.list, {
		sort: "-sales",
		pageSize: shelfSize,
		...(category !== undefined && { category }),
	});
	return items;
}
