// The points of one person: pure steps over what they have and what their open orders hold of it.
// The balance is the sum of all entries; a hold only keeps others from taking the same points.

export const pointsEntryKinds = ["adjust", "spend", "give-back", "take-back"] as const;
export type PointsEntryKind = (typeof pointsEntryKinds)[number];

/** Points set aside for an order until it is paid. From `lapsesAt` on anybody may take them. */
export type PointsHold = { orderId: string; points: number; lapsesAt: string };

export type PointsAccount = { balance: number; holds: readonly PointsHold[] };

/** One change of the balance; those of an order name it. */
export type PointsEntry = { kind: PointsEntryKind; points: number };

/** The account afterwards; no entry when the balance stays. */
export type PointsStep<A extends PointsAccount = PointsAccount> = {
	account: A;
	entry: PointsEntry | null;
};
export type PointsShort = { refused: "POINTS_SHORT"; left: number };
export type PointsHeld = { refused: "POINTS_HELD" };

/** An order and its own entries so far. */
export type OfOrder = { orderId: string; past: readonly PointsEntry[] };

/** What open orders hold at that moment (ISO 8601, UTC). */
export function heldPoints({ holds }: PointsAccount, at: string): number {
	return holds.reduce((sum, { points, lapsesAt }) => sum + (lapsesAt > at ? points : 0), 0);
}

/** What can still be held or taken away. */
export function freePoints(account: PointsAccount, at: string): number {
	return Math.max(0, account.balance - heldPoints(account, at));
}

/** Staff put some in or take some out, never what an order holds. */
export function adjustPoints<A extends PointsAccount>(account: A, points: number, at: string) {
	const left = freePoints(account, at);
	return left + points < 0 ? short(left) : entered(account, { kind: "adjust", points });
}

/** An order that holds some already keeps just these. */
export function holdPoints<A extends PointsAccount>(
	account: A,
	wanted: PointsHold,
	at: string,
): PointsStep<A> | PointsShort {
	if (account.holds.some(({ orderId }) => orderId === wanted.orderId)) return same(account);
	const left = freePoints(account, at);
	if (wanted.points > left) return short(left);
	return { account: { ...account, holds: [...account.holds, wanted] }, entry: null };
}

/** An order that became cheaper needs only so many of what it holds; the others are free. */
export function holdFewer<A extends PointsAccount>(
	account: A,
	{ orderId, points }: { orderId: string; points: number },
): PointsStep<A> {
	const own = account.holds.find((hold) => hold.orderId === orderId);
	if (!own || own.points <= points) return same(account);
	const { holds } = letGo(account, orderId);
	const left = points > 0 ? [...holds, { ...own, points }] : holds;
	return { account: { ...account, holds: left }, entry: null };
}

/**
 * The order is paid: what it holds is gone, or so many of it as it needs. What has lapsed meanwhile is taken if it is still
 * there. An order that holds nothing has spent its points before, or was given them back.
 */
export function spendHeld<A extends PointsAccount>(
	account: A,
	{ orderId, most = Infinity }: { orderId: string; most?: number },
	at: string,
): PointsStep<A> | PointsShort {
	const own = account.holds.find((hold) => hold.orderId === orderId);
	if (!own) return same(account);
	const rest = letGo(account, orderId);
	const left = freePoints(rest, at);
	const points = Math.min(own.points, most);
	return points > left ? short(left) : entered(rest, { kind: "spend", points: -points });
}

/** The order is over: what it holds is free, all that it has spent comes back. */
export function releasePoints<A extends PointsAccount>(account: A, { orderId, past }: OfOrder) {
	const back = outOf(past);
	const rest = letGo(account, orderId);
	return back > 0 ? entered(rest, { kind: "give-back", points: back }) : same(rest);
}

/** A part of what the order has spent; what it only holds yet must be spent or released first. */
export function giveBackPoints<A extends PointsAccount>(
	account: A,
	points: number,
	{ orderId, past }: OfOrder,
): PointsStep<A> | PointsHeld {
	if (account.holds.some((hold) => hold.orderId === orderId)) return { refused: "POINTS_HELD" };
	const back = Math.min(points, outOf(past));
	return back > 0 ? entered(account, { kind: "give-back", points: back }) : same(account);
}

/** What an order has brought is taken back, as far as it is still there. */
export function takeBackPoints<A extends PointsAccount>(account: A, points: number, at: string) {
	const taken = Math.min(points, freePoints(account, at));
	return taken > 0 ? entered(account, { kind: "take-back", points: -taken }) : same(account);
}

/** Spent and not given back yet. */
const outOf = (past: readonly PointsEntry[]) =>
	past.reduce(
		(sum, { kind, points }) => (kind === "spend" || kind === "give-back" ? sum - points : sum),
		0,
	);

function letGo<A extends PointsAccount>(account: A, orderId: string): A {
	const holds = account.holds.filter((hold) => hold.orderId !== orderId);
	return holds.length < account.holds.length ? { ...account, holds } : account;
}

const same = <A extends PointsAccount>(account: A): PointsStep<A> => ({ account, entry: null });

const entered = <A extends PointsAccount>(account: A, entry: PointsEntry): PointsStep<A> => ({
	account: { ...account, balance: account.balance + entry.points },
	entry,
});

const short = (left: number): PointsShort => ({ refused: "POINTS_SHORT", left });
