import {
	boolean,
	contract,
	error,
	event,
	id,
	idOrSlug,
	int,
	list,
	Money,
	nullable,
	number,
	object,
	oneOf,
	optional,
	pageOf,
	paging,
	record,
	sku,
	string,
	text,
	timestamp,
	tree,
	url,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { Job } from "./jobs.ts";
import { stockChanged } from "./inventory.ts";

export const productStatuses = ["draft", "published", "recycled"] as const;

const Slug = string({ min: 1, max: 200 });
const Named = object({ id: id(), slug: Slug, name: string({ max: 200 }) });
const Rating = object({ average: number({ max: 5 }), count: int() });
const Option = object({
	name: text(60),
	values: list(text(80), { min: 1, max: 100, unique: true }),
});
const OptionValues = record(string({ max: 80 }), { max: 10 });
const Attribute = object({ name: text(100), value: string({ max: 2000 }) });
const Picture = object({ url: url(), alt: string({ max: 300 }) });
const Tag = text(60);

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
	shipping: object({ freeOver: nullable(Money), days: nullable(int()) }),
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
	translations: record(record(string({ max: 50_000 }), { max: 10 }), { max: 10 }),
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
	image: optional(nullable(url())),
});

const Translations = record(record(string({ max: 50_000 }), { max: 10 }), { max: 10 });

const productFields = {
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
	translations: Translations,
	version: int(),
});
export type Category = Infer<typeof Category>;

export const Brand = object({
	id: id(),
	slug: Slug,
	name: text(200),
	image: nullable(url()),
	description: string({ max: 2000 }),
	isVisible: boolean(),
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
	names: list(string({ max: 300 }), { max: 10 }),
	version: int(),
});
export type IndexEntry = Infer<typeof IndexEntry>;

export const PRODUCT_NOT_FOUND = error(
	"PRODUCT_NOT_FOUND",
	404,
	"There is no product {id}.",
	"没有商品 {id}。",
);
export const SKU_UNKNOWN = error("SKU_UNKNOWN", 422, "{sku} is not for sale.", "{sku} 未在售。");
export const SKU_TAKEN = error(
	"SKU_TAKEN",
	409,
	"The SKU {sku} belongs to another product.",
	"SKU {sku} 已属于其他商品。",
);
export const SLUG_TAKEN = error(
	"SLUG_TAKEN",
	409,
	"The address {slug} is taken.",
	"地址 {slug} 已被使用。",
);
export const PRODUCT_WRONG_STATE = error(
	"PRODUCT_WRONG_STATE",
	409,
	"This can't be done with a product that is {status}.",
	"商品处于 {status} 状态,无法执行此操作。",
);
export const CATEGORY_NOT_FOUND = error(
	"CATEGORY_NOT_FOUND",
	404,
	"There is no category {id}.",
	"没有分类 {id}。",
);
export const CATEGORY_IN_USE = error(
	"CATEGORY_IN_USE",
	409,
	"The category still has products or sub-categories. Move them first.",
	"该分类下仍有商品或子分类,请先移走。",
);
export const CATEGORY_LOOP = error(
	"CATEGORY_LOOP",
	409,
	"A category can't lie below itself.",
	"分类不能位于自身之下。",
);
export const BRAND_NOT_FOUND = error(
	"BRAND_NOT_FOUND",
	404,
	"There is no brand {id}.",
	"没有品牌 {id}。",
);
export const BRAND_IN_USE = error(
	"BRAND_IN_USE",
	409,
	"Products still carry this brand. Change them first.",
	"仍有商品使用该品牌,请先修改。",
);

export const productChanged = event("product.changed", object({ productId: id(), version: int() }));
export const productRemoved = event("product.removed", object({ productId: id(), version: int() }));

const cachedCatalogue = { until: ["catalogue"] } as const;
const NewCategory = {
	name: text(200),
	slug: optional(Slug),
	parentId: optional(nullable(id())),
	image: optional(nullable(url())),
	position: optional(int({ max: 100_000 })),
	isVisible: optional(boolean()),
	translations: optional(Translations),
};
const NewBrand = {
	name: text(200),
	slug: optional(Slug),
	image: optional(nullable(url())),
	description: optional(string({ max: 2000 })),
	isVisible: optional(boolean()),
};

export const productSorts = ["newest", "price", "-price", "-sales", "-rating"] as const;
const adminSorts = [
	"-updatedAt",
	"updatedAt",
	"name",
	"-name",
	"price",
	"-price",
	"-sales",
] as const;

const adminFilter = {
	q: optional(string({ max: 200 })),
	status: optional(oneOf(...productStatuses)),
	category: optional(idOrSlug()),
	brand: optional(idOrSlug()),
	tag: optional(Tag),
	inStock: optional(boolean()),
};

