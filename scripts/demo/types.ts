// The shapes of the demo catalogue: what a product is, and the table it is made from.
export type DemoVariant = {
	sku: string;
	options: Record<string, string>;
	price: number;
	listPrice?: number;
	stock: number;
	pictureColour: string;
};
export type DemoProduct = {
	key: string;
	name: string;
	subtitle: string;
	description: string;
	category: string;
	brand: string;
	tags: string[];
	options: { name: string; values: string[] }[];
	variants: DemoVariant[];
	attributes: { name: string; value: string }[];
	picture: { kind: string; colour: string; accent: string; seed: number };
	views: ("front" | "angle" | "detail" | "scene")[];
	daysAgo: number;
	popularity: number;
	translations: { zh: { name: string; subtitle: string; description: string } };
};

/** Goods of one category. A second option lists its values with what each costs more, in parts. */
export type Line = {
	category: string;
	kind: string;
	sku: string;
	size?: { name: string; values: [string, number][] };
	attributes: Record<string, string[]>;
	/** `English | Chinese`, like `care`. */
	facts: string[];
	care: string[];
	tags: string[];
	/** What the last cell of a product's first row is, where it is not its material. */
	made?: { attribute: string; lead: string };
	/** What the draw must not decide, by product; an empty word leaves the attribute out. */
	exceptions?: Record<string, Record<string, string>>;
	/** name | subtitle | brand | dollars | colours | material, then the story, then both in Chinese. */
	goods: string;
};

export type Goods = {
	name: string;
	subtitle: string;
	brand: string;
	dollars: number;
	shades: string[];
} & {
	material: string;
	story: string;
	zh: { name: string; subtitle: string; story: string };
};
