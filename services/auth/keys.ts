// The keys that sign tokens, made on the first start. There may be several, oldest first: the
// newest signs, all verify, so that a key can be changed without logging anybody out. A new one is
// published for a while before it signs: every node knows it by then.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Compile } from "typebox/compile";
import { list, object, optional, string, timestamp } from "#contracts/schema";
import type { Infer } from "#contracts/schema";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection, Stored } from "#mixins/collection";
import { now } from "#mixins/clock";
import { dataDir, env } from "#mixins/env";
import type { TokenKeys } from "#mixins/tokens";
import { keptPrivately, replacePrivately } from "./private-file.ts";
import { derivedKey, keysIn, ringOf, seal, unseal } from "./sealing.ts";
import type { Ring } from "./sealing.ts";

export interface PublicKey {
	kid: string;
	jwk: Record<string, string>;
}

export interface Keys {
	readonly signing: { kid: string; key: KeyObject };
	/** When the newest begins to sign; empty when it always did. */
	signsFrom: string;
	published: PublicKey[];
	verifying: TokenKeys;
	/** What the refresh tokens' successors are derived with. */
	refreshSecret: Buffer;
	/** What seals secrets in the store. */
	ring: Ring;
}

const given = keysIn(env.SEALING_KEYS);
/** What the token keys themselves are sealed with where they lie in the store. */
const ownRing = ringOf(given);

/** Tokens live 15 minutes, with a minute for clocks: a key goes when none of its own is left. */
const tokensLiveMs = 16 * 60_000;
const mostKeys = 10;

const part = () => string({ min: 1, max: 100 });
const PrivateKey = object({ kty: part(), crv: part(), x: part(), y: part(), d: part() });
type PrivateKey = Infer<typeof PrivateKey>;
const KeptKey = object({ ...PrivateKey.properties, signsFrom: optional(timestamp()) });
const keyFile = Compile(
	object({
		refreshSecret: string({ min: 40, max: 100 }),
		keys: list(KeptKey, { min: 1, max: mostKeys }),
	}),
);

const keyPath = join(dataDir, "token-keys.json");
const storedId = "token-keys";
const publishedMs = 5 * 60_000;
/** How often a node looks whether another one has added a key. */
export const lookSeconds = 60;

let loaded: Keys | undefined;

/** The keys of this data folder. */
export function keys(): Keys {
	loaded ??= loadKeys(keyPath);
	return loaded;
}

/** Looks for keys that were added meanwhile. */
export async function lookForKeys(kept: Collection<KeptKeys>) {
	if (env.MONGO_URL) await shareKeys(kept);
	else loaded = loadKeys(keyPath);
}

/** Adds a key, which signs in five minutes, unless one waits already; says when it signs. */
export async function rotateKeys(kept: Collection<KeptKeys>): Promise<string> {
	const at = Date.parse(now());
	if (env.MONGO_URL) {
		await shareKeys(kept);
		const stored = await kept.findById(storedId);
		if (stored) await kept.replace(sealed(withAnother(opened(stored), at), stored));
	} else {
		const text = withAnother(keptPrivately(keyPath, makeFile), at);
		replacePrivately(keyPath, text);
	}
	await lookForKeys(kept);
	return keys().signsFrom;
}

function withAnother(text: string, at: number): string {
	const file = parse("The store", text);
	if (Date.parse(file.keys.at(-1)?.signsFrom ?? "") > at) return text;
	const signsFrom = new Date(at + publishedMs).toISOString();
	const alive = file.keys.filter((_, index) => {
		const since = Date.parse(file.keys[index + 1]?.signsFrom ?? signsFrom);
		return since + tokensLiveMs > at;
	});
	return JSON.stringify({
		...file,
		keys: [...alive, { ...newKey(), signsFrom }].slice(-mostKeys),
	});
}

/** In a cluster the nodes of this service share the keys in their store; the first one makes them. */
export async function shareKeys(kept: Collection<KeptKeys>) {
	if (!env.MONGO_URL) return keys();
	const fresh = sealed(makeFile(), { id: storedId, text: "", version: 1 });
	const isOurs = await kept.insert(fresh).catch((error: unknown) => {
		if (error instanceof DuplicateKey) return null;
		throw error;
	});
	const stored = isOurs ?? (await keptByAnother(kept));
	loaded = read("The store", opened(stored));
	return loaded;
}

const readableMs = 10_000;

/** Why again and again: what another node inserts at this moment may be refused twice and not be readable yet. */
async function keptByAnother(kept: Collection<KeptKeys>): Promise<KeptKeys> {
	for (const deadline = Date.now() + readableMs; ; await wait(50)) {
		const stored = await kept.findById(storedId);
		if (stored) return stored;
		if (Date.now() > deadline)
			throw new Error("The store refuses the token keys, and has none.");
	}
}

const sealed = (text: string, stored: KeptKeys): KeptKeys => ({
	...stored,
	text: given.length > 0 ? seal(ownRing, text, storedId) : text,
});
const opened = ({ text }: KeptKeys) => unseal(ownRing, text, storedId);

export interface KeptKeys extends Stored {
	text: string;
}

export function loadKeys(path: string): Keys {
	return read(path, keptPrivately(path, makeFile));
}

function read(path: string, text: string): Keys {
	const { refreshSecret: secret, keys: stored } = parse(path, text);
	const refreshSecret = Buffer.from(secret, "base64url");
	const all = stored.map(({ signsFrom = "", ...jwk }) => ({
		kid: thumbprint(jwk),
		jwk,
		signsFrom,
		key: createPrivateKey({ key: jwk, format: "jwk" }),
	}));
	const [oldest] = all;
	if (!oldest) throw new Error(`${path} holds no key.`);
	return {
		get signing() {
			return all.findLast(({ signsFrom }) => signsFrom <= now()) ?? oldest;
		},
		signsFrom: all.at(-1)?.signsFrom ?? "",
		published: all.toReversed().map(published),
		verifying: new Map(
			all.map(({ kid, jwk }) => [kid, createPublicKey({ key: jwk, format: "jwk" })]),
		),
		refreshSecret,
		ring: ringOf([...given, derivedKey(refreshSecret)]),
	};
}

function makeFile(): string {
	const refreshSecret = randomBytes(32).toString("base64url");
	return JSON.stringify({ refreshSecret, keys: [newKey()] });
}

const newKey = () =>
	generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });

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
