// What must hold between the options and the variants of a product, and what follows from them.
import { fieldWords, said } from "./field-words.ts";
import type { FieldProblem } from "./field-words.ts";

/** What can be chosen: `{ name: "Colour", values: ["Red", "Blue"] }`. */
export type Option = { name: string; values: readonly string[] };

/** One thing that is sold; a price and a crossed-out list price in minor units. */
export type Variant = {
	sku?: string;
	options?: Readonly<Record<string, string>>;
	price: number;
	listPrice?: number | null;
};

type ProductParts = { options?: readonly Option[]; variants: readonly Variant[] };

/** Everything that is wrong between options and variants; nothing when the product is sound. */
export function checkProduct({ options = [], variants }: ProductParts): FieldProblem[] {
	return [
		...options.flatMap((option, index) => checkOption(option, index, options)),
		...variants.flatMap((variant, index) => checkChoice(variant, index, options)),
		...variants.flatMap((variant, index) => checkListPrice(variant, index)),
		...repeated(variants.map(({ sku }) => sku)).map((index) => ({
			path: `variants.${index}.sku`,
			...said("is the SKU of another variant", "与另一规格的 SKU 相同"),
		})),
		...repeated(variants.map(combination)).map((index) => ({
			path: `variants.${index}.options`,
			...said("are the options of another variant", "与另一规格的选项相同"),
		})),
	];
}

function checkOption({ name, values }: Option, index: number, all: readonly Option[]) {
	const problems: FieldProblem[] = [];
	if (all.findIndex((other) => other.name === name) < index) {
		problems.push({ path: `options.${index}.name`, ...fieldWords.twice });
	}
	if (values.length === 0 || new Set(values).size < values.length) {
		const words = values.length ? fieldWords.repeated : fieldWords.moreItems(1);
		problems.push({ path: `options.${index}.values`, ...words });
	}
	return problems;
}

/** Every variant names each option with one of its values, and nothing else. */
function checkChoice({ options: chosen = {} }: Variant, index: number, options: readonly Option[]) {
	const names = new Set(options.map(({ name }) => name));
	const unknown = Object.keys(chosen)
		.filter((name) => !names.has(name))
		.map((name) => ({ name, words: notAnOption }));
	const wrong = options
		.filter(({ name, values }) => !values.includes(valueOf(chosen, name)))
		.map(({ name, values }) => ({ name, words: fieldWords.oneOf(values) }));
	return [...unknown, ...wrong].map(({ name, words }) => ({
		path: `variants.${index}.options.${name}`,
		...words,
	}));
}

function checkListPrice({ price, listPrice }: Variant, index: number): FieldProblem[] {
	const isRight = listPrice == null || listPrice >= price;
	const path = `variants.${index}.listPrice`;
	return isRight ? [] : [{ path, ...belowPrice }];
}

const notAnOption = said("is not an option of this product", "不是该商品的选项");
const belowPrice = said("must not be below the price", "不能低于售价");

/** Where something stands that stood earlier in the list; absent ones don't count. */
function repeated(all: readonly (string | undefined)[]): number[] {
	const seen = new Set<string>();
	return all.flatMap((one, index) => {
		const isNew = one === undefined || !seen.has(one);
		if (one !== undefined) {
			seen.add(one);
		}
		return isNew ? [] : [index];
	});
}

function combination({ options = {} }: Variant): string {
	return JSON.stringify(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function valueOf(chosen: Readonly<Record<string, string>>, name: string): string {
	return Object.hasOwn(chosen, name) ? (chosen[name] ?? "") : "";
}

/** The lowest and highest price of a product's variants. */
export function priceRange(variants: readonly { price: number }[]): { from: number; to: number } {
	const prices = variants.map(({ price }) => price);
	return prices.length === 0
		? { from: 0, to: 0 }
		: { from: Math.min(...prices), to: Math.max(...prices) };
}

/** What a card shows: the cheapest variant's price, and its list price when that is higher. */
export function cardPrice(variants: readonly Variant[]) {
	const { from } = priceRange(variants);
	const cheapest = variants.find(({ price }) => price === from);
	const listPrice = cheapest?.listPrice ?? null;
	return { price: from, listPrice: listPrice !== null && listPrice > from ? listPrice : null };
}

/** True when at least one variant can be had. */
export function inStock(variants: readonly { available: number }[]): boolean {
	return variants.some(({ available }) => available > 0);
}
