// `npm run test:cluster`: a mall of ten processes over true servers, each of which is stopped, killed
// and frozen under a steady load. Writes what shoppers saw into docs/reliability.md.
// `-- --short`: five processes, the least; `-- --only sigkill,nats`: these kinds; `--node shop`: these nodes.
import { appendFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Cluster } from "#tests/cluster/cluster";
import { small, whole } from "#tests/cluster/shape";
import { endure } from "#tests/cluster/run";
import type { Choice, Outcome } from "#tests/cluster/run";
import { complaintsOf, heading, rowOf, writeInto } from "#tests/cluster/report";
import { sum } from "#tests/faults/checkouts/tally";
import { Missing } from "#tests/support/engines/engine";

const print = (text: string) => void process.stdout.write(`${text}\n`);
const doc = resolve(import.meta.dirname, "../docs/reliability.md");

const { values } = parseArgs({
	options: {
		short: { type: "boolean", default: false },
		only: { type: "string", default: "" },
		node: { type: "string", default: "" },
		seed: { type: "string", default: String(Date.now() % 1_000_000) },
		log: { type: "string", default: "" },
	},
});
const isChosen = Boolean(values.only || values.node);
const isWhole = !isChosen && !values.short;
const seed = Number(values.seed);

type Part = Pick<Choice, "short" | "only" | "node">;

const servers = "quiet,nats,mongodb,elasticsearch,redis,rolling".split(",");
const toNodes = ["sigterm", "sigkill", "sigstop"];
/** Why a new cluster for each: what stands in for MongoDB scans, and tires after some 400 orders. */
const everything: Part[] = [
	...Object.keys(whole.groups).map((node) => ({ short: false, only: toNodes, node })),
	{ short: false, only: servers, node: "" },
];
const chosen: Part = {
	short: values.short && !isChosen,
	only: values.only.split(",").filter(Boolean),
	node: values.node,
};

async function tryOut(part: Part): Promise<Outcome> {
	const cluster = await Cluster.open(values.short ? small : whole).catch(unlessMissing);
	if (cluster instanceof Error)
		return { entries: [], rows: [], orders: 0, broke: cluster.message };
	try {
		return await endure(cluster, { ...part, seed, tell: print });
	} finally {
		if (values.log) appendFileSync(values.log, cluster.output());
		await cluster.close();
	}
}

/** Why: the other clusters of the run are worth their while all the same. */
function unlessMissing(error: unknown): Error {
	if (error instanceof Missing || !(error instanceof Error)) throw error;
	return error;
}

function write(outcomes: Outcome[]) {
	const day = new Date().toISOString().slice(0, 10);
	const where = `${day}, ${availableParallelism()} processors, seed ${seed}`;
	const missing = everything.length - outcomes.length;
	const left = missing > 0 ? ` The run ended early: ${missing} clusters were not tried.` : "";
	const about = `${where}: ${ordersOf(outcomes)} orders; ${verdictOf(outcomes)}.${left}`;
	const rows = outcomes.flatMap(({ entries }) => entries.map(rowOf));
	writeInto(doc, "cluster", [about, "", ...heading, ...rows]);
}

const ordersOf = (outcomes: Outcome[]) => sum(outcomes, ({ orders }) => orders);

const brokenOf = (outcomes: Outcome[]) =>
	outcomes.flatMap(({ rows }) => rows.filter(({ broken }) => broken.length > 0));

function verdictOf(outcomes: Outcome[]) {
	const counted = outcomes.filter(({ broke }) => !broke);
	const all = counted[0]?.rows.length ?? 0;
	const broken = new Set(brokenOf(outcomes).map(({ what }) => what)).size;
	const verdict = `of ${all} invariants ${broken === 0 ? "all hold" : `${broken} do not hold`}`;
	const left = outcomes.length - counted.length;
	return left === 0 ? verdict : `${verdict}; ${left} of ${outcomes.length} clusters broke off`;
}

try {
	const outcomes: Outcome[] = [];
	for (const part of isWhole ? everything : [chosen]) {
		outcomes.push(await tryOut(part));
		// Why each time: what was measured stands there, also when a long run is ended early.
		if (isWhole) write(outcomes);
	}
	print(`\n${ordersOf(outcomes)} orders; ${verdictOf(outcomes)}`);
	const complaints = [
		...outcomes.flatMap(({ broke }) => broke ?? []),
		...outcomes.flatMap(({ entries }) => entries.flatMap(complaintsOf)),
		...brokenOf(outcomes).map(
			({ what, broken }) => `${what}: ${broken.slice(0, 5).join("; ")}`,
		),
	];
	for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
	if (complaints.length > 0) process.exitCode = 1;
} catch (error) {
	if (!(error instanceof Missing)) throw error;
	process.stderr.write(`The cluster can't be tried here: ${error.message}\n`);
	process.exitCode = 1;
}
