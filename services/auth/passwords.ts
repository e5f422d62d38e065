// Checks passwords and counts wrong ones. An account that does not exist is treated like one that
// does: the same work, the same counting, the same answer.
import { createHash } from "node:crypto";
import { ACCOUNT_LOCKED, BAD_CREDENTIALS, loginFailed } from "#contracts/auth";
import { fieldWords } from "#domain/field-words";
import { waitSeconds } from "#domain/login-delay";
import { foldName } from "#domain/names";
import { checkPassword, normalPassword } from "#domain/passwords";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { newId, now } from "#mixins/clock";
import { env } from "#mixins/env";
import { fail, invalid } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import type { Ctx } from "#mixins/service";
import type { Accounts, Credential } from "./accounts.ts";
import { hashPassword, isOutdated, isPassword, pool } from "./hashing.ts";

interface Attempt {
	login: string;
	password: string;
	credential: Credential | null;
	/** Whether somebody with the right password may come in at all. */
	isWelcome: boolean;
}

/** The hash of a new password; 422 that names the field when it is too short or too long. */
export async function newHash(password: string, field: string): Promise<string> {
	const checked = checkPassword(password);
	if ("refused" in checked) {
		const isShort = checked.refused === "PASSWORD_TOO_SHORT";
		const words = isShort ? fieldWords.longer(checked.min) : fieldWords.shorter(checked.max);
		return invalid([{ path: field, ...words }]);
	}
	return pool.run(() => hashPassword(checked.password));
}

/** Refuses a wrong password, and everybody for a while after several wrong ones. */
export async function checkLogin(ctx: Ctx, accounts: Accounts, attempt: Attempt): Promise<void> {
	const key = attemptsKey(attempt);
	// Why all inside: who waited in the queue must not guess on after the account was locked.
	const isRight = await pool.run(async () => {
		await checkLock(accounts, key);
		const isRight = await matches(accounts, attempt);
		if (!isRight) await countWrong(ctx, accounts, { key, login: attempt.login });
		return isRight;
	});
	if (!isRight) fail(BAD_CREDENTIALS);

	await forgive(accounts, key);
}

export async function forgive({ attempts }: Accounts, key: string) {
	if (await attempts.findById(key)) await attempts.remove({ id: key });
}

/** Made once at the start, so that an unknown name takes as long as a known one. */
let dummyHash: Promise<string> | undefined;
export const prepareDummy = () => (dummyHash ??= hashPassword(newId()));

async function matches({ credentials }: Accounts, attempt: Attempt): Promise<boolean> {
	const { credential, isWelcome } = attempt;
	const password = normalPassword(attempt.password);
	const isRight = await isPassword(credential?.hash ?? (await prepareDummy()), password);
	if (!isRight || !credential?.hash || !isWelcome) return false;

	const { id, hash } = credential;
	if (isOutdated(hash)) {
		await credentials.update({ id, hash }, { $set: { hash: await hashPassword(password) } });
	}
	return true;
}

/** Where wrong tries at an account are counted: passwords and codes apart. */
export const lockKeys = (userId: string) => ({
	password: `user:${userId}`,
	code: `code:${userId}`,
});

/** All wrong tries at an account, whatever was tried. */
export async function forgetWrong({ attempts }: Accounts, userId: string) {
	await attempts.remove({ id: { $in: Object.values(lockKeys(userId)) } });
}

function attemptsKey({ credential, login }: Attempt): string {
	if (credential) return lockKeys(credential.id).password;
	return `name:${createHash("sha256").update(foldName(login)).digest("base64url")}`;
}

export async function checkLock({ attempts }: Accounts, key: string) {
	if (env.RATE_LIMIT === "off") return;
	const before = await attempts.findById(key);
	const seconds = before ? waitSeconds(before.wrong, before.at, now()) : 0;
	if (seconds > 0) fail(ACCOUNT_LOCKED, { seconds });
}

export async function countWrong(
	ctx: Ctx,
	{ attempts }: Accounts,
	{ key: id, login }: { key: string; login: string },
) {
	const at = now();
	const told = tell(loginFailed, { login, address: (ctx.meta.address ?? "").slice(0, 60) });
	const oneMore = { $inc: { wrong: 1 }, $set: { at } };
	if (await attempts.change({ id }, oneMore, told)) return;
	try {
		await attempts.insert({ id, wrong: 1, at, version: 1 }, told);
	} catch (error) {
		if (!(error instanceof DuplicateKey)) throw error;
		await attempts.change({ id }, oneMore, told);
	}
}
