// kill -9 in the middle of buying: what was acknowledged is there afterwards, and nothing is half
// done.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { password, startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";

const dataDir = mkdtempSync(join(tmpdir(), "mall-kill-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const kills = 3;
const buyers = 8;
const stock = 500;
const points = { given: 1500, perOrder: 100 };
const address = {
	name: "Ada",
	phone: "+1 555 0100",
	country: "US",
	province: "CA",
	city: "Springfield",
	street: "1 Main Street",
	postalCode: "90210",
};

interface Acknowledged {
	accounts: string[];
	/** Ids of those who were given points. */
	rich: string[];
	placed: { id: string; token: string }[];
	paid: { id: string; token: string }[];
}

const loginOf = async (mall: MallProcess, login: string) =>
	(await mall.send("POST /auth/login", { body: { login, password } })).body.token as string;

async function product(mall: MallProcess): Promise<string> {
	const token = await loginOf(mall, "admin");
	const category = await mall.send("POST /admin/categories", { token, body: { name: "Things" } });
	const created = await mall.send("POST /admin/products", {
		token,
		body: {
			name: "A thing",
			categoryId: category.body.id,
			variants: [{ sku: "THING-1", price: 1000, stock }],
			status: "published",
		},
	});
	expect(created.status).toBe(201);
	return created.body.id as string;
}

/** Registers, orders and pays until the mall is gone; notes only what was acknowledged. */
async function buy(mall: MallProcess, name: string, done: Acknowledged) {
	const body = { username: name, email: `${name}@example.com`, password };
	const registered = await mall.send("POST /auth/register", { body });
	if (registered.status !== 201) return;
	done.accounts.push(name);
	const { token, user } = registered.body;
	const given = await mall.send(`POST /admin/users/${user.id}/points`, {
		token: await loginOf(mall, "admin"),
		body: { points: points.given, reason: "Welcome" },
	});
	if (given.status !== 201) return;
	done.rich.push(user.id);
	for (;;) {
		const placed = await mall.send("POST /orders", {
			token,
			body: {
				items: [{ sku: "THING-1", quantity: 1 }],
				address,
				shippingMethod: "standard",
				points: points.perOrder,
			},
		});
		if (placed.status !== 201) return;
		const { id } = placed.body;
		done.placed.push({ id, token: name });
		const paid = await mall.send(`POST /orders/${id}/payments`, {
			token,
			body: { method: "sandbox", card: { number: "4242424242424242" } },
		});
		if (paid.status === 201) done.paid.push({ id, token: name });
	}
}

/** Points that are neither there nor paid with, and points that no open order holds. */
async function pointsOf(mall: MallProcess, token: string, id: string) {
	const [own, orders] = await Promise.all([
		mall.send(`GET /admin/users/${id}/points`, { token }),
		mall.send(`GET /admin/orders?userId=${id}`, { token }),
	]);
	const { balance, held } = own.body;
	const { paid = 0, pending_payment: open = 0 } = orders.body.counts;
	const lost = points.given - balance - paid * points.perOrder;
	return { lost, astray: held - open * points.perOrder };
}

describe("a killed mall", () => {
	it("has lost nothing that it acknowledged when it is back", async () => {
		const done: Acknowledged = { accounts: [], rich: [], placed: [], paid: [] };
		let mall = await startMall(dataDir);
		const productId = await product(mall);
		for (let kill = 0; kill < kills; kill += 1) {
			const names = Array.from({ length: buyers }, (_, n) => `buyer-${kill}-${n}`);
			const before = done.paid.length;
			const buying = names.map((name) => buy(mall, name, done).catch(() => undefined));
			while (done.paid.length < before + 10 + 7 * kill) {
				await new Promise((later) => setTimeout(later, 5));
			}
			await mall.end("SIGKILL");
			await Promise.all(buying);
			mall = await startMall(dataDir);
		}

		const admin = await loginOf(mall, "admin");
		const open = async () => {
			const { body } = await mall.send("GET /admin/orders?pageSize=1", { token: admin });
			return body.counts as Record<string, number>;
		};
		const paidIds = new Set(done.paid.map(({ id }) => id));
		for (const { id } of done.placed) {
			const { status, body } = await mall.send(`GET /admin/orders/${id}`, { token: admin });
			expect({ id, status }).toEqual({ id, status: 200 });
			if (paidIds.has(id)) expect(body.status).toBe("paid");
			if (body.payment.captured > 0) expect(body.payment.captured).toBe(body.totals.total);
		}
		await loginOf(mall, done.accounts.at(-1)!);
		expect((await mall.send(`GET /products/${productId}`)).status).toBe(200);

		// Every unit is either on the shelf or promised to an order that is there.
		await expect
			.poll(
				async () => {
					const counts = await open();
					const { body } = await mall.send("GET /admin/inventory/THING-1", {
						token: admin,
					});
					const promised = (counts.paid ?? 0) + (counts.pending_payment ?? 0);
					return { lost: promised - body.reserved, onHand: body.onHand };
				},
				{ timeout: 30_000, interval: 200 },
			)
			.toEqual({ lost: 0, onHand: stock });

		// Points are spent by the orders that are paid, held by those that wait, and nowhere else.
		expect(done.rich.length).toBeGreaterThan(0);
		for (const id of done.rich) {
			await expect
				.poll(() => pointsOf(mall, admin, id), { timeout: 40_000, interval: 200 })
				.toEqual({ lost: 0, astray: 0 });
		}
		await mall.end();
	}, 180_000);
});
