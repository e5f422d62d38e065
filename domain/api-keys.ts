// What an API key may do: what it was given, as long as its maker may do it, and never what would
// let it outlive its withdrawal.

/** Rights that make keys, or give rights to people. */
export const neverForKeys: readonly string[] = ["keys:write", "users:assign", "roles:write"];

/** The wanted rights that can't be given to a key by somebody with these. */
export const notForKey = (held: readonly string[], wanted: readonly string[]): string[] =>
	wanted.filter((right) => !held.includes(right) || neverForKeys.includes(right));

interface Key {
	rights: readonly string[];
	expiresAt: string;
	withdrawnAt: string | null;
}

/** Its rights now; null when it counts no more. */
export function rightsOfKey(
	{ rights, expiresAt, withdrawnAt }: Key,
	makers: readonly string[],
	at: string,
): string[] | null {
	if (withdrawnAt !== null || expiresAt <= at) return null;
	return rights.filter((right) => makers.includes(right) && !neverForKeys.includes(right));
}
