// The words of the products contract: entities, errors, events.
import {
	boolean,
	byLanguage,
	event,
	id,
	idOrSlug,
	int,
	key,
	list,
	Money,
	nullable,
	number,
	object,
	oneOf,
	optional,
	record,
	sku,
	string,
	text,
	timestamp,
	tree,
	url,
} from "../schema.ts";
import type { Infer } from "../schema.ts";

export * from "./errors.ts";
export * from "./history.ts";

export const productStatuses = ["draft", "published", "recycled"] as const;

export const Slug = string({ min: 1, max: 200 });
const Named = object({ id: id(), slug: Slug, name: string({ max: 200 }) });
export const Rating = object({ average: number({ max: 5 }), count: int() });
const Option = object({
	name: text(60),
	values: list(text(80), { min: 1, max: 100, unique: true }),
});
const OptionValues = record(string({ max: 80 }), { max: 10 });
const Attribute = object({ name: text(100), value: string({ max: 2000 }) });
const Picture = object({
	url: url(),
	alt: string({ max: 300 }),
	/** The same in other languages, by language. */
	translations: optional(byLanguage(string({ max: 300 }))),
});
export type Picture = Infer<typeof Picture>;
export const Tag = text(60);

const Translations = byLanguage(record(string({ max: 50_000 }), { max: 10 }));
const Grams = int({ max: 1_000_000 });
/** The key of a tax class of the settings, or `standard`. */
const TaxClassKey = key();

/** A product as lists and shelves show it. */
export const Card = object({
	id: id(),
	slug: Slug,
	name: string({ max: 300 }),
	subtitle: string({ max: 300 }),
	brand: nullable(Named),
	category: Named,
	tags: list(Tag, { max: 50 }),
	image: nullable(url()),
	price: Money,
	listPrice: nullable(Money),
	inStock: boolean(),
	rating: Rating,
	sales: int(),
	createdAt: timestamp(),
	promotion: optional(object({ label: string({ max: 200 }), kind: string({ max: 40 }) })),
});
export type Card = Infer<typeof Card>;

export const Variant = object({
	sku: sku(),
	options: OptionValues,
	price: Money,
	listPrice: nullable(Money),
	available: int(),
	/** Null where nobody has weighed it. */
	weightGrams: nullable(Grams),
	image: nullable(url()),
});
export type Variant = Infer<typeof Variant>;

/** A product as its own page shows it. */
export const Product = object({
	...Card.properties,
	description: string({ max: 50_000 }),
	images: list(
		object({
			url: url(),
			alt: string({ max: 300 }),
			width: nullable(int()),
			height: nullable(int()),
		}),
		{ max: 50 },
	),
	options: list(Option, { max: 10 }),
	variants: list(Variant, { max: 500 }),
	attributes: list(Attribute, { max: 300 }),
	breadcrumbs: list(Named, { max: 10 }),
	promotions: list(object({ label: string({ max: 200 }) }), { max: 20 }),
	coupons: list(object({ id: id(), name: string({ max: 200 }) }), { max: 20 }),
	/** What the cheapest way costs for one piece, and how long it takes. */
	shipping: object({
		price: nullable(Money),
		freeOver: nullable(Money),
		daysFrom: nullable(int()),
		days: nullable(int()),
	}),
	version: int(),
});
export type Product = Infer<typeof Product>;

/** A product as staff edit it. */
export const AdminProduct = object({
	id: id(),
	slug: Slug,
	name: string({ max: 300 }),
	subtitle: string({ max: 300 }),
	description: string({ max: 50_000 }),
	categoryId: id(),
	brandId: nullable(id()),
	tags: list(Tag, { max: 50 }),
	images: list(Picture, { max: 50 }),
	options: list(Option, { max: 10 }),
	variants: list(Variant, { max: 500 }),
	attributes: list(Attribute, { max: 300 }),
	status: oneOf(...productStatuses),
	price: Money,
	sales: int(),
	inStock: boolean(),
	translations: Translations,
	createdAt: timestamp(),
	updatedAt: timestamp(),
	recycledAt: nullable(timestamp()),
	version: int(),
});
export type AdminProduct = Infer<typeof AdminProduct>;

const VariantInput = object({
	sku: optional(sku()),
	options: optional(OptionValues),
	price: Money,
	listPrice: optional(nullable(Money)),
	stock: optional(int({ max: 1_000_000 })),
	weightGrams: optional(nullable(Grams)),
	image: optional(nullable(url())),
});

