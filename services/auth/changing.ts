// New passwords, and what they end.
import type { auth } from "#contracts/auth";
import { BAD_CREDENTIALS, FRESH_LOGIN_NEEDED, passwordChanged } from "#contracts/auth";
import { NOT_SIGNED_IN } from "#contracts/errors";
import type { ParamsOf } from "#contracts/schema";
import { users } from "#contracts/users";
import { fieldWords } from "#domain/field-words";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { fail, invalid } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts, Credential } from "./accounts.ts";
import { checkLogin, newHash } from "./passwords.ts";
import { openSession, tellEnded } from "./sessions.ts";
import type { Token } from "./sessions.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;

export async function changePassword(
	ctx: Ctx<Params<"changePassword">>,
	accounts: Accounts,
): Promise<Token> {
	const { id, sessionId } = userOf(ctx);
	const { newPassword } = ctx.params;
	const credential = (await accounts.credentials.findById(id)) ?? fail(BAD_CREDENTIALS);
	if (credential.hash === null) await checkFresh(ctx, accounts);
	else await checkCurrent(ctx, accounts, credential);
	const hash = await newHash(newPassword, "newPassword");

	const { epoch } = credential;
	const [person] = await call(ctx, users.resolve, { ids: [id] });
	const changed = await accounts.credentials.change(
		{ id, epoch },
		{ $set: { hash }, $inc: { epoch: 1 } },
		...(person ? [tell(passwordChanged, { userId: id, email: person.email })] : []),
	);
	// Why: whoever changed it at the same moment has ended this session.
	if (!changed) return fail(NOT_SIGNED_IN);

	await tellEnded(ctx, accounts, { userId: id, epoch: changed.epoch });
	const before = sessionId && (await accounts.sessions.findById(sessionId));
	const strength = before ? before.strength : undefined;
	return openSession(ctx, accounts, { ...changed, strength });
}

async function checkCurrent(
	ctx: Ctx<Params<"changePassword">>,
	accounts: Accounts,
	credential: Credential,
) {
	const { username: login } = userOf(ctx);
	const password = ctx.params.currentPassword;
	if (password === undefined) invalid([{ path: "currentPassword", ...fieldWords.required }]);
	await checkLogin(ctx, accounts, { login, password, credential, isWelcome: true });
}

const freshMs = 15 * 60_000;

/** A login that somebody found open an hour later makes no first password. */
async function checkFresh(ctx: Ctx, accounts: Accounts) {
	const session = await accounts.sessions.findById(userOf(ctx).sessionId ?? "");
	const isFresh = session && Date.parse(session.createdAt) + freshMs > Date.parse(now());
	if (!isFresh) fail(FRESH_LOGIN_NEEDED);
}

export async function setPassword(ctx: Ctx<Params<"setPassword">>, accounts: Accounts) {
	const { userId: id, password } = ctx.params;
	const hash = await newHash(password, "password");
	try {
		await accounts.credentials.insert({ id, hash, epoch: 1, version: 1 });
	} catch (error) {
		if (!(error instanceof DuplicateKey)) throw error;
		const renewed = { $set: { hash }, $inc: { epoch: 1 } };
		const changed = await accounts.credentials.change({ id }, renewed);
		if (changed) await tellEnded(ctx, accounts, { userId: id, epoch: changed.epoch });
	}
}

export async function endAll(ctx: Ctx, accounts: Accounts, userId: string) {
	const changed = await accounts.credentials.change({ id: userId }, { $inc: { epoch: 1 } });
	if (changed) await tellEnded(ctx, accounts, { userId, epoch: changed.epoch });
}
