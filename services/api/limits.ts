// How often one caller may do what a contract limits. Counted in fixed windows.
import { TOO_MANY_REQUESTS } from "#contracts/errors";
import type { Action } from "#contracts/schema";
import { env } from "#mixins/env";
import { fail } from "#mixins/errors";
import type { Window, Windows } from "./windows.ts";

export type Asking = { address: string; userId: string | undefined };

/** Counts this call and refuses it with 429 when there were too many; nothing to wait for mostly. */
export function checkLimit(windows: Windows, { name, limit }: Action, { address, userId }: Asking) {
	if (!limit || env.RATE_LIMIT === "off") return undefined;
	const who = (limit.by === "user" && userId) || address;
	const counted = windows.count(`${name} ${who}`, limit.seconds);
	const check = (window: Window) => refuseOver(limit.count, window);
	return counted instanceof Promise ? counted.then(check) : check(counted);
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
