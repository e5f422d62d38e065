import { describe, expect, it, vi } from "vitest";
import type { Action } from "#contracts/schema";
import { checkLimit } from "./limits.ts";
import { MemoryWindows } from "./windows.ts";

vi.hoisted(() => (process.env.RATE_LIMIT = "on"));

describe("a limit in all", () => {
	it("is counted over all addresses, and not used up by who is refused on their own", async () => {
		const windows = new MemoryWindows();
		const limit = { count: 3, seconds: 60, by: "address", inAll: 5 } as const;
		const action = { name: "v1.x.y", limit } as Action;
		const ask = async (address: string) =>
			checkLimit(windows, action, { address, userId: undefined });
		for (let at = 0; at < 3; at += 1) await ask("a");
		for (let at = 0; at < 9; at += 1)
			await expect(ask("a")).rejects.toMatchObject({ type: "TOO_MANY_REQUESTS" });

		await ask("b");
		await ask("c");

		await expect(ask("d")).rejects.toMatchObject({ type: "TOO_MANY_REQUESTS" });
	});
});
