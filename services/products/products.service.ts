import { inventory } from "#contracts/inventory";
import { products } from "#contracts/products";
import { now } from "#mixins/clock";
import { db } from "#mixins/db";
import { hint } from "#mixins/hints";
import { claims, idempotent } from "#mixins/idempotency";
import { loops } from "#mixins/loops";
import { callAsSystem, service } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { act, bulk, deed } from "./bulk.ts";
import { actorOf, copy, create, find, forms, levelsOf, mayPublish, seed, update } from "./edit.ts";
import type { Editing } from "./edit.ts";
import { finishErrands, forAMoment, renewWords } from "./errands.ts";
import { hearStock, rate } from "./facts.ts";
import { exported } from "./export.ts";
import { itemsOnSale } from "./for-sale.ts";
import { clearOld } from "./import/importer.ts";
import { recoverReceipts } from "./launch.ts";
import { adminPage, entries, matching, onSale, versions } from "./listing.ts";
import { history, noteEdition } from "./log.ts";
import { cards, shownPage, shownRelated } from "./page.ts";
import * as own from "./own-data.ts";
import { noteSales, publishSales } from "./sales.ts";
import { shelving } from "./shelving.ts";
import type { Shelved } from "./shelving.ts";
import { sitemap } from "./sitemap.ts";
import { collections } from "./stored.ts";
import { refuseUnknownClass } from "./tax-class.ts";
import * as tree from "./tree.ts";
import { formOf } from "./views.ts";
import { followWords, spoken, translate, wordsIn } from "./vocabulary.ts";

const roundSeconds = 5;

