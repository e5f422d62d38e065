// Codes in mails: `user.secret`. Only their hashes are kept, in the credential that they change, so
// that using one and what it does are one write.
import { createHash, randomBytes } from "node:crypto";
import { CODE_NOT_VALID } from "#contracts/auth";
import { TOO_MANY_REQUESTS } from "#contracts/errors";
import { users } from "#contracts/users";
import type { Person } from "#contracts/users";
import { isAlive, oneMoreSent } from "#domain/mailed-codes";
import type { MailedCode } from "#domain/mailed-codes";
import { now } from "#mixins/clock";
import { fail, settle } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts, Credential } from "./accounts.ts";

export type CodeKind = "resetCode" | "emailCode";

interface NewCode {
	kind: CodeKind;
	from: string;
	email: string;
}

/** A code and the credential that keeps it; refused when too many were sent of late. */
export function withCode(credential: Credential, { kind, from, email }: NewCode) {
	const at = now();
	const { sentAt } = settle(oneMoreSent(credential[kind]?.sentAt ?? [], at), TOO_MANY_REQUESTS);
	const value = `${credential.id}.${randomBytes(32).toString("base64url")}`;
	const { epoch } = credential;
	const code: MailedCode = { hash: hashOf(value), from, email, epoch, at, sentAt };
	return { value, credential: { ...credential, [kind]: code } };
}

interface Found {
	credential: Credential;
	person: Person;
	code: MailedCode;
}

/** Whose code this is and what it is for, as long as it is alive. */
export async function findCode(
	ctx: Ctx,
	{ credentials }: Accounts,
	{ kind, value }: { kind: CodeKind; value: string },
): Promise<Found> {
	const userId = value.split(".")[0] ?? "";
	const credential = (await credentials.findById(userId)) ?? fail(CODE_NOT_VALID);
	const [person] = await call(ctx, users.resolve, { ids: [userId] });
	if (person?.status !== "active") return fail(CODE_NOT_VALID);

	const code = credential[kind];
	const { epoch } = credential;
	const brought = { hash: hashOf(value), from: person.email, epoch, at: now() };
	if (!code || !isAlive(code, brought)) return fail(CODE_NOT_VALID);
	return { credential, person, code };
}

const hashOf = (value: string) => createHash("sha256").update(value).digest("base64url");
