// From one row of a file to what it says of a product. Pure; whatever a row holds, the answer is
// what can be used of it, or one sentence on why it can't.

/** What a row says. What it leaves out, or leaves empty, stays as it is in a known product. */
export interface Row {
	sku: string;
	name?: string;
	subtitle?: string;
	brand?: string;
	/** From the root. */
	category?: string[];
	description?: string;
	price?: number;
	listPrice?: number;
	image?: string;
	attributes?: { name: string; value: string }[];
	tags?: string[];
	stock?: number;
	/** In grams. */
	weight?: number;
}

/** `notes` say what was cut or left out. */
export type ReadRow = { row: Row; notes: string[] } | { refused: string };

type Cells = ReadonlyMap<string, unknown>;

const longest = { name: 300, attribute: 100, value: 2000, description: 40_000, brand: 200 };
const most = { attributes: 300, tags: 50, depth: 10 };
const skuShape = /^[^\s/?#]{1,64}$/;
const imageShape = /^(\/(?!\/)|https?:\/\/)\S{1,1990}$/;
const whole = /^\d{1,13}$/;
const highest = { price: 1e12, stock: 1_000_000, grams: 1_000_000 };
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

export function readRow(raw: unknown): ReadRow {
	if (typeof raw !== "object" || raw === null || Array.isArray(raw))
		return { refused: "is not an object with fields" };
	const cells: Cells = new Map(
		Object.entries(raw).map(([key, value]) => [
			/^attr\./i.test(key) ? key.trim() : key.trim().toLowerCase(),
			value,
		]),
	);
	const sku = skuOf(cells);
	if (typeof sku !== "string") return sku;
	const price = amount(cells, "price", highest.price);
	const listPrice = amount(cells, "listprice", highest.price);
	const stock = amount(cells, "stock", highest.stock);
	const refusal = [price, listPrice, stock].find((one) => typeof one === "string");
	if (typeof refusal === "string") return { refused: refusal };

	const notes: string[] = [];
	const weight = gramsOf(cells, notes);
	const row = { sku, price, listPrice, stock, weight, ...texts(cells, notes) };
	return { row: defined(row), notes };
}

/** The first of `sku`, `ean` and `id` that is there. */
function skuOf(cells: Cells): string | { refused: string } {
	const field = ["sku", "ean", "id"].find((name) => text(cells.get(name)) !== "");
	if (!field) return { refused: "has no sku, ean or id" };
	const sku = text(cells.get(field));
	return skuShape.test(sku)
		? sku
		: { refused: `${field} must be 1 to 64 characters without blanks, "/", "?" and "#"` };
}

/** A whole number, undefined when the cell is empty, or what is wrong with it. */
function amount(cells: Cells, field: string, max: number): number | string | undefined {
	const value = cells.get(field);
	const written = text(value);
	if (written === "") return undefined;
	const isWhole = typeof value === "number" ? Number.isInteger(value) : whole.test(written);
	const number = Number(written);
	if (isWhole && number >= 0 && number <= max) return number;
	if (field !== "stock" && /^\d+[.,]\d+$/.test(written))
		return `${field} must be in minor units, a whole number: 1234 for 12.34, not ${written}`;
	return `${field} must be a whole number from 0 to ${max}`;
}

const gramsIn: Record<string, number> = { "": 1, g: 1, kg: 1000, oz: 28.349_523, lb: 453.592_37 };

/** `250`, `250 g`, `1.5 kg`: bare numbers are grams. What can't be a weight is left out. */
function gramsOf(cells: Cells, notes: string[]): number | undefined {
	const written = text(cells.get("weight"));
	if (written === "") return undefined;
	const [, number = "", unit = ""] =
		/^(\d{1,9}(?:[.,]\d{1,9})?)\s*([a-z]*)$/i.exec(written) ?? [];
	const grams = Number(number.replace(",", ".")) * (gramsIn[unit.toLowerCase()] ?? Number.NaN);
	if (number !== "" && grams <= highest.grams) return Math.round(grams);
	notes.push(`weight ${written.slice(0, 40)} is no weight such as 250 or 1.5 kg, left out`);
	return undefined;
}

function texts(cells: Cells, notes: string[]) {
	const image = text(cells.get("image"));
	if (image !== "" && !imageShape.test(image))
		notes.push("image is no http(s) address, left out");
	const cutText = (field: string, limit: number) => {
		const written = text(cells.get(field));
		return written === "" ? undefined : cut(written, limit, { field, notes });
	};
	return {
		name: cutText("title", longest.name) ?? cutText("name", longest.name),
		subtitle: cutText("subtitle", longest.name),
		brand: cutText("brand", longest.brand),
		category: categoryOf(text(cells.get("category"))),
		description: cutText("description", longest.description),
		image: imageShape.test(image) ? image : undefined,
		attributes: attributesOf(cells, notes),
		tags: tagsOf(cells.get("tags"), notes),
	};
}

/** `Audio > Headphones` or `Audio / Headphones`; a slash inside a word belongs to the name. */
function categoryOf(written: string): string[] | undefined {
	const names = written
		.split(/>|\s\/\s/)
		.map((name) => name.trim().slice(0, longest.brand))
		.filter(Boolean);
	return names.length > 0 ? names.slice(0, most.depth) : undefined;
}

function tagsOf(value: unknown, notes: string[]): string[] | undefined {
	const written = Array.isArray(value) ? value.map(text) : text(value).split(/[,|;]/);
	const tags = [...new Set(written.map((tag) => tag.trim()))].filter(Boolean);
	if (tags.length === 0) return undefined;
	const fitting = tags.filter((tag) => tag.length <= 60).slice(0, most.tags);
	if (fitting.length < tags.length) notes.push("some tags are too long or too many, left out");
	return fitting;
}

/** From an object, its text, or columns `attr.<name>`. */
function attributesOf(cells: Cells, notes: string[]) {
	const whole = cells.get("attributes");
	const given = typeof whole === "string" ? parsed(whole) : whole;
	const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
	if (!isObject && text(whole) !== "") notes.push("attributes are no object, left out");
	const columns = [...cells].flatMap(([key, value]): [string, unknown][] =>
		/^attr\./i.test(key) ? [[key.slice(5), value]] : [],
	);
	const entries = [...(isObject ? Object.entries(given) : []), ...columns];
	const model = text(cells.get("model"));
	if (model !== "") entries.unshift(["Model", model]);

	const byName = new Map<string, string>();
	for (const [key, value] of entries) note(byName, { key, value, notes });
	const attributes = [...byName].map(([name, value]) => ({ name, value }));
	if (attributes.length > most.attributes)
		notes.push(`only the first ${most.attributes} attributes are kept`);
	return attributes.length > 0 ? attributes.slice(0, most.attributes) : undefined;
}

type Entry = { key: string; value: unknown; notes: string[] };

function note(byName: Map<string, string>, { key, value, notes }: Entry) {
	const name = text(key);
	const written = text(value);
	if (typeof value === "object" && value !== null && !Array.isArray(value))
		notes.push(`attribute ${name.slice(0, 40)} is nested, left out`);
	if (name === "" || written === "") return;
	const field = `attribute ${name.slice(0, 40)}`;
	byName.set(
		cut(name, longest.attribute, { field: `the name of ${field}`, notes }),
		cut(written, longest.value, { field, notes }),
	);
}

/** Numbers plain, booleans as yes and no, lists joined; nothing for what is no value. */
function text(value: unknown): string {
	if (typeof value === "boolean") return value ? "yes" : "no";
	if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
	if (typeof value === "bigint") return String(value);
	if (Array.isArray(value))
		return value
			.map((one) => (Array.isArray(one) ? "" : text(one)))
			.filter(Boolean)
			.join(", ");
	if (typeof value !== "string") return "";
	return value.replace(control, "").toWellFormed().trim();
}

function cut(written: string, limit: number, { field, notes }: { field: string; notes: string[] }) {
	if (written.length <= limit) return written;
	notes.push(`${field} is longer than ${limit} letters, cut`);
	return written.slice(0, limit).toWellFormed();
}

function parsed(written: string): unknown {
	try {
		return JSON.parse(written);
	} catch {
		return undefined;
	}
}

/** Without the fields that are undefined. */
function defined<T extends object>(fields: T): Row {
	// Why the cast: what is taken out was optional.
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined),
	) as unknown as Row;
}
