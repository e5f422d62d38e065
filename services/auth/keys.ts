// The keys that sign tokens, made on the first start. There may be several, oldest first: the
// newest signs, all verify, so that a key can be changed without logging anybody out.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { join } from "node:path";
import { Compile } from "typebox/compile";
import { list, object, string } from "#contracts/schema";
import type { Infer } from "#contracts/schema";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection, Stored } from "#mixins/collection";
import { dataDir, env } from "#mixins/env";
import type { TokenKeys } from "#mixins/tokens";
import { keptPrivately } from "./private-file.ts";

export interface PublicKey {
	kid: string;
	jwk: Record<string, string>;
}

export interface Keys {
	signing: { kid: string; key: KeyObject };
	published: PublicKey[];
	verifying: TokenKeys;
	/** What the refresh tokens' successors are derived with. */
	refreshSecret: Buffer;
}

const part = () => string({ min: 1, max: 100 });
const PrivateKey = object({ kty: part(), crv: part(), x: part(), y: part(), d: part() });
type PrivateKey = Infer<typeof PrivateKey>;
const keyFile = Compile(
	object({
		refreshSecret: string({ min: 40, max: 100 }),
		keys: list(PrivateKey, { min: 1, max: 10 }),
	}),
);

let loaded: Keys | undefined;

/** The keys of this data folder. */
export function keys(): Keys {
	loaded ??= loadKeys(join(dataDir, "token-keys.json"));
	return loaded;
}

/** In a cluster the nodes of this service share the keys in their store; the first one makes them. */
export async function shareKeys(kept: Collection<KeptKeys>) {
	if (!env.MONGO_URL) return keys();
	const fresh = { id: "token-keys", text: makeFile(), version: 1 };
	const isOurs = await kept.insert(fresh).catch((error: unknown) => {
		if (error instanceof DuplicateKey) return null;
		throw error;
	});
	const { text } = isOurs ?? (await kept.findById(fresh.id)) ?? fresh;
	loaded = read("The store", text);
	return loaded;
}

export interface KeptKeys extends Stored {
	text: string;
}

export function loadKeys(path: string): Keys {
	return read(path, keptPrivately(path, makeFile));
}

function read(path: string, text: string): Keys {
	const { refreshSecret, keys: stored } = parse(path, text);
	const all = stored.map((jwk) => ({ kid: thumbprint(jwk), jwk }));
	const newest = all.at(-1);
	if (!newest) throw new Error(`${path} holds no key.`);
	return {
		signing: {
			kid: newest.kid,
			key: createPrivateKey({ key: newest.jwk, format: "jwk" }),
		},
		published: all.toReversed().map(published),
		verifying: new Map(
			all.map(({ kid, jwk }) => [kid, createPublicKey({ key: jwk, format: "jwk" })]),
		),
		refreshSecret: Buffer.from(refreshSecret, "base64url"),
	};
}

function makeFile(): string {
	const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const refreshSecret = randomBytes(32).toString("base64url");
	return JSON.stringify({ refreshSecret, keys: [privateKey.export({ format: "jwk" })] });
}

function parse(path: string, text: string) {
	const content = parsed(text);
	if (!keyFile.Check(content)) throw new Error(`${path} holds no token keys.`);
	return content;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** RFC 7638: the same key has the same name everywhere. */
function thumbprint({ crv, kty, x, y }: PrivateKey): string {
	const members = JSON.stringify({ crv, kty, x, y });
	return createHash("sha256").update(members).digest("base64url");
}

function published({ kid, jwk: { kty, crv, x, y } }: { kid: string; jwk: PrivateKey }): PublicKey {
	return { kid, jwk: { kty, crv, x, y, kid, use: "sig", alg: "ES256" } };
}
