import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSealedBy, keysIn, ringOf, seal, unseal } from "./sealing.ts";

const [old, fresh, other] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const secret = "JBSWY3DPEHPK3PXP";

describe("a sealed secret", () => {
	it("shows nothing of itself and opens for its owner", () => {
		const sealed = seal(ringOf([old]), secret, "ada");

		expect(sealed).not.toContain(secret);
		expect(unseal(ringOf([old]), sealed, "ada")).toBe(secret);
		expect(seal(ringOf([old]), secret, "ada")).not.toBe(sealed);
	});

	it("opens in nobody else's document, nor once it was touched", () => {
		const ring = ringOf([old]);
		const sealed = seal(ring, secret, "ada");
		const [start, id, text = ""] = sealed.split(".");
		const bytes = Buffer.from(text, "base64url");
		const changed = (other: Buffer) => [start, id, other.toString("base64url")].join(".");
		const touched = (at: number) => changed(Buffer.from(bytes.with(at, bytes[at]! ^ 1)));

		expect(unseal(ring, changed(bytes), "ada")).toBe(secret);
		expect(() => unseal(ring, sealed, "eve")).toThrow();
		for (const at of bytes.keys()) expect(() => unseal(ring, touched(at), "ada")).toThrow();
		for (const left of bytes.keys())
			expect(() => unseal(ring, changed(bytes.subarray(0, left)), "ada")).toThrow();
	});

	it("opens after the key was changed, as long as the old one is kept", () => {
		const sealed = seal(ringOf([old]), secret, "ada");
		const changed = ringOf([fresh, old]);

		expect(unseal(changed, sealed, "ada")).toBe(secret);
		expect(isSealedBy(changed, sealed)).toBe(false);
		expect(isSealedBy(changed, seal(changed, secret, "ada"))).toBe(true);
		expect(() => unseal(ringOf([other]), sealed, "ada")).toThrow("SEALING_KEYS");
	});

	it("of before there was a seal is read as it is", () => {
		expect(unseal(ringOf([old]), secret, "ada")).toBe(secret);
		expect(isSealedBy(ringOf([old]), secret)).toBe(false);
	});

	it("takes its keys as they are written", () => {
		expect(keysIn("")).toEqual([]);
		expect(keysIn([old, fresh].map((key) => key.toString("base64")).join())).toEqual([
			old,
			fresh,
		]);
	});
});
