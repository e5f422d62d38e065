// The rows of one collection, and how they are written, together with their columns, their array
// indexes and what is remembered of them.
import type { Doc } from "./adapter.ts";
import { DuplicateKey, Refused } from "./adapter.ts";
import type { Row } from "./read-docs.ts";
import type { Held, IndexValue } from "./sqlite-indexes.ts";
import { columnValues, duplicateOf, heldBy, heldByValid } from "./sqlite-indexes.ts";
import { SqliteRows } from "./sqlite-rows.ts";
import { createSchema, indexArrays } from "./sqlite-schema.ts";

/** Why random: SQLite gives the n of a deleted row again, and the revision tells the two apart. */
const newRev = () => Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);

export class SqliteTable extends SqliteRows {
	create() {
		createSchema(this.file, this.name, this.indexes);
	}

	insert(doc: Doc): Doc {
		if (typeof doc._id !== "string" || doc._id === "") throw new Refused("An _id is a string.");
		const { columns } = this.indexes;
		const values = columnValues(doc, columns);
		this.read.answers.drop(columns, { doc, values });
		const rev = newRev();
		const { lastInsertRowid } = this.#telling(
			() => this.file.statement(this.sql.insert).run(rev, doc._id, ...values),
			doc._id,
		);
		// Why it is not kept: most of what is inserted is never read again.
		const n = Number(lastInsertRowid);
		this.file.statement(this.sql.insertText).run(n, JSON.stringify(doc));
		this.#move(n, [], doc);
		return doc;
	}

	/** Lets `change` make the document after from the one before, which stays as it is. */
	store(row: Row, change: (doc: Doc) => Doc): { doc: Doc; isChanged: boolean } {
		const { columns, arrays } = this.indexes;
		const doc = change(row.doc);
		const text = JSON.stringify(doc);
		const isNewVersion = doc["version"] !== row.doc["version"];
		if (!isNewVersion && text === JSON.stringify(row.doc)) return { doc, isChanged: false };

		const before = { values: columnValues(row.doc, columns), held: heldBy(arrays, row.doc) };
		const after = columnValues(doc, columns);
		this.read.answers.drop(
			columns,
			{ doc: row.doc, values: before.values },
			{ doc, values: after },
		);
		const rev = newRev();
		const values: (IndexValue | null)[] = [rev];
		let set = "rev = ?";
		for (const [at, value] of after.entries()) {
			if (value === before.values[at]) continue;
			set += `, ${columns[at]?.name} = ?`;
			values.push(value);
		}
		const sql = `UPDATE "${this.name}" SET ${set} WHERE n = ?`;
		this.#telling(() => this.file.statement(sql).run(...values, row.n));
		this.file.statement(this.sql.updateText).run(text, row.n);
		this.#move(row.n, before.held, doc);
		this.read.wrote(doc, { n: row.n, text, rev, seen: this.file.version });
		return { doc, isChanged: true };
	}

	delete(row: Row) {
		const { columns, arrays } = this.indexes;
		this.read.drop(row);
		const values = columnValues(row.doc, columns);
		this.read.answers.drop(columns, { doc: row.doc, values });
		this.file.statement(this.sql.delete).run(row.n);
		this.file.statement(this.sql.deleteText).run(row.n);
		this.#move(row.n, heldBy(arrays, row.doc), undefined);
	}

	#move(n: number, before: Held, doc: Doc | undefined) {
		const { arrays } = this.indexes;
		if (arrays.length === 0) return;
		const after = doc ? heldByValid(arrays, doc) : [];
		this.#telling(() => indexArrays(this.file, arrays, { n, before, after }));
	}

	/** A document that clashes by its id too is told so, like MongoDB does. */
	#telling<T>(write: () => T, newId?: string): T {
		try {
			return write();
		} catch (error) {
			const clash = duplicateOf(error, this.name, this.indexes);
			if (clash && newId !== undefined && this.byId(newId)) throw new DuplicateKey("_id");
			throw clash ?? error;
		}
	}
}
