// Jobs that run: how they begin, and how those end whose process was killed.
import type { ServiceBroker } from "moleculer";
import type { Job, ToldRow } from "#contracts/jobs";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { StaleVersion } from "#mixins/collection";
import type { Collection, Stored } from "#mixins/collection";

export interface StoredJob extends Omit<Job, "errors" | "notes"> {
	errors: ToldRow[];
	/** Absent in what was stored before there were notes. */
	notes?: ToldRow[];
	/** Who does the work, and when they were last heard of. */
	nodeId: string;
	heardAt: string;
}

/** Which job is the running one of its kind, where there may be one only. Its id is the kind. */
export interface Current extends Stored {
	jobId: string;
}

interface Db {
	jobs: Collection<StoredJob>;
	current: Collection<Current>;
}

type Begun = Pick<StoredJob, "id" | "kind" | "startedBy" | "nodeId">;

const nothingDone = { done: 0, total: 0, created: 0, updated: 0, errors: [], errorCount: 0 };

export function insert({ jobs }: Pick<Db, "jobs">, begun: Begun): Promise<StoredJob> {
	const at = now();
	return jobs.insert({
		...begun,
		status: "running",
		...nothingDone,
		startedAt: at,
		finishedAt: null,
		result: null,
		heardAt: at,
		version: 1,
	});
}

/** The job of this kind that runs already, or else this one. */
export async function startOnly(db: Db, begun: Begun, broker: ServiceBroker): Promise<StoredJob> {
	for (;;) {
		const current = await db.current.findById(begun.kind);
		const running = current && (await db.jobs.findById(current.jobId));
		if (running?.status === "running" && !isAbandoned(running, broker)) return running;
		// Why: the job is there before it is named, so whoever reads its name finds it.
		const job = await insert(db, begun);
		if (await isClaimed(db.current, current, begun)) return job;
		await db.jobs.remove({ id: job.id });
	}
}

async function isClaimed(db: Db["current"], before: Current | null, { id, kind }: Begun) {
	try {
		if (before) await db.replace({ ...before, jobId: id });
		else await db.insert({ id: kind, jobId: id, version: 1 });
		return true;
	} catch (thrown) {
		if (thrown instanceof StaleVersion || thrown instanceof DuplicateKey) return false;
		throw thrown;
	}
}

/** Whoever works reports much more often; who is silent this long is not working any more. */
const silenceMs = 60_000;
/** Unless its node is gone: then this is enough to know that it was not just restarting. */
const goneMs = 2_000;
const interrupted = {
	row: 0,
	message: "It was interrupted. Run it again.",
	zh: "任务被中断，请重新运行。",
};

/** Work whose process was killed never ends by itself. */
export async function endAbandoned({ jobs }: Pick<Db, "jobs">, broker: ServiceBroker) {
	const running = await jobs.find({ query: { status: "running" }, limit: 1000 });
	const abandoned = running.filter((job) => isAbandoned(job, broker));
	const $set = { status: "failed", finishedAt: now() };
	const update = { $set, $push: { errors: interrupted }, $inc: { errorCount: 1 } };
	await Promise.all(abandoned.map(({ id, version }) => jobs.update({ id, version }, update)));
}

function isAbandoned({ nodeId, heardAt }: StoredJob, { registry }: ServiceBroker) {
	const nodes: { id: string }[] = registry.getNodeList({ onlyAvailable: true });
	const isHere = nodes.some(({ id }) => id === nodeId);
	return Date.now() - Date.parse(heardAt) > (isHere ? silenceMs : goneMs);
}
