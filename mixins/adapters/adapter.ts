// What a document store must do for the services. Two stores implement it, SQLite and MongoDB,
// and both pass tests/support/adapter-contract.ts: whatever could differ in silence is refused.
import type { Service, ServiceBroker } from "moleculer";

export type Doc = { _id: string; [field: string]: unknown };

/**
 * The part of MongoDB's query language that both stores speak: equality with a string, number,
 * boolean or null, `$in $nin $ne $gt $gte $lt $lte $exists $and $or`, and `{ $regex: "^abc" }` with
 * a literal prefix. Paths have dots and look into arrays; equality on an array means "contains".
 */
export type Query = Record<string, unknown>;

export type Fields = Record<string, unknown>;

/** `$push` takes a value or `{ $each, $slice }`, `$addToSet` a value or `{ $each }`. */
export type Update = {
	$set?: Fields;
	$unset?: Fields;
	$inc?: Record<string, number>;
	$push?: Fields;
	$pull?: Fields;
	$addToSet?: Fields;
};

/**
 * `"-createdAt"` is descending. A plain index holds one value a document: writing an array or an
 * object there is refused. `array` indexes every element and serves equality and `$in`. The fields
 * of a unique index must be present. `counted` keeps how many documents hold each value of a field:
 * `countBy` without a query then costs the same however many there are.
 */
export type IndexSpec =
	| string[]
	| { fields: string[]; unique?: boolean; array?: boolean; counted?: boolean };

export type Find = {
	query?: Query;
	sort?: string | string[];
	limit?: number;
	offset?: number;
	search?: string;
	searchFields?: string | string[];
};

export type Tabs = Omit<Find, "search" | "searchFields"> & { by: string; tab?: string };

/** What the page of a tab is about. */
export const withinTab = ({ query = {}, by, tab }: Pick<Tabs, "query" | "by" | "tab">): Query =>
	tab === undefined ? query : { ...query, [by]: tab };

/** moleculer-db's adapter interface, and what guarded writes need on top of it. */
export interface Adapter {
	init(broker: ServiceBroker, service: Service): void;
	connect(): Promise<void>;
	disconnect(): Promise<void>;

	/** Sorted as asked, ties by `_id` in the direction of the last field; by `_id` if not asked. */
	find(filters?: Find): Promise<Doc[]>;
	findOne(query: Query): Promise<Doc | null>;
	findById(id: string): Promise<Doc | null>;
	/** In the order asked, without those that are missing. */
	findByIds(ids: string[]): Promise<Doc[]>;
	/**
	 * Reads what `make` makes of documents: in the order asked, without those that are missing. A store
	 * may keep it, frozen, until its document is written.
	 */
	made<V>(make: (doc: Doc) => V): (ids: string[]) => Promise<V[]>;
	/** Some scalar fields of many documents, beside their `_id`. */
	pick(fields: string[], options: Find): Promise<Doc[]>;
	/** How many match for each value of an indexed field. */
	countBy(path: string, query?: Query): Promise<Record<string, number>>;
	/**
	 * A page of those whose field `by` holds `tab`, or of all, and how many match without regard to that:
	 * what a list with tabs shows. Every document has that field, and its index is `counted`.
	 */
	tabbed(filters: Tabs): Promise<{ docs: Doc[]; counts: Record<string, number> }>;
	count(filters?: Find): Promise<number>;
	/** All that match, in batches by `_id`: what changes meanwhile is seen once, or not at all. */
	each(query?: Query, batch?: number): AsyncIterable<Doc>;
	/** The documents that hold a value at this array-indexed path, smallest value first. */
	firstBy(path: string, limit: number): Promise<Doc[]>;

	insert(doc: Doc): Promise<Doc>;
	/** All of them or, when one fails, none. */
	insertMany(docs: Doc[]): Promise<Doc[]>;
	/** How many documents it changed. */
	updateMany(query: Query, update: Update): Promise<number>;
	updateById(id: string, update: Update): Promise<Doc | null>;
	/** The document after the update, or null when none matched. */
	findOneAndUpdate(query: Query, update: Update): Promise<Doc | null>;
	/**
	 * Replaces the document, but stored fields whose name begins with `_` stay as they are; `push`
	 * appends to such fields in the same write. Answers 1, or 0 when nothing matched.
	 */
	replaceOne(query: Query, doc: Doc, push?: Record<string, unknown[]>): Promise<number>;
	removeMany(query: Query): Promise<number>;
	removeById(id: string): Promise<Doc | null>;
	clear(): Promise<number>;

	entityToObject(entity: Doc): Doc;
	beforeSaveTransformID(entity: Fields, idField: string): Fields;
	afterRetrieveTransformID(entity: Fields, idField: string): Fields;
}

/** The store can't write or read at the moment: its disk is full, or gives errors. Nothing was written. */
export class StoreDown extends Error {
	constructor(cause: Error) {
		super(`The store does not take it: ${cause.message}`, { cause });
		this.name = "StoreDown";
	}
}

/** Another document has this value already; `key` names the fields, as in `"email"` or `"_id"`. */
export class DuplicateKey extends Error {
	key: string;

	constructor(key: string) {
		super(`Another document has the same ${key}.`);
		this.name = "DuplicateKey";
		this.key = key;
	}
}

/** The question or write is outside what both stores answer alike: a programming mistake. */
export class Refused extends Error {
	constructor(message: string) {
		super(message);
		this.name = "Refused";
	}
}

const collectionName = /^[a-z][A-Za-z0-9_-]{0,63}$/;
const pathKey = /^[A-Za-z0-9_-]+$/;
const inherited = new Set(["__proto__", "constructor", "prototype"]);

export function checkCollection(name: string): string {
	if (!collectionName.test(name)) throw new Refused(`"${name}" is no name for a collection.`);
	return name;
}

/** The keys of a path, once it is certain that they are names and not code or array positions. */
export function pathKeys(path: string): string[] {
	const keys = path.split(".");
	for (const key of keys) {
		const isName = pathKey.test(key) && !/^\d+$/.test(key) && !inherited.has(key);
		if (!isName) throw new Refused(`"${path}" is no path of a field.`);
	}
	return keys;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export type SortField = { path: string; descending: boolean };

export function sortFields(sort: string | string[] = []): SortField[] {
	const names = typeof sort === "string" ? sort.split(/[ ,]+/).filter(Boolean) : sort;
	return names.map((name) =>
		name.startsWith("-")
			? { path: name.slice(1), descending: true }
			: { path: name, descending: false },
	);
}
