// Lists with tabs: a page, and how many match for each value of a counted field. What is few is
// sorted; of many the first page is found sooner by walking in the order asked, and each value is
// counted by itself where an index has all that match side by side.
import type { Query } from "./adapter.ts";
import type { Field, Node, Test } from "./query.ts";
import { readQuery } from "./query.ts";
import type { SqliteFile } from "./sqlite-file.ts";
import type { Indexes, IndexValue } from "./sqlite-indexes.ts";
import type { Translator, Where } from "./sqlite-query.ts";
import { limited } from "./sqlite-statements.ts";

/** A document's number, and its value of the counted field. */
export type Matching = [n: number, value: string | null];

export type TabPage = { order: string; limit: number; offset: number };

const mostFew = 1_000;

interface Parts {
	file: SqliteFile;
	name: string;
	indexes: Indexes;
	translator: Translator;
}

export class SqliteTabs {
	#parts: Parts;
	/** Whether a statement gives rows in order without sorting, by its text. */
	#ordered = new Map<string, boolean>();

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	looksInArrays(query: Query): boolean {
		const { arrays } = this.#parts.indexes;
		return arrays.some(({ path }) => path in query);
	}

	/** All that match by an array index, in order; undefined when these are not few. */
	few(query: Query, by: string, order: string): Matching[] | undefined {
		const { file, name, indexes, translator } = this.#parts;
		const nodes = readQuery(query);
		const [array] = nodes.flatMap((node) => translator.numbers(node) ?? []);
		if (!array) return undefined;
		const most = `SELECT count(*) FROM (${array.sql} LIMIT ${mostFew + 1})`;
		if (Number(file.statement(most).get(...array.values)?.[0]) > mostFew) return undefined;

		const { sql, values, check } = translator.where(nodes);
		const column = indexes.columns.find(({ path }) => path === by);
		if (check || !column) return undefined;
		const select = `SELECT n, ${column.name} FROM "${name}" WHERE ${sql} ORDER BY ${unary(order)}`;
		const rows = file.statement(select).all(...values);
		return rows.map((row) => [Number(row[0]), row[1] === null ? null : String(row[1])]);
	}

	/** The numbers of a page's documents, of which so many match. */
	page(nodes: Node[], by: string, { matching, ...page }: TabPage & { matching: number }) {
		const { translator } = this.#parts;
		if (matching <= page.offset) return [];
		const where = translator.where(nodes);
		if (where.check) return undefined;
		if (this.#isOrdered(where, page.order)) return this.#select(where, page);
		if (matching > mostFew) {
			const walked = translator.where(nodes, { order: page.order, name: this.#parts.name });
			return this.#select(walked, page);
		}
		const tally = this.#tallyOf(by);
		const inTabs =
			tally && `${tally.column} IN (SELECT v FROM ${tally.table}) AND (${where.sql})`;
		return this.#select(
			{ ...where, sql: inTabs ?? where.sql },
			{ ...page, order: unary(page.order) },
		);
	}

	/** By value, where an index has the matching ones of each side by side. */
	counts(nodes: Node[], by: string): Record<number, unknown>[] | undefined {
		const { file, name, indexes, translator } = this.#parts;
		const tally = this.#tallyOf(by);
		if (!tally || !isSideBySide(nodes, by, indexes)) return undefined;
		const { sql, values, check } = translator.where(nodes);
		if (check) return undefined;
		const count = `SELECT count(*) FROM "${name}" WHERE ${tally.column} = tab.v AND (${sql})`;
		const counts = `SELECT v, (${count}) FROM ${tally.table} AS tab WHERE count > 0`;
		return file.statement(counts).all(...values);
	}

	#tallyOf(by: string) {
		const { columns, tallies } = this.#parts.indexes;
		const tally = tallies.find(({ path }) => path === by);
		const column = columns.find(({ path }) => path === by);
		return tally && column && { table: tally.table, column: column.name };
	}

	#isOrdered({ sql, values }: Where, order: string): boolean {
		const { file, name } = this.#parts;
		const select = `SELECT n FROM "${name}" WHERE ${sql} ORDER BY ${order}`;
		const known = this.#ordered.get(select);
		if (known !== undefined) return known;
		const plan = file.statement(`EXPLAIN QUERY PLAN ${select}`).all(...values);
		const [first = "", ...others] = plan.map((row) => String(row[3]));
		const isOrdered = first.startsWith("SEARCH") && others.length === 0;
		if (this.#ordered.size >= mostFew) this.#ordered.clear();
		this.#ordered.set(select, isOrdered);
		return isOrdered;
	}

	#select({ sql, values }: Pick<Where, "sql" | "values">, { order, limit, offset }: TabPage) {
		const { file, name } = this.#parts;
		const select = `SELECT n FROM "${name}" WHERE ${sql} ORDER BY ${order} ${limited} OFFSET ? + 0`;
		const given: IndexValue[] = [...values, limit, offset];
		return file
			.statement(select)
			.all(...given)
			.map((row) => Number(row[0]));
	}
}

/** Keeps SQLite from walking an index for its order. */
const unary = (order: string) => `+${order}`;

/** An index begins with what is asked for exactly and the counted field; a range comes next in it. */
function isSideBySide(nodes: Node[], by: string, { plain }: Indexes): boolean {
	const fields = nodes.filter((node): node is Field => "path" in node);
	if (fields.length < nodes.length) return false;
	const exact = [by, ...fields.filter(isExact).map(({ path }) => path)];
	const [range, ...others] = fields.filter((field) => !isExact(field));
	if (others.length > 0) return false;
	return plain.some(
		({ fields: indexed }) =>
			exact.every((path) => indexed.slice(0, exact.length).includes(path)) &&
			(!range || indexed[exact.length] === range.path),
	);
}

const isExact = ({ tests }: Field) => tests.every(({ op }: Test) => op === "$eq");
