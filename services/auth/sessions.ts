// Opens, prolongs and ends sessions.
import jwt from "jsonwebtoken";
import { sessionEnded } from "#contracts/auth";
import type { Session } from "#contracts/auth";
import { NOT_SIGNED_IN } from "#contracts/errors";
import { deviceOf } from "#domain/device";
import { newId, now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { hintAccess } from "#mixins/hints";
import { tell } from "#mixins/outbox";
import type { Ctx } from "#mixins/service";
import { audience, issuer } from "#mixins/tokens";
import type { Accounts, Credential, StoredSession, Strength } from "./accounts.ts";
import { keys } from "./keys.ts";
import { firstToken } from "./refresh-tokens.ts";

const accessSeconds = 15 * 60;
const day = 24 * 60 * 60;
const idleSeconds = 14 * day;
const longestSeconds = 90 * day;
const batch = 500;

export interface Token {
	token: string;
	expiresAt: string;
}

export type Opening = Pick<Credential, "id" | "epoch"> & { strength?: Strength | undefined };

/** A new session of this device; its refresh token goes into the cookie. */
export async function openSession(
	ctx: Ctx,
	{ sessions }: Accounts,
	{ id: userId, epoch, strength }: Opening,
): Promise<Token> {
	const at = now();
	const id = newId();
	const refresh = firstToken(id);
	const session = await sessions.insert({
		id,
		userId,
		epoch,
		strength,
		refreshHash: refresh.hash,
		previousHash: null,
		rotatedAt: null,
		lastExp: seconds(at) + accessSeconds,
		device: deviceOf(ctx.meta.userAgent),
		address: (ctx.meta.address ?? "").slice(0, 60),
		createdAt: at,
		seenAt: at,
		goneAt: later(at, idleSeconds),
		endedAt: null,
		version: 1,
	});
	setCookie(ctx, session, refresh.value);
	return sign(session);
}

/** The browser keeps it for as long as the session can last; idleness is counted here. */
export function setCookie(ctx: Ctx, { createdAt }: StoredSession, value: string) {
	ctx.meta.$cookie = { value, expiresAt: later(createdAt, longestSeconds) };
}

/** The session behind an id as long as it is open. */
export async function openOne(accounts: Accounts, id: string): Promise<StoredSession | null> {
	const session = await accounts.sessions.findById(id);
	if (!session || session.endedAt !== null || session.goneAt <= now()) return null;
	const credential = await accounts.credentials.findById(session.userId);
	return credential?.epoch === session.epoch ? session : null;
}

/** A token that ends later than any before it of this session, by a second at least. */
export async function prolong({ sessions }: Accounts, session: StoredSession): Promise<Token> {
	const { id, createdAt } = session;
	const at = now();
	const exp = seconds(at) + accessSeconds;
	const latest = later(createdAt, longestSeconds);
	const idle = later(at, idleSeconds);
	const seen = { seenAt: at, goneAt: idle < latest ? idle : latest };
	const open = { id, endedAt: null };
	const prolonged =
		(await sessions.change(
			{ ...open, lastExp: { $lt: exp } },
			{ $set: { ...seen, lastExp: exp } },
		)) ?? (await sessions.change(open, { $set: seen, $inc: { lastExp: 1 } }));
	return prolonged ? sign(prolonged) : fail(NOT_SIGNED_IN);
}

/** Whether there was one to end. */
export async function endSession(ctx: Ctx, accounts: Accounts, session: Ended) {
	const isEnded = await close(accounts, session);
	hintAccess(ctx, [session.userId]);
	return isEnded;
}

type Ended = Pick<StoredSession, "id" | "userId">;

async function close({ sessions }: Accounts, { id, userId }: Ended): Promise<boolean> {
	const endedAt = now();
	const ended = await sessions.change(
		{ id, userId, endedAt: null },
		{ $set: { endedAt, goneAt: endedAt } },
		tell(sessionEnded, { userId, sessionId: id }),
	);
	return ended !== null;
}

type Closing = { userId: string; epoch: number };

/**
 * Says of each session of a user that it has ended. They were closed before, by a new epoch: a
 * process that dies in here leaves nothing open.
 */
export async function tellEnded(ctx: Ctx, accounts: Accounts, closing: Closing) {
	const { userId, epoch } = closing;
	const query = { userId, endedAt: null, epoch: { $lt: epoch } };
	for (;;) {
		const open = await accounts.sessions.find({ query, limit: batch });
		await Promise.all(open.map((session) => close(accounts, session)));
		if (open.length < batch) break;
	}
	hintAccess(ctx, [userId]);
}

interface Looking {
	page?: number;
	pageSize?: number;
	currentId: string | undefined;
}

/** Where somebody is logged in, the latest first. */
export async function openSessions(
	{ sessions }: Accounts,
	{ id: userId, epoch }: Credential,
	{ page = 1, pageSize = 20, currentId }: Looking,
) {
	const query = { userId, epoch, endedAt: null, goneAt: { $gt: now() } };
	const open = await sessions.list({ query, sort: ["-seenAt"], page, pageSize });
	return { ...open, items: open.items.map((one) => sessionView(one, currentId)) };
}

const sessionView = (session: StoredSession, currentId: string | undefined): Session => {
	const { id, device, address, createdAt, seenAt } = session;
	return { id, device, address, isCurrent: id === currentId, createdAt, seenAt };
};

function sign({ id: sid, userId: sub, lastExp: exp }: StoredSession): Token {
	const { key, kid } = keys().signing;
	const claims = { sub, sid, iat: seconds(now()), exp, iss: issuer, aud: audience };
	return {
		token: jwt.sign(claims, key, { algorithm: "ES256", keyid: kid }),
		expiresAt: new Date(exp * 1000).toISOString(),
	};
}

const seconds = (at: string) => Math.floor(Date.parse(at) / 1000);
const later = (at: string, by: number) => new Date(Date.parse(at) + by * 1000).toISOString();
