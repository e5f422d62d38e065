// Checkouts of all kinds at a mall that is killed in the middle: a small run of what
// `npm run test:faults` does at length.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { survive } from "./checkouts/run.ts";

const dataDir = mkdtempSync(join(tmpdir(), "mall-faults-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("checkouts at a mall that is killed", () => {
	it("come to right ends: money, stock, orders, returns, coupons and points agree", async () => {
		const seed = Date.now() % 1_000_000;
		const plan = { dataDir, seed, kills: 5, checkouts: 120, buyers: 16 };

		const { rows, placed, missed } = await survive(plan);

		const broken = rows.filter((row) => row.broken.length > 0);
		expect({ seed, broken, missed }).toEqual({ seed, broken: [], missed: [] });
		expect(placed).toBeGreaterThanOrEqual(plan.checkouts);
	}, 240_000);
});
