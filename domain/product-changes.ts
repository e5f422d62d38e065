// What changed in a product between two of its editions, one line for each thing that did.

export const changedFields = [
	"name",
	"subtitle",
	"description",
	"slug",
	"status",
	"category",
	"brand",
	"tags",
	"images",
	"option",
	"attribute",
	"variant",
	"price",
	"listPrice",
	"weight",
	"picture",
	"translation",
] as const;

/** `of` names which one, where a product has several: a SKU, an option, `zh.name`. */
export interface Change {
	field: (typeof changedFields)[number];
	of: string;
	/** Null where there was none, or is none any more. */
	before: string | number | null;
	after: string | number | null;
}

type Texts = Readonly<Record<string, string>>;

/** A product, as far as staff change it. */
export interface Edition {
	name: string;
	subtitle: string;
	description: string;
	slug: string;
	status: string;
	categoryId: string;
	brandId: string | null;
	tags: readonly string[];
	images: readonly { url: string; alt: string; translations?: Record<string, string> }[];
	options: readonly { name: string; values: readonly string[] }[];
	attributes: readonly { name: string; value: string }[];
	variants: readonly {
		sku: string;
		options: Texts;
		price: number;
		listPrice: number | null;
		weightGrams?: number | null;
		image: string | null;
	}[];
	translations: Readonly<Record<string, Texts>>;
}

type Value = Change["before"];
type Facts = Map<string, Omit<Change, "before" | "after"> & { value: Value }>;

export function changesBetween(before: Edition, after: Edition): Change[] {
	const [then, now] = [factsOf(before), factsOf(after)];
	const keys = new Set([...then.keys(), ...now.keys()]);
	return [...keys].flatMap((key) => {
		const fact = then.get(key) ?? now.get(key);
		const [was, is] = [then.get(key)?.value ?? null, now.get(key)?.value ?? null];
		if (!fact || was === is || isWithoutVariant(fact, then, now)) return [];
		return [{ field: fact.field, of: fact.of, before: was, after: is }];
	});
}

const variantFields = new Set(["price", "listPrice", "weight", "picture"]);

/** What a variant that came or went cost is told by the variant's own line. */
function isWithoutVariant({ field, of }: Pick<Change, "field" | "of">, then: Facts, now: Facts) {
	const own = keyOf("variant", of);
	return variantFields.has(field) && !(then.has(own) && now.has(own));
}

function factsOf(edition: Edition): Facts {
	const facts: Facts = new Map();
	const note = (field: Change["field"], value: Value, of = "") => {
		// Why: an empty text is no text, so that what was never filled in is no change.
		if (value !== "" || field === "variant") facts.set(keyOf(field, of), { field, of, value });
	};
	notePlain(edition, note);
	for (const { name, values } of edition.options) note("option", values.join(", "), name);
	for (const { name, value } of edition.attributes) note("attribute", value, name);
	for (const variant of edition.variants) {
		note("variant", Object.values(variant.options).join(" · "), variant.sku);
		note("price", variant.price, variant.sku);
		note("listPrice", variant.listPrice, variant.sku);
		note("weight", variant.weightGrams ?? null, variant.sku);
		note("picture", variant.image, variant.sku);
	}
	for (const [locale, texts] of Object.entries(edition.translations))
		for (const [field, text] of Object.entries(texts))
			note("translation", text, `${locale}.${field}`);
	return facts;
}

function notePlain(edition: Edition, note: (field: Change["field"], value: Value) => void) {
	for (const field of ["name", "subtitle", "description", "slug", "status"] as const)
		note(field, edition[field]);
	note("category", edition.categoryId);
	note("brand", edition.brandId);
	note("tags", edition.tags.join(", "));
	note("images", edition.images.map(picture).join("\n"));
}

const keyOf = (field: string, of: string) => `${field}\n${of}`;

const picture = ({ url, alt, translations = {} }: Edition["images"][number]) =>
	[url, alt, ...Object.values(translations)].filter(Boolean).join(" ");
