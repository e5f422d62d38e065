import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOfConsole, ownPath } from "./own-path.ts";

describe("the way back", () => {
	it.each(["/", "/cart", "/search?q=a%20b&page=2", "/account/security#logins", "/admin/orders"])(
		"leads to %s",
		(path) => {
			expect(ownPath(path)).toBe(path);
		},
	);

	it.each([
		undefined,
		"",
		"cart",
		"//evil.example",
		"///evil.example",
		"/\\evil.example",
		"\\\\evil.example",
		"/\t/evil.example",
		"https://evil.example/",
		"javascript:alert(1)",
		"/.//evil.example",
		"/a/..//evil.example",
		"/api/v1/auth/oauth/acme",
	])("leads home instead of to %j", (path) => {
		expect(ownPath(path)).toBe("/");
	});

	it("never leaves the mall", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const url = new URL(ownPath(`/${text}`), "http://mall.example");
				expect(url.origin).toBe("http://mall.example");
			}),
		);
	});

	it.each([
		["/admin", true],
		["/admin/orders", true],
		["/admin?next=1", true],
		["/administration", false],
		["/", false],
	])("knows whether %s is the console's", (path, isIt) => {
		expect(isOfConsole(path)).toBe(isIt);
	});
});
