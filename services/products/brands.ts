// Brands as staff change them.
import type { Brand } from "#contracts/products";
import { BRAND_IN_USE } from "#contracts/products";
import { STALE_VERSION } from "#contracts/errors";
import { fieldWords } from "#domain/field-words";
import { slug } from "#domain/slug";
import type { Collection } from "#mixins/collection";
import { fail, invalid } from "#mixins/errors";
import { plainText } from "./texts.ts";
import type { StoredBrand, StoredProduct } from "./stored.ts";

export type BrandInput = Partial<Omit<Brand, "id" | "version">>;

export const blankBrand = (id: string): StoredBrand => ({
	id,
	slug: id,
	name: "",
	image: null,
	description: "",
	isVisible: true,
	version: 1,
	updatedAt: "",
});

export function editedBrand(before: StoredBrand, input: BrandInput, at: string): StoredBrand {
	const name = plainText(input.name ?? before.name);
	const description = plainText(input.description ?? before.description);
	const address = slug(input.slug ?? (before.name === "" ? name : before.slug), before.id);
	if (name === "") invalid([{ path: "name", ...fieldWords.empty }]);
	const translations = cleaned(input.translations ?? before.translations);
	const texts = { name, description, translations };
	return { ...before, ...input, ...texts, slug: address, updatedAt: at };
}

const cleaned = (translations: Brand["translations"] = {}): Brand["translations"] =>
	Object.fromEntries(
		Object.entries(translations).map(([locale, { description }]) => [
			locale,
			{ description: plainText(description) },
		]),
	);

export const brandOf = ({ updatedAt: _at, ...brand }: StoredBrand): Brand => brand;

/** As a shopper reads it. */
export function shownBrandOf(brand: StoredBrand, locale: string | undefined): Brand {
	const { translations = {}, ...own } = brandOf(brand);
	const translated = locale && translations[locale]?.description;
	return translated ? { ...own, description: translated } : own;
}

/** Deletes what no product carries; if one came in that very moment it stays. */
export async function removeBrand({ brands, products }: BrandTables, brand: StoredBrand) {
	const { id, version } = brand;
	const isUsed = async () => (await products.count({ brandId: id })) > 0;
	if (await isUsed()) fail(BRAND_IN_USE);
	if ((await brands.remove({ id, version })) === 0) fail(STALE_VERSION);
	if (!(await isUsed())) return;
	await brands.insert(brand);
	fail(BRAND_IN_USE);
}

interface BrandTables {
	brands: Collection<StoredBrand>;
	products: Collection<StoredProduct>;
}
