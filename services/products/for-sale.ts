// What carts and orders ask of products: a little of many, and often. It is kept apart from the
// products, which are ten times as large.
import { LRUCache } from "lru-cache";
import type { SaleItem } from "#contracts/products";
import type { Collection } from "#mixins/collection";
import type { Shelves } from "./shelves.ts";
import type { StoredProduct } from "./stored.ts";
import { nameIn } from "./views.ts";
import type { View } from "./views.ts";

type Products = Collection<StoredProduct>;

/** A product as far as it is sold. */
type Ware = Pick<StoredProduct, "id" | "slug" | "name" | "brandId" | "categoryId" | "tags"> & {
	isOnSale: boolean;
	categoryIds: string[];
	translations: Record<string, Record<string, string>>;
	variants: Pick<SaleItem, "sku" | "options" | "image" | "unitPrice" | "weightGrams">[];
};

interface Shop {
	waresOf(ids: string[]): Promise<Ware[]>;
	/** Which product holds a SKU, as it was last seen; it is looked at before it is believed. */
	owners: LRUCache<string, string>;
}

const shops = new WeakMap<Products, Shop>();
const mostOwners = 50_000;

function shopOf(products: Products): Shop {
	const shop = shops.get(products) ?? {
		waresOf: products.made(wareOf),
		owners: new LRUCache({ max: mostOwners }),
	};
	shops.set(products, shop);
	return shop;
}

/** Variants that can be bought now, of those asked for. */
export async function itemsOnSale(
	products: Products,
	skus: string[],
	view: View,
): Promise<SaleItem[]> {
	const { waresOf, owners } = shopOf(products);
	const wanted = new Set(skus);
	const ids = new Set<string>();
	for (const sku of wanted) {
		const owner = owners.get(sku);
		if (owner !== undefined) ids.add(owner);
	}
	const known = await waresOf([...ids]);
	const items = itemsAmong(known, wanted, view);
	// Why: no SKU has two products, so none is missing.
	if (items.length === wanted.size) return items;
	return itemsAmong(await withMissing(products, known, wanted), wanted, view);
}

const itemsAmong = (wares: Ware[], wanted: ReadonlySet<string>, view: View) =>
	wares
		.flatMap((ware) => (ware.isOnSale ? itemsOf(ware, view) : []))
		.filter(({ sku }) => wanted.has(sku));

/** Looks for those that none of the known products holds. */
async function withMissing(products: Products, known: Ware[], wanted: ReadonlySet<string>) {
	const { owners } = shopOf(products);
	const held = new Set(known.flatMap(({ variants }) => variants.map(({ sku }) => sku)));
	const missing = [...wanted].filter((sku) => !held.has(sku));
	if (missing.length === 0) return known;

	const query = { "variants.sku": { $in: missing } };
	const found = await products.find({ query, limit: missing.length });
	for (const { id, variants } of found) for (const { sku } of variants) owners.set(sku, id);
	return [...known.filter(({ id }) => !found.some((one) => one.id === id)), ...found.map(wareOf)];
}

function wareOf(product: StoredProduct): Ware {
	const { id, slug, name, categoryId, categoryPath, brandId, tags, status, images } = product;
	const names = Object.entries(product.translations).map(([locale, texts]) => [
		locale,
		texts.name ? { name: texts.name } : {},
	]);
	return {
		id,
		slug,
		name,
		categoryId,
		brandId,
		tags,
		isOnSale: status === "published",
		categoryIds: categoryPath,
		translations: Object.fromEntries(names),
		variants: product.variants.map(({ sku, options, price, image, weightGrams }) => ({
			sku,
			options,
			unitPrice: price,
			weightGrams: weightGrams ?? null,
			image: image ?? images[0]?.url ?? null,
		})),
	};
}

/** By language, as long as neither the ware nor the tree has changed. */
const items = new WeakMap<Ware, { shelves: Shelves; said: Map<string, SaleItem[]> }>();

function itemsOf(ware: Ware, view: View): SaleItem[] {
	const { shelves, locale = "" } = view;
	let kept = items.get(ware);
	if (kept?.shelves !== shelves) kept = { shelves, said: new Map() };
	items.set(ware, kept);
	const made = kept.said.get(locale) ?? itemsIn(ware, view);
	kept.said.set(locale, made);
	return made;
}

function itemsIn(ware: Ware, { shelves, locale }: View): SaleItem[] {
	const { id: productId, slug, categoryId, categoryIds, brandId, tags, variants } = ware;
	const name = nameIn(locale, ware);
	const taxClass = shelves.taxClass(categoryId);
	return variants.map(({ sku, options, image, unitPrice, weightGrams }) =>
		Object.freeze({
			sku,
			productId,
			slug,
			name,
			image,
			options,
			unitPrice,
			weightGrams,
			taxClass,
			categoryIds,
			brandId,
			tags,
		}),
	);
}
