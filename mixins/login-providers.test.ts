import { describe, expect, it } from "vitest";
import { providersIn } from "./login-providers.ts";

const secret = { OIDC_ACME_CLIENT_ID: "mall", OIDC_ACME_CLIENT_SECRET: "hush" };

describe("the providers of logins", () => {
	it("are none unless somebody is named", () => {
		expect(providersIn({ PORT: "3000", OIDC_GOOGLE_CLIENT_ID: "" })).toEqual([]);
	});

	it("are as many as are named; Google and GitHub are prepared", () => {
		const found = providersIn({
			...secret,
			OIDC_ACME_ISSUER: "https://id.acme.example/",
			OIDC_GOOGLE_CLIENT_ID: "g",
			OIDC_GOOGLE_CLIENT_SECRET: "gs",
			OIDC_GITHUB_CLIENT_ID: "h",
			OIDC_GITHUB_CLIENT_SECRET: "hs",
		});

		expect(found).toMatchObject([
			{ key: "acme", label: "acme", speaks: "openid", issuer: "https://id.acme.example" },
			{ key: "google", label: "Google", issuer: "https://accounts.google.com" },
			{ key: "github", label: "GitHub", speaks: "github", issuer: "https://github.com" },
		]);
	});

	it.each([
		["a misspelt name", { ...secret, OIDC_ACME_CLIENTID: "x" }, /OIDC_ACME_CLIENTID/],
		["no issuer", secret, /OIDC_ACME_ISSUER/],
		["no secret", { OIDC_GOOGLE_CLIENT_ID: "x" }, /OIDC_GOOGLE_CLIENT_SECRET/],
		["no address", { ...secret, OIDC_ACME_ISSUER: "acme" }, /https/],
		["no encryption", { ...secret, OIDC_ACME_ISSUER: "http://id.acme.example" }, /https/],
		[
			"no encryption in production",
			{ ...secret, OIDC_ACME_ISSUER: "http://127.0.0.1:1", NODE_ENV: "production" },
			/https/,
		],
	])("stop the start when there is %s, and show no value", (_, source, words) => {
		expect(() => providersIn(source)).toThrow(words);
		expect(() => providersIn(source)).not.toThrow(/hush/);
	});
});
