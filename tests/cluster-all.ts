// `npm run test:cluster`: a mall of ten processes over true servers, each of which is stopped, killed
// and frozen under a steady load. Writes what shoppers saw into docs/reliability.md.
// `-- --short`: five processes, the least; `-- --only sigkill,nats`: these kinds; `--node shop`: these nodes.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Cluster } from "#tests/cluster/cluster";
import { small, whole } from "#tests/cluster/shape";
import { endure } from "#tests/cluster/run";
import { complaintsOf, heading, rowOf, writeInto } from "#tests/cluster/report";
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

try {
	const began = Date.now();
	const cluster = await Cluster.open(values.short ? small : whole);
	try {
		const { short, only, node } = values;
		const choice = { short: short && !isChosen, only: only.split(",").filter(Boolean), node };
		const { entries, rows, orders } = await endure(cluster, {
			...choice,
			seed: Number(values.seed),
			tell: print,
		});
		const minutes = ((Date.now() - began) / 60_000).toFixed(1);
		const broken = rows.filter((row) => row.broken.length > 0);
		print(`\n${orders} orders in ${minutes} minutes; of ${rows.length} invariants`);
		print(`${broken.length} do not hold`);
		const complaints = [
			...entries.flatMap(complaintsOf),
			...broken.map(({ what, broken: some }) => `${what}: ${some.slice(0, 5).join("; ")}`),
		];
		for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
		if (complaints.length > 0) process.exitCode = 1;
		if (!isChosen && !short) {
			const day = new Date().toISOString().slice(0, 10);
			const about = `${day}, seed ${values.seed}: ${orders} orders in ${minutes} minutes.`;
			writeInto(doc, "cluster", [about, "", ...heading, ...entries.map(rowOf)]);
		}
	} finally {
		if (values.log) writeFileSync(values.log, cluster.output());
		await cluster.close();
	}
} catch (error) {
	if (!(error instanceof Missing)) throw error;
	process.stderr.write(`The cluster can't be tried here: ${error.message}\n`);
	process.exitCode = 1;
}
