// A data folder on a disk of its own that is truly full: a small file system in memory, which only root
// can make. Others leave this out.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { password, startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";
import {
	admin,
	anOrder,
	aProduct,
	aShopper,
	expectBody,
	paid,
	place,
	stockOf,
} from "#tests/support/shop";

process.env.ADMIN_PASSWORD = password;
const disk = mkdtempSync(join(tmpdir(), "mall-disk-"));

function isMade(): boolean {
	try {
		execFileSync("mount", ["-t", "tmpfs", "-o", "size=96m", "tmpfs", disk], { stdio: "pipe" });
		return true;
	} catch {
		return false;
	}
}

const hasDisk = isMade();

describe.skipIf(!hasDisk)("a mall whose disk is full", () => {
	let mall: MallProcess;
	beforeAll(async () => {
		// Why: this is about files; other stores have disks of their own.
		mall = await startMall(disk, { MONGO_URL: "", S3_URL: "", LOG_LEVEL: "warn" });
	});
	afterAll(async () => {
		await mall?.end();
		execFileSync("umount", [disk]);
		rmSync(disk, { recursive: true, force: true });
	});

	const filling = join(disk, "filling");

	/** To the last byte, so that no page of any store fits. */
	function fill() {
		for (let size = 1 << 20; size >= 1; size = Math.floor(size / 4))
			for (let isRoom = true; isRoom;) isRoom = append(size);
	}

	function append(size: number): boolean {
		try {
			writeFileSync(filling, Buffer.alloc(size), { flag: "a" });
			return statfsSync(disk).bavail > 0;
		} catch {
			return false;
		}
	}

	it("goes on showing goods, refuses orders, says so, and has lost nothing when there is room", async () => {
		const product = await aProduct(mall, { stock: 5 });
		const shopper = await aShopper(mall);
		const wish = { items: [{ sku: product.sku, quantity: 1 }] };
		const before = await anOrder(mall, shopper, wish);
		const token = await admin(mall);
		const own = { ...shopper, headers: { "Idempotency-Key": "in-a-full-house" } };

		fill();
		let refused = await place(mall, own, wish);
		for (let tries = 0; refused.status === 201 && tries < 3; tries += 1)
			refused = await place(mall, shopper, wish);
		const shown = await mall.send(`GET /products/${product.id}`);
		const [node] = expectBody(await mall.send("GET /admin/system/nodes", { token }));

		expect(refused.status).toBe(503);
		expect(shown.status).toBe(200);
		expect(node.troubles).toContain("disk-full");
		expect(mall.output()).toMatch(/database or disk is full|has 0 % left/);

		rmSync(filling);
		const after = await anOrder(mall, own, wish);
		const { items } = expectBody(await mall.send("GET /orders?pageSize=50", shopper));

		expect(items.map(({ id }: { id: string }) => id)).toEqual(
			expect.arrayContaining([before.id, after.id]),
		);
		expect((await paid(mall, shopper, after)).status).toBe("paid");
		expect((await stockOf(mall, product.sku)).reserved).toBe(items.length);
	});
});
