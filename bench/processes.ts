// `npm run bench:processes`: what it costs to part a mall, embedded and over NATS. One process and two
// answer the same personal reads in turns, on this machine, with who asks on it as well.
//   --seconds 4 · --rounds 3 · --clients 32
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startNats } from "#tests/support/engines/nats";
import type { TrueServer } from "#tests/support/engines/engine";
import { freePort, password, runMall, startMall } from "#tests/support/process";
import { importProducts, prepare, say } from "./ground.ts";
import { load } from "./load.ts";
import type { Measured } from "./load.ts";
import type { Ground } from "./scenarios.ts";

const { values } = parseArgs({
	options: {
		seconds: { type: "string", default: "4" },
		rounds: { type: "string", default: "3" },
		clients: { type: "string", default: "32" },
	},
});
const [seconds, rounds, clients] = [values.seconds, values.rounds, values.clients].map(Number) as [
	number,
	number,
	number,
];
const catalogue = resolve(import.meta.dirname, "../tests/support/catalogue-500.jsonl");
const folders: string[] = [];
const children: ChildProcess[] = [];
let nats: TrueServer | undefined;

interface Mall {
	name: string;
	origin: string;
	server: ChildProcess[];
}

/** All but the door, which runs apart where a mall is two processes over NATS. */
const behindTheDoor =
	"acl,analytics,audit,auth,carts,content,inventory,jobs,media,notifications,orders,payments," +
	"products,promotions,reviews,search,settings,system,users";

try {
	const rows = await compared([
		await embedded("embedded, 1 process"),
		await embedded("embedded, 2 processes", "--instances", "2"),
	]);
	await endAll();
	nats = await startNats();
	rows.push(...(await compared([await overNats(), await partedOverNats()])));
	print(rows);
} finally {
	await endAll();
	await nats?.stop();
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

async function embedded(name: string, ...args: string[]): Promise<Mall> {
	say(`opening: ${name} …`);
	const { child, origin } = await startMall(newFolder(), {}, { args });
	children.push(child);
	return { name, origin, server: [child] };
}

async function overNats(): Promise<Mall> {
	say("opening: over NATS, 1 process …");
	const { child, origin } = await startMall(newFolder(), { NATS_URL: nats?.url ?? "" });
	children.push(child);
	return { name: "over NATS, 1 process", origin, server: [child] };
}

/** Why another server: two malls on one would be one mall. */
async function partedOverNats(): Promise<Mall> {
	say("opening: over NATS, 2 processes …");
	const own = await startNats();
	const before = nats;
	nats = { ...own, stop: async () => void (await Promise.all([before?.stop(), own.stop()])) };
	const port = await freePort();
	const usual = { NATS_URL: own.url, RATE_LIMIT: "off", ADMIN_PASSWORD: password };
	const server = [
		runMall({ ...usual, SERVICES: behindTheDoor, DATA_DIR: newFolder() }),
		runMall({ ...usual, SERVICES: "api", DATA_DIR: newFolder(), PORT: String(port) }),
	];
	for (const { child } of server) children.push(child);
	const origin = `http://127.0.0.1:${port}`;
	await isReady(origin);
	return { name: "over NATS, 2 processes", origin, server: server.map(({ child }) => child) };
}

async function isReady(origin: string) {
	for (const until = Date.now() + 120_000; Date.now() < until; await wait(100)) {
		const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
		if (answer?.ok) return;
	}
	throw new Error(`${origin} did not open`);
}

/** In turns, since a shared machine is another one a minute later; the median round counts. */
async function compared(malls: Mall[]): Promise<string[]> {
	const grounds: Ground[] = [];
	for (const { name, origin } of malls) {
		say(`filling: ${name} …`);
		await importProducts(origin, catalogue);
		grounds.push(await prepare(origin, false));
	}
	const measured: Measured[][] = malls.map(() => []);
	for (let round = 1; round <= rounds; round += 1) {
		for (const [at, { name, server }] of malls.entries()) {
			say(`round ${round}: ${name} …`);
			const ground = grounds[at];
			if (!ground) continue;
			const scenario = "my orders";
			measured[at]?.push(await load({ scenario, clients, seconds, ground, server }));
		}
	}
	const medians = measured.map(median);
	return malls.map(({ name }, at) => row(name, medians[at], medians[0]));
}

function median(all: Measured[]) {
	return all.toSorted((a, b) => a.cpuMs - b.cpuMs)[Math.floor(all.length / 2)];
}

function row(name: string, result: Measured | undefined, one: Measured | undefined): string {
	if (!result || !one) throw new Error(`${name} was not measured`);
	const { perSecond, cpuMs, clientMs, p50, p99, errors, firstError } = result;
	if (firstError) say(`  first error of ${name}: ${firstError}`);
	const ceiling = (availableParallelism() * 1000) / (cpuMs + clientMs);
	const more = `${((cpuMs / one.cpuMs - 1) * 100).toFixed(0)} %`;
	const costs = [cpuMs.toFixed(3), result === one ? "" : more, clientMs.toFixed(3)];
	const speed = [perSecond.toFixed(0), ceiling.toFixed(0), (perSecond / ceiling).toFixed(2)];
	const cells = [name, ...costs, ...speed, p50.toFixed(1), p99.toFixed(1), errors];
	return `| ${cells.join(" | ")} |`;
}

function print(rows: string[]) {
	const cores = availableParallelism();
	const head = [
		"what",
		"CPU ms a request",
		"more than one",
		"CPU ms of who asks",
		"a second",
		`${cores} cores could give`,
		"reached",
		"p50 ms",
		"p99 ms",
		"errors",
	];
	const lines = [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...rows];
	process.stdout.write(`${lines.join("\n")}\n`);
}

function newFolder() {
	const folder = mkdtempSync(join(tmpdir(), "mall-processes-"));
	folders.push(folder);
	return folder;
}

async function endAll() {
	const running = children.splice(0).filter(({ exitCode }) => exitCode === null);
	await Promise.all(
		running.map((child) => {
			const gone = new Promise((done) => child.once("exit", done));
			child.kill("SIGTERM");
			return gone;
		}),
	);
}
