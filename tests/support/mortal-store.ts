// A true store for tests of what a service is made of: it counts what is written, and the process
// that uses it can die at any write.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Adapter, IndexSpec } from "#mixins/adapters/adapter";
import { SqliteAdapter } from "#mixins/adapters/sqlite";
import { Collection } from "#mixins/collection";
import type { Stored } from "#mixins/collection";

/** It dies instead of the n-th write from now, or after it, before it hears of it. */
export type Death = { write: number; isAfter: boolean };

export class Died extends Error {}

/** A process, as far as the store can see. */
export class Life {
	writes = 0;
	/** Letters of all that it has written. */
	size = 0;
	/** Letters of the largest document that it has written. */
	largest = 0;
	isOver = false;
	#death: Death | undefined;

	endsAt(death: Death | undefined) {
		this.#death = death && { ...death, write: this.writes + death.write };
	}

	async act(isWrite: boolean, args: unknown[], work: () => unknown): Promise<unknown> {
		const isLast = isWrite && this.#counts(args);
		if (this.isOver) throw new Died();
		if (isLast) this.isOver = true;
		if (isLast && !this.#death?.isAfter) throw new Died();
		const answer = await work();
		if (this.isOver) throw new Died();
		return answer;
	}

	#counts(args: unknown[]): boolean {
		const size = JSON.stringify(args).length;
		this.writes += 1;
		this.size += size;
		this.largest = Math.max(this.largest, size);
		return this.writes === this.#death?.write;
	}
}

const writes = new Set(["insert", "updateMany", "findOneAndUpdate", "replaceOne", "removeMany"]);
const asked = new Set([...writes, "find", "findOne", "findById", "findByIds", "pick", "count"]);

export class MortalStore {
	#folder = mkdtempSync(join(tmpdir(), "store-"));
	#adapters: SqliteAdapter[] = [];

	/** The collections as a process sees them. */
	async open(specs: Record<string, IndexSpec[]>) {
		const file = join(this.#folder, "store.sqlite");
		const adapters = new Map<string, Adapter>();
		for (const [collection, indexes] of Object.entries(specs)) {
			const adapter = new SqliteAdapter({ file, collection, indexes });
			await adapter.connect();
			this.#adapters.push(adapter);
			adapters.set(collection, adapter);
		}
		return <T extends Stored>(name: string, life: Life) =>
			new Collection<T>(seenBy(adapters.get(name)!, life));
	}

	async close() {
		await Promise.all(this.#adapters.map((adapter) => adapter.disconnect()));
		rmSync(this.#folder, { recursive: true, force: true });
	}
}

function seenBy(adapter: Adapter, life: Life): Adapter {
	return new Proxy(adapter, {
		get(target, name: string) {
			const value: unknown = Reflect.get(target, name, target);
			if (typeof value !== "function") return value;
			const work = value.bind(target) as (...args: unknown[]) => unknown;
			if (!asked.has(name)) return work;
			return (...args: unknown[]) => life.act(writes.has(name), args, () => work(...args));
		},
	});
}
