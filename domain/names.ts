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

/** Letters of other alphabets, and digits, that pass for these; `l` stands for I and 1 as well. */
const twins: Record<string, string> = {
	a: "аαɑ",
	b: "ьв",
	c: "сϲ",
	e: "еєε",
	g: "ɡ",
	h: "һн",
	j: "јϳ",
	k: "кκ",
	l: "1iіıιӏ",
	m: "м",
	n: "п",
	o: "0оο",
	p: "рρ",
	r: "г",
	s: "ѕ5",
	t: "тτ",
	u: "υ",
	v: "ν",
	x: "хχ",
	y: "уγ",
};
const twinOf = new Map(
	Object.entries(twins).flatMap(([letter, alike]) => [...alike].map((one) => [one, letter])),
);

/** How a name looks at a glance: `аdm1n` looks like `admin`. */
const lookOf = (folded: string) =>
	[...folded]
		.filter((one) => !/[._-]/.test(one))
		.map((one) => twinOf.get(one) ?? one)
		.join("");

const reservedLooks: ReadonlySet<string> = new Set([...reservedNames].map(lookOf));

/** Alphabets of which a name has one; Chinese, Japanese and Korean signs go with Latin letters. */
const alphabets = [
	/[\p{Script=Latin}]/u,
	/[\p{Script=Cyrillic}]/u,
	/[\p{Script=Greek}]/u,
	/[\p{Script=Armenian}]/u,
	/[\p{Script=Cherokee}]/u,
];

/** Letters of two alphabets in one name are there to deceive: `pаypal`. */
const isMixed = (folded: string) =>
	alphabets.filter((alphabet) => alphabet.test(folded)).length > 1;

const usernameShape = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{1,63}$/u;
const emailShape = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@"(),:;<>[\\\]]{2,}$/;
const emailLength = 254;

export type NameRefusal = {
	refused: "USERNAME_SHAPE" | "USERNAME_MIXED" | "USERNAME_RESERVED" | "EMAIL_SHAPE";
};

/**
 * The folded username under which it is claimed: 2 to 64 letters and digits of any script, and
 * `. _ -` but not first. It can't be taken for an e-mail address.
 */
export function claimUsername(name: string): { claimed: string } | NameRefusal {
	const claimed = foldName(name);
	if (!usernameShape.test(claimed)) {
		return { refused: "USERNAME_SHAPE" };
	}
	if (isMixed(claimed)) return { refused: "USERNAME_MIXED" };
	return reservedLooks.has(lookOf(claimed)) ? { refused: "USERNAME_RESERVED" } : { claimed };
}

/** The folded e-mail address under which it is claimed. */
export function claimEmail(email: string): { claimed: string } | NameRefusal {
	const claimed = foldName(email);
	const isRight = claimed.length <= emailLength && emailShape.test(claimed);
	return isRight ? { claimed } : { refused: "EMAIL_SHAPE" };
}
