// What other services know of products and products keep for their cards: stock and ratings.
import type { Infer } from "#contracts/schema";
import type { stockChanged } from "#contracts/inventory";
import type { Collection } from "#mixins/collection";
import { completed } from "./draft.ts";
import { stocked } from "./launch.ts";
import { revise } from "./revise.ts";
import type { StoredProduct } from "./stored.ts";

type StockNews = Infer<(typeof stockChanged)["payload"]>;
type RatingNews = { productId: string; version: number; rating: StoredProduct["rating"] };

/** The version of a level that has just been made. */
const first = 1;

/** News that are older than what is known change nothing. Answers whether these did. */
export async function hearStock(
	products: Collection<StoredProduct>,
	{ sku, productId, available, version }: StockNews,
): Promise<boolean> {
	let isNews = false;
	await revise(products, productId, (product) => {
		// Why: whoever finishes the receipts is told the first level in the answer.
		const isExpected = version === first && product.receipts.some((one) => one.sku === sku);
		const known = product.variants.find((variant) => variant.sku === sku);
		isNews = !isExpected && known !== undefined && known.stockVersion < version;
		if (!isNews) return null;
		return completed(stocked(product, new Map([[sku, { available, version }]])));
	});
	return isNews;
}

export async function rate(
	products: Collection<StoredProduct>,
	{ productId, rating, version }: RatingNews,
) {
	await revise(products, productId, (product) =>
		product.ratedVersion < version ? { ...product, rating, ratedVersion: version } : null,
	);
}
