// New passwords, and what they end.
import type { auth } from "#contracts/auth";
import { passwordChanged } from "#contracts/auth";
import { NOT_SIGNED_IN } from "#contracts/errors";
import type { ParamsOf } from "#contracts/schema";
import { users } from "#contracts/users";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { fail } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts } from "./accounts.ts";
import { newHash } from "./passwords.ts";
import { proven } from "./proving.ts";
import { openSession, tellEnded } from "./sessions.ts";
import type { Token } from "./sessions.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;

export async function changePassword(
	ctx: Ctx<Params<"changePassword">>,
	accounts: Accounts,
): Promise<Token> {
	const { id, sessionId } = userOf(ctx);
	const { currentPassword: password, newPassword } = ctx.params;
	const { epoch } = await proven(ctx, accounts, { password, field: "currentPassword" });
	const hash = await newHash(newPassword, "newPassword");

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
