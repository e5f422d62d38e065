// How usernames and e-mail addresses are compared and which may be taken.

/** The form in which two names are the same: NFKC and without case. */
export function foldName(name: string): string {
	const folded = name.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
	// Why: a few letters (such as İ) take a second round until they stay as they are.
	return folded === name ? folded : foldName(folded);
}

/** Names that would speak for the shop; nobody registers them. */
export const reservedNames: ReadonlySet<string> = new Set(
	`admin administrator anonymous api guest help info mall me moderator null official postmaster
	root security service staff support system undefined webmaster`.split(/\s+/),
);

const usernameShape = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,63}$/u;
const emailShape = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\]]{2,}$/;
const emailLength = 254;

export type NameRefusal = { refused: "USERNAME_SHAPE" | "USERNAME_RESERVED" | "EMAIL_SHAPE" };

/**
 * The folded username under which it is claimed: 2 to 64 letters and digits of any script, and
 * `. _ -` but not first. It can't be taken for an e-mail address.
 */
export function claimUsername(name: string): { claimed: string } | NameRefusal {
	const claimed = foldName(name);
	if (!usernameShape.test(claimed)) {
		return { refused: "USERNAME_SHAPE" };
	}
	return reservedNames.has(claimed) ? { refused: "USERNAME_RESERVED" } : { claimed };
}

/** The folded e-mail address under which it is claimed. */
export function claimEmail(email: string): { claimed: string } | NameRefusal {
	const claimed = foldName(email);
	const isRight = claimed.length <= emailLength && emailShape.test(claimed);
	return isRight ? { claimed } : { refused: "EMAIL_SHAPE" };
}
