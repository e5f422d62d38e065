// Products that go with one: of its category first, then of its brand, the nearest in price.
import type { Query } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { inCategory } from "./shelves.ts";
import type { Shelves } from "./shelves.ts";
import type { StoredProduct } from "./stored.ts";

const most = 24;

export async function related(
	products: Collection<StoredProduct>,
	{ product, shelves }: { product: StoredProduct; shelves: Shelves },
): Promise<StoredProduct[]> {
	const { brandId } = product;
	const sameCategory = inCategory(shelves, product.categoryId);
	const groups = [
		await nearest(products, product, sameCategory),
		brandId === null ? [] : await nearest(products, product, { brandId }),
	];
	const byId = new Map(groups.flat().map((one) => [one.id, one]));
	byId.delete(product.id);
	return [...byId.values()].slice(0, most);
}

/** A few below and a few above in price, by an index in both directions. */
async function nearest(
	products: Collection<StoredProduct>,
	{ price }: StoredProduct,
	group: Query,
): Promise<StoredProduct[]> {
	const query = { status: "published", ...group };
	const sides = await Promise.all([
		products.find({
			query: { ...query, price: { $lte: price } },
			sort: ["-price"],
			limit: most,
		}),
		products.find({ query: { ...query, price: { $gt: price } }, sort: ["price"], limit: most }),
	]);
	return sides.flat().toSorted((a, b) => Math.abs(a.price - price) - Math.abs(b.price - price));
}
