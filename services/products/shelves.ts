// Categories and brands in memory: every card names some. A change in this process drops them at
// once; those of other processes are seen within two seconds by looking at the newest change.
import type { CategoryTree } from "#contracts/products";
import { fold } from "#domain/search/fold";
import type { Collection } from "#mixins/collection";
import { env } from "#mixins/env";
import { instance } from "#mixins/instances";
import type { Query } from "#mixins/adapters/adapter";
import type { Levels, StoredBrand, StoredCategory, StoredProduct } from "./stored.ts";

interface Tables {
	categories: Collection<StoredCategory>;
	brands: Collection<StoredBrand>;
	products: Collection<StoredProduct>;
}

const probeMs = 2_000;
const isShared = Boolean(instance ?? env.MONGO_URL);
const most = 100_000;

/** One state of the tree and the brands. It never changes. */
export class Shelves {
	categories: Map<string, StoredCategory>;
	brands: Map<string, StoredBrand>;
	/** In the order that staff gave them; those of the root under null. */
	children: Map<string | null, StoredCategory[]>;
	#bySlug: Map<string, StoredCategory>;
	#brandBySlug: Map<string, StoredBrand>;
	#byName: Map<string, StoredCategory>;
	#namesakes: Map<string, StoredCategory[]>;
	#brandByName: Map<string, StoredBrand>;
	/** As far as they were asked for: each line of each price asks. */
	#taxClasses = new Map<string, string | null>();

	constructor(categories: StoredCategory[], brands: StoredBrand[]) {
		this.categories = new Map(categories.map((one) => [one.id, one]));
		this.brands = new Map(brands.map((one) => [one.id, one]));
		this.children = Map.groupBy(categories.toSorted(byPosition), ({ parentId }) => parentId);
		this.#bySlug = new Map(categories.map((one) => [one.slug, one]));
		this.#brandBySlug = new Map(brands.map((one) => [one.slug, one]));
		this.#byName = new Map(categories.map((one) => [nameKey(one.parentId, one.name), one]));
		this.#namesakes = Map.groupBy(categories, ({ name }) => fold(name));
		this.#brandByName = new Map(brands.map((one) => [fold(one.name), one]));
	}

	category(idOrSlug: string) {
		return this.categories.get(idOrSlug) ?? this.#bySlug.get(idOrSlug);
	}

	categoryNamed(parentId: string | null, name: string) {
		return this.#byName.get(nameKey(parentId, name));
	}

	/** The one category of this name, wherever it stands; nothing when several have it. */
	onlyCategoryNamed(name: string) {
		const namesakes = this.#namesakes.get(fold(name)) ?? [];
		return namesakes.length === 1 ? namesakes[0] : undefined;
	}

	brand(idOrSlug: string) {
		return this.brands.get(idOrSlug) ?? this.#brandBySlug.get(idOrSlug);
	}

	brandNamed(name: string) {
		return this.#brandByName.get(fold(name));
	}

	/** From the root to the category. */
	path(id: string): StoredCategory[] {
		const path: StoredCategory[] = [];
		let next = this.categories.get(id);
		while (next && !path.includes(next)) {
			path.unshift(next);
			next = next.parentId === null ? undefined : this.categories.get(next.parentId);
		}
		return path;
	}

	/** Of the category, or of the nearest one above it that names one. */
	taxClass(id: string): string | null {
		const known = this.#taxClasses.get(id);
		if (known !== undefined) return known;
		const found = this.path(id).findLast(({ taxClass }) => taxClass)?.taxClass ?? null;
		if (this.categories.has(id)) this.#taxClasses.set(id, found);
		return found;
	}

	/** The category and all below it. */
	subtree(id: string): string[] {
		const below = (this.children.get(id) ?? []).flatMap((child) => this.subtree(child.id));
		return [id, ...below];
	}
}

/** Where a product of this category stands. */
export function placeOf(shelves: Shelves, categoryId: string) {
	const path = shelves.path(categoryId).map(({ id }) => id);
	const [first = categoryId, second = null, third = null] = path;
	const levels: Levels = { first, second, third };
	return { categoryId, categoryPath: path.length > 0 ? path : [categoryId], levels };
}

/** Finds the products of a category and all below it, by an index where there is one. */
export function inCategory(shelves: Shelves, id: string): Query {
	const depth = shelves.path(id).length;
	const level = ["levels.first", "levels.second", "levels.third"][depth - 1];
	return { [level ?? "categoryPath"]: id };
}

export class ShelfKeeper {
	#tables: Tables;
	#shelves: Promise<Shelves> | undefined;
	#counts = new Map<string, number>();
	#stamp = "";
	#probedAt = 0;

	constructor(tables: Tables) {
		this.#tables = tables;
	}

	async shelves(): Promise<Shelves> {
		if (this.#shelves && Date.now() - this.#probedAt > probeMs) await this.#probe();
		this.#shelves ??= this.#load();
		return this.#shelves;
	}

	/** As of now, for who writes: another process may just have answered a change. */
	async latest(): Promise<Shelves> {
		if (this.#shelves && isShared) await this.#probe();
		return this.shelves();
	}

	/** The tree or a brand has changed. */
	drop() {
		this.#shelves = undefined;
		this.#counts.clear();
	}

	/** A product has changed: only the counts are old. */
	dropCounts() {
		this.#counts.clear();
	}

	/** Kept until a product changes. */
	async count(query: Query): Promise<number> {
		const key = JSON.stringify(query);
		const count = this.#counts.get(key) ?? (await this.#tables.products.count(query));
		this.#counts.set(key, count);
		return count;
	}

	async #probe() {
		this.#probedAt = Date.now();
		this.#counts.clear();
		const stamp = await this.#newest();
		if (stamp !== this.#stamp) this.#shelves = undefined;
	}

	async #load() {
		this.#probedAt = Date.now();
		this.#stamp = await this.#newest();
		const [categories, brands] = await Promise.all([
			this.#tables.categories.find({ limit: most }),
			this.#tables.brands.find({ limit: most }),
		]);
		return new Shelves(categories, brands);
	}

	async #newest() {
		const { categories, brands } = this.#tables;
		const last = { sort: ["-updatedAt"], limit: 1 };
		const parts = await Promise.all([
			categories.find(last),
			brands.find(last),
			categories.count(),
			brands.count(),
		]);
		return JSON.stringify(parts);
	}
}

/** What shoppers see: visible categories with the number of products below them. */
export async function treeOf(
	keeper: ShelfKeeper,
	naming: (category: StoredCategory) => string,
	parentId: string | null = null,
): Promise<CategoryTree[]> {
	const shelves = await keeper.shelves();
	const visible = (shelves.children.get(parentId) ?? []).filter(({ isVisible }) => isVisible);
	return Promise.all(
		visible.map(async (category) => {
			const { id, slug, image } = category;
			const query = { status: "published", ...inCategory(shelves, id) };
			const [productCount, children] = await Promise.all([
				keeper.count(query),
				treeOf(keeper, naming, id),
			]);
			return { id, slug, name: naming(category), image, productCount, children };
		}),
	);
}

const nameKey = (parentId: string | null, name: string) => `${parentId ?? ""}\n${fold(name)}`;

const byPosition = (a: StoredCategory, b: StoredCategory) =>
	a.position - b.position || (a.name < b.name ? -1 : 1);
