// Keeps the engine's index equal to the catalogue: filled at the start from a snapshot, repaired
// by versions, changed with each product.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ServiceBroker } from "moleculer";
import { products } from "#contracts/products";
import { dataDir, env } from "#mixins/env";
import { callAsSystem } from "#mixins/service";
import { documentOf } from "./document.ts";
import type { Engine } from "./engine/engine.ts";
import { MiniSearchEngine } from "./engine/minisearch-engine.ts";

/** Raise it when what is taken out of an entry changes: kept indexes are made anew then. */
const stamp = "2";
const folder = join(dataDir, "search");
const file = join(folder, "index");
const pageSize = 500;
const saveEverySeconds = 900;
const retryMs = 500;

type Progress = (done: number) => Promise<unknown>;

export class Keeper {
	#broker: ServiceBroker;
	#engine = newEngine();
	#isChanged = false;
	#isClosed = false;
	/** The kept index was taken in. */
	#isOpen = false;
	#timer: NodeJS.Timeout | undefined;
	#opening: Promise<void> | undefined;

	constructor(broker: ServiceBroker) {
		this.#broker = broker;
	}

	get engine() {
		return this.#engine;
	}

	/** Fulfilled when the index is what the catalogue is; tries until the catalogue answers. */
	open(): Promise<void> {
		this.#opening ??= this.#open();
		return this.#opening;
	}

	async #open() {
		mkdirSync(folder, { recursive: true });
		while (!this.#isClosed && !(await this.#tryOpen())) await later(retryMs);
		this.#timer = setInterval(() => void this.save(), saveEverySeconds * 1000);
		this.#timer.unref();
	}

	async #tryOpen(): Promise<boolean> {
		try {
			if (!this.#isOpen) await this.#engine.open(file, stamp);
			this.#isOpen = true;
			await this.repair();
			return true;
		} catch (error) {
			this.#broker.logger.warn("The search index waits for the catalogue", error);
			return false;
		}
	}

	/** A worker that died is replaced by one that begins with the kept index. */
	async revive() {
		const isAlive = await this.#engine.count().then(
			() => true,
			() => false,
		);
		// Why: a server comes back by itself, with its index.
		const isOurs = this.#engine instanceof MiniSearchEngine;
		if (isAlive || this.#isClosed || !isOurs) return;
		clearInterval(this.#timer);
		this.#isOpen = false;
		this.#engine = newEngine();
		this.#opening = this.#open();
	}

	/** Takes in what differs from the catalogue by version and drops what is gone. */
	async repair(): Promise<number> {
		const indexed = await this.#engine.versions();
		const gone = new Set(Object.keys(indexed));
		let after: string | undefined;
		let repaired = 0;
		do {
			const page = await callAsSystem({ broker: this.#broker }, products.versions, {
				after,
				limit: pageSize,
			});
			const stale = page.items.filter(({ id, version }) => indexed[id] !== version);
			for (const { id } of page.items) gone.delete(id);
			await this.put(stale.map(({ id }) => id));
			repaired += stale.length;
			after = page.next ?? undefined;
		} while (after !== undefined);
		await this.#remove([...gone]);
		return repaired + gone.size;
	}

	/** Makes every entry anew. */
	async rebuild(progress: Progress): Promise<number> {
		let done = 0;
		await this.#engine.renew(async (put) => {
			let after: string | undefined;
			do {
				const page = await callAsSystem({ broker: this.#broker }, products.indexEntries, {
					after,
					limit: pageSize,
				});
				await put(page.entries.map(documentOf));
				done += page.entries.length;
				await progress(done);
				after = page.next ?? undefined;
			} while (after !== undefined);
		});
		// Why: what other nodes have put meanwhile went into the index that was before.
		await this.repair();
		this.#isChanged = true;
		await this.save();
		return done;
	}

	/** Takes products in as they are now; those that are not on sale go out. */
	async put(ids: string[]) {
		if (ids.length === 0) return;
		const { entries } = await callAsSystem({ broker: this.#broker }, products.indexEntries, {
			ids,
		});
		const found = new Set(entries.map(({ id }) => id));
		await this.#engine.put(entries.map(documentOf));
		await this.#remove(ids.filter((id) => !found.has(id)));
		this.#isChanged = true;
	}

	async #remove(ids: string[]) {
		if (ids.length === 0) return;
		await this.#engine.remove(ids);
		this.#isChanged = true;
	}

	async save() {
		if (!this.#isChanged) return;
		this.#isChanged = false;
		await this.#engine.save(file, stamp);
	}

	async close() {
		this.#isClosed = true;
		clearInterval(this.#timer);
		await this.save();
		await this.#engine.close();
	}
}

// Why not always: an embedded mall never needs the client in its memory.
const elastic = env.ELASTICSEARCH_URL
	? await import("./engine/elastic/elastic-engine.ts")
	: undefined;

const newEngine = (): Engine =>
	elastic ? new elastic.ElasticEngine({ url: env.ELASTICSEARCH_URL }) : new MiniSearchEngine();

const later = (milliseconds: number) =>
	new Promise<void>((done) => setTimeout(done, milliseconds).unref());
