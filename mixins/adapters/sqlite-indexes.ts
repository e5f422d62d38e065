// Declared indexes. The values of a plain one are kept in columns beside the JSON text, so that a
// write which leaves them alone leaves their index alone; an array one is a table of (value,
// document number). Names hold a ":" or "$.", which those of collections and fields cannot.
import type { Doc, IndexSpec } from "./adapter.ts";
import { DuplicateKey, isRecord, pathKeys, Refused, sortFields } from "./adapter.ts";
import { valuesAt } from "./match.ts";
import { tallyOf } from "./sqlite-tallies.ts";
import type { Tally } from "./sqlite-tallies.ts";

export type ArrayIndex = {
	path: string;
	keys: string[];
	table: string;
	sql: string;
	isRequired: boolean;
};
export type PlainIndex = { fields: string[]; name: string; sql: string };
export type Column = { path: string; keys: string[]; name: string; isRequired: boolean };
export type Indexes = {
	columns: Column[];
	plain: PlainIndex[];
	arrays: ArrayIndex[];
	tallies: Tally[];
};
export type IndexValue = string | number | Uint8Array;

const [no, yes] = [new Uint8Array([0]), new Uint8Array([1])];

/** SQLite has no booleans: as bytes they sort after text, as in MongoDB, and are no 0 or 1. */
export function indexValue(value: string | number | boolean): IndexValue {
	if (typeof value !== "boolean") return value;
	return value ? yes : no;
}

/** Ties go by `_id`, in the direction of the last field: one index then serves both directions. */
export function orderSql(sort: string | string[] | undefined, indexes: Indexes): string {
	const terms: string[] = [];
	let direction = "";
	for (const { path, descending } of sortFields(sort)) {
		direction = descending ? " DESC" : "";
		terms.push(valueSql(path, indexes) + direction);
		if (path === "_id") return terms.join(", ");
	}
	return [...terms, `_id${direction}`].join(", ");
}

function valueSql(path: string, { columns, arrays }: Indexes): string {
	if (path === "_id") return path;
	if (arrays.some((index) => index.path === path))
		throw new Refused(`${path} holds many values: it gives no order.`);
	const column = columns.find((one) => one.path === path);
	if (column) return column.name;

	const json = `'$.${pathKeys(path)
		.map((key) => `"${key}"`)
		.join(".")}'`;
	return (
		`CASE json_type(doc, ${json}) WHEN 'true' THEN x'01' WHEN 'false' THEN x'00' ` +
		`ELSE json_extract(doc, ${json}) END`
	);
}

export function readIndexes(collection: string, specs: IndexSpec[]): Indexes {
	const indexes: Indexes = { columns: [], plain: [], arrays: [], tallies: [] };
	for (const spec of specs) {
		const {
			fields,
			unique = false,
			array = false,
			counted = false,
		} = Array.isArray(spec) ? { fields: spec } : spec;
		if (fields.length === 0) throw new Refused(`${collection}: an index needs a field.`);
		if (array) indexes.arrays.push(arrayIndex(collection, fields, unique));
		else if (counted) addTally(indexes, collection, fields);
		else addPlain(indexes, collection, { fields, unique });
	}
	return indexes;
}

type PlainSpec = { fields: string[]; unique: boolean };

function addPlain(indexes: Indexes, collection: string, { fields, unique }: PlainSpec) {
	const paths = sortFields(fields).map(({ path }) => path);
	for (const path of paths) if (path !== "_id") addColumn(indexes, path, unique);
	const name = `${collection}:${fields.join(",")}${unique ? "!" : ""}`;
	const terms = unique
		? paths.map((path) => valueSql(path, indexes)).join(", ")
		: orderSql(fields, indexes);
	const sql = `CREATE ${unique ? "UNIQUE " : ""}INDEX "${name}" ON "${collection}" (${terms})`;
	indexes.plain.push({ fields: paths, name, sql });
}

function addColumn({ columns }: Indexes, path: string, isRequired: boolean): Column {
	const known = columns.find((column) => column.path === path);
	const column = known ?? { path, keys: pathKeys(path), name: `"$.${path}"`, isRequired };
	if (!known) columns.push(column);
	column.isRequired ||= isRequired;
	return column;
}

function addTally(indexes: Indexes, collection: string, fields: string[]) {
	const [path = "", ...others] = fields;
	if (others.length > 0) throw new Refused(`${collection}: one field is counted at a time.`);
	indexes.tallies.push(tallyOf(collection, addColumn(indexes, path, false)));
}

function arrayIndex(collection: string, fields: string[], unique: boolean): ArrayIndex {
	const [path = "", ...others] = fields;
	if (others.length > 0) throw new Refused(`${collection}: an array index has one field.`);
	const table = `${collection}:${path}[]`;
	const key = unique ? "v" : "v, n";
	const sql =
		`CREATE TABLE "${table}" (v NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (${key})) ` +
		"WITHOUT ROWID";
	return { path, keys: pathKeys(path), table, sql, isRequired: unique };
}

/** What a document's columns hold. What they cannot hold is refused, so that answers are exact. */
export function columnValues(doc: Doc, columns: Column[]): (IndexValue | null)[] {
	return columns.map(({ path, keys, isRequired }) => {
		const value = valueAt(doc, keys);
		if (isRequired && (value === undefined || value === null)) throw missing(path);
		if (typeof value === "object" && value !== null)
			throw new Refused(`${path} holds no single value: declare its index with array: true.`);
		if (typeof value === "string" && value.includes("\0"))
			throw new Refused(`${path} holds a zero character.`);
		if (typeof value === "number" && !Number.isFinite(value)) return null;
		const isValue =
			typeof value === "string" || typeof value === "number" || typeof value === "boolean";
		return isValue ? indexValue(value) : null;
	});
}

function valueAt(doc: Doc, keys: string[]): unknown {
	let value: unknown = doc;
	for (const key of keys) {
		if (!isRecord(value)) return Array.isArray(value) ? value : undefined;
		value = Object.hasOwn(value, key) ? value[key] : undefined;
	}
	return value;
}

/** What a document holds at the path of each array index. */
export type Held = (string | number | boolean)[][];

const missing = (path: string) => new Refused(`${path} must be there: it has a unique index.`);

/** Why: to MongoDB, two documents without a value would be duplicates. */
export function heldByValid(arrays: ArrayIndex[], doc: Doc): Held {
	const held = heldBy(arrays, doc);
	for (const [at, { path, isRequired }] of arrays.entries())
		if (isRequired && held[at]?.length === 0) throw missing(path);
	return held;
}

export function heldBy(arrays: ArrayIndex[], doc: Doc): Held {
	return arrays.map(({ keys }) => valuesAt(doc, keys));
}

/** What SQLite means by its complaint, if it is about a unique index of this collection. */
export function duplicateOf(error: unknown, collection: string, { plain, arrays }: Indexes) {
	if (!(error instanceof Error) || !error.message.startsWith("UNIQUE")) return undefined;
	const index = plain.find(({ fields }) => {
		const columns = fields.map((path) => `${collection}.$.${path}`).join(", ");
		return error.message.endsWith(`: ${columns}`);
	});
	if (index) return new DuplicateKey(index.fields.join(","));
	const array = arrays.find(({ table }) => error.message.includes(`${table}.`));
	return new DuplicateKey(array?.path ?? "_id");
}
