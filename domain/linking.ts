// What becomes of somebody for whom a provider vouches. Nobody gets into an account by an address
// that either side has only been told.

/** What a provider says of somebody. */
export interface Identity {
	subject: string;
	email: string | null;
	isEmailVerified: boolean;
	name: string;
}

interface Known {
	id: string;
	status: string;
	emailVerified: boolean;
}

export interface Situation {
	identity: Identity;
	/** Who has linked this login, and whose the address is. */
	owner: Known | null;
	namesake: Known | null;
	/** Who is logged in and wants to link it. */
	linkFor: Known | null;
	/** Nobody registers at the console. */
	isConsole: boolean;
}

/** Why a login from elsewhere came to nothing; the pages say what to do about each. */
export const outsideProblems = [
	"LOGIN_EXPIRED",
	"PROVIDER_DOWN",
	"PROVIDER_REFUSED",
	"EMAIL_UNVERIFIED_THERE",
	"EMAIL_UNVERIFIED_HERE",
	"NO_ACCOUNT",
	"LOGIN_TAKEN",
	"ACCOUNT_CLOSED",
	"SECOND_STEP",
] as const;
export type OutsideProblem = (typeof outsideProblems)[number];

export type Decision =
	| { enter: string }
	/** To be linked with them; who is not logged in yet enters as well. */
	| { link: string }
	| { register: { email: string } }
	| { refused: OutsideProblem };

export function decide({ identity, owner, namesake, linkFor, isConsole }: Situation): Decision {
	if (linkFor) return decideLink(linkFor, owner, identity);
	if (owner) return isOpen(owner) ? { enter: owner.id } : { refused: "ACCOUNT_CLOSED" };
	const email = vouched(identity);
	if (!email) return { refused: "EMAIL_UNVERIFIED_THERE" };
	if (!namesake) return isConsole ? { refused: "NO_ACCOUNT" } : { register: { email } };
	if (!namesake.emailVerified) return { refused: "EMAIL_UNVERIFIED_HERE" };
	return isOpen(namesake) ? { link: namesake.id } : { refused: "ACCOUNT_CLOSED" };
}

function decideLink(
	{ id, emailVerified }: Known,
	owner: Known | null,
	identity: Identity,
): Decision {
	if (owner) return owner.id === id ? { link: id } : { refused: "LOGIN_TAKEN" };
	if (!vouched(identity)) return { refused: "EMAIL_UNVERIFIED_THERE" };
	// Why: who registers with another's address must not keep a way in when its owner comes.
	return emailVerified ? { link: id } : { refused: "EMAIL_UNVERIFIED_HERE" };
}

const vouched = ({ email, isEmailVerified }: Identity) => (isEmailVerified ? email : null);

const isOpen = ({ status }: Known) => status === "active";

export interface Ways {
	hasPassword: boolean;
	logins: readonly { id: string }[];
}

/** The logins that are left; nobody locks themselves out. */
export function withoutLogin<W extends Ways>(
	{ hasPassword, logins }: W,
	id: string,
): { left: W["logins"][number][] } | { refused: "LOGIN_NOT_FOUND" | "LAST_WAY_IN" } {
	const left = logins.filter((login) => login.id !== id);
	if (left.length === logins.length) return { refused: "LOGIN_NOT_FOUND" };
	return hasPassword || left.length > 0 ? { left } : { refused: "LAST_WAY_IN" };
}

const longest = 30;

/** A username out of an e-mail address; `more` tells it from others. May still be taken. */
export function usernameFrom(email: string, more: string): string {
	const local = (email.split("@")[0] ?? "").split("+")[0] ?? "";
	const base = local
		.normalize("NFKC")
		.replaceAll(/[^\p{L}\p{N}._-]/gu, "")
		.replace(/^[._-]+/, "")
		.slice(0, longest);
	return [base || "user", more].filter(Boolean).join("-");
}
