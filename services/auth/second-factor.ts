// The second factor: codes of an authenticator app (TOTP, RFC 6238) and recovery codes. A code is
// used up in the write that takes it, so that none counts twice.
import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import {
	recoveryCodeUsed,
	SECOND_FACTOR_NEEDED,
	SECOND_FACTOR_OFF,
	SECOND_FACTOR_ON,
	secondFactorChanged,
	WRONG_CODE,
} from "#contracts/auth";
import type { auth } from "#contracts/auth";
import type { ParamsOf } from "#contracts/schema";
import { settings } from "#contracts/settings";
import { USER_NOT_FOUND } from "#contracts/users";
import { now } from "#mixins/clock";
import { StaleVersion } from "#mixins/collection";
import { fail } from "#mixins/errors";
import { hintAccess } from "#mixins/hints";
import { tell } from "#mixins/outbox";
import { call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { checkRank } from "#mixins/rank";
import type { Accounts, Credential, StoredFactor, StoredSession } from "./accounts.ts";
import { pool } from "./hashing.ts";
import { keys } from "./keys.ts";
import { checkLock, countWrong, forgive, lockKeys } from "./passwords.ts";
import { proven } from "./proving.ts";
import { isSealedBy, seal, unseal } from "./sealing.ts";
import { tellEnded } from "./sessions.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;

const stepSeconds = 30;
/** A clock may be off by so many steps. */
const drift = 1;
const recoveryCodes = 10;
const recoveryBytes = 10;

/** At a login with the right password: refused without a code, or with one that does not count. */
export async function passSecondFactor(
	ctx: Ctx,
	accounts: Accounts,
	{ id, code }: { id: string; code: string | undefined },
): Promise<"code" | undefined> {
	const credential = await accounts.credentials.findById(id);
	if (!credential?.secondFactor?.isOn) return undefined;
	if (code === undefined) fail(SECOND_FACTOR_NEEDED);
	const told = isOfApp(code) ? undefined : tell(recoveryCodeUsed, { userId: id });
	await spend(ctx, accounts, { credential, code, ...(told && { told }) });
	return "code";
}

/** Of a session of staff: whether the shop asks for more than it was opened with. */
export async function lacksFactor(
	ctx: Ctx,
	{ credentials }: Accounts,
	{ userId, strength }: StoredSession,
): Promise<boolean> {
	const { staffSecondFactor } = await call(ctx, settings.current);
	if (!staffSecondFactor || strength === "passkey") return false;
	const credential = await credentials.findById(userId);
	return strength !== "code" || !credential?.secondFactor?.isOn;
}

export async function ownFactor(ctx: Ctx, { credentials }: Accounts) {
	const { id, kind } = userOf(ctx);
	const { staffSecondFactor } = await call(ctx, settings.current);
	const factor = (await credentials.findById(id))?.secondFactor;
	return {
		isOn: factor?.isOn ?? false,
		recoveryCodesLeft: factor?.recovery.length ?? 0,
		isRequired: staffSecondFactor && kind === "staff",
	};
}

/** As staff see it. */
export async function factorOf({ credentials }: Accounts, id: string) {
	const credential = (await credentials.findById(id)) ?? fail(USER_NOT_FOUND, { id });
	return { isOn: credential.secondFactor?.isOn ?? false };
}

export async function beginFactor(ctx: Ctx<Params<"beginSecondFactor">>, accounts: Accounts) {
	const credential = await proven(ctx, accounts, ctx.params);
	if (credential.secondFactor?.isOn) fail(SECOND_FACTOR_ON);

	const secret = new Secret({ size: 20 }).base32;
	const { shop } = await call(ctx, settings.current);
	const sealed = seal(keys().ring, secret, credential.id);
	const secondFactor = { secret: sealed, isOn: false, lastStep: 0, recovery: [] };
	await accounts.credentials.replace({ ...credential, secondFactor });
	const uri = appOf(secret, { issuer: shop.name, label: userOf(ctx).username }).toString();
	return { secret, uri };
}

export async function confirmFactor(ctx: Ctx<Params<"confirmSecondFactor">>, accounts: Accounts) {
	const { id, sessionId } = userOf(ctx);
	const credential = await accounts.credentials.findById(id);
	if (!credential?.secondFactor) return fail(SECOND_FACTOR_OFF);
	if (credential.secondFactor.isOn) return fail(SECOND_FACTOR_ON);

	const codes = newRecoveryCodes();
	const turnOn = (factor: StoredFactor) => ({ ...factor, isOn: true, recovery: codes.hashes });
	const told = tell(secondFactorChanged, { userId: id, isOn: true, by: id });
	await spend(ctx, accounts, { credential, code: ctx.params.totp, become: turnOn, told });
	// Why: whoever has just shown a code need not log in once more.
	if (sessionId)
		await accounts.sessions.update({ id: sessionId }, { $set: { strength: "code" } });
	hintAccess(ctx, [id]);
	return { recoveryCodes: codes.shown };
}

export async function renewRecovery(ctx: Ctx<Params<"renewRecoveryCodes">>, accounts: Accounts) {
	const credential = await proven(ctx, accounts, ctx.params);
	if (!credential.secondFactor?.isOn) fail(SECOND_FACTOR_OFF);

	const codes = newRecoveryCodes();
	const become = (factor: StoredFactor) => ({ ...factor, recovery: codes.hashes });
	await spend(ctx, accounts, { credential, code: ctx.params.totp, become });
	return { recoveryCodes: codes.shown };
}

export async function removeFactor(ctx: Ctx<Params<"removeSecondFactor">>, accounts: Accounts) {
	const credential = await proven(ctx, accounts, ctx.params);
	if (!credential.secondFactor?.isOn) fail(SECOND_FACTOR_OFF);

	const { id } = credential;
	const told = tell(secondFactorChanged, { userId: id, isOn: false, by: id });
	const become = () => null;
	await spend(ctx, accounts, { credential, code: ctx.params.totp, become, told });
	hintAccess(ctx, [id]);
}

/** By staff, from somebody who has lost it. */
export async function takeFactor(ctx: Ctx<Params<"takeSecondFactor">>, accounts: Accounts) {
	const { id } = ctx.params;
	await checkRank(ctx, id);
	const taken = await accounts.credentials.change(
		{ id, "secondFactor.isOn": true },
		{ $set: { secondFactor: null }, $inc: { epoch: 1 } },
		tell(secondFactorChanged, { userId: id, isOn: false, by: userOf(ctx).id }),
	);
	if (!taken) fail(SECOND_FACTOR_OFF);
	await tellEnded(ctx, accounts, { userId: id, epoch: taken.epoch });
}

interface Spending {
	credential: Credential;
	code: string;
	/** What the factor is after the code was taken, if not itself. */
	become?: (factor: StoredFactor) => StoredFactor | null;
	told?: ReturnType<typeof tell>;
}

async function spend(ctx: Ctx, accounts: Accounts, { credential, code, ...how }: Spending) {
	const key = lockKeys(credential.id).code;
	const { become = (factor: StoredFactor) => factor, told } = how;
	// Why in the pool: a flood of guesses comes through one by one, and is locked out.
	const isTaken = await pool.run(async () => {
		await checkLock(accounts, key);
		const used = taking(credential, code);
		const isTaken = used && (await isSaved(accounts, credential, become(used), told));
		if (!isTaken) await countWrong(ctx, accounts, { key, login: credential.id });
		return isTaken;
	});
	if (!isTaken) fail(WRONG_CODE);
	await forgive(accounts, key);
}

/** The factor with this code used up; null when it does not count. */
function taking({ id, secondFactor: factor }: Credential, written: string): StoredFactor | null {
	if (!factor) return null;
	const code = plain(written);
	if (isOfApp(code)) return takingOfApp(id, factor, code);
	const hash = hashOf(code);
	const recovery = factor.recovery.filter((one) => one !== hash);
	return recovery.length < factor.recovery.length ? { ...factor, recovery } : null;
}

/** Why the secret is opened here only: recovery codes count also when its key is lost. */
function takingOfApp(id: string, factor: StoredFactor, code: string): StoredFactor | null {
	const secret = unseal(keys().ring, factor.secret, id);
	const step = stepOf(secret, code);
	if (step === null || step <= factor.lastStep) return null;
	return { ...factor, secret: sealedAnew(factor.secret, secret, id), lastStep: step };
}

const plain = (written: string) => written.replace(/[\s-]/g, "").toLowerCase();

/** All others may be recovery codes. */
const isOfApp = (code: string) => /^\d{6}$/.test(plain(code));

/** By the newest key, if it was by another or not at all. */
function sealedAnew(stored: string, secret: string, id: string): string {
	const { ring } = keys();
	return isSealedBy(ring, stored) ? stored : seal(ring, secret, id);
}

/** False when somebody else has used a code at the same moment. */
async function isSaved(
	{ credentials }: Accounts,
	credential: Credential,
	...[secondFactor, told]: [StoredFactor | null, ReturnType<typeof tell> | undefined]
) {
	try {
		await credentials.replace({ ...credential, secondFactor }, ...(told ? [told] : []));
		return true;
	} catch (error) {
		if (error instanceof StaleVersion) return false;
		throw error;
	}
}

function stepOf(secret: string, token: string): number | null {
	const timestamp = Date.parse(now());
	const delta = appOf(secret).validate({ token, timestamp, window: drift });
	return delta === null ? null : Math.floor(timestamp / 1000 / stepSeconds) + delta;
}

const appOf = (secret: string, names: { issuer?: string; label?: string } = {}) =>
	new TOTP({ ...names, secret: Secret.fromBase32(secret), period: stepSeconds });

function newRecoveryCodes() {
	const shown = Array.from({ length: recoveryCodes }, () => {
		const secret = new Secret({ buffer: new Uint8Array(randomBytes(recoveryBytes)).buffer });
		return (secret.base32.toLowerCase().match(/.{4}/g) ?? []).join("-");
	});
	return { shown, hashes: shown.map((code) => hashOf(code.replaceAll("-", ""))) };
}

const hashOf = (code: string) => createHash("sha256").update(code).digest("base64url");
