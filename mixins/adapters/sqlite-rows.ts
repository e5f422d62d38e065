// The rows of one collection, and how they are found.
import type { Doc, Query } from "./adapter.ts";
import { pathKeys, Refused, withinTab } from "./adapter.ts";
import { matches } from "./match.ts";
import type { Made, SourceById } from "./made.ts";
import type { Node } from "./query.ts";
import { idOf, readQuery } from "./query.ts";
import { limited, sourceById, sourceOf, statements } from "./sqlite-statements.ts";
import type { SqliteFile } from "./sqlite-file.ts";
import type { Column, Indexes } from "./sqlite-indexes.ts";
import { orderSql } from "./sqlite-indexes.ts";
import { textsOf } from "./sqlite-schema.ts";
import { Translator } from "./sqlite-query.ts";
import { SqliteTabs } from "./sqlite-tabs.ts";
import { counted, countedOf } from "./sqlite-tallies.ts";
import { rowOf } from "./read-docs.ts";
import type { ReadDocs, Row, Source } from "./read-docs.ts";

/** A limit of 0 is none. */
export type Selection = {
	query: Query;
	order?: string;
	limit: number;
	offset?: number;
};

type Tabbed = Required<Selection> & { by: string; tab?: string };
type Counts = Record<string, number>;

export class SqliteRows {
	readonly file: SqliteFile;
	protected readonly indexes: Indexes;
	#translator: Translator;
	#tabs: SqliteTabs;
	protected readonly name: string;
	protected readonly read: ReadDocs;
	#source: Source;
	#sourceById: SourceById;
	/** Rows joined with their texts. */
	#whole: string;
	protected readonly sql: ReturnType<typeof statements>;

	constructor(file: SqliteFile, collection: string, indexes: Indexes) {
		this.file = file;
		this.indexes = indexes;
		const translator = new Translator(indexes);
		this.#translator = translator;
		this.#tabs = new SqliteTabs({ file, name: collection, indexes, translator });
		this.name = collection;
		this.#whole = `"${collection}" JOIN ${textsOf(collection)} USING (n)`;
		this.sql = statements(collection, indexes);
		this.read = file.readDocs(collection);
		this.#source = sourceOf(file, this.sql);
		this.#sourceById = sourceById(file, this.sql);
	}

	byId(id: string): Row | undefined {
		const seen = this.file.version;
		const kept = this.read.byId(id, seen);
		if (kept) return kept;
		const raw = this.file.statement(this.sql.byId).get(id);
		return raw && this.read.keep(raw, seen);
	}

	byIds(ids: string[]): Row[] {
		const seen = this.file.version;
		const kept = ids.map((id) => this.read.byId(id, seen) ?? id);
		const rows = kept.filter((one) => typeof one !== "string");
		const missing = kept.filter((one) => typeof one === "string");
		if (missing.length === 0) return rows;
		const found = this.file.statement(this.sql.byIds).all(JSON.stringify(missing));
		return [...rows, ...this.#rows(found.map((raw) => Number(raw[0])))];
	}

	made<V>(made: Made<V>, ids: string[]): V[] {
		this.read.follow(made);
		return made.of(ids, this.file.version, this.#sourceById);
	}

	/** See `tabbed` of the adapter. */
	tabbed({ query, by, tab, order, limit, offset }: Tabbed): { rows: Row[]; counts: Counts } {
		const few = this.#tabs.looksInArrays(query)
			? this.#ask(`all ${by} ${order}`, query, () => this.#tabs.few(query, by, order))
			: undefined;
		if (few) {
			const those = tab === undefined ? few : few.filter(([, value]) => value === tab);
			const ns = those.slice(offset, offset + limit).map(([n]) => n);
			return { rows: this.#rows(ns), counts: countedOf(few) };
		}
		const counts = this.countBy(by, query);
		const wanted = withinTab({ query, by, tab });
		const ns = this.#ask(`page ${order} ${limit} ${offset}`, wanted, () => {
			const nodes = readQuery(wanted);
			const page = { order, limit, offset, matching: matchingOf(counts, tab) };
			return (
				this.#tabs.page(nodes, by, page) ?? this.#look(nodes, { query: wanted, ...page })
			);
		});
		return { rows: this.#rows(ns), counts };
	}

	#rows(ns: number[]): Row[] {
		return this.read.rows(ns, this.file.version, this.#source);
	}

	select(selection: Selection): Row[] {
		const { query, order, limit, offset = 0 } = selection;
		const nodes = readQuery(query);
		const id = idOf(nodes);
		if (id !== undefined) return offset > 0 ? [] : this.#one(id, nodes);

		const look = () => this.#look(nodes, selection);
		const isPage = limit > 0 && limit <= 100;
		return this.#rows(isPage ? this.#ask(`${order} ${limit} ${offset}`, query, look) : look());
	}

	/** The numbers of the rows; documents that had to be read for it are kept. */
	#look(nodes: Node[], { order, limit, offset = 0 }: Selection): number[] {
		const { sql, values, check } = this.#translator.where(nodes);
		const wanted = check ? "n, rev, doc" : "n";
		const select = `SELECT ${wanted} FROM ${this.#from(wanted, order)} WHERE ${sql}`;
		const ordered = order ? `${select} ORDER BY ${order}` : select;
		if (!check) {
			const page = this.file.statement(`${ordered} ${limited} OFFSET ? + 0`);
			return page.all(...values, limit || -1, offset).map((raw) => Number(raw[0]));
		}
		const { version: seen } = this.file;
		const found: number[] = [];
		let skipped = 0;
		for (const raw of this.file.statement(ordered).iterate(...values)) {
			if (!check(rowOf(raw[0], String(raw[2])).doc) || skipped++ < offset) continue;
			found.push(this.read.keep(raw, seen).n);
			if (found.length === limit) break;
		}
		return found;
	}

	#ask<T>(question: string, query: Query, look: () => T): T {
		const key = `${question} ${JSON.stringify(query)}`;
		const { version: seen } = this.file;
		return this.read.answers.ask({ key, query, seen }, this.indexes.columns, look);
	}

