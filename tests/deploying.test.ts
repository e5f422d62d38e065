// `npm run deploy` and `npm run rollback` as they are run, with a kubectl that stands in for a cluster
// and a server that stands in for the shop.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";

// Why: each asks kubectl a dozen times, each time a process.
vi.setConfig({ testTimeout: 240_000 });

const folder = mkdtempSync(join(tmpdir(), "deploying-"));
const state = join(folder, "cluster.json");

interface State {
	deployments: Record<string, { image: string }>;
	sets: { image: string }[];
	passed: string;
}
const cluster = () => JSON.parse(readFileSync(state, "utf8")) as State;
const images = () => Object.values(cluster().deployments).map(({ image }) => image);
const passed = () => cluster().passed.replaceAll(/@\S+/g, "").split("\n");

/** A version that begins with "sick" opens no shop. */
const shop = createServer((_req, res) => {
	const isSick = images().some((image) => image.includes(":sick"));
	const body = '{"status":"up"} {"items":[]} <title> <script>';
	res.writeHead(isSick ? 503 : 200).end(body);
});
let url: string;

beforeAll(async () => {
	const kubectl = join(folder, "kubectl");
	const fake = resolve("tests/support/fake-kubectl.ts");
	writeFileSync(kubectl, `#!/bin/sh\nexec "${process.execPath}" "${fake}" "$@"\n`);
	chmodSync(kubectl, 0o755);
	await new Promise<void>((done) => shop.listen(0, "127.0.0.1", done));
	url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(() => {
	shop.close();
	rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => writeFileSync(state, '{ "deployments": {}, "sets": [], "passed": "" }'));

async function run(...args: string[]) {
	const child = spawn(
		process.execPath,
		["scripts/deploy.ts", ...args, "--url", url, "--patience", "3"],
		{ env: { ...process.env, PATH: `${folder}:${process.env.PATH}`, FAKE_CLUSTER: state } },
	);
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
	const [code] = await once(child, "close");
	return { code: code as number, output };
}
const deploy = (version: string) => run("deploy", "production", `mall:${version}`);
const rollback = () => run("rollback");

it("puts a release on every node and remembers that it passed", async () => {
	const { code, output } = await deploy("1");

	expect(output).toContain("The shop is open with 1@");
	expect(code).toBe(0);
	expect(images()).toEqual(["mall:1", "mall:1"]);
	expect(passed()).toEqual(["1"]);
});

it.each([
	["does not become ready", "broken", "exceeded its progress deadline"],
	["opens no shop", "sick", "/health/ready answers 503"],
	["is refused in the middle", "half", "the server is gone"],
])("goes back by itself when a release %s", async (_, version, reason) => {
	await deploy("1");

	const { code, output } = await deploy(version);

	expect(output).toContain(reason);
	expect(output).toMatch(/All nodes are of 1@\S+ again/);
	expect(code).toBe(1);
	expect(images()).toEqual(["mall:1", "mall:1"]);
	expect(passed()).toEqual(["1"]);
});

it("says so when the very first release fails", async () => {
	const { code, output } = await deploy("broken");

	expect(output).toContain("there is no earlier release that passed");
	expect(code).toBe(1);
	expect(passed()).toEqual([""]);
});

it("rolls back one release at a time, and never to one that failed", async () => {
	for (const version of ["1", "2", "broken", "3"]) await deploy(version);

	expect((await rollback()).code).toBe(0);
	expect(images()).toEqual(["mall:2", "mall:2"]);
	expect((await rollback()).code).toBe(0);
	expect(images()).toEqual(["mall:1", "mall:1"]);
	const { code, output } = await rollback();

	expect(output).toContain("there is no earlier release");
	expect(code).toBe(1);
	expect(images()).toEqual(["mall:1", "mall:1"]);
});

it("rolls back to the last that passed when a deployment was killed in the middle", async () => {
	await deploy("1");
	await deploy("2");
	const half = cluster();
	half.passed = half.passed.split("\n")[0] ?? "";
	writeFileSync(state, JSON.stringify(half));

	await rollback();

	expect(images()).toEqual(["mall:1", "mall:1"]);
});

it("takes no image without a version, and says how it is used", async () => {
	expect((await deploy("latest")).output).toContain("must name its version");
	expect((await run("deploy", "production")).output).toContain("npm run rollback --");
	expect(cluster().sets).toEqual([]);
});
