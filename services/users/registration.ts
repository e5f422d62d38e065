// A new account in three steps over two services: claim the names, let auth store the password,
// activate. Whatever dies in between lapses by itself.
import { EMAIL_TAKEN, USER_NOT_FOUND, USERNAME_TAKEN, userRegistered } from "#contracts/users";
import type { Person } from "#contracts/users";
import { fieldWords, said } from "#domain/field-words";
import { claimEmail, claimUsername, foldName } from "#domain/names";
import { newId, now } from "#mixins/clock";
import { fail, invalid } from "#mixins/errors";
import type { FieldError } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import type { People, StoredUser } from "./people.ts";
import { emailClaim, lapseOf, removeNew, take, usernameClaim } from "./claims.ts";

export interface Wanted {
	username: string;
	email: string;
	displayName?: string;
	kind: Person["kind"];
	emailVerified?: boolean;
}

export async function claim(people: People, wanted: Wanted): Promise<StoredUser> {
	const user = aNewUser(wanted);

	// Why the account first: a claim whose owner isn't there counts for nothing.
	await people.users.insert(user);
	const refusal = await refusalOfNames(people, user);
	if (!refusal) return user;

	await removeNew(people, user);
	return fail(refusal, { username: wanted.username });
}

/** Repeatable: an active account stays as it is. One that lapsed is not there any more. */
export async function activate(
	{ users }: People,
	{ id, since }: { id: string; since?: string },
): Promise<StoredUser> {
	const user = (await users.findById(id)) ?? fail(USER_NOT_FOUND, { id });
	if (user.status !== "new") return user;

	const { email, username } = user;
	const activated = await users.change(
		{ id, status: "new", lapsesAt: { $gte: now() } },
		{ $set: { status: "active", lapsesAt: null, ...(since && { createdAt: since }) } },
		tell(userRegistered, { userId: id, email, username, ...(since && { since }) }),
	);
	return activated ?? fail(USER_NOT_FOUND, { id });
}

/** The account behind a username or e-mail address, however it is written. */
export async function findByLogin({ users, claims }: People, login: string) {
	const folded = foldName(login);
	const id = folded.includes("@") ? emailClaim(folded) : usernameClaim(folded);
	const held = await claims.findById(id);
	const user = held && (await users.findById(held.userId));
	return user && [user.foldedUsername, user.foldedEmail].includes(folded) ? user : null;
}

/** The folded e-mail address; 422 when it is none. */
export function foldedEmailOf(email: string): string {
	const folded = claimEmail(email);
	return "refused" in folded ? invalid([wrongEmail]) : folded.claimed;
}

function aNewUser({
	username,
	email,
	displayName,
	kind,
	emailVerified = false,
}: Wanted): StoredUser {
	const createdAt = now();
	return {
		id: newId(),
		username,
		email,
		...foldedNames({ username, email, kind }),
		displayName: displayName ?? username,
		kind,
		status: "new",
		emailVerified,
		createdAt,
		lapsesAt: lapseOf(createdAt),
		version: 1,
	};
}

const wrongEmail = { path: "email", ...fieldWords.unmailable };

function foldedNames({ username, email, kind }: Wanted) {
	const name = claimUsername(username);
	const mail = claimEmail(email);
	// Why for staff only: `admin` or `support` speak for the shop.
	const isReserved = "refused" in name && name.refused === "USERNAME_RESERVED";
	const wrong: FieldError[] = [];
	if (isReserved && kind !== "staff") wrong.push(reservedUsername);
	if ("refused" in name && !isReserved) {
		wrong.push(name.refused === "USERNAME_MIXED" ? mixedUsername : wrongUsername);
	}
	if ("refused" in mail) wrong.push(wrongEmail);
	if (wrong.length > 0) invalid(wrong);
	return { foldedUsername: foldName(username), foldedEmail: foldName(email) };
}

const reservedUsername = { path: "username", ...said("is reserved", "为保留名称") };

const mixedUsername = {
	path: "username",
	...said("mixes letters of several alphabets", "混用了多种文字的字母"),
};

const wrongUsername = {
	path: "username",
	...said(
		"may have letters, digits and . _ - and begins with a letter or digit",
		"只能包含字母、数字和 . _ -，并以字母或数字开头",
	),
};

async function refusalOfNames(people: People, user: StoredUser) {
	if (!(await take(people, usernameClaim(user.foldedUsername), user.id))) return USERNAME_TAKEN;
	if (!(await take(people, emailClaim(user.foldedEmail), user.id))) return EMAIL_TAKEN;
	return null;
}
