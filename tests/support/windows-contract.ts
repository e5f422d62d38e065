// What counting in windows of time must do, in this process and in Redis.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Windows } from "../../services/api/windows.ts";

export function windowsContract(name: string, make: () => Promise<Windows>) {
	describe(`${name} as a counter`, () => {
		let windows: Windows;
		beforeAll(async () => {
			windows = await make();
		});
		afterAll(() => windows.close());

		it("counts each key for itself, and says how long its window lasts", async () => {
			const key = `key ${Math.random()}`;
			await windows.count(key, 60);

			const second = await windows.count(key, 60);
			const other = await windows.count(`${key} other`, 60);

			expect(second.count).toBe(2);
			expect(second.leftMs).toBeGreaterThan(50_000);
			expect(second.leftMs).toBeLessThanOrEqual(60_000);
			expect(other.count).toBe(1);
		});

		it("loses and repeats none of many at once", async () => {
			const key = `rush ${Math.random()}`;

			const all = await Promise.all(
				Array.from({ length: 200 }, async () => windows.count(key, 60)),
			);

			const counts = all.map(({ count }) => count).toSorted((a, b) => a - b);
			expect(counts).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
		});

		it("begins anew when the window is over", async () => {
			const key = `short ${Math.random()}`;
			await windows.count(key, 1);
			await windows.count(key, 1);

			await expect
				.poll(async () => (await windows.count(key, 1)).count, { interval: 300 })
				.toBe(1);
		});
	});
}
