// The points of each person lie in one document: the balance, what open orders hold, and the last
// entries until they are filed in the ledger. Each change is one guarded write of it.
// - Killed before that write: nothing has happened, whoever asked asks again.
// - Killed after it: the entry counts, since the account and the ledger are read together by its id;
//   the loop files it. Filing may be repeated.
import { createHash } from "node:crypto";
import type { AdminPointsEntry, Points } from "#contracts/users";
import { freePoints, heldPoints } from "#domain/points-account";
import type {
	PointsAccount,
	PointsHeld,
	PointsHold,
	PointsShort,
	PointsStep,
} from "#domain/points-account";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { StaleVersion } from "#mixins/collection";
import type { Collection, Stored } from "#mixins/collection";
import { collection } from "#mixins/db";

export interface StoredPoints extends Stored, PointsAccount {
	holds: PointsHold[];
	/** How many entries there have been; numbers them. */
	entryCount: number;
	/** Not yet in the ledger. */
	entries: PointsRecord[];
	isUnfiled: boolean;
}

/** An entry as it is stored, with its place among those of its owner. */
export interface PointsRecord extends AdminPointsEntry, Stored {
	userId: string;
	seq: number;
}

export interface PointsBooks {
	points: Collection<StoredPoints>;
	ledger: Collection<PointsRecord>;
}

export const pointsCollections = {
	points: collection<StoredPoints>({ indexes: [["isUnfiled"]] }),
	ledger: collection<PointsRecord>({
		indexes: [
			["userId", "seq"],
			["userId", "orderId"],
		],
	}),
};

interface Change {
	userId: string;
	/** The id of its entry: a repeat changes nothing. */
	once: string;
	/** Whose entries the step must know, and whose name the entry bears. */
	orderId?: string;
	by: string;
	reason?: string;
	step(account: StoredPoints, past: PointsRecord[], at: string): PointsStep<StoredPoints> | No;
}

/** The account afterwards, and what this very change did to the balance. */
type Changed = { account: StoredPoints; points: number } | No;
type No = PointsShort | PointsHeld;

const attempts = 100;
const mostUnfiled = 50;

/** Decides again on what somebody else wrote meanwhile. */
export async function changePoints(books: PointsBooks, change: Change): Promise<Changed> {
	for (let attempt = 1; ; attempt += 1) {
		const before = await accountOf(books, change.userId);
		const { done, past } = await known(books, before, change);
		if (done) return { account: before, points: done.points };
		const at = now();
		const outcome = change.step(before, past, at);
		if ("refused" in outcome) return outcome;
		const after = withEntry(outcome, change, at);
		if (after === before) return { account: before, points: 0 };
		try {
			const account = await save(books, after);
			return { account, points: outcome.entry?.points ?? 0 };
		} catch (thrown) {
			if (!isClash(thrown) || attempt === attempts) throw thrown;
		}
	}
}

/** Whoever has none yet has an account of version 0, which is not stored. */
export async function accountOf({ points }: PointsBooks, userId: string): Promise<StoredPoints> {
	const account = await points.findById(userId);
	return account ?? { id: userId, version: 0, ...nothing };
}

const nothing = { balance: 0, holds: [], entryCount: 0, entries: [], isUnfiled: false };

/**
 * What is filed after the account was read is found in the ledger, and what is written after that
 * makes the guarded write fail.
 */
async function known({ ledger }: PointsBooks, account: StoredPoints, change: Change) {
	const { userId, orderId, once } = change;
	const isOf = (entry: PointsRecord) => orderId !== undefined && entry.orderId === orderId;
	const [done, filed] = await Promise.all([
		ledger.findById(once),
		orderId === undefined ? [] : ledger.find({ query: { userId, orderId }, limit: 1000 }),
	]);
	const all = new Map([...filed, ...account.entries.filter(isOf)].map((one) => [one.id, one]));
	const isOnce = ({ id }: PointsRecord) => id === once;
	return { done: done ?? account.entries.find(isOnce), past: [...all.values()] };
}

function withEntry(outcome: PointsStep<StoredPoints>, change: Change, at: string): StoredPoints {
	const { account, entry } = outcome;
	if (!entry) return account;
	const { userId, once: id, orderId, by, reason } = change;
	const seq = account.entryCount + 1;
	const about = { ...(orderId && { orderId }), ...(reason && { reason }) };
	const record = { id, userId, ...entry, ...about, by, at, seq, version: 1 };
	const entries = [...account.entries, record];
	return { ...account, entryCount: seq, entries, isUnfiled: true };
}

async function save(books: PointsBooks, account: StoredPoints) {
	const saved =
		account.version === 0
			? await books.points.insert({ ...account, version: 1 })
			: await books.points.replace(account);
	if (saved.entries.length >= mostUnfiled) await filePoints(books, saved.id);
	return saved;
}

const isClash = (thrown: unknown) =>
	thrown instanceof StaleVersion || thrown instanceof DuplicateKey;

/** Moves the entries into the ledger. */
export async function filePoints({ points, ledger }: PointsBooks, userId: string) {
	for (;;) {
		const account = await points.findById(userId);
		if (!account?.isUnfiled) return;
		await Promise.all(account.entries.map((entry) => put(ledger, entry)));
		try {
			await points.replace({ ...account, entries: [], isUnfiled: false });
			return;
		} catch (thrown) {
			if (!(thrown instanceof StaleVersion)) throw thrown;
		}
	}
}

async function put(ledger: PointsBooks["ledger"], entry: PointsRecord) {
	await ledger.insert(entry).catch((thrown: unknown) => {
		if (!(thrown instanceof DuplicateKey)) throw thrown;
	});
}

const batch = 200;

/** What was written a while ago, by whichever process. */
export async function fileAll(books: PointsBooks) {
	const left = await books.points.find({ query: { isUnfiled: true }, limit: batch });
	for (const { id } of left) await filePoints(books, id);
}

/** The id of an entry that must be made once, out of what it belongs to. */
export const entryId = (...parts: string[]) =>
	createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

export function pointsView(account: StoredPoints): Points {
	const at = now();
	const { balance } = account;
	return { balance, held: heldPoints(account, at), available: freePoints(account, at) };
}

type PointsAsked = { userId: string; page?: number; pageSize?: number; cursor?: string };

export async function pointsPage(
	books: PointsBooks,
	{ userId, page = 1, pageSize = 20, cursor }: PointsAsked,
) {
	await filePoints(books, userId);
	const [account, found] = await Promise.all([
		accountOf(books, userId),
		books.ledger.list({ query: { userId }, sort: ["-seq"], page, pageSize, cursor }),
	]);
	if ("nextCursor" in found) return found;
	return { ...pointsView(account), ...found };
}

export function adminEntry({
	userId: _user,
	seq: _seq,
	version: _version,
	...entry
}: PointsRecord) {
	return entry satisfies AdminPointsEntry;
}

export function ownEntry(record: PointsRecord) {
	const { by: _by, ...entry } = adminEntry(record);
	return entry;
}
