import type { ServiceBroker } from "moleculer";
import { products } from "#contracts/products";
import type { ProductInput } from "#contracts/products";
import { callAsSystem } from "#mixins/service";
import { brands } from "../demo/brands.ts";
import { catalogue } from "../demo/catalogue.ts";
import { categories } from "../demo/categories.ts";
import { seedableOrders, takenBy } from "../demo/orders.ts";
import type { DemoProduct } from "../demo/types.ts";
import { weights } from "../demo/weights.ts";
import { words } from "../demo/words.ts";
import { daysAgo, parts } from "./days.ts";
import { colourName, viewName } from "./pictures.ts";
import type { Urls } from "./pictures.ts";

/** Ids of what was put in, by the keys of the demo data. */
export interface Shop {
	productIds: Map<string, string>;
	categoryIds: Map<string, string>;
	brandIds: Map<string, string>;
}

export async function seedCatalogue(broker: ServiceBroker, urls: Urls): Promise<Shop> {
	await seedWords(broker);
	const brandIds = await seedBrands(broker, urls);
	const categoryIds = await seedCategories(broker, urls);
	const shop: Shop = { productIds: new Map(), categoryIds, brandIds };
	const taken = takenBy(seedableOrders(catalogue));
	const oldestFirst = catalogue.toSorted((a, b) => b.daysAgo - a.daysAgo);
	for (const some of parts(oldestFirst, 50)) {
		const { ids } = await callAsSystem({ broker }, products.seed, {
			products: some.map((product) => inputOf(product, { ...shop, urls, taken })),
		});
		for (const [index, { key }] of some.entries()) shop.productIds.set(key, ids[index] ?? "");
	}
	return shop;
}

async function seedWords(broker: ServiceBroker) {
	const translated = words.map(({ word, chinese }) => ({ word, translations: { zh: chinese } }));
	for (const some of parts(translated, 500))
		await callAsSystem({ broker }, products.translate, { words: some });
}

async function seedBrands(broker: ServiceBroker, urls: Urls): Promise<Map<string, string>> {
	const { items } = await callAsSystem({ broker }, products.adminBrands, { pageSize: 100 });
	const ids = new Map(items.map(({ slug, id }) => [slug, id]));
	for (const { key, name, story, zh } of brands) {
		if (ids.has(key)) continue;
		const brand = await callAsSystem({ broker }, products.createBrand, {
			name,
			slug: key,
			image: urls.get(`brand-${key}`),
			description: story,
			translations: { zh: { description: zh } },
		});
		ids.set(key, brand.id);
	}
	return ids;
}

/** Parents stand before their children in the table. */
async function seedCategories(broker: ServiceBroker, urls: Urls): Promise<Map<string, string>> {
	const { items } = await callAsSystem({ broker }, products.adminCategories, { pageSize: 100 });
	const ids = new Map(items.map(({ slug, id }) => [slug, id]));
	for (const [position, { key, name, parent, translations }] of categories.entries()) {
		if (ids.has(key)) continue;
		const category = await callAsSystem({ broker }, products.createCategory, {
			name,
			slug: key,
			parentId: parent ? ids.get(parent) : null,
			image: urls.get(`category-${key}`),
			position,
			translations,
		});
		ids.set(key, category.id);
	}
	return ids;
}

type Seeded = ProductInput & { slug: string; createdAt: string; sales: number };

type Around = Shop & { urls: Urls; taken: ReadonlyMap<string, number> };

function inputOf(product: DemoProduct, { urls, taken, ...shop }: Around): Seeded {
	const { key, name, subtitle, description, tags, options, attributes, translations } = product;
	return {
		slug: key,
		name,
		subtitle,
		description,
		categoryId: shop.categoryIds.get(product.category) ?? "",
		brandId: shop.brandIds.get(product.brand),
		tags,
		options,
		attributes,
		translations,
		images: product.views.map((view) => ({
			url: urls.get(viewName(product, view)) ?? "",
			alt: `${name}, ${seen[view].en}`,
			translations: { zh: `${translations.zh.name}，${seen[view].zh}` },
		})),
		variants: product.variants.map(({ pictureColour, ...variant }) => ({
			...variant,
			weightGrams: weights[product.category],
			// Why: past orders take their part of it, so that just this much is left.
			stock: variant.stock + (taken.get(variant.sku) ?? 0),
			image: urls.get(colourName(product, pictureColour)),
		})),
		status: "published",
		createdAt: daysAgo(product.daysAgo),
		sales: Math.round(product.popularity ** 2 * 400),
	};
}

/** What the views show, for those who do not see the picture. */
const seen = {
	front: { en: "front", zh: "正面" },
	angle: { en: "at an angle", zh: "侧面" },
	detail: { en: "detail", zh: "细节" },
	scene: { en: "in use", zh: "使用场景" },
} as const;
