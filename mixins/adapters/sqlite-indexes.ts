// Declared indexes: a plain one is an index over an expression on the JSON text, an array one is a
// table of (value, document number). Names hold a ":", which a collection's name cannot.
import type { Doc, IndexSpec } from "./adapter.ts";
import { isRecord, pathKeys, Refused, sortFields } from "./adapter.ts";
import { valuesAt } from "./match.ts";
import type { SqliteFile } from "./sqlite-file.ts";

export type ArrayIndex = { path: string; keys: string[]; table: string; sql: string };
export type PlainIndex = {
	fields: string[];
	keys: string[][];
	unique: boolean;
	name: string;
	sql: string;
};
export type Indexes = { plain: PlainIndex[]; arrays: ArrayIndex[] };
export type IndexValue = string | number | Uint8Array;

const [no, yes] = [new Uint8Array([0]), new Uint8Array([1])];

/** SQLite has no booleans: as bytes they sort after text, as they do in MongoDB, and are no 0 or 1. */
export function indexValue(value: string | number | boolean): IndexValue {
	if (typeof value !== "boolean") return value;
	return value ? yes : no;
}

/** The one spelling of a field's value in SQL: the planner finds an index only by the same text. */
export function fieldSql(path: string): string {
	const keys = pathKeys(path);
	if (path === "_id") return "_id";
	const json = `'$.${keys.map((key) => `"${key}"`).join(".")}'`;
	return (
		`CASE json_type(doc, ${json}) WHEN 'true' THEN x'01' WHEN 'false' THEN x'00' ` +
		`ELSE json_extract(doc, ${json}) END`
	);
}

/** Ties go by `_id`, in the direction of the last field: one index then serves both directions. */
export function orderSql(sort: string | string[] | undefined, arrays: ArrayIndex[]): string {
	const terms: string[] = [];
	let direction = "";
	for (const { path, descending } of sortFields(sort)) {
		if (arrays.some((index) => index.path === path))
			throw new Refused(`${path} holds many values: it gives no order.`);
		direction = descending ? " DESC" : "";
		terms.push(fieldSql(path) + direction);
		if (path === "_id") return terms.join(", ");
	}
	return [...terms, `_id${direction}`].join(", ");
}

export function readIndexes(collection: string, specs: IndexSpec[]): Indexes {
	const indexes: Indexes = { plain: [], arrays: [] };
	for (const spec of specs) {
		const {
			fields,
			unique = false,
			array = false,
		} = Array.isArray(spec) ? { fields: spec } : spec;
		if (array) indexes.arrays.push(arrayIndex(collection, fields, unique));
		else indexes.plain.push(plainIndex(collection, fields, unique));
	}
	return indexes;
}

function plainIndex(collection: string, fields: string[], unique: boolean): PlainIndex {
	if (fields.length === 0) throw new Refused(`${collection}: an index needs a field.`);
	const name = `${collection}:${fields.join(",")}${unique ? "!" : ""}`;
	const terms = unique ? fields.map(fieldSql).join(", ") : orderSql(fields, []);
	const sql = `CREATE ${unique ? "UNIQUE " : ""}INDEX "${name}" ON "${collection}" (${terms})`;
	const paths = sortFields(fields).map(({ path }) => path);
	return { fields: paths, keys: paths.map(pathKeys), unique, name, sql };
}

function arrayIndex(collection: string, fields: string[], unique: boolean): ArrayIndex {
	const [path, ...others] = fields;
	if (!path || others.length > 0)
		throw new Refused(`${collection}: an array index has one field.`);
	const table = `${collection}:${path}[]`;
	const key = unique ? "v" : "v, n";
	const sql =
		`CREATE TABLE "${table}" (v NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (${key})) ` +
		"WITHOUT ROWID";
	return { path, keys: pathKeys(path), table, sql };
}

/** Creates what is declared and drops what is not any more, in one transaction. */
export function createSchema(file: SqliteFile, collection: string, indexes: Indexes) {
	file.exec(
		`CREATE TABLE IF NOT EXISTS "${collection}" ` +
			"(n INTEGER PRIMARY KEY, _id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL)",
	);
	const wanted = new Map<string, string>();
	for (const { name, sql } of indexes.plain) wanted.set(name, sql);
	for (const { table, sql } of indexes.arrays) wanted.set(table, sql);

	for (const [type, name, sql] of existing(file, collection)) {
		if (wanted.get(name) === sql) wanted.delete(name);
		else file.exec(`DROP ${type} "${name}"`);
	}
	if (wanted.size === 0) return;
	for (const sql of wanted.values()) file.exec(sql);
	fill(file, collection, {
		plain: indexes.plain,
		arrays: indexes.arrays.filter(({ table }) => wanted.has(table)),
	});
}

function existing(file: SqliteFile, collection: string): [string, string, string][] {
	const rows = file
		.statement("SELECT type, name, sql FROM sqlite_master WHERE substr(name, 1, ?) = ?")
		.all(collection.length + 1, `${collection}:`);
	return rows.map((row) => [String(row[0]), String(row[1]), String(row[2])]);
}

function fill(file: SqliteFile, collection: string, indexes: Indexes) {
	const rows = file.statement(`SELECT n, doc FROM "${collection}"`).all();
	for (const row of rows) {
		const doc: Doc = JSON.parse(String(row[1]));
		checkIndexable(doc, indexes.plain);
		const after = heldBy(indexes.arrays, doc);
		indexArrays(file, indexes.arrays, { n: Number(row[0]), before: [], after });
	}
}

/** Keeps what a plain index cannot hold out of the store, so that its answers are exact. */
export function checkIndexable(doc: Doc, plain: PlainIndex[]) {
	for (const { fields, keys, unique } of plain) {
		for (const [at, path] of fields.entries()) {
			const value = plainAt(doc, keys[at] ?? []);
			if (unique && (value === undefined || value === null))
				throw new Refused(`${path} must be there: it has a unique index.`);
			if (typeof value === "object" && value !== null)
				throw new Refused(
					`${path} holds no single value: declare its index with array: true.`,
				);
			if (typeof value === "string" && value.includes("\0"))
				throw new Refused(`${path} holds a zero character.`);
		}
	}
}

function plainAt(doc: Doc, keys: string[]): unknown {
	let value: unknown = doc;
	for (const key of keys) {
		if (!isRecord(value)) return Array.isArray(value) ? value : undefined;
		value = Object.hasOwn(value, key) ? value[key] : undefined;
	}
	return value;
}

/** What a document holds at the path of each array index. */
export type Held = (string | number | boolean)[][];

export function heldBy(arrays: ArrayIndex[], doc: Doc): Held {
	return arrays.map(({ keys }) => valuesAt(doc, keys));
}

type Move = { n: number | bigint; before: Held; after: Held };

/** Writes the difference between two states of a document into the tables of its array indexes. */
export function indexArrays(file: SqliteFile, arrays: ArrayIndex[], { n, before, after }: Move) {
	for (const [at, { table }] of arrays.entries()) {
		const old = before[at] ?? [];
		const now = after[at] ?? [];
		for (const value of old) {
			if (now.includes(value)) continue;
			file.statement(`DELETE FROM "${table}" WHERE v = ? AND n = ?`).run(
				indexValue(value),
				n,
			);
		}
		for (const value of now) {
			if (old.includes(value)) continue;
			file.statement(`INSERT INTO "${table}" (v, n) VALUES (?, ?)`).run(indexValue(value), n);
		}
	}
}
