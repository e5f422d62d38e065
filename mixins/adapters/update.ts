// Applies an update to a document in memory, as MongoDB would; what MongoDB answers with an error
// throws here too.
import { isDeepStrictEqual } from "node:util";
import type { Doc, Fields, Update } from "./adapter.ts";
import { isRecord, pathKeys, Refused } from "./adapter.ts";
import { matches, passes } from "./match.ts";
import { readQuery, readTests } from "./query.ts";

/** Gives the document afterwards; the one before stays as it is. */
export type Change = (doc: Doc) => Doc;
type Edit = (parent: Fields, key: string) => void;

const operators: Record<string, (path: string, value: unknown) => Edit> = {
	$set: set,
	$unset: () => (parent, key) => delete parent[key],
	$inc: increase,
	$push: push,
	$pull: pull,
	$addToSet: addToSet,
};
const looksOnly = new Set(["$unset", "$pull"]);

/** Reads an update once; throws at once, with the name of the operator, what is not spoken. */
export function readUpdate(update: Update): Change {
	const edits: { keys: string[]; edit: Edit; creates: boolean }[] = [];
	const paths: string[] = [];
	for (const [name, fields] of Object.entries(update)) {
		const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
		if (!operator) throw new Refused(`${name} is not spoken by every store.`);
		for (const [path, value] of Object.entries(fields)) {
			const keys = pathKeys(path);
			checkPath(path, paths);
			edits.push({ keys, edit: operator(path, value), creates: !looksOnly.has(name) });
		}
	}
	return (before) => {
		const doc: Doc = { ...before };
		const copies = new Set<Fields>();
		for (const { keys, edit, creates } of edits) {
			const parent = parentOf(doc, keys, { creates, copies });
			if (parent) edit(parent, keys.at(-1) ?? "");
		}
		return doc;
	};
}

function checkPath(path: string, paths: string[]) {
	if (path === "_id") throw new Refused("An _id never changes.");
	const clash = paths.find(
		(other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`),
	);
	if (clash) throw new Refused(`One update cannot change ${clash} and ${path}.`);
	paths.push(path);
}

type Walk = { creates: boolean; copies: Set<Fields> };

/** What holds the last key, as an object of its own; each is copied once. */
function parentOf(doc: Doc, keys: string[], { creates, copies }: Walk): Fields | undefined {
	let parent: Fields = doc;
	for (const key of keys.slice(0, -1)) {
		const next = parent[key];
		if (!isRecord(next) && !creates) return undefined;
		if (!isRecord(next) && next !== undefined)
			throw new Refused(`${keys.join(".")}: ${key} is no object.`);
		const own: Fields = isRecord(next) && copies.has(next) ? next : { ...next };
		copies.add(own);
		parent[key] = own;
		parent = own;
	}
	return parent;
}

function set(path: string, value: unknown): Edit {
	if (value === undefined) throw new Refused(`$set of ${path} to undefined: use $unset.`);
	return (parent, key) => {
		parent[key] = value;
	};
}

function increase(path: string, value: unknown): Edit {
	if (typeof value !== "number") throw new Refused(`$inc of ${path} takes a number.`);
	return (parent, key) => {
		const now = parent[key] === undefined ? 0 : parent[key];
		if (typeof now !== "number") throw new Refused(`$inc: ${path} is no number.`);
		parent[key] = now + value;
	};
}

function push(path: string, value: unknown): Edit {
	const { each, slice } = elements("$push", path, value);
	return (parent, key) => {
		const list = [...listAt(path, parent[key]), ...each];
		parent[key] = slice === undefined ? list : cut(list, slice);
	};
}

function addToSet(path: string, value: unknown): Edit {
	const { each, slice } = elements("$addToSet", path, value);
	if (slice !== undefined) throw new Refused(`$addToSet of ${path}: $slice is for $push.`);
	return (parent, key) => {
		const list = [...listAt(path, parent[key])];
		for (const one of each)
			if (!list.some((other) => isDeepStrictEqual(other, one))) list.push(one);
		parent[key] = list;
	};
}

function pull(path: string, value: unknown): Edit {
	const check = pullCheck(path, value);
	return (parent, key) => {
		if (parent[key] === undefined) return;
		parent[key] = listAt(path, parent[key]).filter((one) => !check(one));
	};
}

function pullCheck(path: string, value: unknown): (one: unknown) => boolean {
	if (!isRecord(value)) return passes(readTests(path, value));
	const isTest = Object.keys(value).some((name) => name.startsWith("$"));
	if (isTest) return passes(readTests(path, value));
	const check = matches(readQuery(value));
	return (one) => isRecord(one) && check(one);
}

function elements(operator: string, path: string, value: unknown) {
	if (value === undefined) throw new Refused(`${operator} of ${path}: nothing is given.`);
	const modifiers = isRecord(value)
		? Object.keys(value).filter((key) => key.startsWith("$"))
		: [];
	if (!isRecord(value) || modifiers.length === 0) return { each: [value] };

	const { $each: each, $slice: slice, ...others } = value;
	const other = Object.keys(others)[0];
	if (other) throw new Refused(`${operator} of ${path}: ${other} is not spoken by every store.`);
	if (!Array.isArray(each)) throw new Refused(`${operator} of ${path}: $each takes a list.`);
	if (slice === undefined) return { each };
	if (!Number.isInteger(slice)) throw new Refused(`$push of ${path}: $slice takes an integer.`);
	return { each, slice: Number(slice) };
}

function cut(list: unknown[], slice: number): unknown[] {
	if (slice === 0) return [];
	return slice < 0 ? list.slice(slice) : list.slice(0, slice);
}

export function listAt(path: string, value: unknown): unknown[] {
	if (value === undefined) return [];
	if (Array.isArray(value)) return value;
	throw new Refused(`${path} is no list.`);
}
