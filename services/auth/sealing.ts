// Secrets that must be read again lie sealed in the store: who gets hold of it, or of
// a backup, has none of them. The first of SEALING_KEYS seals and all open, so that a key can be
// changed; without any, a key is derived from what the first start has made.
import { createHash, hkdfSync } from "node:crypto";
import { decrypted, encrypted } from "#mixins/aes";

const mark = "sealed";

/** Keys by their names, the one that seals first. */
export type Ring = readonly { id: string; key: Buffer }[];

export const ringOf = (keys: readonly Buffer[]): Ring =>
	keys.map((key) => ({ id: createHash("sha256").update(key).digest("hex").slice(0, 8), key }));

/** As SEALING_KEYS writes them. */
export const keysIn = (list: string): Buffer[] =>
	list.split(",").flatMap((one) => (one ? [Buffer.from(one, "base64")] : []));

export const derivedKey = (secret: Buffer): Buffer =>
	Buffer.from(hkdfSync("sha256", secret, "", "micro-mall:sealing", 32));

/** `boundTo` says whose it is: put into somebody else's document it does not open. */
export function seal([first]: Ring, text: string, boundTo: string): string {
	if (!first) throw new Error("There is no key to seal with.");
	return [mark, first.id, encrypted(first.key, text, boundTo).toString("base64url")].join(".");
}

/** What was stored before there was a seal comes as it is. */
export function unseal(ring: Ring, stored: string, boundTo: string): string {
	const [start, id, sealed = ""] = stored.split(".");
	if (start !== mark) return stored;
	const key = ring.find((one) => one.id === id)?.key;
	if (!key) throw new Error(`No key of SEALING_KEYS opens what ${id} has sealed.`);
	return decrypted(key, Buffer.from(sealed, "base64url"), boundTo);
}

export const isSealedBy = ([first]: Ring, stored: string) =>
	first !== undefined && stored.startsWith(`${mark}.${first.id}.`);
