// What lies in Elasticsearch: written in bulk by versions, read by id, by query and as a whole. Behind
// an alias; a new index is filled beside the old one, and the alias moves when it is whole.
import { Client, errors } from "@elastic/elasticsearch";
import type { estypes } from "@elastic/elasticsearch";
import type { Named, Put, SearchDocument, StoredDocument } from "../engine.ts";
import { thingsOf } from "../fields.ts";
import type { TypedNames } from "../suggest.ts";
import { read } from "./candidates.ts";
import type { Hit } from "./candidates.ts";
import type { Counted } from "./facets.ts";
import { Indexes } from "./indexes.ts";
import { entryOf, separator } from "./mapping.ts";
import type { Entry } from "./mapping.ts";

export interface ElasticOptions {
	/** `?index=` names the alias: malls that share a server have one each. */
	url: string;
}

/** Who searches does not wait for a server that is frozen: then the catalogue answers. */
const patience = { requestTimeout: 2_000, maxRetries: 0 };
const writeMs = 30_000;

const batch = 200;
const page = 5_000;
const mostNames = 5_000;
const namesMs = 30_000;

export class ElasticIndex {
	/** Heads of category names: what this shop sells. */
	readonly things = new Set<string>();
	readonly #client: Client;
	readonly #indexes: Indexes;
	readonly #alias: string;
	#names: { until: number; names: Promise<TypedNames> } | undefined;

	constructor({ url }: ElasticOptions) {
		const node = new URL(url);
		this.#alias = node.searchParams.get("index") ?? "mall-products";
		node.search = "";
		this.#client = new Client({ node: node.href, maxRetries: 2, requestTimeout: writeMs });
		this.#indexes = new Indexes(this.#client, this.#alias);
	}

	async open() {
		await this.#indexes.open();
		const aggs = { counted: { terms: { field: "things", size: page } } };
		for (const { key } of await this.#terms(aggs)) this.things.add(key);
	}

	async put(documents: SearchDocument[], index = this.#alias) {
		for (const document of documents) {
			for (const thing of thingsOf(document)) this.things.add(thing);
		}
		for (let at = 0; at < documents.length; at += batch) {
			const part = documents.slice(at, at + batch);
			await this.#bulk(
				part.flatMap((document) => {
					const { id: _id, version = 0 } = document;
					// Why: of two nodes that put at once, the newer state of the product stays.
					const what = { _id, version, version_type: "external_gte" as const };
					return [{ index: what }, entryOf(document, this.things)];
				}),
				index,
			);
		}
	}

	async remove(ids: string[]) {
		if (ids.length > 0)
			await this.#bulk(
				ids.map((_id) => ({ delete: { _id } })),
				this.#alias,
			);
	}

	async renew(fill: (put: Put) => Promise<void>) {
		const index = await this.#indexes.create();
		try {
			await fill((documents) => this.put(documents, index));
		} catch (error) {
			await this.#indexes.drop(index);
			throw error;
		}
		await this.#indexes.swap(index);
	}

	async get(id: string): Promise<StoredDocument | null> {
		try {
			const _source_includes = ["version", "card"];
			const query = { index: this.#alias, id, _source_includes };
			const { _source } = await this.#client.get<Pick<Entry, "version" | "card">>(query);
			return _source ? { id, version: _source.version, card: _source.card } : null;
		} catch (error) {
			if (error instanceof errors.ResponseError && error.statusCode === 404) return null;
			throw error;
		}
	}

	async versions(): Promise<Record<string, number>> {
		const found: Record<string, number> = {};
		let after: estypes.SortResults | undefined;
		do {
			const { hits } = await this.#client.search<Pick<Entry, "version">>({
				index: this.#alias,
				_source: ["version"],
				sort: [{ id: "asc" }],
				size: page,
				search_after: after,
			});
			for (const { _id, _source } of hits.hits)
				if (_id !== undefined && _source) found[_id] = _source.version;
			after = hits.hits.length < page ? undefined : hits.hits.at(-1)?.sort;
		} while (after);
		return found;
	}

	async count(): Promise<number> {
		return (await this.#client.count({ index: this.#alias })).count;
	}

	async ask(asked: estypes.SearchRequest): Promise<{ hits: Hit[]; total: number }> {
		const whole = { index: this.#alias, track_total_hits: true, _source: read };
		const { hits } = await this.#client.search({ ...whole, ...asked }, patience);
		const total = typeof hits.total === "object" ? hits.total.value : (hits.total ?? 0);
		// Why the cast: only this file writes what is read here.
		return { hits: hits.hits as Hit[], total };
	}

	/** Counts alone, or what a suggester says. */
	async raw(asked: estypes.SearchRequest) {
		return this.#client.search({ index: this.#alias, size: 0, ...asked }, patience);
	}

	async counted(asked: estypes.SearchRequest): Promise<Counted> {
		// Why the cast: the answer has the form of what was asked.
		return ((await this.raw(asked)).aggregations ?? {}) as Counted;
	}

	/** The categories and brands that have products, as of a moment ago. */
	names(): Promise<TypedNames> {
		if (!this.#names || this.#names.until < Date.now()) {
			const names = Promise.all([this.#named("categories"), this.#named("brands")]).then(
				([categories, brands]) => ({ categories, brands }),
			);
			this.#names = { until: Date.now() + namesMs, names };
			names.catch(() => (this.#names = undefined));
		}
		return this.#names.names;
	}

	close(): Promise<void> {
		return this.#client.close();
	}

	async #named(field: string): Promise<Named[]> {
		const buckets = await this.#terms({ counted: { terms: { field, size: mostNames } } });
		return buckets.map(({ key }) => {
			const [slug = "", name = "", , id = ""] = key.split(separator);
			return { id, slug, name };
		});
	}

	async #terms(aggs: Record<string, estypes.AggregationsAggregationContainer>) {
		const { aggregations } = await this.raw({ aggs });
		const counted = aggregations?.["counted"] as { buckets?: { key: string }[] } | undefined;
		return counted?.buckets ?? [];
	}

	async #bulk(operations: object[], index: string) {
		this.#names = undefined;
		const isAlias = index === this.#alias;
		const { items } = await this.#client.bulk({
			index,
			operations,
			refresh: true,
			require_alias: isAlias,
		});
		const outcomes = items.flatMap((item) => Object.values(item));
		// Why: a newer version that is there already, or nothing to delete, is as it should be.
		const failed = outcomes.find(
			({ status }) => status >= 400 && status !== 409 && status !== 404,
		);
		const reason = failed?.error?.reason;
		if (failed) throw new Error(`Elasticsearch did not take ${failed._id}: ${reason}`);
	}
}
