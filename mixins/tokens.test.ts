import { generateKeyPairSync } from "node:crypto";
import type { KeyObject } from "node:crypto";
import jwt from "jsonwebtoken";
import { afterEach, describe, expect, it, vi } from "vitest";
import { audience, issuer, verifyToken } from "./tokens.ts";

const pair = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
const { privateKey, publicKey } = pair();
const seconds = () => Math.floor(Date.now() / 1000);

type Extra = { claims?: object; key?: KeyObject; kid?: string; header?: object };
function aToken({ claims = {}, key = privateKey, kid = "k1", header = {} }: Extra = {}) {
	const payload = { sub: "u1", sid: "s1", iat: seconds(), exp: seconds() + 900 };
	const all = { ...payload, iss: issuer, aud: audience, ...claims };
	const head = { alg: "ES256" as const, kid, ...header };
	return jwt.sign(all, key, { algorithm: "ES256", header: head });
}

const forger = pair();

const keys = () => new Map([["k1", publicKey]]);

describe("a token", () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	it("names its person and session", () => {
		expect(verifyToken(aToken(), keys())).toMatchObject({ sub: "u1", sid: "s1" });
	});

	it.each([
		["was signed by another key", { key: pair().privateKey }],
		["names a key that nobody knows", { kid: "k2" }],
		["was made by somebody else", { claims: { iss: "another" } }],
		["was made for something else", { claims: { aud: "another" } }],
		["has expired", { claims: { exp: seconds() - 61 } }],
		["lacks its session", { claims: { sid: undefined } }],
		["is not valid yet", { claims: { nbf: seconds() + 120 } }],
		["comes from the future", { claims: { iat: seconds() + 120 } }],
		[
			"brings its own key",
			{
				key: forger.privateKey,
				header: { jwk: forger.publicKey.export({ format: "jwk" }) },
			},
		],
		[
			"says where its key lies",
			{ key: forger.privateKey, header: { jku: "https://forger.example/keys" } },
		],
		["names a path as its key", { key: forger.privateKey, kid: "../../dev/null" }],
	])("is refused when it %s", (_, extra) => {
		expect(verifyToken(aToken(extra), keys())).toBeNull();
	});

	it("is refused in any other algorithm, and without a signature", () => {
		const [, payload] = aToken().split(".");
		const none = Buffer.from('{"alg":"none","kid":"k1"}').toString("base64url");
		const shared = publicKey.export({ type: "spki", format: "pem" });
		const hmac = jwt.sign({ sub: "u1", sid: "s1", iss: issuer, aud: audience }, shared, {
			algorithm: "HS256",
			keyid: "k1",
			expiresIn: 900,
		});

		expect(verifyToken(`${none}.${payload}.`, keys())).toBeNull();
		expect(verifyToken(hmac, keys())).toBeNull();
		expect(verifyToken("rubbish", keys())).toBeNull();
	});

	it("is refused with edited claims, and at any length of rubbish", () => {
		const [head, payload = "", signature] = aToken().split(".");
		const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
		const edited = Buffer.from(JSON.stringify({ ...claims, sub: "u2" })).toString("base64url");

		expect(verifyToken(`${head}.${edited}.${signature}`, keys())).toBeNull();
		expect(verifyToken(`${head}.${payload}.`, keys())).toBeNull();
		expect(verifyToken("x".repeat(10_000), keys())).toBeNull();
		expect(verifyToken(`${head}.${"x".repeat(10_000)}.${signature}`, keys())).toBeNull();
	});

	it("may be used a minute late between clocks that differ, not longer, even if it was seen", () => {
		vi.useFakeTimers({ toFake: ["Date"] });
		const known = keys();
		const token = aToken();
		const first = verifyToken(token, known);

		vi.setSystemTime(Date.now() + 930_000);
		const late = verifyToken(token, known);
		vi.setSystemTime(Date.now() + 60_000);
		const tooLate = verifyToken(token, known);

		expect(first).not.toBeNull();
		expect(late).not.toBeNull();
		expect(tooLate).toBeNull();
	});

	it("is trusted no longer when its key is gone", () => {
		const token = aToken();

		expect(verifyToken(token, keys())).not.toBeNull();
		expect(verifyToken(token, new Map())).toBeNull();
	});
});
