// What services see of a store: typed entities with an id and a version. The events of a write live
// in the hidden field `_told` of the document they are about, until they are delivered.
import type { Adapter, Doc, Query, Tabs, Update } from "./adapters/adapter.ts";
import { Refused } from "./adapters/adapter.ts";
import { Tidying } from "./adapters/tidying.ts";
import type { Chores } from "./adapters/tidying.ts";
import { document, entity, entityOrNull, order, stored } from "./entities.ts";
import { behind, cursorBehind } from "./walking.ts";
import type { Stretch } from "./walking.ts";

export interface Stored {
	id: string;
	version: number;
}

/** An event to be stored within the write. */
export type Told = { name: string; payload: unknown; id: string; at: string };

export interface Page<T> {
	items: T[];
	page: number;
	pageSize: number;
	total: number;
}

export type Hooks = {
	/** Called after a commit that stored events. */
	told?(id: string, events: Told[]): void;
};

/** Every collection needs this index: by it undelivered events are found. */
export const toldIndex = { fields: ["_told.id"], array: true };

/** Somebody else wrote the document since it was read. */
export class StaleVersion extends Error {
	id: string;

	constructor(id: string) {
		super(`The document ${id} was changed by somebody else, or is gone.`);
		this.name = "StaleVersion";
		this.id = id;
	}
}

export class Collection<T extends Stored> {
	#adapter: Adapter;
	#hooks: Hooks;
	#tidying: Tidying;

	constructor(adapter: Adapter, hooks: Hooks = {}) {
		this.#adapter = adapter;
		this.#tidying = new Tidying(adapter);
		this.#hooks = hooks;
	}

