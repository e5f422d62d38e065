// `npm run bench`: opens a shop with 10,000 products in a process of its own, loads it over HTTP
// beside a bare node:http, and prints each figure as a share of bare. Ends by itself.
//   --file products.jsonl.gz   another catalogue than the 500 rows of tests/support made many
//   --seconds 5 · --only list,search · --clients 1,32
//   --data DIR                 keeps the shop there, and opens it again the next time
//   --profile DIR              writes a CPU profile of the mall there
import { fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";
import { importProducts, prepare, say } from "./ground.ts";
import { load, memoryOf } from "./load.ts";
import type { Measured } from "./load.ts";
import { usual } from "./scenarios.ts";

const { values } = parseArgs({
	options: {
		file: { type: "string" },
		seconds: { type: "string", default: "5" },
		only: { type: "string" },
		clients: { type: "string", default: "1,32" },
		data: { type: "string" },
		profile: { type: "string" },
	},
});
const folder = import.meta.dirname;
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "mall-bench-"));
const isKept = values.data !== undefined && existsSync(values.data);
const children: ChildProcess[] = [];

try {
	await bench();
} finally {
	for (const child of children) child.kill("SIGKILL");
	if (!values.data) rmSync(dataDir, { recursive: true, force: true });
}

async function bench() {
	const bare = await startBare();
	say("opening the mall …");
	let mall = await open();
	if (!isKept) say("importing 10,000 products …");
	const imported = isKept ? 0 : await importProducts(mall.origin, values.file);
	const ground = await prepare(mall.origin, isKept);
	const idle = memoryOf(mall.child);
	const rows: string[] = [];
	const seconds = Number(values.seconds);
	const names = values.only?.split(",") ?? usual;
	for (const clients of values.clients.split(",").map(Number)) {
		for (const name of names) {
			say(`${name}, ${clients} clients …`);
			const asked = { clients, seconds, ground };
			// Why before each: a shared machine is another one a minute later.
			const base = await load({
				...asked,
				scenario: "bare",
				ground: { ...ground, origin: bare.origin },
				server: bare.child,
			});
			const result = await load({ ...asked, scenario: name, server: mall.child });
			rows.push(row([name, clients], result, base));
		}
	}
	const busy = memoryOf(mall.child);
	await mall.end();
	say("starting again …");
	mall = await open();
	const width = Math.max(1, availableParallelism() - 1);
	print(rows, [
		`import of 10,000 products: ${imported.toFixed(1)} s`,
		`ready after a restart: ${mall.seconds.toFixed(1)} s`,
		`memory: ${idle} MB after the import, ${busy} MB after the load`,
		`raw argon2id, width ${width}: ${(await rawArgon(width)).toFixed(1)}/s`,
	]);
	await mall.end();
}

function row([name, clients]: [string, number], result: Measured, base: Measured) {
	const { perSecond, cpuMs, p50, p99, errors, firstError } = result;
	const share = (perSecond / base.perSecond).toPrecision(2);
	const cpuShare = (base.cpuMs / cpuMs).toPrecision(2);
	if (firstError) say(`  first error of ${name}: ${firstError}`);
	const times = `${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)}`;
	const bare = base.perSecond.toFixed(0);
	return `| ${name} | ${clients} | ${share} | ${bare} | ${times} | ${cpuMs.toFixed(3)} | ${cpuShare} | ${errors} |`;
}

function print(rows: string[], notes: string[]) {
	process.stdout.write(
		[
			"| what | clients | share of bare | bare a second | a second | p50 ms | p99 ms | CPU ms | share by CPU | errors |",
			"| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
			...rows,
			"",
			...notes.map((note) => `- ${note}`),
			"",
		].join("\n"),
	);
}

async function open(): Promise<MallProcess> {
	const profiled = { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${values.profile}` };
	const mall = await startMall(dataDir, values.profile ? profiled : {});
	children.push(mall.child);
	return mall;
}

async function startBare() {
	const child = fork(join(folder, "bare.ts"));
	children.push(child);
	const port = await new Promise((done) => child.once("message", done));
	return { child, origin: `http://127.0.0.1:${Number(port)}` };
}

function rawArgon(width: number): Promise<number> {
	const child = spawn(process.execPath, [join(folder, "argon.ts"), String(width), "5"]);
	return new Promise((done) => {
		let text = "";
		child.stdout.on("data", (chunk) => (text += String(chunk)));
		child.on("close", () => done(Number(text)));
	});
}
