// The fixed statements of a collection.
import type { SourceById } from "./made.ts";
import type { Source } from "./read-docs.ts";
import type { SqliteFile } from "./sqlite-file.ts";
import type { Indexes } from "./sqlite-indexes.ts";
import { textsOf } from "./sqlite-schema.ts";

export function statements(collection: string, { columns }: Indexes) {
	const name = `"${collection}"`;
	const texts = textsOf(collection);
	const whole = `${name} JOIN ${texts} USING (n)`;
	const fields = columns.map((column) => `, ${column.name}`).join("");
	const marks = ", ?".repeat(columns.length);
	return {
		byId: `SELECT n, rev, doc FROM ${whole} WHERE _id = ?`,
		byIds: `SELECT n FROM ${name} WHERE _id IN (SELECT value FROM json_each(?))`,
		revs: `SELECT n, rev FROM ${name} WHERE n IN (SELECT value FROM json_each(?))`,
		docs: `SELECT n, rev, doc FROM ${whole} WHERE n IN (SELECT value FROM json_each(?))`,
		doc: `SELECT n, rev, doc FROM ${whole} WHERE n = ?`,
		revsById: `SELECT _id, rev FROM ${name} WHERE _id IN (SELECT value FROM json_each(?))`,
		docsById: `SELECT rev, doc FROM ${whole} WHERE _id IN (SELECT value FROM json_each(?))`,
		insert: `INSERT INTO ${name} (rev, _id${fields}) VALUES (?, ?${marks})`,
		insertText: `INSERT INTO ${texts} (n, doc) VALUES (?, ?)`,
		updateText: `UPDATE ${texts} SET doc = ? WHERE n = ?`,
		delete: `DELETE FROM ${name} WHERE n = ?`,
		deleteText: `DELETE FROM ${texts} WHERE n = ?`,
	};
}

/** Why: SQLite plans anew, each time, a statement whose limit is a bare parameter. */
export const limited = "LIMIT ? + 0";

type Rows = Pick<ReturnType<typeof statements>, "revs" | "docs" | "doc">;

/** Where rows of some n come from. */
export const sourceOf = (file: SqliteFile, { revs, docs, doc }: Rows): Source => ({
	revs: (ns) => file.statement(revs).all(JSON.stringify(ns)),
	docs: (ns) =>
		ns.length === 1
			? file.statement(doc).all(ns[0] ?? 0)
			: file.statement(docs).all(JSON.stringify(ns)),
});

type ById = Pick<ReturnType<typeof statements>, "revsById" | "docsById">;

/** Where rows of some ids come from. */
export const sourceById = (file: SqliteFile, { revsById, docsById }: ById): SourceById => ({
	revs: (ids) => file.statement(revsById).all(JSON.stringify(ids)),
	docs: (ids) => file.statement(docsById).all(JSON.stringify(ids)),
});
