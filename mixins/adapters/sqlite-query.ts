// Turns a query into SQL as far as declared indexes answer it exactly. What is left over is checked
// on the documents that SQL finds, so `where` may be true for too many, never for too few.
import { matches } from "./match.ts";
import type { Bound, Field, Node, Scalar, Test } from "./query.ts";
import type { Indexes, IndexValue } from "./sqlite-indexes.ts";
import { indexValue } from "./sqlite-indexes.ts";

export type Where = {
	sql: string;
	values: IndexValue[];
	/** Left out when SQL answers all of the query. */
	check: ((doc: unknown) => boolean) | undefined;
};

type Part = { sql: string; values: IndexValue[]; isExact: boolean };

const everything: Part = { sql: "TRUE", values: [], isExact: false };
const signs = { $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" };

/** Knows which paths of a collection have an index. */
export class Translator {
	#plain = new Map<string, string>([["_id", "_id"]]);
	#arrays = new Map<string, string>();

	constructor({ columns, arrays }: Indexes) {
		for (const { path, name } of columns) this.#plain.set(path, name);
		for (const { path, table } of arrays) this.#arrays.set(path, table);
	}

	/** With a walk, whatever is looked for is checked on the rows that it passes. */
	where(nodes: Node[], walk?: Walk): Where {
		const { sql, values, isExact } = this.#all(nodes, walk);
		return { sql, values, check: isExact ? undefined : matches(nodes) };
	}

	/** The numbers of documents that an array index finds for this condition, some twice. */
	numbers(node: Node): Omit<Where, "check"> | undefined {
		const table = "any" in node ? undefined : this.#arrays.get(node.path);
		if (!table || "any" in node) return undefined;
		const [part = everything] = node.tests.map((test) => elementPart(test));
		return { sql: `SELECT n FROM "${table}" WHERE ${part.sql}`, values: part.values };
	}

	#all(nodes: Node[], walk?: Walk): Part {
		return join(
			nodes.map((node) => ("any" in node ? this.#any(node.any) : this.#field(node, walk))),
			" AND ",
		);
	}

	#any(branches: Node[][]): Part {
		const parts = branches.map((branch) => this.#all(branch));
		const isOpen = parts.some(({ sql }) => sql === "TRUE");
		if (!isOpen) return join(parts, " OR ");
		return { ...everything, isExact: parts.every(({ isExact }) => isExact) };
	}

	#field({ path, tests }: Field, walk?: Walk): Part {
		const column = this.#plain.get(path);
		if (column) {
			const field = walk && isPassed(column, tests, walk) ? `+${column}` : column;
			const parts = tests.map((test) => plainPart(field, test));
			return join([...parts, ...brackets(field, tests)], " AND ");
		}
		const table = this.#arrays.get(path);
		if (table)
			return join(
				tests.map((test) => (walk ? heldPart(table, test, walk) : arrayPart(table, test))),
				" AND ",
			);
		return everything;
	}
}

/** Along the index of an order, through the rows of a collection. */
export type Walk = { order: string; name: string };

/** SQLite uses no index for a term with a plus. */
const isPassed = (column: string, tests: Test[], { order }: Walk) =>
	!order.includes(column) && tests.some(({ op }) => op !== "$eq");

function join(parts: Part[], by: " AND " | " OR "): Part {
	const isExact = parts.every((part) => part.isExact);
	const said = parts.filter(({ sql }) => sql !== "TRUE");
	const [only] = said;
	if (!only) return { sql: "TRUE", values: [], isExact };
	if (said.length === 1) return { ...only, isExact };
	return {
		sql: said.map(({ sql }) => `(${sql})`).join(by),
		values: said.flatMap(({ values }) => values),
		isExact,
	};
}

function plainPart(field: string, test: Test): Part {
	switch (test.op) {
		case "$eq":
			return one(field, is, test.value);
		case "$ne":
			return one(field, isNot, test.value);
		case "$in":
			return among(field, test.values);
		case "$nin": {
			const { sql, values } = among(field, test.values);
			return { sql: `(${sql}) IS NOT TRUE`, values, isExact: true };
		}
		case "$exists":
			return test.value
				? everything
				: { sql: `${field} IS NULL`, values: [], isExact: false };
		case "prefix":
			return startsWith(field, test.value);
		default:
			return { sql: `${field} ${signs[test.op]} ?`, values: [test.value], isExact: true };
	}
}

const is = { null: "IS NULL", sign: "=" };
const isNot = { null: "IS NOT NULL", sign: "IS NOT" };

function one(field: string, by: typeof is, value: Scalar): Part {
	if (value === null) return { sql: `${field} ${by.null}`, values: [], isExact: true };
	return { sql: `${field} ${by.sign} ?`, values: [indexValue(value)], isExact: true };
}

function among(field: string, wanted: Scalar[]): Part {
	const plain = wanted.filter((value) => typeof value === "string" || typeof value === "number");
	const flags = wanted.filter((value) => typeof value === "boolean");
	const parts: Part[] = flags.map((value) => one(field, is, value));
	if (wanted.includes(null)) parts.push(one(field, is, null));
	if (plain.length > 0 || parts.length === 0) {
		parts.push({
			sql: `${field} IN (SELECT value FROM json_each(?))`,
			values: [JSON.stringify(plain)],
			isExact: true,
		});
	}
	return join(parts, " OR ");
}

function startsWith(field: string, prefix: string): Part {
	const beyond = `${prefix}\u{10FFFF}`;
	return { sql: `${field} >= ? AND ${field} < ?`, values: [prefix, beyond], isExact: true };
}

/** SQLite orders numbers before text before bytes; a range must stay among its own kind. */
function brackets(field: string, tests: Test[]): Part[] {
	const parts: Part[] = [];
	for (const test of tests) {
		if (!isBound(test)) continue;
		const isLower = test.op === "$gt" || test.op === "$gte";
		const isText = typeof test.value === "string";
		if (isLower) parts.push(fixed(`${field} < ${isText ? "x''" : "''"}`));
		else if (isText) parts.push(fixed(`${field} >= ''`));
	}
	return parts;
}

function isBound(test: Test): test is { op: Bound; value: string | number } {
	return test.op in signs;
}

function fixed(sql: string): Part {
	return { sql, values: [], isExact: true };
}

/** Each test may be met by another element of the array, so each looks for itself. */
function arrayPart(table: string, test: Test): Part {
	const part = elementPart(test);
	if (part === everything) return everything;
	return { ...part, sql: `n IN (SELECT n FROM "${table}" WHERE ${part.sql})` };
}

/** Looks whether this row holds it, where that is one look; else among all that do. */
function heldPart(table: string, test: Test, { name }: Walk): Part {
	const part = arrayPart(table, test);
	if (part === everything) return everything;
	if (test.op !== "$eq") return { ...part, sql: `+${part.sql}` };
	const held = `SELECT 1 FROM "${table}" AS held WHERE v = ? AND held.n = "${name}".n`;
	return { ...part, sql: `EXISTS (${held})` };
}

function elementPart(test: Test): Part {
	if (test.op === "$eq" && test.value !== null) return plainPart("v", test);
	if (test.op === "$in" && !test.values.includes(null)) return among("v", test.values);
	if (test.op === "prefix") return startsWith("v", test.value);
	if (isBound(test)) return join([plainPart("v", test), ...brackets("v", [test])], " AND ");
	return everything;
}
