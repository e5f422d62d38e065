// What buyers notice when the line to MongoDB breaks for a moment in the middle of their orders.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { line } from "#tests/faults/checkouts/line";
import { cuttable } from "#tests/support/cuttable";
import { withServer } from "#tests/support/engines/available";
import { startMongo } from "#tests/support/engines/mongo";
import { startMall } from "#tests/support/process";
import { aProduct, aShopper, aWord, stockOf } from "#tests/support/shop";

const address = {
	name: "Ada Byron",
	phone: "+44 20 1234",
	country: "GB",
	province: "",
	city: "London",
	street: "12 St James's Square",
	postalCode: "SW1Y 4JH",
};

await withServer("MongoDB", startMongo, ({ url, stop }) => {
	describe("a line to MongoDB that breaks for 1.5 s", () => {
		afterAll(stop);

		it("holds no order up for long, and loses and doubles none", async () => {
			const wire = await cuttable(url);
			const folder = mkdtempSync(join(tmpdir(), "mall-cut-"));
			const mall = await startMall(folder, { MONGO_URL: `${wire.url}/mall` });
			const product = await aProduct(mall, { stock: 10_000 });
			const telephone = line();
			telephone.connect(mall);
			const placed: string[] = [];
			const waits: number[] = [];
			let isOver = false;
			const buy = async () => {
				const shopper = await aShopper(mall);
				while (!isOver) {
					const began = performance.now();
					const { status, body } = await telephone.ask("POST /orders", {
						...shopper,
						headers: { "Idempotency-Key": aWord("key") },
						body: {
							items: [{ sku: product.sku, quantity: 1 }],
							address,
							shippingMethod: "standard",
						},
					});
					expect(status, mall.output()).toBe(201);
					placed.push(body.id);
					waits.push(performance.now() - began);
				}
			};
			const buying = Promise.all(Array.from({ length: 6 }, buy));
			await expect.poll(() => placed.length).toBeGreaterThan(12);

			for (let cuts = 0; cuts < 3; cuts += 1) {
				wire.cut();
				await wait(1_500);
				wire.mend();
				const before = placed.length;
				await expect.poll(() => placed.length).toBeGreaterThan(before + 12);
			}
			isOver = true;
			await buying;

			expect(new Set(placed).size).toBe(placed.length);
			expect((await stockOf(mall, product.sku)).reserved).toBe(placed.length);
			expect(Math.max(...waits), String(waits.map(Math.round))).toBeLessThan(5_000);
			await mall.end();
			await wire.close();
		});
	});
});
