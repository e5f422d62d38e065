// The comparison of the books as staff see it: what the last one has found, and a new one each night
// or when it is asked for.
import type { Reconciliation } from "#contracts/payments";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { forgedOn } from "./notices.ts";
import { providers } from "./providers/table.ts";
import { compareBooks } from "./reconcile.ts";
import type { Period } from "./reconcile.ts";
import type { Caller } from "./refund.ts";
import type { Db, Report } from "./stored.ts";

const id = "latest";
const dayMs = 86_400_000;
const settledMs = 60_000;
const longestRunMs = 15 * 60_000;

export async function lastReconciliation(db: Db): Promise<Reconciliation> {
	const report = (await db.reports.findById(id)) ?? blank();
	const { isRunning, ranAt, since, compared, unreachable, findings, more } = report;
	const waiting = await db.notices.count({ dueAt: { $lte: before(settledMs) } });
	const days = [now(), before(dayMs)];
	const tallies = await db.tallies.findByIds(
		Object.keys(providers).flatMap((method) => days.map((day) => forgedOn(method, day))),
	);
	const forged = tallies.reduce((sum, { count }) => sum + count, 0);
	const messages = { waiting, forged };
	return { isRunning, ranAt, since, compared, unreachable, findings, more, messages };
}

/** Each night, by whichever process is first. */
export async function reconcileNightly(caller: Caller, db: Db) {
	const report = await db.reports.findById(id);
	if (!report) return ignoreDuplicate(db.reports.insert({ ...blank(), ranAt: now() }));
	if (report.ranAt !== null && report.ranAt > before(dayMs)) return;
	if (await claimRun(db)) await compareAll(caller, db);
}

/** Whether it is the caller's to run; a run of a process that is no more is over after a while. */
export async function claimRun(db: Db): Promise<boolean> {
	await ignoreDuplicate(db.reports.insert(blank()));
	const startable = {
		$or: [{ isRunning: false }, { startedAt: { $lte: before(longestRunMs) } }],
	};
	const begun = { isRunning: true, startedAt: now() };
	return (await db.reports.change({ id, ...startable }, { $set: begun })) !== null;
}

export async function compareAll(caller: Caller, db: Db) {
	const period: Period = {
		since: before(35 * dayMs),
		providersSince: before(3 * dayMs),
		until: before(settledMs),
	};
	const found = await compareBooks(caller, db, period).catch(async (error: unknown) => {
		await db.reports.update({ id }, { $set: { isRunning: false } });
		throw error;
	});
	const ended = { ...found, isRunning: false, ranAt: now(), since: period.since };
	await db.reports.update({ id }, { $set: ended });
}

const blank = (): Report => ({
	id,
	version: 1,
	isRunning: false,
	startedAt: now(),
	ranAt: null,
	since: null,
	compared: { payments: 0, orders: 0, atProviders: 0 },
	unreachable: [],
	findings: [],
	more: 0,
});

const before = (ms: number) => new Date(Date.now() - ms).toISOString();

async function ignoreDuplicate(insertion: Promise<unknown>) {
	await insertion.catch((error: unknown) => {
		if (!(error instanceof DuplicateKey)) throw error;
	});
}
