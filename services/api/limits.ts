// How often one caller may do what a contract limits. Counted in fixed windows.
import { TOO_MANY_REQUESTS } from "#contracts/errors";
import type { Action } from "#contracts/schema";
import { env } from "#mixins/env";
import { fail } from "#mixins/errors";
import type { Window, Windows } from "./windows.ts";

export type Asking = { address: string; userId: string | undefined };

interface Counting {
	key: string;
	seconds: number;
	most: number;
}

/** Counts this call and refuses it with 429 when there were too many; nothing to wait for mostly. */
export function checkLimit(windows: Windows, { name, limit }: Action, { address, userId }: Asking) {
	if (!limit || env.RATE_LIMIT === "off") return undefined;
	const { count, seconds, by, inAll } = limit;
	const who = (by === "user" && userId) || address;
	const own = counted(windows, { key: `${name} ${who}`, seconds, most: count });
	if (inAll === undefined) return own;
	// Why second: who is refused on their own must not use up what is there for all.
	const all = () => counted(windows, { key: `${name} in all`, seconds, most: inAll });
	return own instanceof Promise ? own.then(all) : all();
}

function counted(windows: Windows, { key, seconds, most }: Counting) {
	const count = windows.count(key, seconds);
	const check = (window: Window) => refuseOver(most, window);
	return count instanceof Promise ? count.then(check) : check(count);
}

const perKey = { count: 600, seconds: 60 };

/** Other systems don't get tired: each key has a ceiling of its own over all that it asks. */
export async function checkKeyLimit(windows: Windows, keyId: string) {
	if (env.RATE_LIMIT === "off") return;
	refuseOver(perKey.count, await windows.count(`key ${keyId}`, perKey.seconds));
}

function refuseOver(most: number, { count, leftMs }: Window) {
	if (count > most) fail(TOO_MANY_REQUESTS, { seconds: Math.ceil(leftMs / 1000) });
}
