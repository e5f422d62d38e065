// Whose the logins at providers are. A login is claimed first and then listed in its owner's
// credential; a claim that is not listed there counts for nothing and may be taken over.
import { labelOf } from "./known.ts";
import { createHash } from "node:crypto";
import { LAST_WAY_IN, LOGIN_NOT_FOUND, loginLinked, loginUnlinked } from "#contracts/auth";
import { NOT_SIGNED_IN } from "#contracts/errors";
import type { Identity } from "#domain/linking";
import { withoutLogin } from "#domain/linking";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { fail, settle } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import type { Accounts, Credential, OwnLogin } from "../accounts.ts";

export function loginOf(provider: string, { subject, email }: Identity): OwnLogin {
	const id = createHash("sha256").update(`${provider}\n${subject}`).digest("base64url");
	return { id, provider, email: email ?? "", linkedAt: now() };
}

/** The credential that lists this login. */
export async function ownerOf({ logins, credentials }: Accounts, id: string) {
	const claim = await logins.findById(id);
	const credential = claim && (await credentials.findById(claim.userId));
	return credential && lists(credential, id) ? credential : null;
}

/** Repeatable. False when somebody else has it. */
export async function linkLogin(accounts: Accounts, userId: string, login: OwnLogin) {
	if (!(await claim(accounts, userId, login.id))) return false;
	for (;;) {
		const credential = await accounts.credentials.findById(userId);
		if (!credential) return fail(NOT_SIGNED_IN);
		if (lists(credential, login.id)) return true;
		const { id, version, logins = [] } = credential;
		const linked = await accounts.credentials.change(
			{ id, version },
			{ $set: { logins: [...logins, login] } },
			tell(loginLinked, { userId, provider: login.provider }),
		);
		if (linked) return true;
	}
}

/** Two at once can't take the last two ways in: the credential's version is guarded. */
export async function unlinkLogin(accounts: Accounts, userId: string, loginId: string) {
	for (;;) {
		const credential =
			(await accounts.credentials.findById(userId)) ?? fail(LOGIN_NOT_FOUND, { id: loginId });
		const { id, version, hash, logins = [] } = credential;
		const ways = { hasPassword: hash !== null, logins };
		const { left } = settle(withoutLogin(ways, loginId), LOGIN_NOT_FOUND, LAST_WAY_IN);
		const provider = logins.find((one) => one.id === loginId)?.provider ?? "";
		const unlinked = await accounts.credentials.change(
			{ id, version },
			{ $set: { logins: left } },
			tell(loginUnlinked, { userId, provider }),
		);
		if (unlinked) break;
	}
	await accounts.logins.remove({ id: loginId, userId });
}

async function claim(accounts: Accounts, userId: string, id: string): Promise<boolean> {
	try {
		await accounts.logins.insert({ id, userId, version: 1 });
		return true;
	} catch (error) {
		if (!(error instanceof DuplicateKey)) throw error;
	}
	const held = await accounts.logins.findById(id);
	if (!held || held.userId === userId) return held !== null;
	if (await ownerOf(accounts, id)) return false;
	const { version } = held;
	return (await accounts.logins.change({ id, version }, { $set: { userId } })) !== null;
}

const lists = ({ logins = [] }: Credential, id: string) => logins.some((one) => one.id === id);

export async function linkedLogins({ credentials }: Accounts, userId: string) {
	const credential = await credentials.findById(userId);
	const items = (credential?.logins ?? []).map((login) => ({
		...login,
		label: labelOf(login.provider),
	}));
	return { hasPassword: Boolean(credential?.hash), items };
}
