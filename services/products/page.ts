// What shoppers see of products: cards, and the page of one with what other services know of it.
import { settings } from "#contracts/settings";
import type { Collection } from "#mixins/collection";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { findOnSale, levelsOf } from "./edit.ts";
import { offersFor } from "./offers.ts";
import type { ShelfKeeper } from "./shelves.ts";
import type { StoredProduct } from "./stored.ts";
import { related } from "./related.ts";
import { cardOf, pageOf } from "./views.ts";

interface Shop {
	db: { products: Collection<StoredProduct> };
	keeper: ShelfKeeper;
}

export async function shownPage({ db, keeper }: Shop, ctx: Ctx<{ idOrSlug: string }>) {
	const product = await findOnSale(db.products, ctx.params.idOrSlug);
	const [shelves, levels, current, offers] = await Promise.all([
		keeper.shelves(),
		levelsOf(ctx, [product]),
		call(ctx, settings.current),
		offersFor(ctx, product),
	]);
	const view = { shelves, locale: ctx.meta.locale };
	return pageOf(product, view, { levels, settings: current, offers });
}

type Asked = { id: string; page?: number; pageSize?: number };

export async function shownRelated({ db, keeper }: Shop, ctx: Ctx<Asked>) {
	const { id, page = 1, pageSize = 12 } = ctx.params;
	const product = await findOnSale(db.products, id);
	const shelves = await keeper.shelves();

	const found = await related(db.products, { product, shelves });
	const items = found.slice((page - 1) * pageSize, page * pageSize);
	return { items: await cards({ keeper }, ctx, items), page, pageSize, total: found.length };
}

export async function cards(
	{ keeper }: Pick<Shop, "keeper">,
	{ meta }: Ctx,
	found: StoredProduct[],
) {
	const view = { shelves: await keeper.shelves(), locale: meta.locale };
	return found.map((product) => cardOf(product, view));
}
