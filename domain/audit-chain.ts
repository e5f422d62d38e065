// The audit log is a chain: each entry carries the hash of the one before. What an entry says in
// detail is hashed apart, so that it can be removed for a person's sake without breaking the chain.

export const auditOutcomes = ["done", "failed", "unknown"] as const;
/** `missing`: no entry has this number; `truncated`: the end is gone; `unbacked`: details were
 * removed, but nobody was erased. */
export const breakReasons = ["altered", "missing", "truncated", "unbacked"] as const;

export interface Link {
	id: string;
	seq: number;
	at: string;
	actor: string;
	action: string;
	area: string;
	target: { kind: string; id: string } | null;
	outcome: (typeof auditOutcomes)[number];
	requestId: string;
	sessionId: string;
	/** Of the API key that was used instead of a session; those of old have none. */
	keyId?: string;
	/** Whom the details are about. */
	people: readonly string[];
	/** Of salt and details. */
	digest: string;
	/** JSON; null once it was scrubbed. */
	details: string | null;
	salt: string | null;
	previous: string;
	hash: string;
}

/** One way function: text to hash. */
export type Digest = (text: string) => string;
export interface Head {
	seq: number;
	hash: string;
}
export type Break = { seq: number; id: string | null; reason: (typeof breakReasons)[number] };
export type Draft = Omit<Link, "seq" | "previous" | "hash" | "digest">;

/** What the first entry follows. */
export const start: Head = { seq: 0, hash: "0".repeat(64) };

/** The entry as the next link behind the head. */
export function chained(head: Head & { at?: string }, draft: Draft, digest: Digest): Link {
	const { details, salt } = draft;
	const link = {
		...draft,
		at: laterOf(draft.at, head.at),
		seq: head.seq + 1,
		previous: head.hash,
		digest: digest(`${salt}${details}`),
	};
	return { ...link, hash: digest(sealed(link)) };
}

/** The first link that doesn't hold; the links come in the order of their numbers. */
export function firstBreak(head: Head, links: readonly Link[], digest: Digest): Break | null {
	let before = head;
	for (const link of links) {
		const { seq, id } = link;
		if (seq !== before.seq + 1) return { seq: before.seq + 1, id: null, reason: "missing" };
		const isWhole = link.previous === before.hash && link.hash === digest(sealed(link));
		const isTrue =
			link.details === null || link.digest === digest(`${link.salt}${link.details}`);
		if (!isWhole || !isTrue) return { seq, id, reason: "altered" };
		before = link;
	}
	return null;
}

/** Everything of a link but its details, in a fixed order. */
function sealed(link: Omit<Link, "hash">): string {
	const { previous, seq, id, at, actor, action, area, target, outcome } = link;
	const { requestId, sessionId, people, digest, keyId } = link;
	const head = [previous, seq, id, at, actor];
	const what = [action, area, target && [target.kind, target.id], outcome];
	const by = [requestId, sessionId, people, digest, ...(keyId === undefined ? [] : [keyId])];
	return JSON.stringify([...head, ...what, ...by]);
}

/** By a millisecond at least, so that the order of time is the order of numbers. */
function laterOf(at: string, before: string | undefined): string {
	if (before === undefined || at > before) return at;
	return new Date(Date.parse(before) + 1).toISOString();
}
