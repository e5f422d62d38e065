import { promotions } from "#contracts/promotions";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { StoredProduct } from "./stored.ts";

/** What runs for a product now. A page without it still sells, so nobody waits for promotions. */
export async function offersFor(ctx: Ctx, product: StoredProduct) {
	const { id: productId, categoryPath: categoryIds, brandId, tags } = product;
	return call(ctx, promotions.offers, { productId, categoryIds, brandId, tags }).catch(
		(error: unknown) => {
			ctx.broker.logger.warn("Product pages show no offers", String(error));
			return { promotions: [], coupons: [] };
		},
	);
}
