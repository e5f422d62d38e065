// Categories and brands that rows name are made on demand. Their ids follow from their names, so
// that two imports at once make each of them once.
import { createHash } from "node:crypto";
import { fold } from "#domain/search/fold";
import { slug } from "#domain/slug";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import type { Collection, Stored } from "#mixins/collection";
import { blankBrand } from "../brands.ts";
import { blankCategory } from "../categories.ts";
import { Shelves } from "../shelves.ts";
import type { ShelfKeeper } from "../shelves.ts";
import { plainText } from "../texts.ts";
import type { StoredBrand, StoredCategory } from "../stored.ts";

interface Tables {
	categories: Collection<StoredCategory>;
	brands: Collection<StoredBrand>;
}

export const uncategorised = ["Uncategorised"];

type Names = { categories: string[][]; brands: string[] };

/** The tree with all of these in it. A dry run only imagines them. */
export async function shelvesWith(
	keeper: ShelfKeeper,
	{ categories, brands }: Names,
	tables: Tables | null,
): Promise<Shelves> {
	let shelves = await keeper.latest();
	const paths = new Map(categories.map((path) => [path.join("\n"), path]));
	for (const path of paths.values()) shelves = await withCategory(shelves, path, tables);
	for (const name of new Set(brands)) shelves = await withBrand(shelves, name, tables);
	if (shelves !== (await keeper.shelves()) && tables) keeper.drop();
	return shelves;
}

/** The category that a row names: by its path from the root, or by a name that only one has. */
export function categoryOf(shelves: Shelves, path: string[]): StoredCategory | undefined {
	const [name = "", ...below] = path;
	const only = below.length === 0 ? shelves.onlyCategoryNamed(plainText(name)) : undefined;
	return categoryAt(shelves, path) ?? only;
}

function categoryAt(shelves: Shelves, path: string[]): StoredCategory | undefined {
	let found: StoredCategory | undefined;
	for (const name of path) {
		const parentId = found?.id ?? null;
		found =
			shelves.categoryNamed(parentId, plainText(name)) ??
			shelves.categories.get(categoryId(parentId, name));
		if (!found) return undefined;
	}
	return found;
}

export const brandAt = (shelves: Shelves, name: string) =>
	shelves.brandNamed(plainText(name)) ?? shelves.brands.get(brandId(name));

async function withCategory(shelves: Shelves, path: string[], tables: Tables | null) {
	if (categoryOf(shelves, path)) return shelves;
	let now = shelves;
	for (const [index, name] of path.entries()) {
		if (categoryAt(now, path.slice(0, index + 1))) continue;
		const parent = categoryAt(now, path.slice(0, index)) ?? null;
		const made = await makeCategory(name, parent, tables);
		now = new Shelves([...now.categories.values(), made], [...now.brands.values()]);
	}
	return now;
}

async function makeCategory(name: string, parent: StoredCategory | null, tables: Tables | null) {
	const parentId = parent?.id ?? null;
	const id = categoryId(parentId, name);
	const position = name === uncategorised[0] ? 1000 : 0;
	const fresh = { ...blankCategory(id), name: plainText(name) || id, parentId, position };
	const wanted = { ...fresh, updatedAt: now() };
	return tables ? make(tables.categories, wanted, `${parent?.name ?? ""} ${name}`) : wanted;
}

async function withBrand(shelves: Shelves, name: string, tables: Tables | null) {
	if (brandAt(shelves, name)) return shelves;
	const id = brandId(name);
	const wanted = { ...blankBrand(id), name: plainText(name) || id, updatedAt: now() };
	const made = tables ? await make(tables.brands, wanted, `${name} brand`) : wanted;
	return new Shelves([...shelves.categories.values()], [...shelves.brands.values(), made]);
}

/** Under the first address that is free; what another import has just made is taken as it is. */
async function make<T extends Stored & { slug: string; name: string }>(
	collection: Collection<T>,
	wanted: T,
	longName: string,
): Promise<T> {
	const { id } = wanted;
	for (const address of [slug(wanted.name, id), slug(longName, id), id]) {
		try {
			return await collection.insert({ ...wanted, slug: address });
		} catch (thrown) {
			if (!(thrown instanceof DuplicateKey)) throw thrown;
			const made = await collection.findById(id);
			if (made) return made;
		}
	}
	throw new Error(`The addresses of ${wanted.name} are all taken`);
}

const categoryId = (parentId: string | null, name: string) =>
	hashed("category", `${parentId ?? ""}\n${fold(name)}`);
const brandId = (name: string) => hashed("brand", fold(name));

const hashed = (kind: string, text: string) =>
	`${kind}-${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
