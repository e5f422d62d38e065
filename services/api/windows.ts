// Counts in fixed windows of time: in this process, or for all gateways in Redis.
import type { Redis } from "ioredis";
import { LRUCache } from "lru-cache";

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
	local count = redis.call("INCR", KEYS[1])
	if count == 1 then redis.call("PEXPIRE", KEYS[1], ARGV[1]) end
	return { count, redis.call("PTTL", KEYS[1]) }`;

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

/** A command fails at once when there is no connection, and soon when there is no answer. */
const impatient = { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 500 };

export async function openWindows(url: string, warn: (line: string) => void): Promise<Windows> {
	if (!url) return new MemoryWindows();
	const { Redis } = await import("ioredis");
	const redis = new Redis(url, { ...impatient, keyPrefix: "mall:", lazyConnect: true });
	const windows = new RedisWindows(redis, warn);
	// Why: it tries again by itself, and until then counts here.
	await redis.connect().catch(() => {});
	return windows;
}
