// A stored product as others see it: a card, a page, a form, an entry of the search index.
import type { AdminProduct, Card, IndexEntry, Product } from "#contracts/products";
import type { Level } from "#contracts/inventory";
import type { Language } from "#contracts/schema";
import type { Settings } from "#contracts/settings";
import { freeFrom, pickShipping, shippingChoices } from "#domain/shipping";
import type { Shelves } from "./shelves.ts";
import { withoutMarkup } from "./texts.ts";
import type { StoredProduct } from "./stored.ts";

/** Whose eyes: the tree of this moment and the reader's language. */
export type View = { shelves: Shelves; locale: Language | undefined };

interface Translated {
	id: string;
	slug: string;
	name: string;
	translations?: Record<string, Record<string, string>>;
}

/** The text in the reader's language, the shop's own where it has none. */
export const textIn = (
	locale: Language | undefined,
	{ translations }: Pick<Translated, "translations">,
	{ field, own }: { field: string; own: string },
) => (locale && translations?.[locale]?.[field]) || own;

export const nameIn = (locale: Language | undefined, thing: Translated) =>
	textIn(locale, thing, { field: "name", own: thing.name });

const named = (locale: Language | undefined, thing: Translated) => ({
	id: thing.id,
	slug: thing.slug,
	name: nameIn(locale, thing),
});

export function cardOf(product: StoredProduct, { shelves, locale }: View): Card {
	const { id, slug, categoryId, brandId, tags, price, listPrice, inStock } = product;
	const brand = brandId === null ? undefined : shelves.brands.get(brandId);
	const category = shelves.categories.get(categoryId);
	return {
		id,
		slug,
		name: nameIn(locale, product),
		subtitle: textIn(locale, product, { field: "subtitle", own: product.subtitle }),
		brand: brand ? named(locale, brand) : null,
		category: category ? named(locale, category) : lost(categoryId),
		tags,
		image: product.images[0]?.url ?? null,
		price,
		listPrice,
		inStock,
		rating: product.rating,
		sales: product.sales,
		createdAt: product.createdAt,
	};
}

/** What the page knows from other services. */
type Around = {
	levels: Level[];
	settings: Settings;
	offers: Pick<Product, "promotions" | "coupons">;
};

export function pageOf(product: StoredProduct, view: View, around: Around): Product {
	const { shelves, locale } = view;
	const { description: own, categoryId } = product;
	return {
		...cardOf(product, view),
		description: textIn(locale, product, { field: "description", own }),
		images: product.images.map(({ url, alt, translations }) => ({
			url,
			alt: (locale && translations?.[locale]) || alt,
			width: null,
			height: null,
		})),
		options: product.options,
		variants: variantsOf(product, around.levels),
		attributes: product.attributes,
		breadcrumbs: shelves.path(categoryId).map((category) => named(locale, category)),
		...around.offers,
		shipping: shippingOf(product, around.settings),
		version: product.version,
	};
}

export function formOf(product: StoredProduct, levels: Level[]): AdminProduct {
	return {
		id: product.id,
		slug: product.slug,
		name: product.name,
		subtitle: product.subtitle,
		description: product.description,
		categoryId: product.categoryId,
		brandId: product.brandId,
		tags: product.tags,
		images: product.images,
		options: product.options,
		variants: variantsOf(product, levels),
		attributes: product.attributes,
		status: product.status,
		price: product.price,
		sales: product.sales,
		inStock: product.inStock,
		translations: product.translations,
		createdAt: product.createdAt,
		updatedAt: product.updatedAt,
		recycledAt: product.recycledAt,
		version: product.edition,
	};
}

/** Options can be filtered by like attributes. */
export function indexEntryOf(
	product: StoredProduct,
	shelves: Shelves,
	others: ReadonlyMap<string, string[]>,
): IndexEntry {
	const { id, categoryId, variants, version } = product;
	const options = product.options.flatMap(({ name, values }) =>
		values.map((value) => ({ name, value })),
	);
	const attributes = [...options, ...product.attributes].slice(0, 400);
	const path = shelves.path(categoryId);
	return {
		id,
		card: cardOf(product, { shelves, locale: undefined }),
		skus: variants.map(({ sku }) => sku),
		path: path.map((category) => named(undefined, category)),
		attributes,
		description: withoutMarkup(product.description),
		names: namesOf(product),
		words: [
			...path.flatMap((one) => namesOf(one).map((other) => ({ word: one.name, other }))),
			...[...new Set(wordsUsed(product))].flatMap((word) =>
				(others.get(word) ?? []).map((other) => ({ word, other })),
			),
		],
		version,
	};
}

const namesOf = ({ translations = {} }: Translated) =>
	Object.values(translations).flatMap(({ name }) => name ?? []);

/** The keys that the shop's vocabulary may know in other languages. */
export function wordsUsed({ options, attributes, tags }: StoredProduct): string[] {
	return [
		...tags,
		...options.flatMap(({ name, values }) => [name, ...values]),
		...attributes.flatMap(({ name, value }) => [name, value]),
	];
}

function variantsOf({ variants }: StoredProduct, levels: Level[]) {
	const left = new Map(levels.map(({ sku, available }) => [sku, available]));
	return variants.map(({ sku, options, price, listPrice, image, weightGrams = null }) => ({
		sku,
		options,
		price,
		listPrice,
		available: left.get(sku) ?? 0,
		weightGrams,
		image,
	}));
}

/** The promise of the cheapest way to send one piece to a place that is not known. */
function shippingOf({ price: goods, variants }: StoredProduct, { shippingMethods }: Settings) {
	const grams = variants.find(({ price }) => price === goods)?.weightGrams ?? 0;
	const cheapest = pickShipping(shippingChoices(shippingMethods, { goods, grams }));
	const { price = null, daysFrom = null, days = null } = cheapest ?? {};
	return { price, freeOver: freeFrom(shippingMethods, {}), daysFrom, days };
}

/** A category that was deleted in the very moment that something was put into it. */
const lost = (id: string) => ({ id, slug: id, name: "" });
