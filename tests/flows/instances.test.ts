// Two processes on one folder, as `npm start -- --instances 2` runs them.
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { request } from "#tests/support/http";
import { freePort, password, runMall } from "#tests/support/process";
import { aProduct, aShopper, anOrder, place, stockOf } from "#tests/support/shop";
import type { Door } from "#tests/support/shop";

process.env.ADMIN_PASSWORD = password;

describe("a mall of two instances", () => {
	const folder = mkdtempSync(join(tmpdir(), "mall-instances-"));
	let mall: ReturnType<typeof runMall>;
	let env: Record<string, string>;
	let door: Door;

	beforeAll(async () => {
		const port = await freePort();
		env = { DATA_DIR: folder, PORT: String(port), RATE_LIMIT: "on", ADMIN_PASSWORD: password };
		mall = runMall(env, "--instances", "2");
		door = { send: (route, send) => request(`http://127.0.0.1:${port}`, route, send) };
		await vi.waitFor(() => expect(mall.output()).toContain("is open with"), {
			timeout: 60_000,
		});
	});
	afterAll(async () => {
		if (mall.child.exitCode !== null) return;
		mall.child.kill("SIGTERM");
		await once(mall.child, "exit");
	});

	it("sells no piece twice, and shows each what the other has done", async () => {
		const product = await aProduct(door, { stock: 7 });
		const shopper = await aShopper(door);

		const answers = await Promise.all(
			Array.from({ length: 30 }, () =>
				place(door, shopper, { items: [{ sku: product.sku, quantity: 1 }] }),
			),
		);

		const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
		expect(statuses).toEqual([...Array(7).fill(201), ...Array(23).fill(409)]);
		expect(await stockOf(door, product.sku)).toMatchObject({ reserved: 7, available: 0 });
		const found = await door.send(`GET /search?q=${product.name.split(" ")[1]}`);
		expect(found.body.total).toBe(1);
	});

	it("counts limits for both together", async () => {
		const lookup = { number: "20300101-0001-ABCD", email: "nobody@example.com" };
		const answers = await Promise.all(
			Array.from({ length: 16 }, () => door.send("POST /orders/lookup", { body: lookup })),
		);

		const refused = answers.filter(({ status }) => status === 429);
		expect(refused).toHaveLength(6);
	});

	it("refuses a second start on the folder", async () => {
		const second = runMall({ ...env, PORT: String(await freePort()) });

		const [code] = await once(second.child, "exit");

		expect(code).toBe(1);
		expect(second.output()).toContain("another mall");
	});

	it("replaces an instance that is killed, and answers meanwhile", async () => {
		const shopper = await aShopper(door);
		const product = await aProduct(door);
		const [, second = 0] = instancesOf(mall.child.pid ?? 0);

		process.kill(second, "SIGKILL");
		const order = await vi.waitFor(() =>
			anOrder(door, shopper, { items: [{ sku: product.sku, quantity: 1 }] }),
		);

		expect(order.status).toBe("pending_payment");
		await vi.waitFor(() => expect(mall.output().match(/is open with/g)).toHaveLength(2), {
			timeout: 30_000,
		});
		expect(mall.output()).toContain("Instance 2 has died");
		expect(instancesOf(mall.child.pid ?? 0)).not.toContain(second);
	});

	it("ends as a whole, and gives the folder back", async () => {
		const running = instancesOf(mall.child.pid ?? 0);

		mall.child.kill("SIGTERM");
		const [code] = await once(mall.child, "exit");

		expect(code).toBe(0);
		expect(running).toHaveLength(2);
		expect(running.filter(isAlive)).toEqual([]);
		expect(() => readFileSync(join(folder, "lock"))).toThrow("ENOENT");
	});
});

it("says what is wrong with a number of instances", async () => {
	const { child, output } = runMall({}, "--instances", "none");

	const [code] = await once(child, "exit");

	expect(code).toBe(1);
	expect(output()).toContain('--instances takes a whole number from 1 to 64, not "none"');
});

/** The processes that this one has started, in the order of their start. */
const instancesOf = (pid: number) =>
	readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