	/** An order by a field without an index looks into the texts. */
	#from(wanted: string, order?: string) {
		const readsTexts = wanted.includes("doc") || order?.includes("(doc,");
		return readsTexts ? this.#whole : `"${this.name}"`;
	}

	#one(id: string, nodes: Node[]): Row[] {
		const row = this.byId(id);
		return row && matches(nodes)(row.doc) ? [row] : [];
	}

	count(query: Query): number {
		const nodes = readQuery(query);
		return this.#ask("count", query, () => this.#count(nodes));
	}

	#count(nodes: Node[]): number {
		const { sql, values, check } = this.#translator.where(nodes);
		if (!check) {
			const count = this.file.statement(`SELECT count(*) FROM "${this.name}" WHERE ${sql}`);
			return Number(count.get(...values)?.[0]);
		}
		let count = 0;
		const rows = this.file.statement(`SELECT n, doc FROM ${this.#whole} WHERE ${sql}`);
		for (const raw of rows.iterate(...values))
			if (check(rowOf(raw[0], String(raw[1])).doc)) count += 1;
		return count;
	}

	/** How many there are for each value of an indexed field. */
	countBy(path: string, query: Query): Counts {
		const column = this.indexes.columns.find((one) => one.path === path);
		if (!column) throw new Refused(`${path} has no index.`);
		const tally = this.indexes.tallies.find((one) => one.path === path);
		if (tally && Object.keys(query).length === 0)
			return counted(this.file.statement(`SELECT v, count FROM ${tally.table}`).all());
		const nodes = readQuery(query);
		return this.#ask(`count by ${path}`, query, () => this.#countBy(column, nodes));
	}

	#countBy(column: Column, nodes: Node[]): Counts {
		const counts = this.#tabs.counts(nodes, column.path);
		return counts ? counted(counts) : this.#grouped(column.name, nodes);
	}

	#grouped(column: string, nodes: Node[]): Counts {
		const { sql, values, check } = this.#translator.where(nodes);
		if (check) throw new Refused("Counting by a field takes indexed conditions only.");
		const counts = `SELECT ${column}, count(*) FROM "${this.name}" WHERE ${sql} GROUP BY 1`;
		return counted(this.file.statement(counts).all(...values));
	}

	/** A few scalar fields of many documents, without making the documents. */
	pick(fields: readonly string[], { query, order, limit }: Selection): Doc[] {
		const { sql, values, check } = this.#translator.where(readQuery(query));
		if (check) throw new Refused("Picking fields takes indexed conditions only.");
		const picked = fields.map(
			(field) => `, json_extract(doc, '$.${pathKeys(field).join(".")}')`,
		);
		const select = `SELECT _id${picked.join("")} FROM ${this.#whole} WHERE ${sql}`;
		const ordered = order ? `${select} ORDER BY ${order}` : select;
		const rows = this.file.statement(`${ordered} ${limited}`).all(...values, limit);
		return rows.map((row) => ({
			...Object.fromEntries(fields.map((field, at) => [field, row[at + 1]])),
			_id: String(row[0]),
		}));
	}

	firstBy(path: string, limit: number): Row[] {
		const index = this.indexes.arrays.find((one) => one.path === path);
		if (!index) throw new Refused(`${path} has no array index.`);
		const first = `SELECT n AS at, min(v) AS least FROM "${index.table}" GROUP BY n`;
		return this.file
			.statement(
				`SELECT n, doc FROM (${first}) JOIN (${this.#whole}) ON n = at ORDER BY least, _id ${limited}`,
			)
			.all(limit)
			.map((raw) => rowOf(raw[0], String(raw[1])));
	}

	/** How SQLite would look for it, for tests. */
	plan({ query, sort = [] }: { query: Query; sort?: string[] }): string {
		const { sql, values } = this.#translator.where(readQuery(query));
		const ordered = sort.length > 0 ? ` ORDER BY ${orderSql(sort, this.indexes)}` : "";
		return this.file
			.statement(
				`EXPLAIN QUERY PLAN SELECT n, rev FROM ${this.#from("", ordered)} WHERE ${sql}${ordered}`,
			)
			.all(...values)
			.map((row) => row[3])
			.join("; ");
	}
}

function matchingOf(counts: Counts, tab: string | undefined): number {
	if (tab !== undefined) return counts[tab] ?? 0;
	return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
