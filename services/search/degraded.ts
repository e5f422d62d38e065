// What search answers while its engine is down: the catalogue's list, said to be a makeshift.
import { products } from "#contracts/products";
import type { ParamsOf } from "#contracts/schema";
import type { search } from "#contracts/search";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { EngineResult } from "./engine/engine.ts";

type Asked = ParamsOf<(typeof search)["$"]["actions"]["search"]>;

const noFacets = { category: [], brand: [], tag: [], price: [], rating: [], attributes: {} };

export async function degraded(
	ctx: Ctx<Asked>,
	reason: unknown,
): Promise<EngineResult & { degraded: boolean }> {
	ctx.broker.logger.error("The search engine is down, the catalogue answers", reason);
	const { page = 1, pageSize = 20, sort, category, brand, tag } = ctx.params;
	const list = await call(ctx, products.list, {
		page,
		pageSize,
		sort: sort === "relevance" ? undefined : sort,
		category: category?.[0],
		brand: brand?.[0],
		tag: tag?.[0],
	});
	const items = list.items.map((card) => ({ id: card.id, card, highlights: {} }));
	return { ...list, items, facets: noFacets, degraded: true };
}
