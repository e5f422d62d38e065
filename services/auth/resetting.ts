// A forgotten password. What is asked is only noted; the look for the account comes later, out of
// sight, so that the answer and its time are the same for every address.
import type { auth } from "#contracts/auth";
import {
	CODE_NOT_VALID,
	passwordChanged,
	passwordForgotten,
	passwordReset,
	passwordResetAsked,
} from "#contracts/auth";
import { TOO_MANY_REQUESTS } from "#contracts/errors";
import type { ParamsOf } from "#contracts/schema";
import { users } from "#contracts/users";
import { newId, now } from "#mixins/clock";
import { fail, isError } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts } from "./accounts.ts";
import { findCode, withCode } from "./mailed-codes.ts";
import { lockKeys, newHash } from "./passwords.ts";
import { tellEnded } from "./sessions.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;

export async function forgetPassword(ctx: Ctx<Params<"forgotPassword">>, { asked }: Accounts) {
	const { email } = ctx.params;
	await asked.insert({ id: newId(), at: now(), version: 1 }, tell(passwordForgotten, { email }));
}

/** Heard twice it mails once: the second one comes too soon after the first. */
export async function mailResetCode(ctx: Ctx<{ email: string }>, { credentials }: Accounts) {
	const { person } = await call(ctx, users.find, { login: ctx.params.email });
	const credential = person && (await credentials.findById(person.id));
	if (!credential || person.status !== "active") return;

	const { id: userId, email, kind } = person;
	try {
		const made = withCode(credential, { kind: "resetCode", from: email, email });
		const path = `${kind === "staff" ? "/admin" : ""}/reset-password#${made.value}`;
		await credentials.replace(
			made.credential,
			tell(passwordResetAsked, { userId, email, path }),
		);
	} catch (error) {
		// Why nothing is said: who asks again and again must not learn that there is an account.
		if (!isError(error, TOO_MANY_REQUESTS)) throw error;
	}
}

export async function resetPassword(ctx: Ctx<Params<"resetPassword">>, accounts: Accounts) {
	const { code: value, password } = ctx.params;
	const { credential, code } = await findCode(ctx, accounts, { kind: "resetCode", value });
	const { id, epoch } = credential;
	const { email } = code;
	const hash = await newHash(password, "password");

	await call(ctx, users.confirmEmail, { userId: id, from: email, email });
	const changed = await accounts.credentials.change(
		{ id, epoch, "resetCode.hash": code.hash },
		{ $set: { hash, resetCode: null }, $inc: { epoch: 1 } },
		tell(passwordChanged, { userId: id, email }),
		tell(passwordReset, { userId: id }),
	);
	if (!changed) fail(CODE_NOT_VALID);

	await accounts.attempts.remove({ id: lockKeys(id).password });
	await tellEnded(ctx, accounts, { userId: id, epoch: changed.epoch });
}
