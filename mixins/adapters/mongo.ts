// Documents in MongoDB: moleculer-db's adapter, with what its driver of 2021 needs replaced, and in
// front of it the checks that make it answer as SQLite does.
import MongoDbAdapter from "moleculer-db-adapter-mongo";
import type { Collection } from "mongodb";
import type { Adapter, Doc, Fields, Find, IndexSpec, Query, Tabs, Update } from "./adapter.ts";
import { checkCollection, Refused, sortFields } from "./adapter.ts";
import { closeMongo, databaseOf, openMongo } from "./mongo-client.ts";
import { firstFailed, spoken, spokenAtLast } from "./mongo-errors.ts";
import { checkDoc, checkUpdate, indexDescriptions, replacement } from "./mongo-documents.ts";
import { tabbed } from "./mongo-tabs.ts";
import { readQuery } from "./query.ts";
import { freeze } from "./read-docs.ts";
import { readIndexes } from "./sqlite-indexes.ts";
import type { Indexes } from "./sqlite-indexes.ts";

/** `durable`: an answered write is in the journal of a majority, not only in their memory. */
export type MongoOptions = {
	url: string;
	/** Names the service as well: all of them share a database. */
	collection: string;
	indexes?: IndexSpec[];
	durable?: boolean;
};

/** What is used of the package's class. */
interface Inherited {
	collection: Collection<Doc>;
	find(filters: Find): Promise<Doc[]>;
	findOne(query: Query): Promise<Doc | null>;
	findByIds(ids: string[]): Promise<Doc[]>;
	count(filters: Find): Promise<number>;
	updateMany(query: Query, update: Update): Promise<number>;
	removeMany(query: Query): Promise<number>;
	transformSort(sort: string[]): Record<string, 1 | -1>;
	entityToObject(entity: Doc): Doc;
	beforeSaveTransformID(entity: Fields, idField: string): Fields;
	afterRetrieveTransformID(entity: Fields, idField: string): Fields;
}

// Why: the package's own types are of its old driver, and promise a document where there is none.
const Base = MongoDbAdapter as unknown as new (url: string) => Inherited;

export class MongoAdapter extends Base implements Adapter {
	#url: string;
	#name: string;
	#durable: boolean;
	#specs: IndexSpec[];
	#indexes: Indexes;
	#isOpen = false;

	constructor({ url, collection, indexes = [], durable = false }: MongoOptions) {
		super(url);
		this.#url = url;
		this.#name = collection.split(".").map(checkCollection).join(".");
		this.#durable = durable;
		this.#specs = indexes;
		this.#indexes = readIndexes(this.#name, indexes);
	}

	init() {}

