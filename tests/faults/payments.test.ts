// kill -9 while people pay at Stripe: what Stripe has taken and what the orders say agree afterwards,
// whichever line the process died after, and whichever messages were lost with it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { password, startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";
import { stripeStub } from "#tests/support/stripe-stub";
import type { StripeStub } from "#tests/support/stripe-stub";

const dataDir = mkdtempSync(join(tmpdir(), "mall-stripe-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const kills = 3;
const buyers = 6;
const address = {
	name: "Ada",
	phone: "+1 555 0100",
	country: "US",
	province: "CA",
	city: "Springfield",
	street: "1 Main Street",
	postalCode: "90210",
};

interface Placed {
	id: string;
	total: number;
}

/** Orders and pays at Stripe until the mall is gone; some change their mind and cancel. */
async function buy(mall: MallProcess, stub: StripeStub, placed: Placed[]) {
	for (let turn = 0; ; turn += 1) {
		const order = await mall.send("POST /orders", {
			body: {
				items: [{ sku: "THING-1", quantity: 1 }],
				address,
				shippingMethod: "standard",
				email: "ada@example.com",
			},
		});
		if (order.status !== 201) return;
		const { id, orderToken, totals } = order.body;
		const headers = { "X-Order-Token": orderToken };
		placed.push({ id, total: totals.total });
		const body = { method: "stripe" };
		const begun = await mall.send(`POST /orders/${id}/payments`, { headers, body });
		if (begun.status !== 201) continue;
		const named = { key: begun.body.id, reference: stub.intentOf({ key: begun.body.id }).id };
		const cancel = () => mall.send(`POST /orders/${id}/cancel`, { headers, body: {} });
		if (turn % 4 === 1) await cancel();
		if (stub.intentOf(named).status === "canceled") continue;
		stub.buyer(named, turn % 3 === 0 ? "waits for the bank" : "pays");
		if (turn % 3 === 0) stub.bank(named);
		const message = turn % 5 === 4 ? undefined : stub.messages(named).at(-1);
		const hook = { body: message?.body, headers: message?.headers };
		if (message) await mall.send("POST /payments/webhooks/stripe", hook);
		if (turn % 4 === 2) await cancel();
	}
}

describe("a mall that is killed while people pay at Stripe", () => {
	it("keeps the money of orders that stand, and no other", async () => {
		const stub = await stripeStub();
		const { access } = stub;
		const env = {
			STRIPE_SECRET_KEY: access.secretKey,
			STRIPE_PUBLISHABLE_KEY: access.publishableKey,
			STRIPE_WEBHOOK_SECRET: access.webhookSecret,
			STRIPE_API_URL: access.apiUrl,
		};
		let mall = await startMall(dataDir, env);
		const login = { login: "admin", password };
		const tokenOf = async () =>
			(await mall.send("POST /auth/login", { body: login })).body.token;
		let token = await tokenOf();
		const category = await mall.send("POST /admin/categories", { token, body: { name: "T" } });
		const variants = [{ sku: "THING-1", price: 1000, stock: 10_000 }];
		const product = {
			name: "A thing",
			categoryId: category.body.id,
			variants,
			status: "published",
		};
		expect((await mall.send("POST /admin/products", { token, body: product })).status).toBe(
			201,
		);

		const placed: Placed[] = [];
		for (let kill = 0; kill < kills; kill += 1) {
			const before = placed.length;
			const buying = Array.from({ length: buyers }, () =>
				buy(mall, stub, placed).catch(() => undefined),
			);
			await expect.poll(() => placed.length).toBeGreaterThan(before + 30 + 17 * kill);
			await mall.end("SIGKILL");
			await Promise.all(buying);
			mall = await startMall(dataDir, env);
		}
		token = await tokenOf();

		/** Of each intent of the order, what Stripe keeps. */
		const keptFor = (id: string) =>
			[...stub.intents.values()]
				.filter(({ metadata }) => metadata["order"] === id)
				.map(({ metadata }) => stub.account({ key: metadata["payment"]!, reference: null }))
				.reduce((sum, { taken, refunded }) => sum + taken - refunded, 0);
		const wrong = async () => {
			const found = [];
			for (const { id, total } of placed) {
				const { body } = await mall.send(`GET /admin/orders/${id}`, { token });
				const { captured, refunded } = body.payment;
				const isPaid = body.status === "paid";
				const kept = keptFor(id);
				if (kept !== (isPaid ? total : 0) || captured - refunded !== kept)
					found.push(`${id} is ${body.status}: ${captured} - ${refunded}, kept ${kept}`);
			}
			return found;
		};
		// What waits is looked at every 20 s, should its message have been lost.
		const began = Date.now();
		await expect.poll(wrong, { timeout: 40_000, interval: 500 }).toEqual([]);
		const seconds = Math.round((Date.now() - began) / 1000);
		const orders = await mall.send("GET /admin/orders?pageSize=1", { token });
		const { counts } = orders.body;
		process.stdout.write(
			`${kills} kills, ${placed.length} orders, ${seconds} s: ${JSON.stringify(counts)}\n`,
		);
		expect(counts.paid).toBeGreaterThan(0);
		expect(counts.cancelled).toBeGreaterThan(0);

		const run = await mall.send("POST /admin/payments/reconciliation", { token, body: {} });
		expect(run.status).toBe(202);
		await mall.end();
		await stub.stop();
	}, 240_000);
});
