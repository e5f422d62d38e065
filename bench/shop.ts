// `npm run bench`: opens a shop with 10,000 products in a process of its own, loads it over HTTP
// beside a bare node:http, and prints each figure as a share of bare. Ends by itself.
//   --file products.jsonl.gz   another catalogue than the 500 rows of tests/support made many
//   --seconds 5 · --only list,search · --clients 1,32
//   --data DIR                 keeps the shop there, and opens it again the next time
//   --profile DIR              writes a CPU profile of the mall there
import { fork, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { request } from "#tests/support/http";
import { password, startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";
import type { Result, Task } from "./generator.ts";
import type { Ground } from "./scenarios.ts";
import { scenarios } from "./scenarios.ts";

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
const users = 64;
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "mall-bench-"));
const isKept = values.data !== undefined && existsSync(values.data);
const children: ChildProcess[] = [];
const say = (line: string) => process.stderr.write(`${line}\n`);

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
	const imported = isKept ? 0 : await importProducts(mall.origin);
	const ground = await prepare(mall.origin);
	const idle = memoryOf(mall.child);
	const rows: string[] = [];
	const names =
		values.only?.split(",") ?? Object.keys(scenarios).filter((name) => name !== "bare");
	for (const clients of values.clients.split(",").map(Number)) {
		const base = await load({
			scenario: "bare",
			clients,
			ground: { ...ground, origin: bare.origin },
			server: bare.child,
		});
		rows.push(row(["bare", clients], base, base));
		for (const name of names) {
			say(`${name}, ${clients} clients …`);
			rows.push(
				row(
					[name, clients],
					await load({ scenario: name, clients, ground, server: mall.child }),
					base,
				),
			);
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

/** A result, and the CPU time that a round took the server, its threads and the kernel for it. */
type Measured = Result & { cpuMs: number };

function row([name, clients]: [string, number], result: Measured, base: Measured) {
	const { perSecond, cpuMs, p50, p99, errors, firstError } = result;
	const share = (perSecond / base.perSecond).toPrecision(2);
	const cpuShare = (base.cpuMs / cpuMs).toPrecision(2);
	if (firstError) say(`  first error of ${name}: ${firstError}`);
	const times = `${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)}`;
	return `| ${name} | ${clients} | ${share} | ${times} | ${cpuMs.toFixed(3)} | ${cpuShare} | ${errors} |`;
}

function print(rows: string[], notes: string[]) {
	process.stdout.write(
		[
			"| what | clients | share of bare | a second | p50 ms | p99 ms | CPU ms | share by CPU | errors |",
			"| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
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

async function importProducts(origin: string): Promise<number> {
	const login = await request(origin, "POST /auth/login", { body: { login: "admin", password } });
	const { token } = login.body;
	const began = performance.now();
	const answer = await request(origin, "POST /admin/products/import?stock=1000000", {
		token,
		body: catalogue(),
		headers: { "Content-Type": "application/x-ndjson" },
	});
	if (answer.status !== 202) throw new Error(`the import answers ${answer.status}`);
	for (;;) {
		const { body } = await request(origin, `GET /admin/jobs/${answer.body.id}`, { token });
		if (body.status !== "running") break;
		await new Promise((later) => setTimeout(later, 200));
	}
	return (performance.now() - began) / 1000;
}

/** The given file, or the test rows repeated under new numbers until there are 10,000. */
function catalogue(): Uint8Array | string {
	if (values.file) return readFileSync(values.file);
	const rows = readFileSync(resolve(folder, "../tests/support/catalogue-500.jsonl"), "utf8")
		.trim()
		.split("\n");
	return Array.from({ length: 10_000 }, (_, n) => {
		const product = JSON.parse(rows[n % rows.length] ?? "{}") as Record<string, unknown>;
		const round = Math.floor(n / rows.length);
		const title = `${String(product.title)} ${round > 0 ? `v${round}` : ""}`.trim();
		return JSON.stringify({ ...product, title, id: `b${n}`, ean: `b${n}` });
	}).join("\n");
}

async function prepare(origin: string): Promise<Ground> {
	say("making accounts …");
	if (!isKept)
		for (let n = 0; n < users; n += 1) {
			const body = { username: `user-${n}`, email: `user-${n}@example.com`, password };
			const { status } = await request(origin, "POST /auth/register", { body });
			if (status !== 201) throw new Error(`register answers ${status}`);
		}
	const pages = await Promise.all(
		[1, 2, 3].map((page) => request(origin, `GET /products?pageSize=100&page=${page}`)),
	);
	const items = pages.flatMap(({ body }) => body.items as { id: string; name: string }[]);
	const productIds = items.map(({ id }) => id);
	const details = await Promise.all(
		productIds.map((id) => request(origin, `GET /products/${id}`)),
	);
	const skus = details.flatMap(({ body }) => (body.variants ?? []).slice(0, 1)) as {
		sku: string;
	}[];
	const words = [...new Set(items.flatMap(({ name }) => name.split(/\s+/)))].filter(
		(word) => word.length > 2,
	);
	return { origin, productIds, skus: skus.map(({ sku }) => sku), words, password, users };
}

interface Load {
	scenario: string;
	clients: number;
	ground: Ground;
	server: ChildProcess;
}

async function load({ server, ...asked }: Load): Promise<Measured> {
	const seconds = Number(values.seconds);
	const task: Task = { ...asked, warmSeconds: 1, seconds };
	const child = fork(join(folder, "generator.ts"));
	children.push(child);
	return new Promise<Measured>((done, failed) => {
		let before = 0;
		child.on("message", (message: "warm" | Result) => {
			if (message === "warm") {
				before = cpuMsOf(server);
				return;
			}
			const rounds = message.perSecond * seconds;
			done({ ...message, cpuMs: (cpuMsOf(server) - before) / rounds });
		});
		child.once(
			"exit",
			(code) => code && failed(new Error(`${asked.scenario} exited with ${code}`)),
		);
		child.send(task);
	});
}

/** Milliseconds of CPU that a process and its threads have used; the kernel counts in 10 ms. */
function cpuMsOf({ pid }: ChildProcess): number {
	const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

function memoryOf({ pid }: ChildProcess): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function rawArgon(width: number): Promise<number> {
	const child = spawn(process.execPath, [join(folder, "argon.ts"), String(width), "5"]);
	return new Promise((done) => {
		let text = "";
		child.stdout.on("data", (chunk) => (text += String(chunk)));
		child.on("close", () => done(Number(text)));
	});
}
