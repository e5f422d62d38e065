// Making and changing products.
import { FORBIDDEN, STALE_VERSION } from "#contracts/errors";
import { inventory } from "#contracts/inventory";
import type { Level } from "#contracts/inventory";
import type { AdminProduct, ProductInput } from "#contracts/products";
import { PRODUCT_NOT_FOUND, PRODUCT_WRONG_STATE, SKU_TAKEN } from "#contracts/products";
import { newId, now } from "#mixins/clock";
import { StaleVersion } from "#mixins/collection";
import type { Collection, Stored } from "#mixins/collection";
import { fail, isError } from "#mixins/errors";
import { call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { blank, edited } from "./draft.ts";
import type { Input } from "./draft.ts";
import { finishReceipts, insert, named, noteTags } from "./launch.ts";
import { save } from "./revise.ts";
import type { ShelfKeeper } from "./shelves.ts";
import type { Actor, StoredProduct } from "./stored.ts";
import { formOf } from "./views.ts";

export interface Editing {
	db: { products: Collection<StoredProduct>; tags: Collection<Stored> };
	keeper: ShelfKeeper;
}

type New = { id: string; input: ProductInput };

/** Repeatable by the id: what an interrupted call has made is finished. */
export async function create({ db, keeper }: Editing, ctx: Ctx, { id, input }: New) {
	const { products } = db;
	if (input.status === "published") mayPublish(ctx);
	const at = now();
	const occasion = { shelves: await keeper.latest(), at, by: actorOf(ctx) };
	const draft = edited(blank(id, at), input, occasion);

	await noteTags(db.tags, [draft]);
	const open = (await products.findById(id)) ?? (await insert(products, draft));
	return finished(products, ctx, open);
}

/** A draft like another product. Its SKUs are its own, and nothing of it is in stock. */
export async function copy(self: Editing, ctx: Ctx<{ id: string; name: string }>, id: string) {
	const original = await find(self.db.products, ctx.params.id);
	const { subtitle, description, categoryId, brandId, tags, images } = original;
	const { options, attributes, translations } = original;
	const variants = original.variants.map(
		({ sku: _sku, inStock: _in, stockVersion: _v, ...one }) => one,
	);
	const texts = { name: ctx.params.name, subtitle, description, translations };
	const place = { categoryId, brandId, tags, images, options, attributes };
	const input = { ...texts, ...place, variants, status: "draft" } as const;
	return create(self, ctx, { id, input });
}

type Update = Input & { id: string; version: number };

/** Guarded by what staff saw; sales and stock that change meanwhile do no harm. */
export async function update({ db, keeper }: Editing, ctx: Ctx<Update>) {
	const { id, version, ...input } = ctx.params;
	for (;;) {
		const before = await find(db.products, id);
		const { status, edition } = before;
		if (status === "recycled") fail(PRODUCT_WRONG_STATE, { status });
		if (edition !== version) fail(STALE_VERSION);
		if (input.status !== undefined && input.status !== status) mayPublish(ctx);
		const occasion = { shelves: await keeper.latest(), at: now(), by: actorOf(ctx) };
		const after = edited(before, input, occasion);

		await noteTags(db.tags, [after]);
		try {
			return await finished(db.products, ctx, await save(db.products, before, after));
		} catch (thrown) {
			if (!(thrown instanceof StaleVersion)) throw await named(db.products, after, thrown);
		}
	}
}

async function finished(products: Collection<StoredProduct>, ctx: Ctx, open: StoredProduct) {
	const [product = open] = await finishReceipts(products, [open], (params) =>
		call(ctx, inventory.receive, params),
	);
	const [form] = await forms(ctx, [product]);
	return form ?? fail(PRODUCT_NOT_FOUND, { id: open.id });
}

/** Whoever calls, as the history of a product names them. */
export function actorOf(ctx: Ctx): Actor {
	const { id, username: name } = userOf(ctx);
	return { id, name };
}

/** Products as staff edit them, with what is left of each variant. */
export async function forms(ctx: Ctx, products: StoredProduct[]): Promise<AdminProduct[]> {
	const levels = await levelsOf(ctx, products);
	return products.map((product) => formOf(product, levels));
}

const skusPerCall = 500;

export async function levelsOf(ctx: Ctx, products: StoredProduct[]): Promise<Level[]> {
	const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
	const parts: string[][] = [];
	for (let at = 0; at < skus.length; at += skusPerCall)
		parts.push(skus.slice(at, at + skusPerCall));
	const levels = await Promise.all(
		parts.map((part) => call(ctx, inventory.levels, { skus: part })),
	);
	return levels.flat();
}

export async function find(products: Collection<StoredProduct>, id: string) {
	return (await products.findById(id)) ?? fail(PRODUCT_NOT_FOUND, { id });
}

/** By what a path names it. Drafts and the recycle bin are unknown to shoppers. */
export async function findOnSale(products: Collection<StoredProduct>, idOrSlug: string) {
	const found =
		(await products.findById(idOrSlug)) ?? (await products.findOne({ slug: idOrSlug }));
	return found?.status === "published" ? found : fail(PRODUCT_NOT_FOUND, { id: idOrSlug });
}

export function mayPublish({ meta }: Ctx) {
	const { kind, rights } = userOf({ meta });
	const right = "products:publish";
	if (kind !== "system" && !rights.includes(right)) fail(FORBIDDEN, { right });
}

type Finished = Input & { createdAt: string; sales: number };

/** Demo products, with their past. One that is there already stays as it is. */
export async function seed({ db, keeper }: Editing, ctx: Ctx<{ products: Finished[] }>) {
	const shelves = await keeper.latest();
	const drafts = ctx.params.products.map(({ createdAt, sales, ...input }) => {
		const occasion = { shelves, at: createdAt, by: { id: "seed", name: "seed" } };
		const draft = edited(blank(newId(), createdAt), input, occasion);
		return { ...draft, sales, soldBefore: sales };
	});

	await noteTags(db.tags, drafts);
	const stored = await Promise.all(drafts.map((draft) => insertOnce(db.products, draft)));
	const open = stored.filter(({ hasReceipts }) => hasReceipts);
	await finishReceipts(db.products, open, (params) => call(ctx, inventory.receive, params));
	return { ids: stored.map(({ id }) => id) };
}

async function insertOnce(products: Collection<StoredProduct>, draft: StoredProduct) {
	try {
		return await insert(products, draft);
	} catch (thrown) {
		if (!isError(thrown, SKU_TAKEN)) throw thrown;
		const skus = draft.variants.map(({ sku }) => sku);
		const found = await products.findOne({ "variants.sku": { $in: skus } });
		if (!found) throw thrown;
		return found;
	}
}
