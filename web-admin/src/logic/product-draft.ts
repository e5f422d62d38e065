// A product as the form holds it, and the way from and to what the mall knows.
import type { AdminProduct, ProductInput, Word } from "#contracts/products";
import { inChinese } from "./translations.ts";
import { blankVariant } from "./variants.ts";
import type { Option, VariantDraft } from "./variants.ts";

export interface Translation {
	name: string;
	subtitle: string;
	description: string;
}

export interface PictureDraft {
	url: string;
	alt: string;
	/** The same in Chinese. */
	zh: string;
}

export interface ProductDraft {
	name: string;
	subtitle: string;
	description: string;
	slug: string;
	categoryId: string;
	brandId: string | null;
	tags: string[];
	images: PictureDraft[];
	options: Option[];
	variants: VariantDraft[];
	attributes: { name: string; value: string }[];
	status: ProductInput["status"];
	zh: Translation;
	/** Chinese for words that products share, as far as it is written anew. */
	words: Record<string, string>;
}

export const blankProduct = (): ProductDraft => ({
	name: "",
	subtitle: "",
	description: "",
	slug: "",
	categoryId: "",
	brandId: null,
	tags: [],
	images: [],
	options: [],
	variants: [blankVariant()],
	attributes: [],
	status: "draft",
	zh: { name: "", subtitle: "", description: "" },
	words: {},
});

export function draftOf(product: AdminProduct): ProductDraft {
	const { name, subtitle, description, slug, categoryId, brandId, tags, images, options } =
		product;
	const zh = product.translations.zh ?? {};
	return {
		name,
		subtitle,
		description,
		slug,
		categoryId,
		brandId,
		tags,
		images: images.map(({ url, alt, translations }) => ({
			url,
			alt,
			zh: translations?.zh ?? "",
		})),
		options,
		attributes: product.attributes,
		variants: product.variants.map((variant) => ({ ...variant, isNew: false, stock: null })),
		status: product.status === "published" ? "published" : "draft",
		zh: {
			name: zh.name ?? "",
			subtitle: zh.subtitle ?? "",
			description: zh.description ?? "",
		},
		words: {},
	};
}

/** What the mall is told. Empty lines of the form stay at home. */
export function inputOf(draft: ProductDraft): ProductInput {
	const { slug: _slug, words: _words, zh, variants, options, attributes, ...plain } = draft;
	return {
		...plain,
		images: draft.images.map(pictureInput),
		options: options.filter(({ name, values }) => name.trim() !== "" && values.length > 0),
		attributes: attributes.filter(({ name }) => name.trim() !== ""),
		variants: variants.map(variantInput),
		translations: inChinese(zh),
	};
}

const pictureInput = ({ url, alt, zh }: PictureDraft) => ({
	url,
	alt,
	...(zh.trim() && { translations: { zh } }),
});

function variantInput({ sku, isNew, options, stock, ...draft }: VariantDraft) {
	const { price, listPrice, weightGrams, image } = draft;
	return {
		...(sku.trim() && { sku: sku.trim() }),
		options,
		price: price ?? 0,
		listPrice,
		weightGrams,
		image,
		...(isNew && stock ? { stock } : {}),
	};
}

const LONGEST_WORD = 200;

/** What shoppers read of options, attributes and tags, once each; numbers are the same everywhere. */
export function wordsOf({ options, attributes, tags }: ProductDraft): string[] {
	const all = [
		...options.flatMap(({ name, values }) => [name, ...values]),
		...attributes.flatMap(({ name, value }) => [name, value]),
		...tags,
	];
	const isWord = (text: string) => /\p{L}/u.test(text) && text.length <= LONGEST_WORD;
	return [...new Set(all.map((text) => text.trim()).filter(isWord))];
}

/** What the mall is told of them; an empty one is taken back. */
export const wordsInput = ({ words }: ProductDraft): Word[] =>
	Object.entries(words).map(([word, chinese]) => {
		const translations: Word["translations"] = {};
		if (chinese.trim()) translations.zh = chinese.trim();
		return { word, translations };
	});

/** What a person must still fill in, by the same paths that the mall names. */
export function missing(draft: ProductDraft): string[] {
	return [
		...(draft.name.trim() ? [] : ["name"]),
		...(draft.categoryId ? [] : ["categoryId"]),
		...draft.variants.flatMap(({ price }, at) =>
			price === null ? [`variants.${at}.price`] : [],
		),
	];
}
