// The tree of categories as staff change it.
import type { Category } from "#contracts/products";
import {
	CATEGORY_IN_USE,
	CATEGORY_LOOP,
	CATEGORY_NOT_FOUND,
	SLUG_TAKEN,
} from "#contracts/products";
import { fieldWords, said } from "#domain/field-words";
import { slug } from "#domain/slug";
import { STALE_VERSION } from "#contracts/errors";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import { fail, invalid } from "#mixins/errors";
import type { Shelves } from "./shelves.ts";
import { plainText } from "./texts.ts";
import type { StoredBrand, StoredCategory, StoredProduct } from "./stored.ts";

export type CategoryInput = Partial<
	Pick<
		Category,
		| "name"
		| "slug"
		| "parentId"
		| "image"
		| "position"
		| "isVisible"
		| "taxClass"
		| "translations"
	>
>;

const deepest = 10;

export const blankCategory = (id: string): StoredCategory => ({
	id,
	slug: id,
	name: "",
	parentId: null,
	image: null,
	position: 0,
	isVisible: true,
	taxClass: null,
	translations: {},
	version: 1,
	updatedAt: "",
});

/** The category with the input in it; refuses what would tie the tree into a knot. */
export function editedCategory(
	before: StoredCategory,
	input: CategoryInput,
	{ shelves, at }: { shelves: Shelves; at: string },
): StoredCategory {
	const name = plainText(input.name ?? before.name);
	const address = slug(input.slug ?? (before.name === "" ? name : before.slug), before.id);
	const next = { ...before, ...input, name, slug: address, updatedAt: at };
	if (name === "") invalid([{ path: "name", ...fieldWords.empty }]);
	if (next.parentId === null || next.parentId === before.parentId) return next;

	if (!shelves.categories.has(next.parentId)) fail(CATEGORY_NOT_FOUND, { id: next.parentId });
	if (shelves.subtree(before.id).includes(next.parentId)) fail(CATEGORY_LOOP);
	if (shelves.path(next.parentId).length + heightOf(shelves, before.id) > deepest)
		invalid([{ path: "parentId", ...tooDeep }]);
	return next;
}

const tooDeep = said(`lies ${deepest} categories deep already`, `已有 ${deepest} 级分类`);

/** How many categories lie below each other, from this one on. */
function heightOf(shelves: Shelves, id: string): number {
	const below = (shelves.children.get(id) ?? []).map((child) => heightOf(shelves, child.id));
	return 1 + Math.max(0, ...below);
}

/** Whether its place or its words have changed, which its products must follow. */
export const isFollowed = (before: StoredCategory, after: StoredCategory) =>
	before.parentId !== after.parentId ||
	before.name !== after.name ||
	before.slug !== after.slug ||
	JSON.stringify(before.translations) !== JSON.stringify(after.translations);

/** Deletes what nothing lies in; if something came in that very moment it stays. */
export async function removeCategory(
	{ categories, products }: CategoryTables,
	category: StoredCategory,
) {
	const { id, version } = category;
	const isUsed = async () =>
		(await products.count({ categoryPath: id })) > 0 ||
		(await categories.count({ parentId: id })) > 0;
	if (await isUsed()) fail(CATEGORY_IN_USE);
	if ((await categories.remove({ id, version })) === 0) fail(STALE_VERSION);
	if (!(await isUsed())) return;
	await categories.insert(category);
	fail(CATEGORY_IN_USE);
}

interface CategoryTables {
	categories: Collection<StoredCategory>;
	products: Collection<StoredProduct>;
}

/** A clash of addresses in the words of the contract. */
export async function withFreeSlug<T extends StoredBrand | StoredCategory>(
	wanted: T,
	write: (wanted: T) => Promise<T>,
): Promise<T> {
	try {
		return await write(wanted);
	} catch (thrown) {
		const isTaken = thrown instanceof DuplicateKey && thrown.key === "slug";
		throw isTaken ? fail(SLUG_TAKEN, { slug: wanted.slug }) : thrown;
	}
}
