// The only places where time and ids are made; domain functions are given both.
import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

/** Now, as every document and answer writes it: ISO 8601, UTC, milliseconds. */
export const now = () => new Date().toISOString();

const idBytes = 16;
const pool = Buffer.alloc(256 * idBytes);
let used = pool.length;
let latest = { msecs: 0, seq: 0 };

/** A new id (UUIDv7); those of one process ascend. Random bytes are drawn for many ids at once. */
export function newId() {
	if (used === pool.length) {
		randomFillSync(pool);
		used = 0;
	}
	const random = pool.subarray(used, used + idBytes);
	used += idBytes;
	const msecs = Date.now();
	latest =
		msecs > latest.msecs
			? { msecs, seq: random.readUInt32BE(0) >>> 2 }
			: { msecs: latest.msecs, seq: latest.seq + 1 };
	return v7({ random, ...latest });
}
