// Staff look after somebody's login: their devices, and the lock of wrong passwords and codes.
import { SESSION_NOT_FOUND } from "#contracts/auth";
import type { auth, Locks } from "#contracts/auth";
import type { ParamsOf } from "#contracts/schema";
import { USER_NOT_FOUND } from "#contracts/users";
import { closedUntil } from "#domain/login-delay";
import { now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { checkRank } from "#mixins/rank";
import { userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts } from "./accounts.ts";
import { endAll } from "./changing.ts";
import { forgetWrong, lockKeys } from "./passwords.ts";
import { endSession, openSessions } from "./sessions.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;

export async function sessionsOf(ctx: Ctx<Params<"sessionsOf">>, accounts: Accounts) {
	const { userId, ...paging } = ctx.params;
	const credential = await existing(accounts, userId);
	return openSessions(accounts, credential, { ...paging, currentId: userOf(ctx).sessionId });
}

export async function revokeOf(ctx: Ctx<Params<"revokeOf">>, accounts: Accounts) {
	const { userId, id } = ctx.params;
	await checkRank(ctx, userId);
	if (!(await endSession(ctx, accounts, { id, userId }))) fail(SESSION_NOT_FOUND, { id });
}

export async function revokeAllOf(ctx: Ctx<Params<"revokeAllOf">>, accounts: Accounts) {
	const { userId } = ctx.params;
	await existing(accounts, userId);
	await checkRank(ctx, userId);
	await endAll(ctx, accounts, userId);
}

export async function locksOf(ctx: Ctx<Params<"locksOf">>, accounts: Accounts): Promise<Locks> {
	const { userId } = ctx.params;
	await existing(accounts, userId);
	const keys = lockKeys(userId);
	const [password, code] = await Promise.all([
		lockAt(accounts, keys.password),
		lockAt(accounts, keys.code),
	]);
	return { password, code };
}

export async function liftLock(ctx: Ctx<Params<"liftLock">>, accounts: Accounts) {
	const { userId } = ctx.params;
	await existing(accounts, userId);
	await checkRank(ctx, userId);
	await forgetWrong(accounts, userId);
}

async function lockAt({ attempts }: Accounts, key: string) {
	const found = await attempts.findById(key);
	if (!found) return { wrong: 0, lastAt: null, closedUntil: null };
	const { wrong, at } = found;
	return { wrong, lastAt: at, closedUntil: closedUntil(wrong, at, now()) };
}

const existing = async ({ credentials }: Accounts, id: string) =>
	(await credentials.findById(id)) ?? fail(USER_NOT_FOUND, { id });
