// Seals texts with a key of 32 bytes (AES-256-GCM): nobody reads or changes them without it.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const cipher = "aes-256-gcm";
const [ivBytes, tagBytes] = [12, 16];
/** Why: a shorter tag, which is easier to guess, would count as well. */
const whole = { authTagLength: tagBytes };

/** `boundTo` is not hidden, but must be the same when it is opened. */
export function encrypted(key: Buffer, text: string, boundTo = ""): Buffer {
	const iv = randomBytes(ivBytes);
	const by = createCipheriv(cipher, key, iv).setAAD(Buffer.from(boundTo));
	const sealed = Buffer.concat([by.update(text, "utf8"), by.final()]);
	return Buffer.concat([iv, by.getAuthTag(), sealed]);
}

/** Throws when it was sealed with another key or changed since. */
export function decrypted(key: Buffer, bytes: Buffer, boundTo = ""): string {
	const [iv, rest] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes)];
	const by = createDecipheriv(cipher, key, iv, whole).setAAD(Buffer.from(boundTo));
	by.setAuthTag(rest.subarray(0, tagBytes));
	return by.update(rest.subarray(tagBytes), undefined, "utf8") + by.final("utf8");
}
