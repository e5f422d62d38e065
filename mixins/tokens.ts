// How access tokens are checked, by the gateways and by auth itself. What may be done is not in
// them: they only name a person and a session.
import type { KeyObject } from "node:crypto";
import jwt from "jsonwebtoken";
import { LRUCache } from "lru-cache";

export const issuer = "micro-mall";
export const audience = "micro-mall";

/** A token's own claims; times are seconds since 1970. */
export interface Claims {
	sub: string;
	sid: string;
	iat: number;
	exp: number;
}

/** Public keys by `kid`. */
export type TokenKeys = ReadonlyMap<string, KeyObject>;

const toleranceSeconds = 60;
const keptTokens = 10_000;

// Why by key set: a gateway that loads new keys makes a new map, and trusts nothing older.
const verified = new WeakMap<TokenKeys, LRUCache<string, Claims>>();

/** Who a token speaks for; null when it is forged, expired or made for something else. */
export function verifyToken(token: string, keys: TokenKeys): Claims | null {
	const kept = keptFor(keys);
	const known = kept.get(token);
	if (known && known.exp * 1000 > Date.now()) return known;

	const claims = check(token, keys);
	if (claims && claims.exp * 1000 > Date.now()) kept.set(token, claims);
	else kept.delete(token);
	return claims;
}

function keptFor(keys: TokenKeys) {
	const kept = verified.get(keys) ?? new LRUCache<string, Claims>({ max: keptTokens });
	verified.set(keys, kept);
	return kept;
}

function check(token: string, keys: TokenKeys): Claims | null {
	try {
		const key = keys.get(jwt.decode(token, { complete: true })?.header.kid ?? "");
		if (!key) return null;
		const options = { issuer, audience, clockTolerance: toleranceSeconds };
		return claimsOf(jwt.verify(token, key, { ...options, algorithms: ["ES256"] }));
	} catch {
		return null;
	}
}

function claimsOf(payload: string | jwt.JwtPayload): Claims | null {
	if (typeof payload === "string") return null;
	const { sub, iat, exp } = payload;
	const sid: unknown = payload["sid"];
	const isWhole = sub && typeof sid === "string" && iat !== undefined && exp !== undefined;
	if (!isWhole || iat > Date.now() / 1000 + toleranceSeconds) return null;
	return { sub, sid, iat, exp };
}
