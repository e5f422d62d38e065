// Passkeys. A challenge is stored when it is given out and removed when it is answered, so that no
// answer counts twice; the counter of a passkey moves on in the write that lets somebody in.
import { createHash } from "node:crypto";
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { PASSKEY_NOT_FOUND, PASSKEY_REFUSED, TOO_MANY_PASSKEYS } from "#contracts/auth";
import type { auth, Passkey } from "#contracts/auth";
import type { ParamsOf } from "#contracts/schema";
import { settings } from "#contracts/settings";
import { users } from "#contracts/users";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { publicOrigin } from "#mixins/env";
import { fail } from "#mixins/errors";
import { call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts, StoredPasskey } from "./accounts.ts";
import { enter } from "./entering.ts";
import type { Warn } from "./entering.ts";
import { proven } from "./proving.ts";
import type { Opening } from "./sessions.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;

const rpID = new URL(publicOrigin).hostname;
const expectedOrigin = new URL(publicOrigin).origin;
const timeout = 300_000;
const mostEach = 20;
const expected = { expectedOrigin, expectedRPID: rpID, requireUserVerification: true };
const shape = { type: "public-key", clientExtensionResults: {} } as const;

export async function ownPasskeys(ctx: Ctx<Params<"passkeys">>, { passkeys }: Accounts) {
	const { page = 1, pageSize = 20 } = ctx.params;
	const query = { userId: userOf(ctx).id };
	const own = await passkeys.list({ query, sort: ["createdAt"], page, pageSize });
	return { ...own, items: own.items.map(passkeyView) };
}

export async function beginPasskey(ctx: Ctx<Params<"beginPasskey">>, accounts: Accounts) {
	const { id: userId } = await proven(ctx, accounts, ctx.params);
	const [own, { shop }, user] = await Promise.all([
		accounts.passkeys.find({ query: { userId }, limit: mostEach }),
		call(ctx, settings.current),
		call(ctx, users.whole, { id: userId }),
	]);
	if (own.length >= mostEach) fail(TOO_MANY_PASSKEYS, { max: mostEach });

	const made = await generateRegistrationOptions({ rpName: shop.name, rpID, userName: userId });
	await keep(accounts, made.challenge, userId);
	return {
		rp: { id: rpID, name: shop.name },
		user: {
			id: Buffer.from(userId).toString("base64url"),
			name: user.username,
			displayName: user.displayName,
		},
		challenge: made.challenge,
		pubKeyCredParams: made.pubKeyCredParams.map(({ alg }) => ({ alg, type: shape.type })),
		timeout,
		attestation: "none" as const,
		excludeCredentials: own.map(({ credentialId: id }) => ({ id, type: shape.type })),
		authenticatorSelection: {
			residentKey: "required" as const,
			userVerification: "required" as const,
		},
	};
}

export async function addPasskey(ctx: Ctx<Params<"addPasskey">>, accounts: Accounts) {
	const { id: userId } = userOf(ctx);
	const { name, passkey } = ctx.params;
	const { id, ...response } = passkey;
	const { registrationInfo } = await verified(() =>
		verifyRegistrationResponse({
			...expected,
			response: { ...shape, id, rawId: id, response },
			expectedChallenge: (challenge) => isAnswered(accounts, challenge, userId),
		}),
	);
	if (!registrationInfo) return fail(PASSKEY_REFUSED);

	const { credential } = registrationInfo;
	const stored: StoredPasskey = {
		id: keyOf(credential.id),
		userId,
		name: name.trim(),
		credentialId: credential.id,
		publicKey: Buffer.from(credential.publicKey).toString("base64url"),
		counter: credential.counter,
		createdAt: now(),
		usedAt: null,
		version: 1,
	};
	try {
		await accounts.passkeys.insert(stored);
	} catch (error) {
		if (error instanceof DuplicateKey) fail(PASSKEY_REFUSED);
		throw error;
	}
	return passkeyView(stored);
}

export async function renamePasskey(ctx: Ctx<Params<"renamePasskey">>, { passkeys }: Accounts) {
	const { id, name } = ctx.params;
	const own = { id, userId: userOf(ctx).id };
	const renamed = await passkeys.change(own, { $set: { name: name.trim() } });
	return passkeyView(renamed ?? fail(PASSKEY_NOT_FOUND, { id }));
}

export async function removePasskey(ctx: Ctx<Params<"removePasskey">>, { passkeys }: Accounts) {
	const { id } = ctx.params;
	const removed = await passkeys.remove({ id, userId: userOf(ctx).id });
	if (removed === 0) fail(PASSKEY_NOT_FOUND, { id });
}

export async function beginPasskeyLogin(accounts: Accounts) {
	const { challenge } = await generateAuthenticationOptions({ rpID });
	await keep(accounts, challenge, anybody);
	return { challenge, rpId: rpID, timeout, userVerification: "required" as const };
}

export async function logInByPasskey(
	ctx: Ctx<Params<"passkeyLogin">>,
	accounts: Accounts,
	warn: Warn,
) {
	return enter(ctx, accounts, { opening: await passPasskey(ctx, accounts), warn });
}

/** Who comes in by a passkey. */
async function passPasskey(ctx: Ctx<Params<"passkeyLogin">>, accounts: Accounts): Promise<Opening> {
	const { id, userHandle, ...response } = ctx.params.passkey;
	const passkey = (await accounts.passkeys.findById(keyOf(id))) ?? fail(PASSKEY_REFUSED);
	const { userId, counter } = passkey;
	const { authenticationInfo } = await verified(() =>
		verifyAuthenticationResponse({
			...expected,
			response: { ...shape, id, rawId: id, response },
			expectedChallenge: (challenge) => isAnswered(accounts, challenge, anybody),
			credential: {
				id,
				publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
				counter,
			},
		}),
	);
	const isTheirs =
		userHandle === undefined || Buffer.from(userHandle, "base64url").toString() === userId;
	const moved = { counter: authenticationInfo.newCounter, usedAt: now() };
	const used =
		isTheirs && (await accounts.passkeys.change({ id: passkey.id, counter }, { $set: moved }));
	const credential = used && (await accounts.credentials.findById(userId));
	const [person] = await call(ctx, users.resolve, { ids: [userId] });
	if (!credential || person?.status !== "active") return fail(PASSKEY_REFUSED);
	return { id: userId, epoch: credential.epoch, strength: "passkey" };
}

export function passkeyView({ id, name, createdAt, usedAt }: StoredPasskey): Passkey {
	return { id, name, createdAt, usedAt };
}

/** Of a login: whose it is comes out with the answer. */
const anybody = "";

async function keep({ challenges }: Accounts, id: string, userId: string) {
	await challenges.insert({ id, userId, at: now(), version: 1 });
}

/** Takes the challenge away; false when it is not there, too old or somebody else's. */
async function isAnswered({ challenges }: Accounts, id: string, userId: string) {
	const since = new Date(Date.parse(now()) - timeout).toISOString();
	return (await challenges.remove({ id, userId, at: { $gte: since } })) === 1;
}

async function verified<T extends { verified: boolean }>(verify: () => Promise<T>): Promise<T> {
	// Why caught: the library throws at whatever is wrong in an answer.
	const answer = await verify().catch(() => fail(PASSKEY_REFUSED));
	return answer.verified ? answer : fail(PASSKEY_REFUSED);
}

const keyOf = (credentialId: string) =>
	createHash("sha256").update(credentialId).digest("base64url");
