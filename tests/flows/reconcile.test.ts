// `npm run reconcile` as an operator runs it: on the folder of a stopped mall, and beside one that
// runs. Its table says what differs, its exit code whether something does.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, password, startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";

const script = resolve(import.meta.dirname, "../../scripts/reconcile.ts");
const dataDir = mkdtempSync(join(tmpdir(), "mall-reconcile-"));
const sku = "MUG-1";
let mall: MallProcess | undefined;

beforeAll(async () => {
	mall = await startMall(dataDir);
	const send = await asAdmin(mall);
	const { id: categoryId } = await send("POST /admin/categories", { name: "Mugs" });
	const variants = [{ sku, price: 900, stock: 7 }];
	await send("POST /admin/products", { name: "Mug", categoryId, variants, status: "published" });
	await mall.end();
	mall = undefined;
});
afterAll(async () => {
	await mall?.end();
	rmSync(dataDir, { recursive: true, force: true });
});

describe("npm run reconcile", () => {
	it("proves on a stopped mall that all is right", async () => {
		const { code, output } = await reconcile();

		expect(output).toBe("All 1 SKUs agree with their movements and reservations.\n");
		expect(code).toBe(0);
	});

	it("says what differs and what happens next, and ends with 1", async () => {
		spoil();

		const { code, output } = await reconcile();

		expect(output).toMatch(/^MUG-1 +9 +7 +0 +0 +0 +– +movements$/m);
		expect(output).toContain("1 of 1 SKUs differ. Nothing else was changed.");
		expect(output).toContain("Next: ");
		expect(code).toBe(1);
	});

	it("asks a mall that runs, and lets the level follow the movements", async () => {
		mall = await startMall(dataDir);
		const send = await asAdmin(mall);
		const here = ["--url", mall.origin];

		const found = await reconcile(...here);
		const shown = await send("GET /admin/stock/reconciliation");
		const repaired = await reconcile("--repair", ...here);
		const again = await reconcile(...here);

		expect(found.code).toBe(1);
		expect(shown.differences).toMatchObject([{ sku, level: { onHand: 9 } }]);
		expect(repaired.output).toContain("1 were set right");
		expect([repaired.code, again.code]).toEqual([0, 0]);
		expect(await send(`GET /admin/inventory/${sku}`)).toMatchObject({ onHand: 7 });
	});

	it("does not touch the folder of a mall that runs elsewhere, and ends with 2", async () => {
		const { code, output } = await reconcile();

		expect(output).toContain("another mall");
		expect(code).toBe(2);
	});
});

async function reconcile(...options: string[]): Promise<{ code: number; output: string }> {
	const env = {
		...process.env,
		DATA_DIR: dataDir,
		PORT: String(await freePort()),
		ADMIN_PASSWORD: password,
		NODE_ENV: "development",
		LOG_LEVEL: "error",
	};
	return new Promise((done) => {
		execFile(process.execPath, [script, ...options], { env }, (error, stdout, stderr) =>
			done({ code: Number(error?.code ?? 0), output: stdout + stderr }),
		);
	});
}

/** As a bad disk would: two pieces more than ever came in. */
function spoil() {
	const file = new DatabaseSync(join(dataDir, "inventory.sqlite"));
	file.exec(`UPDATE "stocks;doc" SET doc = json_set(doc, '$.onHand', 9)`);
	file.close();
}

async function asAdmin(door: MallProcess) {
	const login = await door.send("POST /auth/login", { body: { login: "admin", password } });
	const { token } = login.body;
	return async (route: string, body?: object) => {
		const answer = await door.send(route, { token, ...(body && { body }) });
		expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
		return answer.body;
	};
}
