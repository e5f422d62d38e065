// Refresh tokens: `session.secret.seal`. Only their hashes are stored. A successor is derived from
// its predecessor, so that two tabs that rotate at once get the same one; the seal tells a token
// that was once given out from a guess.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { keys } from "./keys.ts";

export interface RefreshToken {
	value: string;
	sessionId: string;
	hash: string;
}

export const firstToken = (sessionId: string) => tokenOf(sessionId, randomBytes(32));

export const successorOf = ({ sessionId, value }: RefreshToken) =>
	tokenOf(sessionId, mac(`next:${value}`));

/** The token in a cookie; null when we never gave it out. */
export function readToken(value: string): RefreshToken | null {
	const [sessionId = "", secret = "", seal = ""] = value.split(".");
	const token = tokenOf(sessionId, Buffer.from(secret, "base64url"));
	const expected = Buffer.from(token.value);
	const given = Buffer.from(`${sessionId}.${secret}.${seal}`);
	const isOurs = expected.length === given.length && timingSafeEqual(expected, given);
	return isOurs ? token : null;
}

function tokenOf(sessionId: string, secret: Buffer): RefreshToken {
	const bare = `${sessionId}.${secret.toString("base64url")}`;
	const value = `${bare}.${mac(`seal:${bare}`).toString("base64url")}`;
	return { value, sessionId, hash: createHash("sha256").update(value).digest("base64url") };
}

const mac = (text: string) => createHmac("sha256", keys().refreshSecret).update(text).digest();
