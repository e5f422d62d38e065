// The prompt as an operator uses it: lines go in, answers come out.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort, startMall } from "#tests/support/process";
import { anOrder, aProduct, aShopper } from "#tests/support/shop";
import { request } from "#tests/support/http";

const root = resolve(import.meta.dirname, "../..");

function open(dataDir: string, port: number) {
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
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk) => (output += String(chunk)));
	const gone = new Promise<number | null>((done) => child.once("exit", done));
	return {
		said: () => output,
		type: (line: string) => child.stdin.write(`${line}\n`),
		gone,
		end() {
			child.stdin.end();
			return gone;
		},
	};
}

const aFolder = () => mkdtempSync(join(tmpdir(), "mall-prompt-"));

describe("where nothing runs, the prompt", () => {
	const dataDir = aFolder();
	let prompt: ReturnType<typeof open>;
	let origin = "";

	beforeAll(async () => {
		const port = await freePort();
		origin = `http://127.0.0.1:${port}`;
		prompt = open(dataDir, port);
		await vi.waitFor(
			() => expect(prompt.said()).toContain("The mall runs in this prompt"),
			30_000,
		);
	});
	afterAll(async () => {
		await prompt.end();
		rmSync(dataDir, { recursive: true, force: true });
	});

	it("shows an order by its number, and says when there is none", async () => {
		const mall = { send: (route: string, send?: object) => request(origin, route, send) };
		const { sku } = await aProduct(mall, { price: 1250 });
		const { number } = await anOrder(mall, await aShopper(mall), {
			items: [{ sku, quantity: 2 }],
		});

		prompt.type(`order ${number}`);
		await expect
			.poll(prompt.said)
			.toMatch(new RegExp(`${number}  pending_payment  \\$29\\.90  paid \\$0\\.00`));
		expect(prompt.said()).toContain(`2 x ${sku}`);
		prompt.type("order 20000101-nothing");
		await expect.poll(prompt.said).toContain("There is no order 20000101-nothing.");
	});

	it("builds the index anew, and has Moleculer's own commands", async () => {
		prompt.type("reindex");
		await expect.poll(prompt.said).toContain("The index is new.");
		prompt.type("services");
		await expect.poll(prompt.said).toMatch(/orders +│/);
	});

	it("keeps a second one out, and says what lets it in", async () => {
		const second = open(dataDir, await freePort());

		expect(await second.gone).toBe(1);
		expect(second.said()).toMatch(/There is no prompt: another mall .*REPL=on/);
	});
});

describe("beside a mall that runs with REPL=on, the prompt", () => {
	it("joins it over a socket of its owner's, and ends with it", async () => {
		const dataDir = aFolder();
		const mall = await startMall(dataDir, { REPL: "on" });
		const { sku } = await aProduct(mall, { price: 1250 });
		const { number } = await anOrder(mall, await aShopper(mall), {
			items: [{ sku, quantity: 1 }],
		});
		const prompts = [open(dataDir, 0), open(dataDir, 0)] as const;

		for (const prompt of prompts) {
			await vi.waitFor(() => expect(prompt.said()).toContain("In the cluster as"), 30_000);
			prompt.type(`order ${number}`);
			await expect.poll(prompt.said).toContain(`1 x ${sku}`);
		}
		expect(statSync(join(dataDir, "repl.sock")).mode & 0o777).toBe(0o600);
		await prompts[0].end();
		prompts[1].type("nodes");
		await expect.poll(prompts[1].said).toMatch(/Node ID/);
		expect(await mall.end()).toBe(0);
		await prompts[1].gone;
		rmSync(dataDir, { recursive: true, force: true });
	});
});
