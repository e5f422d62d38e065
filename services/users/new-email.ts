// A new e-mail address: claimed first, so that two can't have it, then written; the one before is
// free from then on.
import { EMAIL_TAKEN, emailChanged } from "#contracts/users";
import { StaleVersion } from "#mixins/collection";
import { fail } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { emailClaim, release, take } from "./claims.ts";
import { existing } from "./people.ts";
import type { Claim, People, StoredUser } from "./people.ts";
import { foldedEmailOf } from "./registration.ts";

export interface NewEmail {
	fields: Pick<StoredUser, "email" | "foldedEmail" | "emailVerified">;
	/** Null when only the spelling changes. */
	taken: Claim | null;
	before: Claim | null;
}

export async function takeEmail(
	people: People,
	user: StoredUser,
	email: string,
): Promise<NewEmail> {
	const foldedEmail = foldedEmailOf(email);
	if (foldedEmail === user.foldedEmail) {
		const { emailVerified } = user;
		return { fields: { email, foldedEmail, emailVerified }, taken: null, before: null };
	}
	const before = await people.claims.findById(emailClaim(user.foldedEmail));
	const taken = await take(people, emailClaim(foldedEmail), user.id);
	if (!taken) fail(EMAIL_TAKEN);
	return { fields: { email, foldedEmail, emailVerified: false }, taken, before };
}

/** After a change that failed; one that came through in spite of that keeps its address. */
export async function letGo(people: People, taken: Claim | null | undefined) {
	const user = taken && (await people.users.findById(taken.userId));
	if (user && emailClaim(user.foldedEmail) !== taken.id) await release(people, taken);
}

type Proven = { userId: string; from: string; email: string };

/** Repeatable: who has the address already keeps it. */
export async function confirmEmail(
	people: People,
	{ userId, from, email }: Proven,
): Promise<StoredUser> {
	const user = await existing(people, userId);
	if (user.email === email && user.emailVerified) return user;
	if (user.email !== from) throw new StaleVersion(userId);

	const { fields, taken, before } = await takeEmail(people, user, email);
	const told = taken ? [tell(emailChanged, { userId, before: from, email })] : [];
	try {
		const saved = await people.users.replace(
			{ ...user, ...fields, emailVerified: true },
			...told,
		);
		if (before) await release(people, before);
		return saved;
	} catch (error) {
		await letGo(people, taken);
		throw error;
	}
}
