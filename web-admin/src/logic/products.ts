// How a product looks in the console's lists.
import type { AdminProduct } from "#contracts/products";

export const productStates = [
	"published",
	"draft",
	"recycled",
] as const satisfies readonly AdminProduct["status"][];

export const productTone = {
	published: "success",
	draft: "plain",
	recycled: "danger",
} as const satisfies Record<AdminProduct["status"], string>;

export const availableOf = ({ variants }: Pick<AdminProduct, "variants">) =>
	variants.reduce((sum, { available }) => sum + available, 0);

/** The lowest and the highest price of its variants. */
export function priceRange({ variants }: Pick<AdminProduct, "variants">): [number, number] {
	const prices = variants.map(({ price }) => price);
	return [Math.min(...prices), Math.max(...prices)];
}
