// The prompt as an operator uses it: lines go in, answers come out. Nothing runs before.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { freePort } from "#tests/support/process";
import { anOrder, aProduct, aShopper } from "#tests/support/shop";
import { request } from "#tests/support/http";

const dataDir = mkdtempSync(join(tmpdir(), "mall-prompt-"));
const root = resolve(import.meta.dirname, "../..");
let output = "";
let prompt: ReturnType<typeof open>;
let origin = "";

function open(port: number) {
	const child = spawn(process.execPath, ["scripts/repl.ts", "--as-built"], {
		cwd: root,
		env: {
			...process.env,
			NODE_ENV: "development",
			PORT: String(port),
			DATA_DIR: dataDir,
			HOME: dataDir,
			SEED: "none",
			LOG_LEVEL: "error",
			RATE_LIMIT: "off",
		},
	});
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk) => (output += String(chunk)));
	return child;
}

const said = () => output;
const type = (line: string) => prompt.stdin.write(`${line}\n`);

beforeAll(async () => {
	const port = await freePort();
	origin = `http://127.0.0.1:${port}`;
	prompt = open(port);
	await vi.waitFor(() => expect(output).toContain("The mall runs in this prompt"), 30_000);
});
afterAll(async () => {
	const gone = new Promise((done) => prompt.once("exit", done));
	prompt.stdin.end();
	await gone;
	rmSync(dataDir, { recursive: true, force: true });
});

it("shows an order by its number, and says when there is none", async () => {
	const mall = { send: (route: string, send?: object) => request(origin, route, send) };
	const { sku } = await aProduct(mall, { price: 1250 });
	const { number } = await anOrder(mall, await aShopper(mall), {
		items: [{ sku, quantity: 2 }],
	});

	type(`order ${number}`);
	await expect
		.poll(said)
		.toMatch(new RegExp(`${number}  pending_payment  \\$29\\.90  paid \\$0\\.00`));
	expect(output).toContain(`2 x ${sku}`);
	type("order 20000101-nothing");
	await expect.poll(said).toContain("There is no order 20000101-nothing.");
});

it("builds the index anew, and has Moleculer's own commands", async () => {
	type("reindex");
	await expect.poll(said).toContain("The index is new.");
	type("services");
	await expect.poll(said).toMatch(/orders +│/);
});
