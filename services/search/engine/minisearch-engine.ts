// The embedded engine: MiniSearch in a worker thread, so that no search holds up the event loop.
import { Worker } from "node:worker_threads";
import type { SynonymRule } from "#domain/search/synonyms";
import type { Engine, EngineQuery, EngineResult, Put, SearchDocument } from "./engine.ts";
import type { Calls, CallName, Reply } from "./worker-protocol.ts";

interface Waiting {
	resolve: (value: never) => void;
	reject: (error: Error) => void;
}

interface Outgoing {
	number: number;
	name: CallName;
	given: unknown;
}

/** Documents a message: a search waits for at most this many to be indexed. */
const BATCH = 50;
const NO_RULES: readonly SynonymRule[] = [];

export class MiniSearchEngine implements Engine {
	readonly #worker = new Worker(new URL("./minisearch-worker.ts", import.meta.url), {
		// Why: most of what a query makes is gone with its answer; a large nursery only holds memory.
		resourceLimits: { maxYoungGenerationSizeMb: 24 },
	});
	readonly #waiting = new Map<number, Waiting>();
	#outgoing: Outgoing[] = [];
	#number = 0;
	#synonyms: readonly SynonymRule[] = NO_RULES;
	#ended: Error | undefined;

	constructor() {
		this.#worker.on("message", (replies: Reply[]) => {
			for (const reply of replies) this.#settle(reply);
		});
		this.#worker.on("error", (error) =>
			this.#end(error instanceof Error ? error : new Error(String(error))),
		);
		this.#worker.on("exit", () => this.#end(new Error("The search engine has stopped.")));
	}

	async put(documents: SearchDocument[]): Promise<void> {
		for (let at = 0; at < documents.length; at += BATCH) {
			await this.#call("put", documents.slice(at, at + BATCH));
		}
	}

	async remove(ids: string[]): Promise<void> {
		await this.#call("remove", ids);
	}

	async clear(): Promise<void> {
		await this.#call("clear", null);
	}

	async search(query: EngineQuery): Promise<EngineResult> {
		const { items, ...rest } = await this.#call("search", this.#spoken(query));
		return { ...rest, items: items.map((item) => ({ ...item, card: JSON.parse(item.card) })) };
	}

	searchJson(query: EngineQuery) {
		return this.#call("searchJson", this.#spoken(query));
	}

	suggest(q: string, limit: number, synonyms: readonly SynonymRule[] = []) {
		return this.#call("suggest", this.#spoken({ q, limit, synonyms }));
	}

	get(id: string) {
		return this.#call("get", id);
	}

	versions() {
		return this.#call("versions", null);
	}

	count() {
		return this.#call("count", null);
	}

	async open(path: string, stamp: string): Promise<void> {
		await this.load(path, stamp);
	}

	async renew(fill: (put: Put) => Promise<void>): Promise<void> {
		await this.clear();
		await fill((documents) => this.put(documents));
	}

	/** Keeps the index for the next start; `stamp` says which state of the catalogue it is. */
	async save(path: string, stamp: string): Promise<void> {
		await this.#call("save", { path, stamp });
	}

	/** Takes a kept index; false when there is none for this stamp. */
	load(path: string, stamp: string): Promise<boolean> {
		return this.#call("load", { path, stamp });
	}

	async close(): Promise<void> {
		this.#ended ??= new Error("The search engine is closed.");
		await this.#worker.terminate();
		this.#end(this.#ended);
	}

	/** Synonyms travel only when they have changed; the caller keeps one list for many queries. */
	#spoken<Query extends { synonyms?: readonly SynonymRule[] }>(query: Query): Query {
		const { synonyms = NO_RULES } = query;
		if (synonyms !== this.#synonyms) {
			this.#synonyms = synonyms;
			this.#call("speak", synonyms).catch(() => undefined);
		}
		return { ...query, synonyms: undefined };
	}

	/** Calls of one turn of the event loop travel in one message. */
	#call<Name extends CallName>(
		name: Name,
		given: Calls[Name]["given"],
	): Promise<Calls[Name]["gives"]> {
		if (this.#ended) return Promise.reject(this.#ended);
		const number = ++this.#number;
		if (this.#outgoing.length === 0) queueMicrotask(() => this.#send());
		this.#outgoing.push({ number, name, given });
		return new Promise((resolve, reject) => {
			this.#waiting.set(number, { resolve, reject });
		});
	}

	#send(): void {
		const calls = this.#outgoing;
		this.#outgoing = [];
		if (!this.#ended) this.#worker.postMessage(calls);
	}

	#settle({ number, gives, failed }: Reply): void {
		const waiting = this.#waiting.get(number);
		this.#waiting.delete(number);
		if (failed !== undefined) waiting?.reject(new Error(failed));
		// Why: the reply's type follows from the number of the call, which types cannot follow.
		else waiting?.resolve(gives as never);
	}

	#end(error: Error): void {
		this.#ended ??= error;
		for (const waiting of this.#waiting.values()) waiting.reject(this.#ended);
		this.#waiting.clear();
	}
}
