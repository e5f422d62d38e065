// Secrets that must be read again lie sealed in the store (AES-256-GCM): who gets hold of it, or of
// a backup, has none of them. The first of SEALING_KEYS seals and all open, so that a key can be
// changed; without any, a key is derived from what the first start has made.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const mark = "sealed";
const ivBytes = 12;

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
	const iv = randomBytes(ivBytes);
	const by = createCipheriv(cipher, first.key, iv).setAAD(Buffer.from(boundTo));
	const sealed = Buffer.concat([by.update(text), by.final()]);
	const parts = [iv, by.getAuthTag(), sealed].map((part) => part.toString("base64url"));
	return [mark, first.id, ...parts].join(".");
}

/** What was stored before there was a seal comes as it is. */
export function unseal(ring: Ring, stored: string, boundTo: string): string {
	const [start, id, ...parts] = stored.split(".");
	if (start !== mark) return stored;
	const key = ring.find((one) => one.id === id)?.key;
	if (!key) throw new Error(`No key of SEALING_KEYS opens what ${id} has sealed.`);
	const [iv, tag, sealed] = parts.map((part) => Buffer.from(part, "base64url"));
	if (!iv || !sealed || tag?.length !== 16) throw new Error("That is no sealed secret.");
	const by = createDecipheriv(cipher, key, iv).setAAD(Buffer.from(boundTo)).setAuthTag(tag);
	return by.update(sealed, undefined, "utf8") + by.final("utf8");
}

export const isSealedBy = ([first]: Ring, stored: string) =>
	first !== undefined && stored.startsWith(`${mark}.${first.id}.`);
