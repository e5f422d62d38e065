// Counts in fixed windows of time: in this process, in a file for all instances of a machine, or in
// Redis for all gateways.
import type { Redis } from "ioredis";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Adapter } from "#mixins/adapters/adapter";
import { dataDir } from "#mixins/env";
import { instance } from "#mixins/instances";

export interface Window {
	count: number;
	/** Milliseconds until a new one begins. */
	leftMs: number;
}

export interface Windows {
	/** Counts one more in the window of this key. */
	count(key: string, seconds: number): Window | Promise<Window>;
	close(): Promise<void>;
}

export class MemoryWindows implements Windows {
	#windows = new LRUCache<string, { count: number; endsAt: number }>({ max: 100_000 });

	count(key: string, seconds: number): Window {
		const now = Date.now();
		const open = this.#windows.get(key);
		if (open && open.endsAt > now) {
			open.count += 1;
			return { count: open.count, leftMs: open.endsAt - now };
		}
		const leftMs = seconds * 1000;
		this.#windows.set(key, { count: 1, endsAt: now + leftMs });
		return { count: 1, leftMs };
	}

	async close() {}
}

/** Both in one step: a window that never ends would lock somebody out. */
const countOne = `
	local ask = redis.call
	local count = ask("INCR", KEYS[1])
	if count == 1 then ask("PEXPIRE", KEYS[1], ARGV[1]) end
	return { count, ask("PTTL", KEYS[1]) }`;

/** While Redis does not answer, each gateway counts for itself: limits are then higher, never none. */
export class RedisWindows implements Windows {
	#redis: Redis;
	#own = new MemoryWindows();
	#warn: (line: string) => void;
	#isDown = false;

	constructor(redis: Redis, warn: (line: string) => void) {
		this.#redis = redis;
		this.#warn = warn;
		// Why: the connection comes back by itself, and an error that nobody hears ends the process.
		redis.on("error", () => {});
	}

	async count(key: string, seconds: number): Promise<Window> {
		try {
			const answer: unknown = await this.#redis.eval(
				countOne,
				1,
				`limit:${key}`,
				seconds * 1000,
			);
			this.#isDown = false;
			const [count, leftMs] = Array.isArray(answer) ? answer.map(Number) : [];
			return { count: count ?? 1, leftMs: Math.max(1, leftMs ?? 1) };
		} catch (error) {
			if (!this.#isDown)
				this.#warn(`Redis does not answer, limits are counted here: ${String(error)}`);
			this.#isDown = true;
			return this.#own.count(key, seconds);
		}
	}

	async close() {
		this.#redis.disconnect();
	}
}

/** For all instances of one machine, in a file that they share. */
export class StoredWindows implements Windows {
	#adapter: Adapter;

	constructor(adapter: Adapter) {
		this.#adapter = adapter;
	}

	async count(key: string, seconds: number): Promise<Window> {
		const now = Date.now();
		const open = await this.#adapter.findOneAndUpdate(
			{ _id: key, endsAt: { $gt: now } },
			{ $inc: { count: 1 } },
		);
		if (open) return { count: Number(open["count"]), leftMs: Number(open["endsAt"]) - now };
		await this.#adapter.removeMany({ endsAt: { $lte: now } });
		try {
			await this.#adapter.insert({ _id: key, count: 1, endsAt: now + seconds * 1000 });
			return { count: 1, leftMs: seconds * 1000 };
		} catch (error) {
			if (error instanceof DuplicateKey) return this.count(key, seconds);
			throw error;
		}
	}

	close() {
		return this.#adapter.disconnect();
	}
}

async function openStored(): Promise<Windows> {
	const { SqliteAdapter } = await import("#mixins/adapters/sqlite");
	const file = join(dataDir, "api.sqlite");
	const adapter = new SqliteAdapter({ file, collection: "windows", indexes: [["endsAt"]] });
	await adapter.connect();
	return new StoredWindows(adapter);
}

/** A command fails at once when there is no connection, and soon when there is no answer. */
const impatient = { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 500 };

export async function openWindows(url: string, warn: (line: string) => void): Promise<Windows> {
	if (!url) return instance ? openStored() : new MemoryWindows();
	const { Redis } = await import("ioredis");
	const redis = new Redis(url, { ...impatient, keyPrefix: "mall:", lazyConnect: true });
	const windows = new RedisWindows(redis, warn);
	// Why: it tries again by itself, and until then counts here.
	await redis.connect().catch(() => {});
	return windows;
}