	async findById(id: string): Promise<T | null> {
		return entityOrNull(await this.#adapter.findById(id));
	}

	/** In the order asked, without those that are missing. */
	async findByIds(ids: string[]): Promise<T[]> {
		return (await this.#adapter.findByIds(ids)).map((doc) => entity<T>(doc));
	}

	/** Reads what is made of documents, which may be kept until they are written; see the adapter. */
	made<V>(make: (entity: T) => V): (ids: string[]) => Promise<V[]> {
		return this.#adapter.made((doc) => make(entity<T>(doc)));
	}

	async findOne(query: Query): Promise<T | null> {
		return entityOrNull(await this.#adapter.findOne(stored(query)));
	}

	async find({ query = {}, sort = [], limit, offset = 0 }: FindOptions): Promise<T[]> {
		const asked = { query: stored(query), sort: order(sort), limit, offset };
		const docs = await this.#adapter.find(asked);
		return docs.map((doc) => entity<T>(doc));
	}

	/** One page or, with a cursor, the stretch behind it; an empty cursor is the beginning. */
	async list(options: ListOptions & { cursor?: undefined }): Promise<Page<T>>;
	async list(options: ListOptions & { cursor: string }): Promise<Stretch<T>>;
	async list(options: ListOptions): Promise<Page<T> | Stretch<T>>;
	async list({ query, sort, page, pageSize, cursor }: ListOptions) {
		if (cursor !== undefined) return this.#stretch({ query, sort, limit: pageSize, cursor });
		const offset = (page - 1) * pageSize;
		const [items, total] = await Promise.all([
			this.find({ query, sort, limit: pageSize, offset }),
			this.count(query),
		]);
		return { items, page, pageSize, total };
	}

	/** What a list with tabs shows; see the adapter. */
	async tabbed({ query = {}, sort = [], by, tab, limit, offset }: Tabs & FindOptions) {
		const tabs = { query: stored(query), sort: order(sort), by, tab, limit, offset };
		const { docs, counts } = await this.#adapter.tabbed(tabs);
		return { items: docs.map((doc) => entity<T>(doc)), counts };
	}

	async count(query: Query = {}): Promise<number> {
		return this.#adapter.count({ query: stored(query) });
	}

	/** Some scalar fields of many documents: what a comparison needs without reading them whole. */
	async pick<F extends keyof T & string>(
		fields: F[],
		{ query = {}, sort = [], limit }: Omit<FindOptions, "offset">,
	): Promise<Pick<T, F | "id">[]> {
		const asked = { query: stored(query), sort: order(sort), limit };
		const docs = await this.#adapter.pick(fields, asked);
		return docs.map((doc) => entity<T>(doc));
	}

	/** How many match for each value of an indexed field. */
	async countBy(field: string, query: Query = {}): Promise<Record<string, number>> {
		return this.#adapter.countBy(field, stored(query));
	}

	async *each(query: Query = {}, batch?: number): AsyncIterable<T> {
		for await (const doc of this.#adapter.each(stored(query), batch)) yield entity<T>(doc);
	}

	async insert(doc: T, ...told: Told[]): Promise<T> {
		const fresh = document(doc);
		if (told.length > 0) fresh["_told"] = told;
		await this.#adapter.insert(fresh);
		this.#tell(doc.id, told);
		return doc;
	}

	/** All of them or, when one fails, none. */
	async insertMany(docs: T[]): Promise<T[]> {
		await this.#adapter.insertMany(docs.map(document));
		return docs;
	}

	/** Guarded by the version that was read; gives the document as it is stored, one version on. */
	async replace(doc: T, ...told: Told[]): Promise<T> {
		const { id, version } = doc;
		const next = { ...doc, version: version + 1 };
		const push = told.length > 0 ? { _told: told } : undefined;
		const count = await this.#adapter.replaceOne({ _id: id, version }, document(next), push);
		if (count === 0) throw new StaleVersion(id);
		this.#tell(id, told);
		return next;
	}

	/** How many it changed. To tell something, the query names one document by its id. */
	async update(query: Query, update: Update, ...told: Told[]): Promise<number> {
		const { id } = query;
		if (told.length > 0 && typeof id !== "string")
			throw new Refused("Events belong to one document: name its id in the query.");
		const count = await this.#adapter.updateMany(stored(query), versioned(update, told));
		if (count > 0 && typeof id === "string") this.#tell(id, told);
		return count;
	}

	/** Changes one document that matches, and gives the document after; null if none did. */
	async change(query: Query, update: Update, ...told: Told[]): Promise<T | null> {
		const doc = await this.#adapter.findOneAndUpdate(stored(query), versioned(update, told));
		if (doc) this.#tell(doc._id, told);
		return entityOrNull(doc);
	}

	async remove(query: Query): Promise<number> {
		return this.#adapter.removeMany(stored(query));
	}

	/** Documents that hold undelivered events, oldest first. */
	async pending(limit: number): Promise<{ id: string; told: Told[] }[]> {
		const docs = await this.#adapter.firstBy("_told.id", limit);
		return docs.map((doc) => ({ id: doc._id, told: toldOf(doc) }));
	}

	/** Takes events out that were delivered. */
	delivered(id: string, toldIds: string[]): Promise<void> {
		return this.tidy(id, { pull: { _told: toldIds } });
	}

	/** Chores that nobody waits for, written within a moment; mixins/adapters/tidying.ts. */
	tidy(id: string, chores: Chores): Promise<void> {
		return this.#tidying.note(id, chores);
	}

	/** Writes the chores of the last moment. */
	tidied(): Promise<void> {
		return this.#tidying.flush();
	}

	async #stretch({ query, sort = [], limit, cursor }: Walk): Promise<Stretch<T>> {
		const rest = behind(cursor, { query, sort });
		const found = await this.find({ query: rest, sort, limit: limit + 1 });
		const items = found.slice(0, limit);
		const last = found.length > limit ? items.at(-1) : undefined;
		return { items, nextCursor: last ? cursorBehind(last, sort) : null };
	}

	#tell(id: string, told: Told[]) {
		if (told.length > 0) this.#hooks.told?.(id, told);
	}
}

export type FindOptions = { query?: Query; sort?: string[]; limit: number; offset?: number };
export type ListOptions = {
	query?: Query;
	sort?: string[];
	page: number;
	pageSize: number;
	cursor?: string;
};
type Walk = { query?: Query; sort?: string[]; limit: number; cursor: string };

function versioned(update: Update, told: Told[]): Update {
	const next: Update = { ...update, $inc: { ...update.$inc, version: 1 } };
	if (told.length > 0) next.$push = { ...update.$push, _told: { $each: told } };
	return next;
}

function toldOf(doc: Doc): Told[] {
	// Why the cast: only this file writes the field.
	return (doc["_told"] ?? []) as Told[];
}
