import type { ServiceBroker } from "moleculer";
import { jobs, JOB_NOT_FOUND } from "#contracts/jobs";
import type { Job } from "#contracts/jobs";
import { newId, now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { collection, db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { loops } from "#mixins/loops";
import { service, userOf } from "#mixins/service";
import { lease } from "./lease.ts";
import type { Lease } from "./lease.ts";

interface StoredJob extends Job {
	/** Who does the work, and when they were last heard of. */
	nodeId: string;
	heardAt: string;
}

const sweepSeconds = 5;
/** Whoever works reports much more often; who is silent this long is not working any more. */
const silenceMs = 60_000;
/** Unless its node is gone: then this is enough to know that it was not just restarting. */
const goneMs = 2_000;
const nothingDone = { done: 0, total: 0, created: 0, updated: 0, errors: [], errorCount: 0 };
const interrupted = { row: 0, message: "It was interrupted. Run it again." };

export default service(jobs, {
	mixins: [
		loops(),
		db({
			jobs: collection<StoredJob>({
				indexes: [["startedAt"], ["kind", "startedAt"], ["status", "heardAt"]],
			}),
			leases: collection<Lease>(),
		}),
	],

	actions: {
		async list(ctx) {
			const { kind, page = 1, pageSize = 20 } = ctx.params;
			const query = kind === undefined ? {} : { kind };
			const found = await this.db.jobs.list({ query, sort: ["-startedAt"], page, pageSize });
			return { ...found, items: found.items.map(jobOf) };
		},

		async get(ctx) {
			const { id } = ctx.params;
			const job = await find(this.db.jobs, id);

			const { id: user, kind, rights } = userOf(ctx);
			const isAllowed = kind === "system" || rights.includes("system:read");
			return isAllowed || job.startedBy === user ? jobOf(job) : fail(JOB_NOT_FOUND, { id });
		},

		async start(ctx) {
			const at = now();
			const job = await this.db.jobs.insert({
				id: newId(),
				...ctx.params,
				status: "running",
				...nothingDone,
				startedAt: at,
				finishedAt: null,
				result: null,
				nodeId: ctx.nodeID ?? this.broker.nodeID,
				heardAt: at,
				version: 1,
			});
			return jobOf(job);
		},

		async report(ctx) {
			const { id, status, ...progress } = ctx.params;
			const at = now();
			const finishedAt = status === "running" ? null : at;
			const $set = { status, ...progress, heardAt: at, finishedAt };
			const job = await this.db.jobs.change({ id }, { $set });
			return jobOf(job ?? fail(JOB_NOT_FOUND, { id }));
		},

		lease(ctx) {
			return lease(this.db.leases, ctx.params, Date.now());
		},
	},

	started() {
		this.every(sweepSeconds, () => endAbandoned(this.db.jobs, this.broker));
	},
});

async function find(db: Collection<StoredJob>, id: string) {
	return (await db.findById(id)) ?? fail(JOB_NOT_FOUND, { id });
}

/** Work whose process was killed never ends by itself. */
async function endAbandoned(db: Collection<StoredJob>, broker: ServiceBroker) {
	const nodes: { id: string }[] = broker.registry.getNodeList({ onlyAvailable: true });
	const here = new Set(nodes.map(({ id }) => id));
	const running = await db.find({ query: { status: "running" }, limit: 1000 });
	const abandoned = running.filter(({ nodeId, heardAt }) => {
		const silence = Date.now() - Date.parse(heardAt);
		return silence > (here.has(nodeId) ? silenceMs : goneMs);
	});
	const $set = { status: "failed", finishedAt: now() };
	const update = { $set, $push: { errors: interrupted }, $inc: { errorCount: 1 } };
	await Promise.all(abandoned.map(({ id, version }) => db.update({ id, version }, update)));
}

function jobOf({ nodeId: _node, heardAt: _heard, ...job }: StoredJob): Job {
	return job;
}
