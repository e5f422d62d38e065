// Who changes how they log in proves that it is them: by their password or, if they have none since
// they come in by a provider, by having logged in a moment ago.
import { BAD_CREDENTIALS, FRESH_LOGIN_NEEDED } from "#contracts/auth";
import { fieldWords } from "#domain/field-words";
import { now } from "#mixins/clock";
import { fail, invalid } from "#mixins/errors";
import { userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts, Credential } from "./accounts.ts";
import { checkLogin } from "./passwords.ts";

const freshMs = 15 * 60_000;

interface Proof {
	password?: string | undefined;
	/** Where the request says it. */
	field?: string;
}

/** The caller's credential as it is after the proof. */
export async function proven(ctx: Ctx, accounts: Accounts, proof: Proof): Promise<Credential> {
	const { id } = userOf(ctx);
	const credential = (await accounts.credentials.findById(id)) ?? fail(BAD_CREDENTIALS);
	if (credential.hash === null) {
		await checkFresh(ctx, accounts);
		return credential;
	}
	await checkPassword(ctx, accounts, { ...proof, credential });
	const after = await accounts.credentials.findById(id);
	// Why: another password may have been set while this one was looked at.
	return after?.epoch === credential.epoch ? after : fail(BAD_CREDENTIALS);
}

type Checked = Proof & { credential: Credential };

async function checkPassword(ctx: Ctx, accounts: Accounts, checked: Checked) {
	const { password, field = "password", credential } = checked;
	if (password === undefined) invalid([{ path: field, ...fieldWords.required }]);
	const { username: login } = userOf(ctx);
	await checkLogin(ctx, accounts, { login, password, credential, isWelcome: true });
}

/** A login that somebody found open an hour later changes nothing. */
async function checkFresh(ctx: Ctx, accounts: Accounts) {
	const session = await accounts.sessions.findById(userOf(ctx).sessionId ?? "");
	const isFresh = session && Date.parse(session.createdAt) + freshMs > Date.parse(now());
	if (!isFresh) fail(FRESH_LOGIN_NEEDED);
}
