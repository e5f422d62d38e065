// Which products a list shows and in which order: always the way an index goes.
import { BRAND_NOT_FOUND, CATEGORY_NOT_FOUND } from "#contracts/products";
import type { ProductInput } from "#contracts/products";
import type { Query } from "#mixins/adapters/adapter";
import type { Collection, Page } from "#mixins/collection";
import { fail } from "#mixins/errors";
import type { Stretch } from "#mixins/walking";
import { inCategory } from "./shelves.ts";
import type { ShelfKeeper, Shelves } from "./shelves.ts";
import { wordsOf } from "./texts.ts";
import type { StoredProduct, StoredWord } from "./stored.ts";
import { indexEntryOf } from "./views.ts";
import { otherWords } from "./vocabulary.ts";

type Products = Collection<StoredProduct>;

const sorts = {
	newest: "-createdAt",
	price: "price",
	"-price": "-price",
	"-sales": "-sales",
	"-rating": "-rating.average",
} as const;

type Choice = { category?: string; brand?: string; tag?: string };
type PublicList = Choice & {
	ids?: string[];
	sort?: keyof typeof sorts;
	page?: number;
	pageSize?: number;
	cursor?: string;
};

/** What shoppers see. Ids without a sort come in the order asked, but are walked by age. */
export async function onSale(
	products: Products,
	keeper: ShelfKeeper,
	{ ids, sort, page = 1, pageSize = 24, cursor, ...choice }: PublicList,
): Promise<Page<StoredProduct> | Stretch<StoredProduct>> {
	const query: Query = {
		status: "published",
		...chosen(await shelvesFor(keeper, choice), choice),
	};
	if (ids) query["id"] = { $in: ids };
	const order = [sorts[sort ?? "newest"]];
	if (cursor !== undefined) return products.list({ query, sort: order, page, pageSize, cursor });
	if (ids && !sort) return asAsked(products, query, { ids, page, pageSize });
	const offset = (page - 1) * pageSize;
	const [items, total] = await Promise.all([
		products.find({ query, sort: order, limit: pageSize, offset }),
		ids ? products.count(query) : keeper.count(query),
	]);
	return { items, page, pageSize, total };
}

type Asked = { ids: string[]; page: number; pageSize: number };

async function asAsked(products: Products, query: Query, { ids, page, pageSize }: Asked) {
	const found = await products.find({ query, limit: ids.length });
	const byId = new Map(found.map((product) => [product.id, product]));
	const items = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
	const at = (page - 1) * pageSize;
	return { items: items.slice(at, at + pageSize), page, pageSize, total: items.length };
}

/** Those in memory, unless they do not know what another process may just have made. */
async function shelvesFor(keeper: ShelfKeeper, { category, brand }: Choice): Promise<Shelves> {
	const shelves = await keeper.shelves();
	const isKnown =
		(category === undefined || shelves.category(category)) &&
		(brand === undefined || shelves.brand(brand));
	return isKnown ? shelves : keeper.latest();
}

/** Hidden categories and brands are not known to shoppers. */
function chosen(shelves: Shelves, { category, brand, tag }: Choice): Query {
	const query: Query = {};
	if (category !== undefined) {
		const found = shelves.category(category);
		if (!found?.isVisible) return fail(CATEGORY_NOT_FOUND, { id: category });
		Object.assign(query, inCategory(shelves, found.id));
	}
	if (brand !== undefined) {
		const found = shelves.brand(brand);
		if (!found?.isVisible) return fail(BRAND_NOT_FOUND, { id: brand });
		query["brandId"] = found.id;
	}
	if (tag !== undefined) query["tags"] = tag;
	return query;
}

export type AdminFilter = Choice & {
	ids?: string[];
	q?: string;
	status?: ProductInput["status"] | "recycled";
	inStock?: boolean;
};

/** What staff filter by. What is not known filters everything out. */
export function adminQuery(shelves: Shelves, filter: AdminFilter): Query {
	const { q = "", ids, status, category, brand, tag, inStock } = filter;
	const query = byWords(q);
	if (ids !== undefined) query["id"] = { $in: ids };
	if (status !== undefined) query["status"] = status;
	if (inStock !== undefined) query["inStock"] = inStock;
	if (brand !== undefined) query["brandId"] = shelves.brand(brand)?.id ?? "";
	if (tag !== undefined) query["tags"] = tag;
	if (category !== undefined)
		Object.assign(query, inCategory(shelves, shelves.category(category)?.id ?? ""));
	return query;
}

/** All words, of which the last may be unfinished. */
function byWords(q: string): Query {
	const words = wordsOf(q);
	const last = words.length - 1;
	if (last < 0) return {};
	const among = (word: string, index: number) => ({
		words: index === last ? { $regex: `^${word}` } : word,
	});
	return { $and: words.map(among) };
}

const mostMatching = 10_000;

/** None when nothing is asked for. */
export async function matching(products: Products, q: string): Promise<{ ids: string[] }> {
	const query = byWords(q);
	if (!("$and" in query)) return { ids: [] };
	const found = await products.pick([], { query, limit: mostMatching });
	return { ids: found.map(({ id }) => id) };
}

type AdminList = AdminFilter & {
	sort?: string;
	page?: number;
	pageSize?: number;
	cursor?: string;
};

export async function adminPage(
	products: Products,
	keeper: ShelfKeeper,
	{ sort = "-updatedAt", page = 1, pageSize = 20, cursor, ...filter }: AdminList,
) {
	const query = adminQuery(await keeper.latest(), filter);
	return products.list({ query, sort: [sort], page, pageSize, cursor });
}

type Wanted = { ids?: string[]; after?: string; limit?: number };

/** Products on sale for the search index: those asked for, or the next by id. */
export async function entries(
	{ products, words }: { products: Products; words: Collection<StoredWord> },
	shelves: Shelves,
	{ ids, after = "", limit = 200 }: Wanted,
) {
	const status = "published";
	const query = { status, id: ids ? { $in: ids } : { $gt: after } };
	const most = ids ? ids.length : limit;
	const found = await products.find({ query, sort: ["id"], limit: Math.max(most, 1) });
	const isEnd = ids !== undefined || found.length < limit;
	const others = await otherWords(words, found);
	return {
		entries: found.map((product) => indexEntryOf(product, shelves, others)),
		next: isEnd ? null : (found.at(-1)?.id ?? null),
	};
}

/** Which version of each product is on sale, so that an index can be compared. */
export async function versions(
	products: Products,
	{ after = "", limit }: { after?: string; limit: number },
) {
	const query = { status: "published", id: { $gt: after } };
	const items = await products.pick(["version"], { query, sort: ["id"], limit });
	return {
		items,
		next: items.length < limit ? null : (items.at(-1)?.id ?? null),
	};
}
