// Which passwords are taken. Length is what counts; no rule asks for signs or digits.

/** Shortest and longest password in characters. */
export const passwordLength = { min: 10, max: 128 } as const;

export type PasswordRefusal =
	| { refused: "PASSWORD_TOO_SHORT"; min: number }
	| { refused: "PASSWORD_TOO_LONG"; max: number };

/** The form that is hashed: the same keys give the same password on every keyboard. */
export function normalPassword(password: string): string {
	return password.normalize("NFKC");
}

/** The password to hash, or why it is not taken. */
export function checkPassword(password: string): { password: string } | PasswordRefusal {
	const normal = normalPassword(password);
	const length = [...normal].length;
	if (length < passwordLength.min) {
		return { refused: "PASSWORD_TOO_SHORT", min: passwordLength.min };
	}
	if (length > passwordLength.max) {
		return { refused: "PASSWORD_TOO_LONG", max: passwordLength.max };
	}
	return { password: normal };
}
