// The page of one product: what other services know of it, asked at once.
import { settings } from "#contracts/settings";
import type { Collection } from "#mixins/collection";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { findOnSale, levelsOf } from "./edit.ts";
import { offersFor } from "./offers.ts";
import type { ShelfKeeper } from "./shelves.ts";
import type { StoredProduct } from "./stored.ts";
import { pageOf } from "./views.ts";

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
