// How often one caller may do what a contract limits. Counted in fixed windows, in memory.
import { LRUCache } from "lru-cache";
import { TOO_MANY_REQUESTS } from "#contracts/errors";
import type { Action } from "#contracts/schema";
import { env } from "#mixins/env";
import { fail } from "#mixins/errors";

interface Window {
	count: number;
	endsAt: number;
}

const windows = new LRUCache<string, Window>({ max: 100_000 });

/** Counts this call and refuses it with 429 when there were too many. */
export function checkLimit({ name, limit }: Action, address: string, userId: string | undefined) {
	if (!limit || env.RATE_LIMIT === "off") return;
	const who = (limit.by === "user" && userId) || address;
	const key = `${name} ${who}`;
	const now = Date.now();
	const open = windows.get(key);
	if (!open || open.endsAt <= now) {
		windows.set(key, { count: 1, endsAt: now + limit.seconds * 1000 });
		return;
	}
	open.count += 1;
	if (open.count > limit.count) {
		fail(TOO_MANY_REQUESTS, { seconds: Math.ceil((open.endsAt - now) / 1000) });
	}
}
