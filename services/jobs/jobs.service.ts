import { jobs, JOB_NOT_FOUND } from "#contracts/jobs";
import type { Job, RowWords, ToldRow } from "#contracts/jobs";
import { newId, now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { collection, db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { loops } from "#mixins/loops";
import { gauge } from "#mixins/metrics";
import { service, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { lease } from "./lease.ts";
import type { Lease } from "./lease.ts";
import { endAbandoned, insert, startOnly } from "./running.ts";
import type { Current, StoredJob } from "./running.ts";

const sweepSeconds = 5;

export default service(jobs, {
	mixins: [
		loops(),
		db({
			jobs: collection<StoredJob>({
				indexes: [["startedAt"], ["kind", "startedAt"], ["status", "heardAt"]],
			}),
			leases: collection<Lease>(),
			current: collection<Current>(),
		}),
	],

	actions: {
		async list(ctx) {
			const { kind, page = 1, pageSize = 20 } = ctx.params;
			const query = kind === undefined ? {} : { kind };
			const found = await this.db.jobs.list({ query, sort: ["-startedAt"], page, pageSize });
			return { ...found, items: found.items.map((job) => jobOf(ctx, job)) };
		},

		async get(ctx) {
			const { id } = ctx.params;
			const job = await find(this.db.jobs, id);

			const { id: user, kind, rights } = userOf(ctx);
			const isAllowed = kind === "system" || rights.includes("system:read");
			return isAllowed || job.startedBy === user
				? jobOf(ctx, job)
				: fail(JOB_NOT_FOUND, { id });
		},

		async start(ctx) {
			const { isOnly = false, ...about } = ctx.params;
			const nodeId = ctx.nodeID ?? this.broker.nodeID;
			const begun = { id: newId(), ...about, nodeId };
			return jobOf(ctx, await (isOnly ? startOnly : insert)(this.db, begun, this.broker));
		},

		async report(ctx) {
			const { id, status, ...progress } = ctx.params;
			const at = now();
			const finishedAt = status === "running" ? null : at;
			const $set = { status, ...progress, heardAt: at, finishedAt };
			const job = await this.db.jobs.change({ id }, { $set });
			return jobOf(ctx, job ?? fail(JOB_NOT_FOUND, { id }));
		},

		lease(ctx) {
			return lease(this.db.leases, ctx.params, Date.now());
		},
	},

	started() {
		this.every(sweepSeconds, () => endAbandoned(this.db, this.broker));
		gauge({
			name: "mall_jobs_running",
			help: "Imports, exports and other long work under way",
			queue: "jobs",
			read: () => this.db.jobs.count({ status: "running" }),
		});
	},
});

async function find(db: Collection<StoredJob>, id: string) {
	return (await db.findById(id)) ?? fail(JOB_NOT_FOUND, { id });
}

function jobOf({ meta }: Pick<Ctx, "meta">, stored: StoredJob): Job {
	const { nodeId: _node, heardAt: _heard, errors, notes = [], ...job } = stored;
	const inLanguage = ({ row, message, zh = message }: ToldRow): RowWords => ({
		row,
		message: meta.locale === "zh" ? zh : message,
	});
	return { ...job, errors: errors.map(inLanguage), notes: notes.map(inLanguage) };
}