	async connect() {
		if (this.#isOpen) return;
		const client = openMongo(this.#url);
		this.#isOpen = true;
		const writeConcern = { w: "majority" as const, journal: this.#durable };
		this.collection = databaseOf(client, this.#url).collection(this.#name, { writeConcern });
		const described = indexDescriptions(this.#specs);
		if (described.length > 0) await spoken(this.collection.createIndexes(described));
	}

	async disconnect() {
		if (!this.#isOpen) return;
		this.#isOpen = false;
		await closeMongo(this.#url);
	}

	override async find({ query = {}, sort, limit, offset, search }: Find = {}): Promise<Doc[]> {
		if (search) throw new Refused("Searching is not spoken by every store.");
		readQuery(query);
		const filters = { query, sort: this.#order(sort), limit, offset };
		return (await spokenAtLast(() => super.find(filters))).map(frozen);
	}

	override async findOne(query: Query): Promise<Doc | null> {
		readQuery(query);
		return orNull(await spokenAtLast(() => super.findOne(query)));
	}

	async findById(id: string): Promise<Doc | null> {
		return this.findOne({ _id: id });
	}

	override async findByIds(ids: string[]): Promise<Doc[]> {
		const docs = await spokenAtLast(() => super.findByIds(ids));
		const found = new Map(docs.map((doc) => [doc._id, frozen(doc)]));
		return ids.flatMap((id) => found.get(id) ?? []);
	}

	made<V>(make: (doc: Doc) => V) {
		return async (ids: string[]) => (await this.findByIds(ids)).map(make);
	}

	async tabbed(tabs: Tabs) {
		return tabbed(this, await spokenAtLast(() => this.collection.distinct(tabs.by)), tabs);
	}

	override async count({ query = {}, search }: Find = {}): Promise<number> {
		if (search) throw new Refused("Searching is not spoken by every store.");
		readQuery(query);
		return spokenAtLast(() => super.count({ query }));
	}

	async pick(fields: string[], { query = {}, sort, limit = 0 }: Find): Promise<Doc[]> {
		readQuery(query);
		const projection = Object.fromEntries(fields.map((field) => [field, 1]));
		const order = this.transformSort(this.#order(sort));
		const options = { projection, sort: order, limit };
		const ask = () => this.collection.find(query, options).toArray();
		const nothing = Object.fromEntries(fields.map((field) => [field, null]));
		return (await spokenAtLast(ask)).map((doc) => ({ ...nothing, ...doc }));
	}

	/** Counts index entries: the price grows with them, unlike in SQLite where triggers count. */
	async countBy(path: string, query: Query = {}): Promise<Record<string, number>> {
		const isIndexed = this.#indexes.columns.some((column) => column.path === path);
		if (!isIndexed) throw new Refused(`${path} has no index.`);
		readQuery(query);
		const stages = [{ $match: query }, { $group: { _id: `$${path}`, count: { $sum: 1 } } }];
		const groups = await spokenAtLast(() => this.collection.aggregate(stages).toArray());
		const held = groups.filter((group) => group["_id"] !== null);
		return Object.fromEntries(held.map((group) => [String(group["_id"]), group["count"]]));
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
		const isIndexed = this.#indexes.arrays.some((index) => index.path === path);
		if (!isIndexed) throw new Refused(`${path} has no array index.`);
		const holds = { [path]: { $type: ["string", "number", "bool"] } };
		const options = { sort: { [path]: 1, _id: 1 } as const, limit };
		const ask = () => this.collection.find(holds, options).toArray();
		return (await spokenAtLast(ask)).map(frozen);
	}

	async insert(doc: Doc): Promise<Doc> {
		checkDoc(doc, this.#indexes);
		await spoken(this.collection.insertOne({ ...doc }));
		return doc;
	}

	/** A process that is killed within it leaves the first of them. */
	async insertMany(docs: Doc[]): Promise<Doc[]> {
		if (docs.length === 0) return [];
		for (const doc of docs) checkDoc(doc, this.#indexes);
		const inserting = this.collection.insertMany(docs.map((doc) => ({ ...doc })));
		await spoken(
			inserting.catch(async (error: unknown) => {
				const before = docs.slice(0, firstFailed(error));
				await super.removeMany({ _id: { $in: before.map(idOf) } });
				throw error;
			}),
		);
		return docs;
	}

	override async updateMany(query: Query, update: Update): Promise<number> {
		readQuery(query);
		checkUpdate(update, this.#indexes);
		return spoken(super.updateMany(query, update));
	}

	async updateById(id: string, update: Update): Promise<Doc | null> {
		return this.findOneAndUpdate({ _id: id }, update);
	}

	async findOneAndUpdate(query: Query, update: Update): Promise<Doc | null> {
		readQuery(query);
		const change = checkUpdate(update, this.#indexes);
		const after = { returnDocument: "after" as const };
		return orNull(await spoken(this.collection.findOneAndUpdate(query, change, after)));
	}

	/** Why a read first: without pipeline updates, fields that go must be named. */
	async replaceOne(query: Query, doc: Doc, push: Record<string, unknown[]> = {}) {
		checkDoc(doc, this.#indexes);
		const before = await this.findOne(query);
		if (!before) return 0;
		const update = replacement(before, doc, push);
		const done = await spoken(this.collection.updateOne({ ...query, _id: doc._id }, update));
		return done.matchedCount;
	}

	override async removeMany(query: Query): Promise<number> {
		readQuery(query);
		return spoken(super.removeMany(query));
	}

	async removeById(id: string): Promise<Doc | null> {
		return orNull(await spoken(this.collection.findOneAndDelete({ _id: id })));
	}

	async clear(): Promise<number> {
		return this.removeMany({});
	}

	/** Ids are texts of our own, never ObjectIds. */
	stringToObjectID(id: string) {
		return id;
	}

	/** Ties go by `_id`, in the direction of the last field: the declared indexes end so as well. */
	#order(sort: string | string[] | undefined): string[] {
		const order: string[] = [];
		let direction = "";
		for (const { path, descending } of sortFields(sort)) {
			readQuery({ [path]: { $exists: true } });
			if (this.#indexes.arrays.some((index) => index.path === path))
				throw new Refused(`${path} holds many values: it gives no order.`);
			direction = descending ? "-" : "";
			order.push(`${direction}${path}`);
			if (path === "_id") return order;
		}
		return [...order, `${direction}_id`];
	}
}

const idOf = ({ _id }: Doc) => _id;

function frozen(doc: Doc): Doc {
	freeze(doc);
	return doc;
}

const orNull = (doc: Doc | null) => doc && frozen(doc);
