// What a start says when an engine is not there, or lets nobody in.
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { withServer } from "#tests/support/engines/available";
import { startNats } from "#tests/support/engines/nats";
import { startRedis } from "#tests/support/engines/redis";
import { startS3 } from "#tests/support/engines/s3";
import { freePort, runMall, startMall } from "#tests/support/process";
import { admin } from "#tests/support/shop";

const start = async (env: Record<string, string>) => {
	const DATA_DIR = mkdtempSync(join(tmpdir(), "mall-start-"));
	return runMall({ DATA_DIR, PORT: String(await freePort()), ...env });
};

/** The start ends with 1, with one line that says so and shows no secret. */
async function refusing(env: Record<string, string>) {
	const { child, output } = await start(env);
	// Why not its exit: what it said last may still be on its way.
	const [code] = await once(child, "close");
	expect(code).toBe(1);
	expect(output()).not.toContain("a-wrong-one");
	return output();
}

const startGuarded = () => startNats("--user", "mall", "--pass", "the:right@one");

await withServer("NATS with a password", startGuarded, ({ url, stop }) => {
	describe("a start with NATS", () => {
		afterAll(stop);

		it("ends at once where the password is wrong, and does not show it", async () => {
			const said = await refusing({ NATS_URL: url.replace("//", "//mall:a-wrong-one@") });

			expect(said).toMatch(/can't start: NATS at 127\.0\.0\.1:\d+: .*authorization/i);
			expect(said).not.toContain("Waiting");
		});

		it("says once what it waits for, and goes on when that is there", async () => {
			const port = await freePort();
			const { child, output } = await start({ NATS_URL: `nats://127.0.0.1:${port}` });
			await vi.waitFor(() => expect(output()).toContain("Waiting up to 60 s for NATS"), {
				timeout: 30_000,
			});

			const late = await startNats("-p", String(port));

			await vi.waitFor(() => expect(output()).toContain("is open"), { timeout: 60_000 });
			child.kill("SIGTERM");
			await once(child, "exit");
			await late.stop();
			expect(output().match(/Waiting/g)).toHaveLength(1);
		});

		it("gets in with a password that has to be written otherwise in an address", async () => {
			const access = `//mall:${encodeURIComponent("the:right@one")}@`;
			const { child, output } = await start({ NATS_URL: url.replace("//", access) });

			await vi.waitFor(() => expect(output()).toContain("is open"), { timeout: 60_000 });
			child.kill("SIGTERM");
			await once(child, "exit");
		});
	});
});

/** A copy of a machine that runs: the same name, process number and chance. */
const asTwin = `
	import crypto from "node:crypto";
	import os from "node:os";
	import { syncBuiltinESMExports } from "node:module";
	const { randomBytes } = crypto;
	os.hostname = () => "twin";
	crypto.randomBytes = (size) => (size === 3 ? Buffer.alloc(3) : randomBytes(size));
	Object.defineProperty(process, "pid", { value: process.ppid });
	syncBuiltinESMExports();`;
const twin = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(asTwin)}` };

await withServer("NATS", startNats, ({ url: NATS_URL, stop }) => {
	describe("a start under the name of a node that runs", () => {
		afterAll(stop);

		it("is refused, is said on both sides, and the other one goes on", async () => {
			const folder = () => mkdtempSync(join(tmpdir(), "mall-twin-"));
			const first = await startMall(folder(), { ...twin, NATS_URL, LOG_LEVEL: "warn" });
			const nodes = async () =>
				(await first.send("GET /admin/system/nodes", { token: await admin(first) })).body;
			expect(await nodes()).toMatchObject([{ troubles: [] }]);

			const said = await refusing({ ...twin, NATS_URL });

			const [node] = await nodes();
			expect(node.id).toMatch(/^twin-/);
			expect(said).toContain(`a node called ${node.id} is there already`);
			expect(node.troubles).toEqual(["namesake"]);
			expect(first.output()).toContain(`Another node wanted the name ${node.id}`);
			expect(await first.end()).toBe(0);
		});
	});
});

const startWithToken = () => startNats("--auth", "the-right-one");

await withServer("NATS with a token", startWithToken, ({ url, stop }) => {
	describe("a start with a token for NATS", () => {
		afterAll(stop);

		it.each(["a-wrong-one@", ""])("ends at once with %j", async (token) => {
			const said = await refusing({ NATS_URL: url.replace("//", `//${token}`) });

			expect(said).toMatch(/can't start: NATS at 127\.0\.0\.1:\d+: .*authorization/i);
		});

		it("gets in with the right one", async () => {
			const right = url.replace("//", "//the-right-one@");
			const { child, output } = await start({ NATS_URL: right });

			await vi.waitFor(() => expect(output()).toContain("is open"), { timeout: 60_000 });
			child.kill("SIGTERM");
			await once(child, "exit");
		});
	});
});

const startRedisGuarded = () => startRedis("--requirepass", "the-right-one");

await withServer("Redis with a password", startRedisGuarded, ({ url, stop }) => {
	describe("a start with Redis", () => {
		afterAll(stop);

		it.each([":a-wrong-one@", ""])("ends at once with %j as the password", async (access) => {
			const said = await refusing({ REDIS_URL: url.replace("//", `//${access}`) });

			expect(said).toMatch(/can't start: Redis at 127\.0\.0\.1:\d+: .*(WRONGPASS|NOAUTH)/);
			expect(said).not.toContain("Waiting");
		});
	});
});

await withServer("S3", startS3, ({ url, stop }) => {
	describe("a start with S3", () => {
		afterAll(stop);

		it.each([
			["a wrong key", url.replace(/:[^:@/]+@/, ":a-wrong-one@"), "does not let us in"],
			["another bucket", `${url}-of-others`, "there is no such bucket"],
		])("ends at once with %s", async (_name, S3_URL, words) => {
			const said = await refusing({ S3_URL });

			expect(said).toMatch(/can't start: S3 at 127\.0\.0\.1:\d+: /);
			expect(said).toContain(words);
		});
	});
});

describe("a start", () => {
	it("ends with 1 when an engine does not come in its time, and says which", async () => {
		const place = `127.0.0.1:${await freePort()}`;
		const urls = { REDIS_URL: `redis://${place}`, ENGINE_WAIT_SECONDS: "5" };

		const said = await refusing(urls);

		expect(said.match(/Waiting up to 5 s for Redis/g)).toHaveLength(1);
		expect(said).toContain(`can't start: Redis at ${place} does not answer`);
	});

	it("ends with 1 when a variable is malformed or misspelt, and names it", async () => {
		expect(await refusing({ PORT: "many" })).toContain("can't start: PORT must be");
		expect(await refusing({ REDIS_URI: "redis://x" })).toContain("REDIS_URI is not a variable");
	});
});
