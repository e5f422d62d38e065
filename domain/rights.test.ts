import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allows, builtInRoles, canGrant, expand, rights } from "./rights.ts";

describe("built-in roles", () => {
	it("hold only rights that exist", () => {
		const held = Object.values(builtInRoles).flatMap((role): string[] => [...role.rights]);

		expect(held.filter((right) => !rights.includes(right))).toEqual([]);
	});

	it("give customers nothing and administrators everything", () => {
		expect(builtInRoles.customer.rights).toEqual([]);
		expect(builtInRoles.administrator.rights).toEqual(rights);
	});

	it("keep from managers who may do what and how the system is set", () => {
		const lacked = canGrant(new Set(builtInRoles.manager.rights), rights);

		expect(lacked).toEqual([
			"users:assign",
			"roles:write",
			"keys:write",
			"system:write",
			"settings:write",
		]);
	});

	it("let clerks ship, but not decide about money and people", () => {
		const clerk = new Set<string>(builtInRoles.clerk.rights);

		expect(allows(clerk, "orders:ship")).toBe(true);
		expect(["orders:refund", "users:write", "settings:write"].some((r) => clerk.has(r))).toBe(
			false,
		);
	});
});

describe("expand", () => {
	it("follows bundles of bundles", () => {
		const includes = { "desk:all": ["desk:some"], "desk:some": ["orders:read"] };

		expect([...expand(["desk:all"], includes)]).toEqual([
			"desk:all",
			"desk:some",
			"orders:read",
		]);
	});

	it("ends in any circle, holds what it was given, and adds nothing the second time", () => {
		const right = fc.constantFrom("a:a", "b:b", "c:c", "d:d", "constructor");
		const bundles = fc.dictionary(right, fc.array(right, { maxLength: 4 }));
		fc.assert(
			fc.property(fc.array(right), bundles, (held, includes) => {
				const all = expand(held, includes);

				expect(held.every((one) => all.has(one))).toBe(true);
				expect(expand(all, includes)).toEqual(all);
			}),
		);
	});
});

describe("allows", () => {
	it("never lets a person do what is for services only", () => {
		expect(allows(new Set(["internal", ...rights]), "internal")).toBe(false);
	});

	it("asks for the very right, and for none where a login is enough", () => {
		expect(allows(new Set(), "signed-in")).toBe(true);
		expect(allows(new Set(), "public")).toBe(true);
		expect(allows(new Set(["orders:read"]), "orders:ship")).toBe(false);
	});
});

describe("canGrant", () => {
	it("names what the granter lacks, once", () => {
		const wanted = ["orders:read", "orders:ship", "orders:ship"];

		expect(canGrant(new Set(["orders:read"]), wanted)).toEqual(["orders:ship"]);
	});
});
