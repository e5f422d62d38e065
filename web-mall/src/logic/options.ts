// Which values of a product's options can be chosen: what does not exist is struck, what is sold
// out is said.
import type { Variant } from "#contracts/products";

export type Chosen = Record<string, string>;
export type Option = { name: string; values: string[] };
export type Standing = "here" | "soldOut" | "none";

export interface Choice {
	value: string;
	isChosen: boolean;
	standing: Standing;
	/** The picture of a variant with this value. */
	image: string | null;
}

const fits = (variant: Variant, chosen: Chosen) =>
	Object.entries(chosen).every(([name, value]) => variant.options[name] === value);

/** The one variant that all choices lead to. */
export function variantOf(
	variants: readonly Variant[],
	options: readonly Option[],
	chosen: Chosen,
) {
	const isWhole = options.every(({ name }) => chosen[name] !== undefined);
	return isWhole ? variants.find((variant) => fits(variant, chosen)) : undefined;
}

/** The values of an option beside what is chosen of the others. */
export function choicesOf(variants: readonly Variant[], option: Option, chosen: Chosen): Choice[] {
	const { [option.name]: own, ...others } = chosen;
	return option.values.map((value) => {
		const those = variants.filter((one) => fits(one, { ...others, [option.name]: value }));
		const any = those[0] ?? variants.find((one) => one.options[option.name] === value);
		return {
			value,
			isChosen: own === value,
			standing: standingOf(those),
			image: any?.image ?? null,
		};
	});
}

/** A colour shows in the pictures, a size does not: each value has one picture, and its own. */
export function showsInPictures(variants: readonly Variant[], { name, values }: Option): boolean {
	const pictures = values.map(
		(value) =>
			new Set(
				variants.filter((one) => one.options[name] === value).map(({ image }) => image),
			),
	);
	const all = new Set(pictures.flatMap((some) => [...some]));
	const isOneEach = pictures.every((some) => some.size === 1 && !some.has(null));
	return values.length > 1 && isOneEach && all.size === values.length;
}

function standingOf(variants: readonly Variant[]): Standing {
	if (variants.length === 0) return "none";
	return variants.some(({ available }) => available > 0) ? "here" : "soldOut";
}

/**
 * The choices after one more. When no variant has all of them, the others give way to a variant
 * that has the new value, so that every value that exists somewhere can be reached.
 */
export function choose(
	variants: readonly Variant[],
	chosen: Chosen,
	[name, value]: [string, string],
) {
	const wanted = { ...chosen, [name]: value };
	if (variants.some((variant) => fits(variant, wanted))) return wanted;
	const withValue = variants.filter((variant) => variant.options[name] === value);
	const next = withValue.find(({ available }) => available > 0) ?? withValue[0];
	return next ? { ...next.options } : chosen;
}

/** Where a product page begins: the first variant that can be bought, or the one in the address. */
export function firstChoice(variants: readonly Variant[], sku?: string): Chosen {
	const named = variants.find((variant) => variant.sku === sku);
	const first = named ?? variants.find(({ available }) => available > 0) ?? variants[0];
	return first ? { ...first.options } : {};
}