export default service(products, {
	mixins: [loops(), shelving, db({ ...collections, claims: claims() })],

	actions: {
		async list(ctx) {
			const found = await onSale(this.db.products, this.keeper, ctx.params);
			return { ...found, items: await cards(this, ctx, found.items) };
		},

		get(ctx) {
			return shownPage(this, ctx);
		},

		related(ctx) {
			return shownRelated(this, ctx);
		},

		categories(ctx) {
			return tree.shownTree(this, ctx.meta.locale);
		},

		brands(ctx) {
			return tree.shownBrands(this, ctx);
		},

		brand(ctx) {
			return tree.shownBrand(this, ctx);
		},

		words(ctx) {
			return wordsIn(this.db.words, ctx.meta.locale);
		},

		async translate(ctx) {
			await translate(this.db.words, ctx.params.words);
			await forAMoment(followWords(this.db));
			await changed(this, ctx);
		},

		async sitemap() {
			return sitemap(this.db.products, await this.keeper.shelves());
		},

		async adminList(ctx) {
			const found = await adminPage(this.db.products, this.keeper, ctx.params);
			return { ...found, items: await forms(ctx, found.items) };
		},

		async adminGet(ctx) {
			const product = await find(this.db.products, ctx.params.id);
			return formOf(product, await levelsOf(ctx, [product]));
		},

		async create(ctx) {
			const form = await idempotent(ctx, this.db.claims, (id) =>
				create(this, ctx, { id, input: ctx.params }),
			);
			await changed(this, ctx);
			return form;
		},

		async update(ctx) {
			const form = await update(this, ctx);
			await changed(this, ctx);
			return form;
		},

		async remove(ctx) {
			await doTo(this, ctx, "recycle");
		},

		async restore(ctx) {
			const product = await doTo(this, ctx, "restore");
			return formOf(product, await levelsOf(ctx, [product]));
		},

		async copy(ctx) {
			const form = await idempotent(ctx, this.db.claims, (id) => copy(this, ctx, id));
			await changed(this, ctx);
			return form;
		},

		async log(ctx) {
			const product = await find(this.db.products, ctx.params.id);
			return history(this.db.log, product, ctx.params);
		},

		async bulk(ctx) {
			if (ctx.params.action.endsWith("publish")) mayPublish(ctx);
			const shelves = await this.keeper.latest();
			const wish = { ...ctx.params, shelves, at: now(), by: actorOf(ctx) };
			const answer = await idempotent(ctx, this.db.claims, (id) =>
				bulk(this.db, { ...wish, id }),
			);
			await changed(this, ctx);
			return answer;
		},

		async import(ctx) {
			return this.importer.begin(ctx);
		},

		async export(ctx) {
			const shelves = await this.keeper.shelves();
			return exported(this.db.products, shelves, ctx);
		},

		adminCategories(ctx) {
			return tree.listCategories(this, ctx.params);
		},

		async createCategory(ctx) {
			await refuseUnknownClass(ctx);
			const category = await tree.createCategory(this, ctx.params);
			await changed(this, ctx);
			return category;
		},

		async updateCategory(ctx) {
			await refuseUnknownClass(ctx);
			const category = await tree.updateCategory(this, ctx.params);
			await changed(this, ctx);
			return category;
		},

		async removeCategory(ctx) {
			await tree.deleteCategory(this, ctx.params.id);
			await changed(this, ctx);
		},

		adminBrands(ctx) {
			return tree.listBrands(this, ctx.params);
		},

		async createBrand(ctx) {
			const brand = await tree.createBrand(this, ctx.params);
			await changed(this, ctx);
			return brand;
		},

		async updateBrand(ctx) {
			const brand = await tree.updateBrand(this, ctx.params);
			await changed(this, ctx);
			return brand;
		},

		async removeBrand(ctx) {
			await tree.deleteBrand(this, ctx.params.id);
			await changed(this, ctx);
		},

		tags(ctx) {
			return tree.listTags(this, ctx.params);
		},

		async resolve(ctx) {
			const view = { shelves: await this.keeper.shelves(), locale: ctx.meta.locale };
			return itemsOnSale(this.db.products, ctx.params.skus, view);
		},

		async cards(ctx) {
			const found = await this.db.products.findByIds(ctx.params.ids);
			const onSale = found.filter(({ status }) => status === "published");
			return cards(this, ctx, onSale);
		},

		async indexEntries(ctx) {
			return entries(this.db, await this.keeper.shelves(), ctx.params);
		},

		spoken(ctx) {
			return spoken(this.db.words, ctx.params.words, ctx.meta.locale);
		},

		versions(ctx) {
			return versions(this.db.products, ctx.params);
		},

		matching(ctx) {
			return matching(this.db.products, ctx.params.q);
		},

		async rate(ctx) {
			await rate(this.db.products, ctx.params);
			await this.delivered();
			hint(ctx, "catalogue");
		},

		async noteSales(ctx) {
			await noteSales(this.db.tallies, ctx.params.orderId, ctx.params.lines);
		},

		async seed(ctx) {
			const answer = await seed(this, ctx);
			this.keeper.dropCounts();
			return answer;
		},

		ownData(ctx) {
			return own.ownData(this.db, ctx.params);
		},

		forgetPerson(ctx) {
			return own.forgetPerson(this.db, ctx.params.whom);
		},
	},

	events: {
		async stockChanged(ctx) {
			const isNews = await hearStock(this.db.products, ctx.params);
			if (isNews) hint(ctx, "catalogue");
		},

		async productEdited(ctx) {
			await noteEdition(this.db.log, ctx.params);
		},
	},

	async started() {
		await clearOld();
		this.every(roundSeconds, async () => {
			await finishErrands(this.db, this.keeper);
			await followWords(this.db);
			await renewWords(this.db.products);
			const { receive } = inventory;
			await recoverReceipts(this.db.products, (sent) => callAsSystem(this, receive, sent));
		});
		this.every(roundSeconds, async () => {
			if (await publishSales(this.db.tallies, this.db.products)) hint(this, "catalogue");
		});
	},
});

type Self = Shelved & { delivered(): Promise<void> };

type Shelf = Self & { db: Pick<Editing["db"], "products"> };

/** One deed to one product; the product afterwards. */
async function doTo(self: Shelf, ctx: Ctx<{ id: string }>, action: "recycle" | "restore") {
	const shelves = await self.keeper.shelves();
	const change = deed({ action, shelves, at: now(), by: actorOf(ctx) });
	const product = await act(self.db.products, ctx.params.id, change);
	await changed(self, ctx);
	return product;
}

/** After a write: everybody has heard, and cached bodies are old. */
async function changed({ keeper, delivered }: Self, ctx: Ctx) {
	keeper.dropCounts();
	await delivered();
	hint(ctx, "catalogue");
}
