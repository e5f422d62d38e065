// Reads a query into a small tree once; SQL and the check in memory are both made from the tree,
// so that they cannot understand it differently.
import type { Query } from "./adapter.ts";
import { isRecord, pathKeys, Refused } from "./adapter.ts";

export type Scalar = string | number | boolean | null;
export type Bound = "$gt" | "$gte" | "$lt" | "$lte";

export type Test =
	| { op: "$eq"; value: Scalar }
	| { op: "$ne"; value: Scalar }
	| { op: "$in"; values: Scalar[] }
	| { op: "$nin"; values: Scalar[] }
	| { op: Bound; value: string | number }
	| { op: "$exists"; value: boolean }
	| { op: "prefix"; value: string };

export type Field = { path: string; keys: string[]; tests: Test[] };
/** A list of nodes means all of them. */
export type Node = Field | { any: Node[][] };

export function readQuery(query: Query): Node[] {
	const nodes: Node[] = [];
	for (const name of Object.keys(query)) {
		const value = query[name];
		if (name === "$and") nodes.push(...branches(name, value).flat());
		else if (name === "$or") nodes.push({ any: branches(name, value) });
		else if (name.startsWith("$")) throw new Refused(`${name} is not spoken by every store.`);
		else nodes.push({ path: name, keys: pathKeys(name), tests: readTests(name, value) });
	}
	return nodes;
}

/** The `_id` a query asks for, when it asks for exactly one. */
export function idOf(nodes: Node[]): string | undefined {
	for (const node of nodes) {
		if ("any" in node || node.path !== "_id") continue;
		const test = node.tests[0];
		if (test?.op === "$eq" && typeof test.value === "string") return test.value;
	}
	return undefined;
}

/** The conditions on one value: `{ $gte: 3 }`, or a plain value for equality. */
export function readTests(path: string, value: unknown): Test[] {
	if (!isRecord(value)) return [{ op: "$eq", value: scalar(path, value) }];

	const names = Object.keys(value);
	if (names.length === 0) throw new Refused(`${path}: equality with an object is not spoken.`);
	return names.map((op) => readTest(path, op, value[op]));
}

function readTest(path: string, op: string, value: unknown): Test {
	switch (op) {
		case "$eq":
		case "$ne":
			return { op, value: scalar(path, value) };
		case "$in":
		case "$nin":
			if (!Array.isArray(value)) throw new Refused(`${path}: ${op} takes a list.`);
			return { op, values: value.map((one) => scalar(path, one)) };
		case "$gt":
		case "$gte":
		case "$lt":
		case "$lte":
			return { op, value: comparable(path, value) };
		case "$exists":
			if (typeof value !== "boolean") throw new Refused(`${path}: $exists takes a boolean.`);
			return { op, value };
		case "$regex":
			return { op: "prefix", value: literalPrefix(path, value) };
		default:
			throw new Refused(`${path}: ${op} is not spoken by every store.`);
	}
}

function branches(name: string, value: unknown): Node[][] {
	if (!Array.isArray(value) || value.length === 0)
		throw new Refused(`${name} takes a list of queries.`);
	return value.map((one: unknown) => {
		if (!isRecord(one)) throw new Refused(`${name} takes a list of queries.`);
		return readQuery(one);
	});
}

function scalar(path: string, value: unknown): Scalar {
	if (path === "_id" && typeof value !== "string") throw new Refused("An _id is a string.");
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (typeof value === "number" && Number.isFinite(value)) return value;
	throw new Refused(
		`${path}: compare with a string, number, boolean or null, not ${kind(value)}.`,
	);
}

function comparable(path: string, value: unknown): string | number {
	const bound = scalar(path, value);
	if (typeof bound === "string" || typeof bound === "number") return bound;
	throw new Refused(`${path}: a range is between numbers or between strings.`);
}

/** `^abc` where every letter stands for itself; punctuation may be escaped. */
function literalPrefix(path: string, value: unknown): string {
	const isPrefix =
		typeof value === "string" && /^\^(?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])+$/.test(value);
	if (!isPrefix) throw new Refused(`${path}: $regex takes a literal prefix, as in "^abc".`);
	return value.slice(1).replaceAll(/\\(.)/g, "$1");
}

function kind(value: unknown): string {
	return Array.isArray(value) ? "a list" : typeof value;
}
