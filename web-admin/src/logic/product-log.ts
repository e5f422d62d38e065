import type { ProductEdition } from "#contracts/products";

export type Change = ProductEdition["changes"][number];

const longest = 60;
const long = (value: Change["before"]) => typeof value === "string" && value.length > longest;

/** Whether it needs more than a line. */
export const isLong = ({ field, before, after }: Change) =>
	field === "description" || field === "images" || long(before) || long(after);

/** What a translation's name says: `zh.name`. */
export function translated(of: string) {
	const [locale = "", text = ""] = of.split(".");
	return { locale, text };
}
