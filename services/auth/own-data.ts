// What auth keeps about somebody: given out for their own copy, and forgotten.
import type { Whom } from "#contracts/about-people";
import { hintAccess } from "#mixins/hints";
import { partOf, pieceOf } from "#mixins/own-data";
import type { Ctx } from "#mixins/service";
import type { Accounts } from "./accounts.ts";
import { forgetWrong } from "./passwords.ts";
import { proven } from "./proving.ts";
import { passSecondFactor } from "./second-factor.ts";

type Asked = { whom: Whom; after?: string };

/** No hash and no key of theirs leaves the house, not even to them. */
export function ownData(accounts: Accounts, { whom: { userId }, after }: Asked) {
	const theirs = { userId };
	const parts = {
		account: partOf(accounts.credentials, { id: userId }, ({ hash, secondFactor, logins }) => ({
			hasPassword: hash !== null,
			hasSecondFactor: secondFactor?.isOn ?? false,
			loginsElsewhere: (logins ?? []).map(({ id: _, ...login }) => login),
		})),
		sessions: partOf(accounts.sessions, theirs, (session) => {
			const { device, address, createdAt, seenAt, endedAt } = session;
			return { device, address, createdAt, seenAt, endedAt };
		}),
		passkeys: partOf(accounts.passkeys, theirs, ({ name, createdAt, usedAt }) => ({
			name,
			createdAt,
			usedAt,
		})),
		apiKeys: partOf(accounts.keys, theirs, (key) => {
			const { name, start, rights, createdAt, expiresAt, usedAt } = key;
			return { name, start, rights, createdAt, expiresAt, usedAt };
		}),
	};
	return pieceOf(parts, after);
}

/** The credential goes first: without it no session and no way in counts. */
export async function forgetPerson(ctx: Ctx, accounts: Accounts, { userId }: Whom) {
	await accounts.credentials.remove({ id: userId });
	await forgetWrong(accounts, userId);
	const { sessions, passkeys, keys, logins, challenges } = accounts;
	for (const kept of [sessions, passkeys, keys, logins, challenges])
		await kept.remove({ userId });
	hintAccess(ctx, [userId]);
	return { isDone: true };
}

/** Before something that can't be undone: the password, and the second step where there is one. */
export async function proveSelf(
	ctx: Ctx<{ password?: string; totp?: string }>,
	accounts: Accounts,
) {
	const { password, totp: code } = ctx.params;
	const { id } = await proven(ctx, accounts, { password });
	await passSecondFactor(ctx, accounts, { id, code });
}
