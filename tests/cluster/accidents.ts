// What happens to the cluster, one after another, while people browse and buy.
import { setTimeout as wait } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { groupOf } from "./shape.ts";

/** What shoppers may see of it at most. */
export interface Bounds {
	/** Any request that was not answered the first time. */
	failures?: number;
	/** Reads that were not answered the first time. */
	failedReads?: number;
	/** The longest that anybody waited, asking again included. */
	waitMs?: number;
}

export interface Accident {
	/** For `--only`. */
	kind: string;
	name: string;
	bounds: Bounds;
	/** Comes to its end when everything runs as before. */
	happen(cluster: Cluster): Promise<void>;
}

const frozenMs = 10_000;
const awayMs = 3_000;
const cutMs = 1_500;

/** Until the others have noticed that a node is gone, and shoppers have met it. */
const noticedMs = 5_000;

const toNode = (node: string): Accident[] => [
	{
		kind: "sigterm",
		name: `${node}: stopped (SIGTERM)`,
		bounds: { failures: 0 },
		async happen(cluster) {
			await cluster.signal(node, "SIGTERM");
			await cluster.start(node);
		},
	},
	{
		kind: "sigkill",
		name: `${node}: killed (SIGKILL)`,
		bounds: { failedReads: 0, waitMs: 3_000 },
		async happen(cluster) {
			await cluster.signal(node, "SIGKILL");
			await wait(noticedMs);
			await cluster.start(node);
		},
	},
	{
		kind: "sigstop",
		name: `${node}: frozen for 10 s (SIGSTOP)`,
		bounds: { failedReads: 0, waitMs: 6_000 },
		async happen(cluster) {
			await cluster.signal(node, "SIGSTOP");
			await wait(frozenMs);
			await cluster.signal(node, "SIGCONT");
		},
	},
];

const toServers: Accident[] = [
	{
		kind: "nats",
		name: "NATS restarted",
		bounds: { failedReads: 0, waitMs: 3_000 },
		happen: ({ servers }) => servers.nats.restart(),
	},
	{
		kind: "mongodb",
		name: "MongoDB cut off for 1.5 s",
		bounds: { failedReads: 0, waitMs: 5_000 },
		async happen({ servers: { wire } }) {
			wire.cut();
			await wait(cutMs);
			wire.mend();
		},
	},
	{
		kind: "elasticsearch",
		name: "Elasticsearch killed, back after 3 s",
		bounds: { failures: 0 },
		async happen({ servers: { elasticsearch } }) {
			if (!elasticsearch) return;
			elasticsearch.signal("SIGKILL");
			await wait(awayMs);
			await elasticsearch.restart();
		},
	},
	{
		kind: "redis",
		name: "Redis killed, back after 3 s",
		bounds: { failures: 0 },
		async happen({ servers: { redis } }) {
			redis.signal("SIGKILL");
			await wait(awayMs);
			await redis.restart();
		},
	},
];

const rolling: Accident = {
	kind: "rolling",
	name: "rolling restart of all nodes",
	bounds: { failures: 0 },
	async happen(cluster) {
		for (const name of paired(cluster)) {
			await cluster.signal(name, "SIGTERM");
			await cluster.start(name);
		}
	},
};

const quiet: Accident = {
	kind: "quiet",
	name: "nothing",
	bounds: { failures: 0 },
	happen: () => wait(noticedMs),
};

/** Nodes that another one can stand in for. */
const paired = ({ names, shape }: Cluster) =>
	names.filter((name) => !shape.single.includes(groupOf(name)));

/** Everything that is tried on this cluster. */
export const accidentsOf = (cluster: Cluster): Accident[] => [
	quiet,
	...paired(cluster).flatMap(toNode),
	...toServers.filter(({ kind }) => kind !== "elasticsearch" || cluster.servers.elasticsearch),
	rolling,
];

/** The least that a change is tried with. Why other bounds: machines that test changes are slow. */
export const short = (all: Accident[]): Accident[] =>
	all
		.filter(({ kind, name }) => kind === "rolling" || name.startsWith("shop 2: killed"))
		.map((accident) => ({ ...accident, bounds: { ...accident.bounds, waitMs: 15_000 } }));
