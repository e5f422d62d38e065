// Who counts as one caller, and what a caller hears who asks too often.
import { Agent, get } from "node:http";
import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";

// Why: the environment is read once, when mixins/env.ts is first imported.
vi.hoisted(() => {
	process.env.RATE_LIMIT = "on";
	process.env.TRUST_PROXY = "1";
});

const most = 10;
const body = { number: "20260101-1-ABCD", email: "ada@example.com" };

describe("a limit by address", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall();
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const lookUp = (forwarded: string) =>
		mall.send("POST /orders/lookup", { body, headers: { "X-Forwarded-For": forwarded } });

	async function exhaust(address: string) {
		for (let asked = 0; asked < most; asked++)
			expect(await lookUp(address)).toMatchObject({ status: 404 });
	}

	it("refuses the next call with 429 and says when to come back", async () => {
		await exhaust("203.0.113.1");

		const { status, body: problem, headers } = await lookUp("203.0.113.1");

		expect(status).toBe(429);
		expect(problem).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
		expect(headers.get("Content-Type")).toContain("application/problem+json");
		const seconds = Number(headers.get("Retry-After"));
		expect(seconds).toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(60);
		expect(problem.detail).toContain(`${seconds} s`);
	});

	it("counts each address that the proxy names on its own", async () => {
		await exhaust("203.0.113.2");

		expect(await lookUp("203.0.113.2")).toMatchObject({ status: 429 });
		expect(await lookUp("203.0.113.3")).toMatchObject({ status: 404 });
	});

	it("does not believe what a client says of itself before the proxy", async () => {
		await exhaust("203.0.113.4");

		const made = await lookUp("198.51.100.77, 203.0.113.4");

		expect(made.status).toBe(429);
	});
});

describe("a field that comes by the query and by the body", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall(["orders"]);
	});
	afterAll(() => mall.stop());

	it("is refused by its name: which one counts would be a guess", async () => {
		const twice = await mall.send("POST /orders/lookup?email=eve%40example.com", { body });

		expect(twice).toMatchObject({
			status: 422,
			body: { code: "INVALID", errors: [{ path: "email" }] },
		});
	});
});

describe("a mall that stops", () => {
	it("does not wait for connections that are only kept alive", async () => {
		const mall = await openMall();
		const agent = new Agent({ keepAlive: true });
		const answer = await new Promise<IncomingMessage>((done, failed) => {
			get(`${mall.origin}/health/live`, { agent }, done).on("error", failed);
		});
		await answer.toArray();
		const [idle] = Object.values(agent.freeSockets).flat();
		const closed = new Promise((done) => idle?.once("close", done));
		const began = performance.now();

		await mall.stop();
		await closed;

		expect(idle).toBeDefined();
		expect(performance.now() - began).toBeLessThan(5_000);
		agent.destroy();
	});
});
