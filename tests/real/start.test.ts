// What a start says when an engine is not there, or lets nobody in.
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { withServer } from "#tests/support/engines/available";
import { startNats } from "#tests/support/engines/nats";
import { freePort, runMall } from "#tests/support/process";

const startGuarded = () => startNats("--user", "mall", "--pass", "the-right-one");

await withServer("NATS with a password", startGuarded, ({ url, stop }) => {
	describe("a start", () => {
		afterAll(stop);
		const start = async (NATS_URL: string) => {
			const DATA_DIR = mkdtempSync(join(tmpdir(), "mall-start-"));
			return runMall({ NATS_URL, DATA_DIR, PORT: String(await freePort()) });
		};

		it("ends at once where the password is wrong, and does not show it", async () => {
			const { child, output } = await start(url.replace("//", "//mall:a-wrong-one@"));

			const [code] = await once(child, "exit");

			expect(code).toBe(1);
			expect(output()).toMatch(/can't start: NATS at 127\.0\.0\.1:\d+: .*authorization/i);
			expect(output()).not.toContain("a-wrong-one");
			expect(output()).not.toContain("Waiting");
		});

		it("says once what it waits for, and goes on when that is there", async () => {
			const port = await freePort();
			const { child, output } = await start(`nats://127.0.0.1:${port}`);
			await vi.waitFor(() => expect(output()).toContain("Waiting up to a minute for NATS"), {
				timeout: 30_000,
			});

			const late = await startNats("-p", String(port));

			await vi.waitFor(() => expect(output()).toContain("is open"), { timeout: 60_000 });
			child.kill("SIGTERM");
			await once(child, "exit");
			await late.stop();
			expect(output().match(/Waiting/g)).toHaveLength(1);
		});
	});
});
