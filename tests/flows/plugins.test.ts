// A plug-in is made, checked and opened in a tree of its own; others fail there in every way, and
// the mall goes on.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { password, startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";

const root = resolve(import.meta.dirname, "../..");
const copied = [
	"contracts domain mixins services scripts web-admin web-mall docs/generated",
	"tests/support tests/setup.ts tests/folder.ts package.json moleculer.config.ts",
	"tsconfig.json vitest.config.ts eslint.config.js .oxlintrc.json .oxfmtrc.json",
].flatMap((line) => line.split(" "));
const tree = mkdtempSync(join(tmpdir(), "mall-tree-"));

function run(...command: string[]) {
	const [file = "", ...args] = command;
	const bin = file.endsWith(".ts") ? file : join("node_modules", file);
	const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
		cwd: tree,
		encoding: "utf8",
	});
	return { status, output: stdout + stderr };
}

const make = (name: string) => run("scripts/new-service.ts", name);

beforeAll(() => {
	for (const path of copied) cpSync(join(root, path), join(tree, path), { recursive: true });
	symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe("npm run new:service", () => {
	it("makes a plug-in that passes every check, and says what comes next", () => {
		const { status, output } = make("notes");

		expect(output).toContain("/admin/plugins/notes");
		expect(status).toBe(0);
		const checks = [
			["oxfmt/bin/oxfmt", "--check", "plugins"],
			["oxlint/bin/oxlint", "--type-aware", "plugins", "contracts/routes.ts"],
			["eslint/bin/eslint.js", "plugins/**/*.vue"],
			["vue-tsc/bin/vue-tsc.js", "--noEmit", "-p", "web-admin"],
			["scripts/generate.ts", "--check"],
			["vitest/vitest.mjs", "run", "plugins/notes"],
		].map((check) => ({ check: check[0], ...run(...check) }));
		expect(checks.filter((one) => one.status !== 0)).toEqual([]);
	}, 240_000);

	it.each([
		["Notes", "small letters"],
		["../notes", "small letters"],
		["", "small letters"],
		["orders", "name of the mall itself"],
		["audit", "name of the mall itself"],
		["notes", "is there already"],
	])('refuses "%s"', (name, reason) => {
		const { status, output } = make(name);

		expect(status).toBe(1);
		expect(output).toContain(reason);
	});
});

describe("plug-ins that fail", () => {
	let mall: MallProcess;
	let token: string;

	beforeAll(async () => {
		plugin("broken", { contract: 'throw new Error("not today");' });
		plugin("thief", { contract: contractOf("thief", { list: "GET /products" }) });
		plugin("stillborn", {
			contract: contractOf("stillborn", { fine: "GET /stillborn" }),
			service: serviceOf("fine() {}", "started() { throw new Error('no database'); },"),
		});
		plugin("sick", {
			contract: contractOf("sick", {
				fine: "GET /sick",
				boom: "GET /sick/boom",
				hang: "GET /sick/hang",
				later: "GET /sick/later",
				reject: "GET /sick/reject",
			}),
			service: serviceOf(`
				fine() {},
				boom() { throw new Error("boom"); },
				hang: () => new Promise(() => {}),
				later() { setTimeout(() => { throw new Error("thrown later"); }, 1); },
				reject() { void Promise.reject("for no reason"); },
			`),
		});
		mall = await startMall(mkdtempSync(join(tmpdir(), "mall-")), {}, { tree });
		const body = { login: "admin", password };
		token = (await mall.send("POST /auth/login", { body })).body.token;
	});
	afterAll(() => mall?.end("SIGKILL"));

	const goesOn = async () => {
		const answers = await Promise.all([
			mall.send("GET /products"),
			mall.send("GET /admin/orders", { token }),
			mall.send("GET /sick"),
			mall.send("GET //health/ready"),
		]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 204, 200]);
	};

	it("leave those alone that work: a route, a right, the docs, the desk", async () => {
		const body = { name: "Call the printer" };

		const created = await mall.send("POST /admin/notes", { token, body });
		const listed = await mall.send("GET /admin/notes", { token });
		const stranger = await mall.send("GET /admin/notes");

		expect(created.status).toBe(201);
		expect(listed.body.items).toEqual([created.body]);
		expect(stranger.status).toBe(401);
		const { body: docs } = await mall.send("GET //api/v1/openapi.json");
		expect(docs.paths).toHaveProperty("/api/v1/admin/notes");
		const { body: areas } = await mall.send("GET /admin/areas?pageSize=100", { token });
		expect(areas.items).toContainEqual(expect.objectContaining({ key: "notes" }));
		const { body: services } = await mall.send("GET /admin/system/services", { token });
		const stateOf = (name: string) =>
			services.find((one: { name: string }) => one.name === name)?.isUp;
		expect([stateOf("notes"), stateOf("stillborn")]).toEqual([true, false]);
	});

	it("are left out where their contract can't be read or takes what is taken", async () => {
		expect(mall.output()).toContain("The plug-in broken is left out: Error: not today");
		expect(mall.output()).toContain("The plug-in thief is left out: GET /products is taken");
		await goesOn();
	});

	it("are out of reach where they did not start", async () => {
		const { status } = await mall.send("GET /stillborn");

		expect(status).toBe(503);
		expect(mall.output()).toContain("no database");
		await goesOn();
	});

	it("fail one call by a throw or by an endless wait", async () => {
		const hanging = mall.send("GET /sick/hang");

		expect((await mall.send("GET /sick/boom")).status).toBe(500);
		await goesOn();
		expect((await hanging).status).toBe(503);
		await goesOn();
	});

	it("end nothing by what nobody catches", async () => {
		await mall.send("GET /sick/later");
		await mall.send("GET /sick/reject");

		await expect.poll(() => mall.output()).toMatch(/plug-in sick did not catch.*exception/i);
		await expect.poll(() => mall.output()).toMatch(/plug-in sick did not catch.*rejection/i);
		await goesOn();
	});

	it("let the mall stop", async () => {
		expect(await mall.end()).toBe(0);
	});
});

function plugin(name: string, { contract, service = "" }: { contract: string; service?: string }) {
	const folder = join(tree, "plugins", name);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, "contract.ts"), contract);
	writeFileSync(join(folder, `${name}.service.ts`), service);
}

function contractOf(name: string, routes: Record<string, string>) {
	const actions = Object.entries(routes).map(
		([verb, rest]) =>
			`${verb}: { summary: "", access: "public", rest: "${rest}", status: 204 },`,
	);
	return `import { contract } from "#contracts/schema";
		export default contract("${name}", { ${actions.join("\n")} });`;
}

const serviceOf = (actions: string, rest = "") =>
	`import { service } from "#mixins/service";
		import contract from "./contract.ts";
		export default service(contract, { actions: { ${actions} }, ${rest} });`;
