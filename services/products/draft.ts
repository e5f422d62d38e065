// From what staff send to the document that is stored: checked, cleaned, completed.
import type { ProductInput } from "#contracts/products";
import { BRAND_NOT_FOUND, CATEGORY_NOT_FOUND } from "#contracts/products";
import { fieldWords, said } from "#domain/field-words";
import { cardPrice, checkProduct } from "#domain/product";
import { slug } from "#domain/slug";
import { fail, invalid } from "#mixins/errors";
import type { FieldError } from "#mixins/errors";
import { placeOf } from "./shelves.ts";
import type { Shelves } from "./shelves.ts";
import { cleanTranslations, plainText, richText, searchWords, wordsRule } from "./texts.ts";
import type { Actor, Receipt, StoredProduct, StoredVariant } from "./stored.ts";

export type Input = Partial<ProductInput> & { slug?: string };

/** Who changes it, when, and what the tree looks like then. */
export type Occasion = { shelves: Shelves; at: string; by: Actor };

const longestDescription = 50_000;

/** A product with nothing in it but its id. Version 1 is the first that is stored. */
export const blank = (id: string, at: string): StoredProduct => ({
	id,
	slug: id,
	name: "",
	subtitle: "",
	description: "",
	status: "draft",
	categoryId: "",
	categoryPath: [],
	levels: { first: "", second: null, third: null },
	brandId: null,
	tags: [],
	images: [],
	options: [],
	attributes: [],
	variants: [],
	price: 0,
	listPrice: null,
	inStock: false,
	sales: 0,
	soldBefore: 0,
	rating: { average: 0, count: 0 },
	ratedVersion: 0,
	receipts: [],
	hasReceipts: false,
	words: [],
	translations: {},
	createdAt: at,
	updatedAt: at,
	recycledAt: null,
	edition: 0,
	version: 1,
});

/** The product with the input in it, one edition on; refuses with every wrong field named. */
export function edited(before: StoredProduct, input: Input, occasion: Occasion): StoredProduct {
	const { shelves, at } = occasion;
	const { variants: wanted, translations, slug: address, ...plain } = input;
	const { categoryId = before.categoryId, brandId = before.brandId } = input;
	if (!shelves.categories.has(categoryId)) fail(CATEGORY_NOT_FOUND, { id: categoryId });
	if (brandId !== null && !shelves.brands.has(brandId)) fail(BRAND_NOT_FOUND, { id: brandId });
	const texts = cleaned(before, input);
	const next = { ...before, ...plain, ...texts, ...placeOf(shelves, categoryId), updatedAt: at };
	if (translations) next.translations = cleanTranslations(translations);
	if (address !== undefined) next.slug = slug(address, "");
	next.edition = before.edition + 1;
	next.editedBy = occasion.by;
	if (before.edition === 0) next.createdBy = occasion.by;
	const variants = wanted ? merged(before, wanted) : before.variants;
	const receipts = wanted ? receiptsFor(before, { wanted, variants, by: occasion.by.id }) : [];
	refuseWrong(next, { variants: wanted ?? [], made: variants, before });
	return completed({ ...next, variants, receipts: [...before.receipts, ...receipts] });
}

/** What follows from the rest of the product. */
export function completed(product: StoredProduct): StoredProduct {
	const { variants, receipts } = product;
	return {
		...product,
		...cardPrice(variants),
		inStock: variants.some((variant) => variant.inStock),
		hasReceipts: receipts.length > 0,
		words: searchWords(product),
		wordsRule,
	};
}

function cleaned(before: StoredProduct, { name, subtitle, description, tags }: Input) {
	return {
		name: name === undefined ? before.name : plainText(name),
		subtitle: subtitle === undefined ? before.subtitle : plainText(subtitle),
		description: description === undefined ? before.description : richText(description),
		tags: tags ? [...new Set(tags.map(plainText))].filter(Boolean) : before.tags,
	};
}

type Wanted = NonNullable<Input["variants"]>;

/** Variants are matched by SKU; what inventory said of them stays. */
function merged(before: StoredProduct, wanted: Wanted): StoredVariant[] {
	const bySku = new Map(before.variants.map((variant) => [variant.sku, variant]));
	const taken = new Set([...bySku.keys(), ...wanted.flatMap(({ sku }) => sku ?? [])]);
	return wanted.map((one) => {
		const { sku = freshSku(before.id, taken), options, price, listPrice, image } = one;
		const known = bySku.get(sku);
		const { weightGrams = known?.weightGrams ?? null } = one;
		return {
			sku,
			options: options ?? known?.options ?? {},
			price,
			listPrice: listPrice === undefined ? (known?.listPrice ?? null) : listPrice,
			image: image === undefined ? (known?.image ?? null) : image,
			...(weightGrams !== null && { weightGrams }),
			inStock: known?.inStock ?? false,
			stockVersion: known?.stockVersion ?? 0,
		};
	});
}

function freshSku(id: string, taken: Set<string>): string {
	const stem = id.replaceAll("-", "").slice(-10).toUpperCase();
	let count = 1;
	while (taken.has(`${stem}-${count}`)) count += 1;
	const sku = `${stem}-${count}`;
	taken.add(sku);
	return sku;
}

/** Each new variant gets a level in the inventory, also when nothing comes in. */
function receiptsFor(
	before: StoredProduct,
	{ wanted, variants, by }: { wanted: Wanted; variants: StoredVariant[]; by: string },
): Receipt[] {
	const known = new Set(before.variants.map(({ sku }) => sku));
	const key = `edition-${before.edition + 1}`;
	return variants.flatMap(({ sku }, index) =>
		known.has(sku) ? [] : [{ sku, quantity: wanted[index]?.stock ?? 0, key, by }],
	);
}

type Checked = { variants: Wanted; made: StoredVariant[]; before: StoredProduct };

function refuseWrong(next: StoredProduct, { variants, made, before }: Checked) {
	const known = new Set(before.variants.map(({ sku }) => sku));
	const stocked = variants.flatMap(({ sku, stock }, index) =>
		stock !== undefined && sku !== undefined && known.has(sku)
			? [{ path: `variants.${index}.stock`, ...notNew }]
			: [],
	);
	const problems: FieldError[] = [
		...checkProduct({ options: next.options, variants: made }),
		...stocked,
	];
	if (next.name === "") problems.push({ path: "name", ...fieldWords.empty });
	if (next.slug === "") problems.push({ path: "slug", ...noLetter });
	if (next.description.length > longestDescription)
		problems.push({ path: "description", ...fieldWords.shorter(longestDescription) });
	if (problems.length > 0) invalid(problems);
}

const notNew = said("is for new variants: adjust it", "仅用于新规格，请改用库存调整");
const noLetter = said("needs a letter or a digit", "至少需要一个字母或数字");