export const products = contract(
	"products",
	{
		list: {
			summary: "Products on sale",
			rest: "GET /products",
			access: "public",
			cached: cachedCatalogue,
			params: object({
				...paging(...productSorts),
				category: optional(idOrSlug()),
				brand: optional(idOrSlug()),
				tag: optional(Tag),
				ids: optional(list(id(), { max: 100 })),
			}),
			returns: pageOf(Card),
			errors: [CATEGORY_NOT_FOUND, BRAND_NOT_FOUND],
		},
		get: {
			summary: "One product on sale",
			rest: "GET /products/:idOrSlug",
			access: "public",
			cached: { until: ["catalogue", "marketing"] },
			params: object({ idOrSlug: idOrSlug() }),
			returns: Product,
			errors: [PRODUCT_NOT_FOUND],
		},
		related: {
			summary: "Products that go with one",
			rest: "GET /products/:id/related",
			access: "public",
			cached: cachedCatalogue,
			params: object({ id: idOrSlug(), ...paging() }),
			returns: pageOf(Card),
			errors: [PRODUCT_NOT_FOUND],
		},
		categories: {
			summary: "The category tree",
			rest: "GET /categories",
			access: "public",
			cached: cachedCatalogue,
			returns: list(CategoryTree, { max: 1000 }),
		},
		brands: {
			summary: "Brands with products",
			rest: "GET /brands",
			access: "public",
			cached: cachedCatalogue,
			params: object({ ...paging() }),
			returns: pageOf(Brand),
		},
		brand: {
			summary: "One brand",
			rest: "GET /brands/:idOrSlug",
			access: "public",
			cached: cachedCatalogue,
			params: object({ idOrSlug: idOrSlug() }),
			returns: Brand,
			errors: [BRAND_NOT_FOUND],
		},
		sitemap: {
			summary: "Every page that a search engine should know",
			rest: "GET //sitemap.xml",
			access: "public",
			produces: "application/xml",
			limit: { count: 10, seconds: 60, by: "address" },
		},
		adminList: {
			summary: "All products, drafts and the recycle bin included",
			rest: "GET /admin/products",
			access: "products:read",
			params: object({ ...paging(...adminSorts), ...adminFilter }),
			returns: pageOf(AdminProduct),
		},
		adminGet: {
			summary: "One product as staff edit it",
			rest: "GET /admin/products/:id",
			access: "products:read",
			params: object({ id: id() }),
			returns: AdminProduct,
			errors: [PRODUCT_NOT_FOUND],
		},
		create: {
			summary: "Make a product",
			rest: "POST /admin/products",
			access: "products:write",
			status: 201,
			idempotent: true,
			params: ProductInput,
			returns: AdminProduct,
			errors: [CATEGORY_NOT_FOUND, BRAND_NOT_FOUND, SKU_TAKEN],
			emits: [productChanged],
		},
		update: {
			summary: "Change a product; variants are matched by SKU, arrays replace",
			rest: "PATCH /admin/products/:id",
			access: "products:write",
			params: object({
				id: id(),
				version: int(),
				...productFields,
				name: optional(productFields.name),
				slug: optional(Slug),
				categoryId: optional(productFields.categoryId),
				variants: optional(productFields.variants),
				status: optional(productFields.status),
			}),
			returns: AdminProduct,
			errors: [
				PRODUCT_NOT_FOUND,
				CATEGORY_NOT_FOUND,
				BRAND_NOT_FOUND,
				SKU_TAKEN,
				SLUG_TAKEN,
				PRODUCT_WRONG_STATE,
			],
			emits: [productChanged],
		},
		remove: {
			summary: "Put a product into the recycle bin",
			rest: "DELETE /admin/products/:id",
			access: "products:write",
			status: 204,
			params: object({ id: id() }),
			errors: [PRODUCT_NOT_FOUND],
			emits: [productRemoved],
		},
		restore: {
			summary: "Take a product out of the recycle bin, as a draft",
			rest: "POST /admin/products/:id/restore",
			access: "products:write",
			params: object({ id: id() }),
			returns: AdminProduct,
			errors: [PRODUCT_NOT_FOUND, PRODUCT_WRONG_STATE],
			emits: [productChanged],
		},
		bulk: {
			summary: "Do one thing to many products",
			rest: "POST /admin/products/bulk",
			access: "products:write",
			params: object({
				ids: list(id(), { min: 1, max: 100, unique: true }),
				action: oneOf("publish", "unpublish", "recycle", "restore", "move", "tag", "untag"),
				value: optional(string({ max: 200 })),
			}),
			returns: object({
				done: int(),
				failed: list(object({ id: id(), message: string({ max: 500 }) }), { max: 100 }),
			}),
			emits: [productChanged, productRemoved],
		},
		import: {
			summary: "Read products from CSV or JSON Lines, gzip or not; a job reports",
			rest: "POST /admin/products/import",
			access: "products:import",
			status: 202,
			body: "file",
			params: object({
				dryRun: optional(boolean()),
				stock: optional(int({ max: 1_000_000 })),
			}),
			returns: Job,
			emits: [productChanged],
		},
		export: {
			summary: "What the list shows, as CSV",
			rest: "GET /admin/products/export",
			access: "products:import",
			produces: "text/csv",
			params: object({ ...adminFilter }),
		},
		adminCategories: {
			summary: "All categories, flat, hidden ones included",
			rest: "GET /admin/categories",
			access: "products:read",
			params: object({ ...paging(), q: optional(string({ max: 200 })) }),
			returns: pageOf(Category),
		},
		createCategory: {
			summary: "Make a category",
			rest: "POST /admin/categories",
			access: "products:write",
			status: 201,
			params: object(NewCategory),
			returns: Category,
			errors: [CATEGORY_NOT_FOUND, SLUG_TAKEN],
		},
		updateCategory: {
			summary: "Rename, move, order, show or hide a category",
			rest: "PATCH /admin/categories/:id",
			access: "products:write",
			params: object({ id: id(), version: int(), ...NewCategory, name: optional(text(200)) }),
			returns: Category,
			errors: [CATEGORY_NOT_FOUND, CATEGORY_LOOP, SLUG_TAKEN],
		},
		removeCategory: {
			summary: "Delete an empty category",
			rest: "DELETE /admin/categories/:id",
			access: "products:write",
			status: 204,
			params: object({ id: id() }),
			errors: [CATEGORY_NOT_FOUND, CATEGORY_IN_USE],
		},
		adminBrands: {
			summary: "All brands",
			rest: "GET /admin/brands",
			access: "products:read",
			params: object({ ...paging(), q: optional(string({ max: 200 })) }),
			returns: pageOf(Brand),
		},
		createBrand: {
			summary: "Make a brand",
			rest: "POST /admin/brands",
			access: "products:write",
			status: 201,
			params: object(NewBrand),
			returns: Brand,
			errors: [SLUG_TAKEN],
		},
		updateBrand: {
			summary: "Change a brand",
			rest: "PATCH /admin/brands/:id",
			access: "products:write",
			params: object({ id: id(), version: int(), ...NewBrand, name: optional(text(200)) }),
			returns: Brand,
			errors: [BRAND_NOT_FOUND, SLUG_TAKEN],
		},
		removeBrand: {
			summary: "Delete a brand that no product carries",
			rest: "DELETE /admin/brands/:id",
			access: "products:write",
			status: 204,
			params: object({ id: id() }),
			errors: [BRAND_NOT_FOUND, BRAND_IN_USE],
		},
		tags: {
			summary: "Tags in use, with the number of products",
			rest: "GET /admin/tags",
			access: "products:read",
			params: object({ ...paging() }),
			returns: pageOf(object({ name: Tag, productCount: int() })),
		},
		resolve: {
			summary: "Variants that are on sale now, by SKU; what is not on sale is left out",
			access: "internal",
			params: object({ skus: list(sku(), { max: 200 }) }),
			returns: list(SaleItem, { max: 200 }),
		},
		cards: {
			summary:
				"Cards of products on sale, in the order asked; what is not on sale is left out",
			access: "internal",
			params: object({ ids: list(id(), { max: 100 }) }),
			returns: list(Card, { max: 100 }),
		},
		indexEntries: {
			summary: "What the search index needs, for some products or page by page",
			access: "internal",
			params: object({
				ids: optional(list(id(), { max: 500 })),
				after: optional(id()),
				limit: optional(int({ min: 1, max: 500 })),
			}),
			returns: object({ entries: list(IndexEntry, { max: 500 }), next: nullable(id()) }),
		},
		versions: {
			summary: "Which version of each product is on sale, page by page",
			access: "internal",
			params: object({ after: optional(id()), limit: int({ min: 1, max: 500 }) }),
			returns: object({
				items: list(object({ id: id(), version: int() }), { max: 500 }),
				next: nullable(id()),
			}),
		},
		rate: {
			summary: "Note a product's rating",
			access: "internal",
			params: object({ productId: id(), rating: Rating, version: int() }),
			emits: [productChanged],
		},
		noteSales: {
			summary: "Count units sold, once per order",
			access: "internal",
			params: object({
				orderId: id(),
				lines: list(object({ productId: id(), quantity: int() }), { max: 200 }),
			}),
			emits: [productChanged],
		},
		seed: {
			summary: "Put finished demo products in, with their age and popularity",
			access: "internal",
			params: object({
				products: list(
					object({
						...productFields,
						slug: optional(Slug),
						createdAt: timestamp(),
						sales: int(),
					}),
					{ max: 50 },
				),
			}),
			returns: object({ ids: list(id(), { max: 50 }) }),
			emits: [productChanged],
		},
	},
	{ stockChanged },
);
