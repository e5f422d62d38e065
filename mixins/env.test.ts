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

describe("an engine's address", () => {
	it.each([
		["MONGO_URL", "mongodb://one:27017,two:27017/mall?replicaSet=rs"],
		["MONGO_URL", "mongodb+srv://mall:secret@cluster.example/mall"],
		["NATS_URL", "nats://one:4222,nats://two:4222"],
		["S3_URL", "https://key:secret@s3.eu-west-1.amazonaws.com/bucket/folder?region=eu-west-1"],
	])("may be of several servers, or a place in one: %s=%s", (name, value) => {
		expect(readEnv({ [name]: value })).toMatchObject({ [name]: value });
	});

	it.each([
		["MONGO_URL", "mongodb://one:port/secret"],
		["NATS_URL", "secret"],
		["REDIS_URL", "http://one:6379/secret"],
		["S3_URL", "https://key:secret@host"],
		["S3_URL", "s3://secret/bucket"],
	])("is refused by name when it is malformed, without showing it: %s=%s", (name, value) => {
		const start = () => readEnv({ [name]: value });

		expect(start).toThrow(name);
		expect(start).not.toThrow("secret");
	});
});

describe("an unknown name with a prefix of the mall", () => {
	it.each(["MONGO_URI", "METRICS_PROT", "ENGINE_WAIT", "STRIPE_KEY", "NATS_URLS"])(
		"is named: %s",
		(name) => {
			expect(() => readEnv({ [name]: "x" })).toThrow(name);
		},
	);
});
