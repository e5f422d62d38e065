// Documents as JSON text in SQLite, one table a collection.
import type { Adapter, Doc, Fields, Find, IndexSpec, Query, Tabs, Update } from "./adapter.ts";
import { checkCollection, Refused } from "./adapter.ts";
import { Made } from "./made.ts";
import { openSqlite } from "./sqlite-file.ts";
import type { Indexes } from "./sqlite-indexes.ts";
import { orderSql, readIndexes } from "./sqlite-indexes.ts";
import type { Row } from "./read-docs.ts";
import { SqliteTable } from "./sqlite-table.ts";
import { listAt, readUpdate } from "./update.ts";

/** `durable`: an answered write survives a power cut, not only a killed process. */
export type SqliteOptions = {
	file: string;
	collection: string;
	indexes?: IndexSpec[];
	durable?: boolean;
};

export class SqliteAdapter implements Adapter {
	#path: string;
	#collection: string;
	#durable: boolean;
	#indexes: Indexes;
	#connected: SqliteTable | undefined;

	constructor({ file, collection, indexes = [], durable = false }: SqliteOptions) {
		this.#path = file;
		this.#collection = checkCollection(collection);
		this.#durable = durable;
		this.#indexes = readIndexes(collection, indexes);
	}

	init() {}

	async connect() {
		if (this.#connected) return;
		const table = new SqliteTable(openSqlite(this.#path), this.#collection, this.#indexes);
		try {
			await table.file.write(() => table.create(), this.#durable);
		} catch (error) {
			await table.file.close();
			throw error;
		}
		this.#connected = table;
	}

	async disconnect() {
		const table = this.#connected;
		this.#connected = undefined;
		await table?.file.close();
	}

	/** The rows, for tests that look at plans and commits. */
	get table(): SqliteTable {
		if (!this.#connected)
			throw new Error(`The collection ${this.#collection} is not connected.`);
		return this.#connected;
	}

	async find({ query = {}, sort, limit = 0, offset = 0, search }: Find = {}): Promise<Doc[]> {
		if (search) throw new Refused("Searching is not spoken by every store.");
		const order = orderSql(sort, this.#indexes);
		return this.table.select({ query, order, limit, offset }).map(docOf);
	}

	async findOne(query: Query): Promise<Doc | null> {
		return this.table.select({ query, limit: 1 })[0]?.doc ?? null;
	}

	async findById(id: string): Promise<Doc | null> {
		return this.table.byId(id)?.doc ?? null;
	}

	async findByIds(ids: string[]): Promise<Doc[]> {
		const found = new Map(this.table.byIds(ids).map(({ doc }) => [doc._id, doc]));
		return ids.flatMap((id) => found.get(id) ?? []);
	}

	made<V>(make: (doc: Doc) => V): (ids: string[]) => Promise<V[]> {
		const made = new Made(make);
		return async (ids) => this.table.made(made, ids);
	}

	async tabbed({ sort, limit = 0, offset = 0, query = {}, by, tab }: Tabs) {
		const order = orderSql(sort, this.#indexes);
		const { rows, counts } = this.table.tabbed({ query, by, tab, order, limit, offset });
		return { docs: rows.map(docOf), counts };
	}

	async count({ query = {}, search }: Find = {}): Promise<number> {
		if (search) throw new Refused("Searching is not spoken by every store.");
		return this.table.count(query);
	}

	async pick(fields: string[], { query = {}, sort, limit = 0 }: Find): Promise<Doc[]> {
		return this.table.pick(fields, { query, order: orderSql(sort, this.#indexes), limit });
	}

	async countBy(path: string, query: Query = {}): Promise<Record<string, number>> {
		return this.table.countBy(path, query);
	}

	async *each(query: Query = {}, batch = 200): AsyncIterable<Doc> {
		let last = "";
		for (;;) {
			const after = { $and: [query, { _id: { $gt: last } }] };
			const docs = await this.find({ query: after, limit: batch });
			yield* docs;
			if (docs.length < batch) return;
			last = docs.at(-1)?._id ?? "";
		}
	}

	async firstBy(path: string, limit: number): Promise<Doc[]> {
		return this.table.firstBy(path, limit).map(docOf);
	}

	async insert(doc: Doc): Promise<Doc> {
		return this.#write((table) => table.insert(doc));
	}

	async insertMany(docs: Doc[]): Promise<Doc[]> {
		return this.#write((table) => docs.map((doc) => table.insert(doc)));
	}

	async updateMany(query: Query, update: Update): Promise<number> {
		const change = readUpdate(update);
		return this.#write(
			(table) =>
				table
					.select({ query, limit: 0 })
					.filter((row) => table.store(row, change).isChanged).length,
		);
	}

	async updateById(id: string, update: Update): Promise<Doc | null> {
		return this.findOneAndUpdate({ _id: id }, update);
	}

	async findOneAndUpdate(query: Query, update: Update): Promise<Doc | null> {
		const change = readUpdate(update);
		return this.#write((table) => {
			const [row] = table.select({ query, limit: 1 });
			return row ? table.store(row, change).doc : null;
		});
	}

	async replaceOne(
		query: Query,
		doc: Doc,
		push: Record<string, unknown[]> = {},
	): Promise<number> {
		return this.#write((table) => {
			const [row] = table.select({ query, limit: 1 });
			if (!row) return 0;
			table.store(row, (before) => replaced(before, doc, push));
			return 1;
		});
	}

	async removeMany(query: Query): Promise<number> {
		return this.#write((table) => {
			const rows = table.select({ query, limit: 0 });
			for (const row of rows) table.delete(row);
			return rows.length;
		});
	}

	async removeById(id: string): Promise<Doc | null> {
		return this.#write((table) => {
			const row = table.byId(id);
			if (row) table.delete(row);
			return row?.doc ?? null;
		});
	}

	async clear(): Promise<number> {
		return this.removeMany({});
	}

	entityToObject(entity: Doc): Doc {
		return entity;
	}

	beforeSaveTransformID(entity: Fields, idField: string): Fields {
		if (idField === "_id" || entity[idField] === undefined) return { ...entity };
		const { [idField]: _id, ...rest } = entity;
		return { ...rest, _id };
	}

	afterRetrieveTransformID(entity: Fields, idField: string): Fields {
		if (idField === "_id") return entity;
		const { _id, ...rest } = entity;
		return { ...rest, [idField]: _id };
	}

	#write<T>(work: (table: SqliteTable) => T): Promise<T> {
		const table = this.table;
		return table.file.write(() => work(table), this.#durable);
	}
}

function docOf({ doc }: Row): Doc {
	return doc;
}

function replaced(before: Doc, doc: Doc, push: Record<string, unknown[]>): Doc {
	if (before._id !== doc._id) throw new Refused("An _id never changes.");
	const after: Doc = { ...doc };
	for (const key of Object.keys(before)) if (key.startsWith("_")) after[key] = before[key];
	for (const [key, values] of Object.entries(push))
		after[key] = [...listAt(key, before[key]), ...values];
	return after;
}
