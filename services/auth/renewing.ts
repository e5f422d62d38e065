// A later token for an open session: for who has a valid one, or by the refresh cookie, which
// changes with each use.
import { NOT_SIGNED_IN } from "#contracts/errors";
import { now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import type { Ctx } from "#mixins/service";
import type { Accounts, StoredSession } from "./accounts.ts";
import { mergeCart } from "./entering.ts";
import type { Warn } from "./entering.ts";
import { readToken, successorOf } from "./refresh-tokens.ts";
import type { RefreshToken } from "./refresh-tokens.ts";
import { endSession, openOne, prolong, setCookie } from "./sessions.ts";

/** How long the token before still counts: tabs that renew at once all get through. */
const graceMs = 10_000;

export async function renew(ctx: Ctx, accounts: Accounts, warn: Warn) {
	const sessionId = ctx.meta.user?.sessionId;
	const session = sessionId
		? await openOne(accounts, sessionId)
		: await rotate(ctx, accounts, ctx.meta.refreshToken);
	// Why: who came in by a provider brings the guest's cart along only now.
	if (session && !sessionId) await mergeCart(ctx, session.userId, warn);
	if (session) return prolong(accounts, session);

	// Why only then: a form of somebody else's page must not take a cookie away that it can't send.
	if (!sessionId && ctx.meta.refreshToken) ctx.meta.$cookie = null;
	return fail(NOT_SIGNED_IN);
}

async function rotate(ctx: Ctx, accounts: Accounts, value = ""): Promise<StoredSession | null> {
	const token = readToken(value);
	const session = token && (await openOne(accounts, token.sessionId));
	if (!session) return null;

	const next = successorOf(token);
	const rotated = (await exchange(accounts, token, next)) ?? (await inGrace(accounts, token));
	if (!rotated) {
		await endSession(ctx, accounts, session);
		return null;
	}
	setCookie(ctx, rotated, next.value);
	return rotated;
}

async function exchange({ sessions }: Accounts, token: RefreshToken, next: RefreshToken) {
	const { sessionId: id, hash } = token;
	const fields = { refreshHash: next.hash, previousHash: hash, rotatedAt: now() };
	return sessions.change({ id, refreshHash: hash, endedAt: null }, { $set: fields });
}

/** The session, if this token was rotated a moment ago. */
async function inGrace({ sessions }: Accounts, { sessionId, hash }: RefreshToken) {
	const session = await sessions.findById(sessionId);
	if (!session?.rotatedAt || session.previousHash !== hash) return null;
	return Date.parse(session.rotatedAt) + graceMs >= Date.parse(now()) ? session : null;
}
