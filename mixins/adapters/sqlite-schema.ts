// Brings the tables of a collection to what is declared: in one transaction, so that two processes
// that start together do it once.
import type { Doc } from "./adapter.ts";
import type { SqliteFile } from "./sqlite-file.ts";
import type { ArrayIndex, Column, Held, Indexes } from "./sqlite-indexes.ts";
import { columnValues, heldBy, indexValue } from "./sqlite-indexes.ts";
import { createTally } from "./sqlite-tallies.ts";

/**
 * The JSON texts stand in a table of their own: rows of ids, revisions and indexed values stay
 * narrow, so that looking for documents touches few pages however large the documents are.
 */
export const textsOf = (collection: string) => `"${collection};doc"`;

export function createSchema(file: SqliteFile, collection: string, indexes: Indexes) {
	file.exec(
		`CREATE TABLE IF NOT EXISTS "${collection}" ` +
			"(n INTEGER PRIMARY KEY, rev INTEGER NOT NULL, _id TEXT NOT NULL UNIQUE)",
	);
	file.exec(
		`CREATE TABLE IF NOT EXISTS ${textsOf(collection)} ` +
			"(n INTEGER PRIMARY KEY, doc TEXT NOT NULL)",
	);
	const kept = dropUndeclared(file, collection, indexes);
	const columns = addColumns(file, collection, indexes.columns);
	const arrays = indexes.arrays.filter(({ table }) => !kept.has(table));
	const plain = indexes.plain.filter(({ name }) => !kept.has(name));

	for (const { sql } of arrays) file.exec(sql);
	if (columns.length + arrays.length > 0) fill(file, collection, { columns, arrays });
	for (const { sql } of plain) file.exec(sql);
	for (const tally of indexes.tallies) {
		const field = indexes.columns.find(({ path }) => path === tally.path)?.name ?? "";
		createTally(file, collection, { tally, field, kept });
	}
}

/** The names of the indexes that are there as they should be. */
function dropUndeclared(file: SqliteFile, collection: string, indexes: Indexes): Set<string> {
	const wanted = new Map<string, string>();
	for (const { name, sql } of indexes.plain) wanted.set(name, sql);
	for (const { table, sql } of indexes.arrays) wanted.set(table, sql);
	for (const { name, sql } of indexes.tallies.flatMap(({ parts }) => parts))
		wanted.set(name, sql);

	const kept = new Set<string>();
	const rows = file
		.statement("SELECT type, name, sql FROM sqlite_master WHERE substr(name, 1, ?) = ?")
		.all(collection.length + 1, `${collection}:`);
	for (const row of rows) {
		const name = String(row[1]);
		if (wanted.get(name) === row[2]) kept.add(name);
		else file.exec(`DROP ${String(row[0])} "${name}"`);
	}
	return kept;
}

/** The columns that were not there. */
function addColumns(file: SqliteFile, collection: string, columns: Column[]): Column[] {
	const rows = file.statement("SELECT name FROM pragma_table_info(?)").all(collection);
	const existing = new Set(rows.map((row) => `"${String(row[0])}"`));
	const wanted = new Set(columns.map(({ name }) => name));
	for (const name of existing) {
		const isUndeclared = name.startsWith('"$.') && !wanted.has(name);
		if (isUndeclared) file.exec(`ALTER TABLE "${collection}" DROP COLUMN ${name}`);
	}
	const missing = columns.filter(({ name }) => !existing.has(name));
	for (const { name } of missing) file.exec(`ALTER TABLE "${collection}" ADD COLUMN ${name}`);
	return missing;
}

function fill(file: SqliteFile, collection: string, indexes: Pick<Indexes, "columns" | "arrays">) {
	const { columns, arrays } = indexes;
	const set = columns.map(({ name }) => `${name} = ?`).join(", ");
	for (const row of file.statement(`SELECT n, doc FROM ${textsOf(collection)}`).all()) {
		const n = Number(row[0]);
		const doc: Doc = JSON.parse(String(row[1]));
		if (set) {
			const update = file.statement(`UPDATE "${collection}" SET ${set} WHERE n = ?`);
			update.run(...columnValues(doc, columns), n);
		}
		indexArrays(file, arrays, { n, before: [], after: heldBy(arrays, doc) });
	}
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
