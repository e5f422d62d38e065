import { describe, expect, it } from "vitest";
import { askedOf, changesOf, peopleIn } from "./audit-details.ts";

describe("what an audit entry says", () => {
	it("names what is different, and parts of lists by their own name", () => {
		const before = {
			name: "Jug",
			version: 3,
			variants: [{ sku: "A", price: 1 }, { sku: "B" }],
		};
		const after = { name: "Jar", version: 4, variants: [{ sku: "B" }, { sku: "A", price: 2 }] };

		expect(changesOf(before, after)).toEqual([
			{ path: "name", before: "Jug", after: "Jar" },
			{ path: "variants.A.price", before: 1, after: 2 },
		]);
	});

	it.each([
		[null, { name: "Jug" }, { path: "name", before: null, after: "Jug" }],
		[{ name: "Jug" }, null, { path: "name", before: "Jug", after: null }],
		[{ tags: ["a"] }, { tags: ["b"] }, { path: "tags.0", before: "a", after: "b" }],
	])("takes %j to %j as one change", (before, after, change) => {
		expect(changesOf(before, after)).toEqual([change]);
	});

	it.each(["password", "currentPassword", "clientSecret", "token", "totp", "recoveryCodes"])(
		"never shows a %s",
		(key) => {
			const said = JSON.stringify([
				askedOf({ [key]: "s3cret", deep: { [key]: ["s3cret"] } }),
				changesOf({ [key]: "s3cret" }, { [key]: "other-s3cret" }),
			]);

			expect(said).not.toContain("s3cret");
		},
	);

	it("shows of what may be secret only what is named", () => {
		expect(askedOf({ id: "1", whatever: "x" }, new Set(["id"]))).toEqual([
			{ path: "id", value: "1" },
			{ path: "whatever", value: "[hidden]" },
		]);
	});

	it("stays small whatever comes", () => {
		const many = Object.fromEntries(
			Array.from({ length: 2000 }, (_, index) => [`field${index}`, "x".repeat(10_000)]),
		);

		expect(askedOf(many)).toHaveLength(500);
		expect(JSON.stringify(askedOf(many)).length).toBeLessThan(300_000);
	});

	it("knows whom something is about, however deep", () => {
		const things = [
			{ userId: "ada" },
			{ order: { customerId: "bob", note: "x" } },
			null,
			"eve",
		];

		expect(peopleIn(things)).toEqual(["ada", "bob"]);
	});
});
