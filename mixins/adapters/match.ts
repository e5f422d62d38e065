// MongoDB's answer to "does this document match?", for documents that are in memory.
import { isRecord } from "./adapter.ts";
import type { Bound, Field, Node, Scalar, Test } from "./query.ts";

type Check = (value: unknown) => boolean;

export function matches(nodes: Node[]): Check {
	const checks = nodes.map(checkOf);
	const [first] = checks;
	if (first && checks.length === 1) return first;
	return (value) => checks.every((check) => check(value));
}

/** Whether one value, an element of an array say, passes. */
export function passes(tests: Test[]): Check {
	const checks = tests.map((test) => fieldCheck([], test));
	return (value) => checks.every((check) => check(value));
}

/** Every string, number and boolean at the path, looking into arrays; each once. */
export function valuesAt(doc: unknown, keys: string[]): (string | number | boolean)[] {
	const found = new Set<string | number | boolean>();
	anyAt(doc, keys, (value) => {
		if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
			found.add(value);
		return false;
	});
	return [...found];
}

function checkOf(node: Node): Check {
	if ("any" in node) {
		const branches = node.any.map(matches);
		return (value) => branches.some((branch) => branch(value));
	}
	return fieldChecks(node);
}

function fieldChecks({ keys, tests }: Field): Check {
	const checks = tests.map((test) => fieldCheck(keys, test));
	const [first] = checks;
	if (first && checks.length === 1) return first;
	return (value) => checks.every((check) => check(value));
}

function fieldCheck(keys: string[], test: Test): Check {
	if (test.op === "$ne") return not(keys, equals(test.value));
	if (test.op === "$nin") return not(keys, isOneOf(test.values));
	if (test.op === "$exists" && !test.value) return not(keys, isThere);

	const check = valueCheck(test);
	return (value) => anyAt(value, keys, check);
}

function valueCheck(test: Exclude<Test, { op: "$ne" | "$nin" }>): Check {
	switch (test.op) {
		case "$eq":
			return equals(test.value);
		case "$in":
			return isOneOf(test.values);
		case "$exists":
			return isThere;
		case "prefix":
			return (value) => typeof value === "string" && value.startsWith(test.value);
		default:
			return inRange(test.op, test.value);
	}
}

function not(keys: string[], check: Check): Check {
	return (value) => !anyAt(value, keys, check);
}

function isThere(value: unknown): boolean {
	return value !== undefined;
}

function equals(wanted: Scalar): Check {
	if (wanted === null) return (value) => value === null || value === undefined;
	return (value) => value === wanted;
}

function isOneOf(wanted: Scalar[]): Check {
	const set = new Set<unknown>(wanted);
	if (set.has(null)) set.add(undefined);
	return (value) => set.has(value);
}

function inRange(op: Bound, bound: string | number): Check {
	return (value) => {
		if (typeof value === "string" && typeof bound === "string")
			return holds(op, compareText(value, bound));
		if (typeof value === "number" && typeof bound === "number") return holds(op, value - bound);
		return false;
	};
}

function holds(op: Bound, order: number): boolean {
	if (op === "$gt") return order > 0;
	if (op === "$gte") return order >= 0;
	return op === "$lt" ? order < 0 : order <= 0;
}

const surrogate = /[\ud800-\udfff]/;

// Why: both stores compare UTF-8 bytes, JavaScript compares UTF-16 units; they differ for emoji.
function compareText(a: string, b: string): number {
	if (surrogate.test(a) || surrogate.test(b))
		return Buffer.compare(Buffer.from(a), Buffer.from(b));
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** Whether a value at the path passes: an array at its end is tried whole and by element. */
function anyAt(value: unknown, keys: readonly string[], check: Check): boolean {
	const [key, ...below] = keys;
	if (key === undefined) return check(value) || (Array.isArray(value) && value.some(check));
	if (isRecord(value)) {
		return anyAt(Object.hasOwn(value, key) ? value[key] : undefined, below, check);
	}
	if (Array.isArray(value)) {
		return value.some((element) => isRecord(element) && anyAt(element, keys, check));
	}
	return check(undefined);
}
