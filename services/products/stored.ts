// How the catalogue is stored. Cards, pages and forms are made of these when they are asked for.
import type { AdminProduct, Brand, Category, ProductEdition } from "#contracts/products";
import type { Stored } from "#mixins/collection";
import { collection } from "#mixins/db";

export interface StoredVariant {
	sku: string;
	options: Record<string, string>;
	price: number;
	listPrice: number | null;
	image: string | null;
	/** Absent where nobody has weighed it. */
	weightGrams?: number;
	/** What inventory said last, and the version of the level that said so. */
	inStock: boolean;
	stockVersion: number;
}

/** First stock of a new variant, written with it and kept until inventory has it. */
export interface Receipt {
	sku: string;
	quantity: number;
	key: string;
	by: string;
}

/** Who does something, by the name that they go by. */
export interface Actor {
	id: string;
	name: string;
}

type Shared =
	| "slug"
	| "name"
	| "subtitle"
	| "description"
	| "categoryId"
	| "brandId"
	| "tags"
	| "images"
	| "options"
	| "attributes"
	| "status"
	| "price"
	| "sales"
	| "inStock"
	| "translations"
	| "createdAt"
	| "updatedAt"
	| "recycledAt";

export interface StoredProduct extends Stored, Pick<AdminProduct, Shared> {
	/** What staff see as the version: sales, stock and ratings change without it. */
	edition: number;
	/** Who made it and who changed it last; unknown of products from before these were kept. */
	createdBy?: Actor;
	editedBy?: Actor;
	/** The last deeds that were done to it among others, so that a repeat does none twice. */
	deeds?: string[];
	variants: StoredVariant[];
	listPrice: number | null;
	/** Ids from the root to the category. */
	categoryPath: string[];
	/** The beginning of the path, for indexes that filter by category and sort. */
	levels: Levels;
	rating: { average: number; count: number };
	ratedVersion: number;
	/** Sold before this mall counted. */
	soldBefore: number;
	receipts: Receipt[];
	hasReceipts: boolean;
	/** Folded words of its names, tags and SKUs, for staff who look for it. */
	words: string[];
	/** The rule that they were made by; absent in what was stored before `renewWords`. */
	wordsRule?: number;
}

export type Levels = { first: string; second: string | null; third: string | null };

export interface StoredCategory extends Omit<Category, "taxClass"> {
	/** Absent in what was stored before there were tax classes. */
	taxClass?: string | null;
	updatedAt: string;
}

export interface StoredBrand extends Brand {
	updatedAt: string;
}

/** An edition of a product; the id is the product's with the edition's number. */
export interface StoredEdition extends Stored, ProductEdition {
	productId: string;
}

/** What an option, value, attribute or tag is called in other languages. */
export interface StoredWord extends Stored {
	/** None where it was taken out, until the products have followed. */
	translations: Record<string, string>;
	/** The products that use it have yet to follow. */
	isFresh?: boolean;
}

/** Units sold of a product, with the last orders that were counted. */
export interface Tally extends Stored {
	sales: number;
	orders: string[];
	/** Not yet written into the product. */
	isFresh: boolean;
}

const publicSorts = ["createdAt", "price", "sales", "rating.average"];
const publicFilters = [[], ["levels.first"], ["levels.second"], ["levels.third"], ["brandId"]];

export const collections = {
	products: collection<StoredProduct>({
		indexes: [
			...publicFilters.flatMap((filter) =>
				publicSorts.map((sort) => ["status", ...filter, sort]),
			),
			["status"],
			["status", "updatedAt"],
			["inStock", "updatedAt"],
			["updatedAt"],
			["name"],
			["price"],
			["sales"],
			["brandId"],
			["categoryId"],
			["hasReceipts"],
			{ fields: ["slug"], unique: true },
			{ fields: ["variants.sku"], unique: true, array: true },
			{ fields: ["categoryPath"], array: true },
			{ fields: ["tags"], array: true },
			{ fields: ["words"], array: true },
			["wordsRule"],
		],
	}),
	categories: collection<StoredCategory>({
		indexes: [{ fields: ["slug"], unique: true }, ["parentId"], ["updatedAt"]],
	}),
	brands: collection<StoredBrand>({
		indexes: [{ fields: ["slug"], unique: true }, ["updatedAt"]],
	}),
	/** Every tag that a product ever had; the id is the tag. */
	tags: collection<Stored>(),
	/** The id is the word. */
	words: collection<StoredWord>({ indexes: [["isFresh"]] }),
	tallies: collection<Tally>({ indexes: [["isFresh"]] }),
	log: collection<StoredEdition>({ indexes: [["productId", "edition"]] }),
	/** Categories and brands whose products have yet to follow a change. */
	errands: collection<Stored>(),
};
