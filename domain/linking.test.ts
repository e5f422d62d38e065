import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimUsername } from "./names.ts";
import { decide, usernameFrom, withoutLogin } from "./linking.ts";
import type { Situation } from "./linking.ts";

const ada = { id: "ada", status: "active", emailVerified: true };
const eve = { ...ada, id: "eve" };
const identity = { subject: "1", email: "ada@example.com", isEmailVerified: true, name: "Ada" };
const stranger: Situation = {
	identity,
	owner: null,
	namesake: null,
	linkFor: null,
	isConsole: false,
};
const unproven = { ...identity, isEmailVerified: false };

describe("a login from elsewhere", () => {
	it.each<[string, Partial<Situation>, object]>([
		["makes an account for somebody new", {}, { register: { email: "ada@example.com" } }],
		["lets in who linked it", { owner: ada }, { enter: "ada" }],
		[
			"needs no address once it is linked",
			{ owner: ada, identity: unproven },
			{ enter: "ada" },
		],
		["is linked by an address both have verified", { namesake: ada }, { link: "ada" }],
		["follows the link, not the address", { owner: ada, namesake: eve }, { enter: "ada" }],
		["is linked on the wish of who is logged in", { linkFor: eve }, { link: "eve" }],
		["is linked twice without harm", { linkFor: ada, owner: ada }, { link: "ada" }],
		[
			"lets into the console whoever has an account",
			{ owner: ada, isConsole: true },
			{ enter: "ada" },
		],
	])("%s", (_, change, decision) => {
		expect(decide({ ...stranger, ...change })).toEqual(decision);
	});

	it.each<[string, Partial<Situation>, string]>([
		["the provider has not verified it", { identity: unproven }, "EMAIL_UNVERIFIED_THERE"],
		[
			"the provider has not verified the address of an account",
			{ identity: unproven, namesake: ada },
			"EMAIL_UNVERIFIED_THERE",
		],
		[
			"there is no address",
			{ identity: { ...identity, email: null } },
			"EMAIL_UNVERIFIED_THERE",
		],
		[
			"the account has not verified it",
			{ namesake: { ...ada, emailVerified: false } },
			"EMAIL_UNVERIFIED_HERE",
		],
		["somebody else has linked it", { owner: ada, linkFor: eve }, "LOGIN_TAKEN"],
		["it is linked unverified", { identity: unproven, linkFor: eve }, "EMAIL_UNVERIFIED_THERE"],
		[
			"who links it has not verified their own address",
			{ linkFor: { ...eve, emailVerified: false } },
			"EMAIL_UNVERIFIED_HERE",
		],
		["the account is disabled", { owner: { ...ada, status: "disabled" } }, "ACCOUNT_CLOSED"],
		[
			"the namesake is disabled",
			{ namesake: { ...ada, status: "disabled" } },
			"ACCOUNT_CLOSED",
		],
		["a stranger wants into the console", { isConsole: true }, "NO_ACCOUNT"],
	])("comes to nothing when %s", (_, change, refused) => {
		expect(decide({ ...stranger, ...change })).toEqual({ refused });
	});
});

describe("unlinking", () => {
	const logins = [{ id: "a" }, { id: "b" }];

	it("leaves the others", () => {
		expect(withoutLogin({ hasPassword: false, logins }, "a")).toEqual({ left: [{ id: "b" }] });
	});

	it("leaves a way in", () => {
		const last = { hasPassword: false, logins: [{ id: "a" }] };

		expect(withoutLogin(last, "a")).toEqual({ refused: "LAST_WAY_IN" });
		expect(withoutLogin({ ...last, hasPassword: true }, "a")).toEqual({ left: [] });
		expect(withoutLogin(last, "x")).toEqual({ refused: "LOGIN_NOT_FOUND" });
	});
});

describe("a username out of an address", () => {
	it.each([
		["ada.byron+mall@example.com", "", "ada.byron"],
		["ada@example.com", "4821", "ada-4821"],
		["!!!@example.com", "1", "user-1"],
		["李雷@example.com", "", "李雷"],
	])("of %s with %j is %s", (email, more, name) => {
		expect(usernameFrom(email, more)).toBe(name);
	});

	it("may always be claimed once it has something behind it", () => {
		fc.assert(
			fc.property(fc.emailAddress(), (email) => {
				expect(claimUsername(usernameFrom(email, "4821"))).toHaveProperty("claimed");
			}),
		);
	});
});
