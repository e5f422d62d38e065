// E-mail addresses are confirmed by a code that is mailed to them: the one that somebody has, or a
// new one, which counts from then on.
import { emailCodeAsked } from "#contracts/auth";
import type { auth } from "#contracts/auth";
import { BAD_CREDENTIALS } from "#contracts/auth";
import { NOT_SIGNED_IN } from "#contracts/errors";
import type { ParamsOf } from "#contracts/schema";
import { EMAIL_TAKEN, users } from "#contracts/users";
import type { Person } from "#contracts/users";
import { fieldWords } from "#domain/field-words";
import { claimEmail } from "#domain/names";
import { fail, invalid } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts, Credential } from "./accounts.ts";
import { findCode, withCode } from "./mailed-codes.ts";
import { proven } from "./proving.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;

export async function askConfirmation(ctx: Ctx, accounts: Accounts) {
	const { credential, person } = await ownAccount(ctx, accounts);
	if (person.emailVerified) return;

	const { made, told } = mailedTo(credential, person, person.email);
	await accounts.credentials.replace(made, told);
}

export async function changeEmail(ctx: Ctx<Params<"changeEmail">>, accounts: Accounts) {
	const { email } = ctx.params;
	if ("refused" in claimEmail(email)) invalid([{ path: "email", ...fieldWords.unmailable }]);
	await proven(ctx, accounts, ctx.params);
	const { credential, person } = await ownAccount(ctx, accounts);
	const { person: owner } = await call(ctx, users.find, { login: email });
	if (owner && owner.id !== person.id) fail(EMAIL_TAKEN);

	const { made, told } = mailedTo(credential, person, email);
	await accounts.credentials.replace(made, told);
}

/** The address is set first: what dies before the code is used up is repeated by it. */
export async function confirmEmail(ctx: Ctx<Params<"confirmEmail">>, accounts: Accounts) {
	const { code: value } = ctx.params;
	const { credential, code } = await findCode(ctx, accounts, { kind: "emailCode", value });
	const { id } = credential;
	const { from, email, hash } = code;

	await call(ctx, users.confirmEmail, { userId: id, from, email });
	await accounts.credentials.update(
		{ id, "emailCode.hash": hash },
		{ $set: { emailCode: null } },
	);
	return { email };
}

type Owner = Pick<Person, "id" | "email">;

/** A credential with a new code, and the event that has it mailed. */
export function mailedTo(
	credential: Credential,
	{ id: userId, email: from }: Owner,
	email: string,
) {
	const { value, credential: made } = withCode(credential, { kind: "emailCode", from, email });
	const path = `/confirm-email#${value}`;
	return { made, told: tell(emailCodeAsked, { userId, email, path }) };
}

async function ownAccount(ctx: Ctx, { credentials }: Accounts) {
	const { id } = userOf(ctx);
	const [person] = await call(ctx, users.resolve, { ids: [id] });
	const credential = await credentials.findById(id);
	return {
		credential: credential ?? fail(BAD_CREDENTIALS),
		person: person ?? fail(NOT_SIGNED_IN),
	};
}
