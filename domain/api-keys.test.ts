import { describe, expect, it } from "vitest";
import { neverForKeys, notForKey, rightsOfKey } from "./api-keys.ts";

const at = "2026-05-01T12:00:00.000Z";
const key = {
	rights: ["orders:read", "orders:ship"],
	expiresAt: "2026-05-02T12:00:00.000Z",
	withdrawnAt: null,
};

describe("an API key", () => {
	it("is given what its maker has, and never the power to give", () => {
		expect(notForKey(["orders:read"], ["orders:read", "orders:ship"])).toEqual(["orders:ship"]);
		expect(notForKey([...neverForKeys], neverForKeys)).toEqual(neverForKeys);
	});

	it("may do what it was given and its maker still may", () => {
		expect(rightsOfKey(key, ["orders:ship", "users:read"], at)).toEqual(["orders:ship"]);
		expect(rightsOfKey(key, [], at)).toEqual([]);
	});

	it.each([
		["it has expired", { expiresAt: at }],
		["it was withdrawn", { withdrawnAt: at }],
	])("counts no more when %s", (_, change) => {
		expect(rightsOfKey({ ...key, ...change }, key.rights, at)).toBeNull();
	});
});
