import {
	contract,
	deepPaging,
	id,
	idOrSlug,
	list,
	object,
	optional,
	pageOf,
	paging,
} from "./schema.ts";
import { aboutPeople } from "./about-people.ts";
import { stockChanged } from "./inventory.ts";
import {
	Tag,
	Card,
	Product,
	CategoryTree,
	Brand,
	PRODUCT_NOT_FOUND,
	CATEGORY_NOT_FOUND,
	BRAND_NOT_FOUND,
	cachedCatalogue,
	productEdited,
	productSorts,
} from "./products/words.ts";
import { desk } from "./products/desk.ts";
import { internal } from "./products/internal.ts";
import { vocabulary } from "./products/vocabulary.ts";

export * from "./products/vocabulary.ts";
export * from "./products/words.ts";

export const products = contract(
	"products",
	{
		list: {
			summary: "Products on sale",
			rest: "GET /products",
			access: "public",
			cached: cachedCatalogue,
			params: object({
				...deepPaging(...productSorts),
				category: optional(idOrSlug()),
				brand: optional(idOrSlug()),
				tag: optional(Tag),
				ids: optional(list(id(), { max: 100 })),
			}),
			returns: pageOf(Card),
			walks: Card,
			errors: [CATEGORY_NOT_FOUND, BRAND_NOT_FOUND],
		},
		get: {
			summary: "One product on sale",
			rest: "GET /products/:idOrSlug",
			access: "public",
			cached: { until: ["catalogue", "marketing", "settings"] },
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
		...vocabulary,
		sitemap: {
			summary: "Every page that a search engine should know",
			rest: "GET //sitemap.xml",
			access: "public",
			produces: "application/xml",
			limit: { count: 10, seconds: 60, by: "address" },
		},
		...desk,
		...internal,
		...aboutPeople,
	},
	{ stockChanged, productEdited },
);
