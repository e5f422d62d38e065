// From one row of a file to what it says of a product. Pure; whatever a row holds, the answer is
// what can be used of it, or one sentence on why it can't.
import { said } from "#domain/field-words";
import type { FieldWords } from "#domain/field-words";

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
export type ReadRow = { row: Row; notes: FieldWords[] } | { refused: FieldWords };

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
		return { refused: said("is not an object with fields", "不是带字段的对象") };
	const cells: Cells = new Map(
		Object.entries(raw).map(([key, value]) => [
			/^attr\./i.test(key) ? key.trim() : key.trim().toLowerCase(),
			value,
		]),
	);
	const sku = skuOf(cells);
	if (typeof sku !== "string") return { refused: sku };
	const price = amount(cells, "price", highest.price);
	const listPrice = amount(cells, "listprice", highest.price);
	const stock = amount(cells, "stock", highest.stock);
	if (typeof price === "object") return { refused: price };
	if (typeof listPrice === "object") return { refused: listPrice };
	if (typeof stock === "object") return { refused: stock };

	const notes: FieldWords[] = [];
	const weight = gramsOf(cells, notes);
	const row = { sku, price, listPrice, stock, weight, ...texts(cells, notes) };
	return { row: defined(row), notes };
}

/** The first of `sku`, `ean` and `id` that is there. */
function skuOf(cells: Cells): string | FieldWords {
	const field = ["sku", "ean", "id"].find((name) => text(cells.get(name)) !== "");
	if (!field) return said("has no sku, ean or id", "缺少 sku、ean 或 id");
	const sku = text(cells.get(field));
	return skuShape.test(sku)
		? sku
		: said(
				`${field} must be 1 to 64 characters without blanks, "/", "?" and "#"`,
				`${field} 必须是 1 到 64 个字符，不能有空格、“/”、“?”和“#”`,
			);
}

/** A whole number, undefined when the cell is empty, or what is wrong with it. */
function amount(cells: Cells, field: string, max: number): number | FieldWords | undefined {
	const value = cells.get(field);
	const written = text(value);
	if (written === "") return undefined;
	const isWhole = typeof value === "number" ? Number.isInteger(value) : whole.test(written);
	const number = Number(written);
	if (isWhole && number >= 0 && number <= max) return number;
	if (field !== "stock" && /^\d+[.,]\d+$/.test(written))
		return said(
			`${field} must be in minor units, a whole number: 1234 for 12.34, not ${written}`,
			`${field} 必须是以最小货币单位表示的整数：12.34 写作 1234，而不是 ${written}`,
		);
	return said(
		`${field} must be a whole number from 0 to ${max}`,
		`${field} 必须是 0 到 ${max} 的整数`,
	);
}

const gramsIn: Record<string, number> = { "": 1, g: 1, kg: 1000, oz: 28.349_523, lb: 453.592_37 };

/** `250`, `250 g`, `1.5 kg`: bare numbers are grams. What can't be a weight is left out. */
function gramsOf(cells: Cells, notes: FieldWords[]): number | undefined {
	const written = text(cells.get("weight"));
	if (written === "") return undefined;
	const [, number = "", unit = ""] =
		/^(\d{1,9}(?:[.,]\d{1,9})?)\s*([a-z]*)$/i.exec(written) ?? [];
	const grams = Number(number.replace(",", ".")) * (gramsIn[unit.toLowerCase()] ?? Number.NaN);
	if (number !== "" && grams <= highest.grams) return Math.round(grams);
	const seen = written.slice(0, 40);
	notes.push(
		said(
			`weight ${seen} is no weight such as 250 or 1.5 kg, left out`,
			`weight ${seen} 不是 250 或 1.5 kg 这样的重量，已略去`,
		),
	);
	return undefined;
}

function texts(cells: Cells, notes: FieldWords[]) {
	const image = text(cells.get("image"));
	if (image !== "" && !imageShape.test(image))
		notes.push(
			said("image is no http(s) address, left out", "image 不是 http(s) 地址，已略去"),
		);
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

function tagsOf(value: unknown, notes: FieldWords[]): string[] | undefined {
	const written = Array.isArray(value) ? value.map(text) : text(value).split(/[,|;]/);
	const tags = [...new Set(written.map((tag) => tag.trim()))].filter(Boolean);
	if (tags.length === 0) return undefined;
	const fitting = tags.filter((tag) => tag.length <= 60).slice(0, most.tags);
	if (fitting.length < tags.length)
		notes.push(
			said("some tags are too long or too many, left out", "部分标签过长或过多，已略去"),
		);
	return fitting;
}

/** From an object, its text, or columns `attr.<name>`. */
function attributesOf(cells: Cells, notes: FieldWords[]) {
	const whole = cells.get("attributes");
	const given = typeof whole === "string" ? parsed(whole) : whole;
	const isObject = typeof given === "object" && given !== null && !Array.isArray(given);
	if (!isObject && text(whole) !== "")
		notes.push(said("attributes are no object, left out", "attributes 不是对象，已略去"));
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
		notes.push(
			said(
				`only the first ${most.attributes} attributes are kept`,
				`只保留前 ${most.attributes} 个属性`,
			),
		);
	return attributes.length > 0 ? attributes.slice(0, most.attributes) : undefined;
}

type Entry = { key: string; value: unknown; notes: FieldWords[] };

function note(byName: Map<string, string>, { key, value, notes }: Entry) {
	const name = text(key);
	const written = text(value);
	const field = `attribute ${name.slice(0, 40)}`;
	if (typeof value === "object" && value !== null && !Array.isArray(value))
		notes.push(said(`${field} is nested, left out`, `${field} 有嵌套，已略去`));
	if (name === "" || written === "") return;
	byName.set(
		cut(name, longest.attribute, { field: `${field} (name)`, notes }),
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

type Cutting = { field: string; notes: FieldWords[] };

function cut(written: string, limit: number, { field, notes }: Cutting) {
	if (written.length <= limit) return written;
	notes.push(
		said(
			`${field} is longer than ${limit} letters, cut`,
			`${field} 超过 ${limit} 个字符，已截断`,
		),
	);
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
