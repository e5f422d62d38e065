// Limits in a true Redis, and while it is away.
import { afterAll, describe, expect, it } from "vitest";
import { withServer } from "#tests/support/engines/available";
import { startRedis } from "#tests/support/engines/redis";
import { windowsContract } from "#tests/support/windows-contract";
import { openWindows } from "../../services/api/windows.ts";

await withServer("Redis", startRedis, ({ url, stop, restart, signal }) => {
	const warnings: string[] = [];
	const open = () => openWindows(url, (line) => void warnings.push(line));

	windowsContract("Redis", open);

	describe("limits in Redis", () => {
		afterAll(stop);

		it("are counted for all gateways together", async () => {
			const [one, two] = await Promise.all([open(), open()]);

			const counts = [
				await one.count("shared", 60),
				await two.count("shared", 60),
				await one.count("shared", 60),
			].map(({ count }) => count);

			expect(counts).toEqual([1, 2, 3]);
			await Promise.all([one.close(), two.close()]);
		});

		it("go on here while Redis is frozen or gone, said once, and there when it is back", async () => {
			const windows = await open();
			warnings.length = 0;

			signal("SIGSTOP");
			const frozen = [await windows.count("away", 60), await windows.count("away", 60)];
			signal("SIGCONT");
			signal("SIGKILL");
			await expect
				.poll(async () => (await windows.count("gone", 60)).count)
				.toBeGreaterThan(2);
			await restart();

			expect(frozen.map(({ count }) => count)).toEqual([1, 2]);
			expect(warnings.length).toBeGreaterThan(0);
			await expect
				.poll(async () => (await windows.count("gone", 60)).count, { timeout: 15_000 })
				.toBe(1);
			await windows.close();
		});
	});
});