export const productFields = {
	name: text(300),
	subtitle: optional(string({ max: 300 })),
	description: optional(string({ max: 50_000 })),
	categoryId: id(),
	brandId: optional(nullable(id())),
	tags: optional(list(Tag, { max: 50, unique: true })),
	images: optional(list(Picture, { max: 50 })),
	options: optional(list(Option, { max: 10 })),
	variants: list(VariantInput, { min: 1, max: 500 }),
	attributes: optional(list(Attribute, { max: 300 })),
	status: oneOf("draft", "published"),
	translations: optional(Translations),
};

export const ProductInput = object(productFields);
export type ProductInput = Infer<typeof ProductInput>;

/** A category in the tree that shoppers see. */
export const CategoryTree = tree("Category", {
	id: id(),
	slug: Slug,
	name: string({ max: 200 }),
	image: nullable(url()),
	productCount: int(),
});
export type CategoryTree = {
	id: string;
	slug: string;
	name: string;
	image: string | null;
	productCount: number;
	children: CategoryTree[];
};

/** A category as staff edit it. */
export const Category = object({
	id: id(),
	slug: Slug,
	name: text(200),
	parentId: nullable(id()),
	image: nullable(url()),
	position: int(),
	isVisible: boolean(),
	/** Of everything below it that names none; null is the one above it, or the standard one. */
	taxClass: nullable(TaxClassKey),
	translations: Translations,
	version: int(),
});
export type Category = Infer<typeof Category>;

const BrandTexts = byLanguage(object({ description: string({ max: 2000 }) }));

export const Brand = object({
	id: id(),
	slug: Slug,
	name: text(200),
	image: nullable(url()),
	description: string({ max: 2000 }),
	isVisible: boolean(),
	/** For staff; shoppers get the texts in their language. */
	translations: optional(BrandTexts),
	version: int(),
});
export type Brand = Infer<typeof Brand>;

/** What a cart, a quote and an order need to know of a variant, at the price of this moment. */
export const SaleItem = object({
	sku: sku(),
	productId: id(),
	slug: Slug,
	name: string({ max: 300 }),
	image: nullable(url()),
	options: OptionValues,
	unitPrice: Money,
	weightGrams: nullable(Grams),
	/** Inherited down the tree; null is the standard class. */
	taxClass: nullable(TaxClassKey),
	categoryIds: list(id(), { max: 20 }),
	brandId: nullable(id()),
	tags: list(Tag, { max: 50 }),
});
export type SaleItem = Infer<typeof SaleItem>;

/** What the search index keeps of a product. */
export const IndexEntry = object({
	id: id(),
	card: Card,
	skus: list(sku(), { max: 500 }),
	path: list(Named, { max: 20 }),
	attributes: list(Attribute, { max: 400 }),
	description: string({ max: 50_000 }),
	/** What it is called in other languages. */
	names: list(string({ max: 300 }), { max: 10 }),
	/** What its categories, options, attributes and tags are called there. */
	words: list(object({ word: string({ max: 300 }), other: string({ max: 300 }) }), {
		max: 10_000,
	}),
	version: int(),
});
export type IndexEntry = Infer<typeof IndexEntry>;

export const productChanged = event("product.changed", object({ productId: id(), version: int() }));
export const productRemoved = event("product.removed", object({ productId: id(), version: int() }));

export const cachedCatalogue = { until: ["catalogue"] } as const;
export const NewCategory = {
	name: text(200),
	slug: optional(Slug),
	parentId: optional(nullable(id())),
	image: optional(nullable(url())),
	position: optional(int({ max: 100_000 })),
	isVisible: optional(boolean()),
	taxClass: optional(nullable(TaxClassKey)),
	translations: optional(Translations),
};
export const NewBrand = {
	name: text(200),
	slug: optional(Slug),
	image: optional(nullable(url())),
	description: optional(string({ max: 2000 })),
	isVisible: optional(boolean()),
	translations: optional(BrandTexts),
};

export const productSorts = ["newest", "price", "-price", "-sales", "-rating"] as const;
export const adminSorts = [
	"-updatedAt",
	"updatedAt",
	"name",
	"-name",
	"price",
	"-price",
	"-sales",
] as const;

export const adminFilter = {
	ids: optional(list(id(), { max: 100 })),
	q: optional(string({ max: 200 })),
	status: optional(oneOf(...productStatuses)),
	category: optional(idOrSlug()),
	brand: optional(idOrSlug()),
	tag: optional(Tag),
	inStock: optional(boolean()),
};
