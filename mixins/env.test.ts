import { describe, expect, it } from "vitest";
import { BadEnvironment, readEnv } from "./env.ts";

const production = {
	NODE_ENV: "production",
	EMBEDDED: "allow",
	SANDBOX_PAYMENTS: "off",
	SEED: "none",
	ADMIN_PASSWORD: "a password of my own",
};

describe("production", () => {
	it("starts with secrets of its own", () => {
		expect(readEnv(production)).toMatchObject({ NODE_ENV: "production" });
	});

	it.each(["Password123", "changeme123", "1234567890", "aaaaaaaaaaaa", "CHANGE_ME_PLEASE", ""])(
		"refuses the administrator's password %j, without showing it",
		(word) => {
			const start = () => readEnv({ ...production, ADMIN_PASSWORD: word });

			expect(start).toThrow(BadEnvironment);
			expect(start).toThrow(/ADMIN_PASSWORD/);
			if (word) expect(start).not.toThrow(word);
		},
	);

	it.each([
		[{ RATE_LIMIT: "off" }, /RATE_LIMIT/],
		[{ SEED: "demo" }, /SEED/],
		[{ SANDBOX_PAYMENTS: "on" }, /SANDBOX_PAYMENTS/],
		[{ EMBEDDED: "default" }, /EMBEDDED/],
		[
			{
				STRIPE_SECRET_KEY: "sk_test_1",
				STRIPE_PUBLISHABLE_KEY: "pk_test_1",
				STRIPE_WEBHOOK_SECRET: "whsec_1",
			},
			/test key/,
		],
	])("refuses %j", (change, words) => {
		expect(() => readEnv({ ...production, ...change })).toThrow(words);
	});
});

describe("the keys that seal secrets", () => {
	const key = Buffer.alloc(32, 7).toString("base64");

	it("are one or more", () => {
		expect(readEnv({ SEALING_KEYS: `${key},${key}` }).SEALING_KEYS).toBe(`${key},${key}`);
	});

	it.each(["short", `${key},`, Buffer.alloc(32).toString("base64"), `${key} ${key}`])(
		"are not %j, which is not shown",
		(word) => {
			expect(() => readEnv({ SEALING_KEYS: word })).toThrow(/^SEALING_KEYS must be keys/);
		},
	);

	it("are not misspelt", () => {
		expect(() => readEnv({ SEALING_KEY: key })).toThrow(/misspelt/);
	});
});
