// The index behind its name: an alias that points at one index of the present form. It is made anew
// beside the old one, and the alias moves when it is whole.
import type { Client } from "@elastic/elasticsearch";
import { errors } from "@elastic/elasticsearch";
import { newId } from "#mixins/clock";
import { form, mappings, settings } from "./mapping.ts";

export class Indexes {
	#client: Client;
	readonly alias: string;

	constructor(client: Client, alias: string) {
		this.#client = client;
		this.alias = alias;
	}

	/** Makes the first one. Of several nodes that do it at once, one makes it and all use it. */
	async open() {
		const current = await this.#current();
		if (!current.some((index) => index.startsWith(this.#prefix))) await this.#begin(current);
		// Why also when it was there: another node may have made it this very moment, and a shard
		// that was never there before leaves the health yellow.
		await this.#client.cluster.health({ index: this.alias, wait_for_active_shards: 1 });
	}

	async #begin(current: string[]) {
		const first = `${this.#prefix}first`;
		const isOnly = current.length === 0;
		await unless("resource_already_exists_exception", this.#make(first, isOnly));
		if (!isOnly) await unless("index_not_found_exception", this.swap(first));
	}

	/** A fresh one, that nobody searches yet. Only one is filled at a time: others were given up. */
	async create(): Promise<string> {
		const current = await this.#current();
		const all = await this.#client.indices.get({ index: `${this.#prefix}*` });
		for (const left of Object.keys(all)) if (!current.includes(left)) await this.drop(left);
		const index = `${this.#prefix}${newId()}`;
		await this.#make(index, false);
		return index;
	}

	/** Searches go to this index from now on; what was before goes. */
	async swap(index: string) {
		const before = await this.#current();
		const remove = before.map((old) => ({ remove_index: { index: old } }));
		const add = { add: { index, alias: this.alias } };
		await this.#client.indices.updateAliases({ actions: [add, ...remove] });
	}

	async drop(index: string) {
		await this.#client.indices.delete({ index, ignore_unavailable: true });
	}

	async #make(index: string, isShown: boolean) {
		const aliases = isShown ? { [this.alias]: {} } : {};
		await this.#client.indices.create({ index, mappings, settings, aliases });
	}

	async #current(): Promise<string[]> {
		try {
			return Object.keys(await this.#client.indices.getAlias({ name: this.alias }));
		} catch (error) {
			if (error instanceof errors.ResponseError && error.statusCode === 404) return [];
			throw error;
		}
	}

	get #prefix() {
		return `${this.alias}-v${form}-`;
	}
}

/** Somebody else was first. */
async function unless(type: string, work: Promise<void>) {
	await work.catch((error: unknown) => {
		const said: unknown = error instanceof errors.ResponseError ? error.body : undefined;
		if (!JSON.stringify(said ?? {}).includes(type)) throw error;
	});
}
