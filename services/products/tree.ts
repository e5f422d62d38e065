// The actions on categories and brands. Products follow a change before it is answered, or soon
// after when there are many.
import type { Category } from "#contracts/products";
import { BRAND_NOT_FOUND, CATEGORY_NOT_FOUND } from "#contracts/products";
import { fold } from "#domain/search/fold";
import { newId, now } from "#mixins/clock";
import type { Ctx } from "#mixins/service";
import type { Collection, Stored } from "#mixins/collection";
import { fail } from "#mixins/errors";
import { blankBrand, brandOf, editedBrand, removeBrand, shownBrandOf } from "./brands.ts";
import type { BrandInput } from "./brands.ts";
import {
	blankCategory,
	editedCategory,
	isFollowed,
	removeCategory,
	withFreeSlug,
} from "./categories.ts";
import type { CategoryInput } from "./categories.ts";
import { noteErrand, runErrands } from "./errands.ts";
import { treeOf } from "./shelves.ts";
import type { ShelfKeeper } from "./shelves.ts";
import type { StoredBrand, StoredCategory, StoredProduct } from "./stored.ts";
import { nameIn } from "./views.ts";
import type { View } from "./views.ts";

export interface Tree {
	db: {
		products: Collection<StoredProduct>;
		categories: Collection<StoredCategory>;
		brands: Collection<StoredBrand>;
		tags: Collection<Stored>;
		errands: Collection<Stored>;
	};
	keeper: ShelfKeeper;
}

type Paging = { page?: number; pageSize?: number };
type Search = Paging & { q?: string };

export async function createCategory({ db, keeper }: Tree, input: CategoryInput) {
	const shelves = await keeper.latest();
	const wanted = editedCategory(blankCategory(newId()), input, { shelves, at: now() });

	const made = await withFreeSlug(wanted, (category) => db.categories.insert(category));
	keeper.drop();
	return categoryOf(made);
}

export async function updateCategory(
	{ db, keeper }: Tree,
	{ id, version, ...input }: CategoryInput & { id: string; version: number },
) {
	const shelves = await keeper.latest();
	const before = (await db.categories.findById(id)) ?? fail(CATEGORY_NOT_FOUND, { id });
	const after = { ...editedCategory(before, input, { shelves, at: now() }), version };

	if (isFollowed(before, after)) await noteErrand(db.errands, `category:${id}`);
	const saved = await withFreeSlug(after, (category) => db.categories.replace(category));
	keeper.drop();
	await runErrands(db, keeper);
	return categoryOf(saved);
}

export async function deleteCategory({ db, keeper }: Tree, id: string) {
	const category = (await db.categories.findById(id)) ?? fail(CATEGORY_NOT_FOUND, { id });
	await removeCategory(db, category);
	keeper.drop();
}

export async function listCategories({ keeper }: Tree, { q = "", ...paging }: Search) {
	const { categories } = await keeper.latest();
	const found = [...categories.values()].filter(({ name }) => fold(name).includes(fold(q)));
	return slice(found.toSorted(byName).map(categoryOf), paging);
}

export async function shownTree({ keeper }: Tree, locale: View["locale"]) {
	return treeOf(keeper, (category) => nameIn(locale, category));
}

export async function createBrand({ db, keeper }: Tree, input: BrandInput) {
	const wanted = editedBrand(blankBrand(newId()), input, now());

	const made = await withFreeSlug(wanted, (brand) => db.brands.insert(brand));
	keeper.drop();
	return brandOf(made);
}

export async function updateBrand(
	{ db, keeper }: Tree,
	{ id, version, ...input }: BrandInput & { id: string; version: number },
) {
	const before = (await db.brands.findById(id)) ?? fail(BRAND_NOT_FOUND, { id });
	const after = { ...editedBrand(before, input, now()), version };

	const isRenamed = before.name !== after.name || before.slug !== after.slug;
	if (isRenamed) await noteErrand(db.errands, `brand:${id}`);
	const saved = await withFreeSlug(after, (brand) => db.brands.replace(brand));
	keeper.drop();
	await runErrands(db, keeper);
	return brandOf(saved);
}

export async function deleteBrand({ db, keeper }: Tree, id: string) {
	const brand = (await db.brands.findById(id)) ?? fail(BRAND_NOT_FOUND, { id });
	await removeBrand(db, brand);
	keeper.drop();
}

export async function listBrands({ keeper }: Tree, { q = "", ...paging }: Search) {
	const { brands } = await keeper.latest();
	const found = [...brands.values()].filter(({ name }) => fold(name).includes(fold(q)));
	return slice(found.toSorted(byName).map(brandOf), paging);
}

/** Brands that shoppers find something of. */
export async function shownBrands({ keeper }: Tree, { params, meta }: Ctx<Paging>) {
	const { brands } = await keeper.shelves();
	const counted = await Promise.all(
		[...brands.values()].map(async (brand) => {
			const count = await keeper.count({ status: "published", brandId: brand.id });
			return brand.isVisible && count > 0 ? [brand] : [];
		}),
	);
	const shown = counted.flat().map((brand) => shownBrandOf(brand, meta.locale));
	return slice(shown.toSorted(byName), params);
}

export async function shownBrand({ keeper }: Tree, { params, meta }: Ctx<{ idOrSlug: string }>) {
	const { idOrSlug: id } = params;
	const brand = (await keeper.latest()).brand(id);
	return brand?.isVisible ? shownBrandOf(brand, meta.locale) : fail(BRAND_NOT_FOUND, { id });
}

export async function listTags({ db, keeper }: Tree, paging: Paging) {
	const tags = await db.tags.find({ sort: ["id"], limit: 100_000 });
	const counted = await Promise.all(
		tags.map(async ({ id: name }) => ({
			name,
			productCount: await keeper.count({ tags: name }),
		})),
	);
	return slice(
		counted.filter(({ productCount }) => productCount > 0),
		paging,
	);
}

function slice<T>(all: T[], { page = 1, pageSize = 20 }: Paging) {
	const items = all.slice((page - 1) * pageSize, page * pageSize);
	return { items, page, pageSize, total: all.length };
}

type Called = { name: string };
const byName = (a: Called, b: Called) => (fold(a.name) < fold(b.name) ? -1 : 1);

const categoryOf = ({
	updatedAt: _at,
	taxClass = null,
	...category
}: StoredCategory): Category => ({
	...category,
	taxClass,
});
