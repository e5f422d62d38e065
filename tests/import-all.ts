// `npm run test:import [-- FILE]`: imports a whole catalogue of 10,000 products into a running mall
// as an operator would, twice, and counts what came of it. Prints the table for docs/performance.md.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { password, startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";

const file = resolve(process.argv[2] ?? "../shared/catalogue/products.jsonl.gz");
const dataDir = mkdtempSync(join(tmpdir(), "mall-import-"));
const script = resolve(import.meta.dirname, "../scripts/import.ts");
const mostSeconds = 120;
const failures: string[] = [];

function expect(what: string, isRight: boolean) {
	process.stdout.write(`| ${what} | ${isRight ? "yes" : "NO"} |\n`);
	if (!isRight) failures.push(what);
}

async function runImport(mall: MallProcess): Promise<{ seconds: number; output: string }> {
	const began = performance.now();
	const child = spawn(process.execPath, [script, file, "--stock", "25", "--url", mall.origin], {
		env: { ...process.env, DATA_DIR: dataDir, ADMIN_PASSWORD: password },
	});
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
	}
	const code = await new Promise((done) => child.once("exit", done));
	if (code !== 0) throw new Error(`the import ended with ${String(code)}: ${output}`);
	return { seconds: (performance.now() - began) / 1000, output };
}

/** The slowest of some reads, in milliseconds, while the import runs. */
async function slowestRead(mall: MallProcess, until: Promise<unknown>): Promise<number> {
	let isDone = false;
	void until.finally(() => (isDone = true));
	let slowest = 0;
	while (!isDone) {
		const began = performance.now();
		await mall.send("GET /products?pageSize=24");
		slowest = Math.max(slowest, performance.now() - began);
		await new Promise((later) => setTimeout(later, 50));
	}
	return slowest;
}

async function check(mall: MallProcess) {
	const login = await mall.send("POST /auth/login", { body: { login: "admin", password } });
	const { token } = login.body;
	process.stdout.write("\n| what | holds |\n| --- | --- |\n");
	const first = runImport(mall);
	const slowest = await slowestRead(mall, first);
	const { seconds } = await first;
	expect(
		`the first import takes under ${mostSeconds} s (${seconds.toFixed(1)} s)`,
		seconds < mostSeconds,
	);
	const list = await mall.send("GET /products?pageSize=100&sort=price");
	const { total } = list.body as { total: number };
	expect(`the mall lists them all (${total})`, total >= 9_990);
	const found = await mall.send("GET /search?q=hp%20ink%20cartridge&pageSize=5");
	expect(`it finds them (${found.body.total} for “hp ink cartridge”)`, found.body.total > 10);
	const [card] = found.body.items as { id: string; name: string }[];
	const product = await mall.send(`GET /products/${card?.id}`);
	const variant = product.body.variants?.[0] as { sku: string; available: number } | undefined;
	expect(`it has 25 of each (${variant?.available})`, variant?.available === 25);
	const cart = await mall.send("POST /cart/items", { body: { sku: variant?.sku, quantity: 2 } });
	expect("it sells them", cart.status === 200 && cart.body.items.length === 1);
	const again = await runImport(mall);
	const jobs = await mall.send("GET /admin/system/jobs?kind=import&pageSize=2", { token });
	const [second] = jobs.body.items as { created: number; updated: number; done: number }[];
	expect(
		`a second import changes nothing (${second?.created} made, ${second?.updated} changed, ${again.seconds.toFixed(1)} s)`,
		second?.created === 0 && second.updated === 0 && second.done > 9_990,
	);
	const after = await mall.send("GET /products?pageSize=1");
	expect("and makes no doubles", after.body.total === total);
	process.stdout.write(`\nslowest list read during the import: ${slowest.toFixed(0)} ms\n`);
}

const mall = await startMall(dataDir);
try {
	await check(mall);
} finally {
	await mall.end();
	rmSync(dataDir, { recursive: true, force: true });
}
if (failures.length > 0) {
	process.stderr.write(`\n${failures.length} failed\n`);
	process.exitCode = 1;
}
