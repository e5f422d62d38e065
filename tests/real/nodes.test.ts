// A mall of several processes over true servers: what one node says, all do; what a killed node was
// asked, another answers.
import { mkdtempSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { withServer } from "#tests/support/engines/available";
import type { TrueServer } from "#tests/support/engines/engine";
import { startMongo } from "#tests/support/engines/mongo";
import { startNats } from "#tests/support/engines/nats";
import { request } from "#tests/support/http";
import { freePort, password, runMall } from "#tests/support/process";
import {
	admin,
	aProduct,
	aShopper,
	anOrder,
	aWord,
	expectBody,
	paid,
	pay,
	stockOf,
} from "#tests/support/shop";
import type { Door } from "#tests/support/shop";

process.env.ADMIN_PASSWORD = password;
const shop =
	"acl,analytics,audit,auth,carts,content,inventory,jobs,media,notifications,orders,payments," +
	"products,promotions,reviews,settings,system,users";

type Node = ReturnType<typeof runMall>;

await withServer("A cluster", startServers, ({ stop }) => {
	describe("a mall of several nodes", () => {
		const folder = mkdtempSync(join(tmpdir(), "mall-nodes-"));
		const nodes = new Map<string, Node>();
		const doors: Door[] = [];

		async function open(name: string, services: string, env: Record<string, string> = {}) {
			const own = { SERVICES: services, DATA_DIR: folder, RATE_LIMIT: "off", ...env };
			const node = runMall({ ...urls(), ...own });
			nodes.set(name, node);
			await vi.waitFor(() => expect(node.output()).toContain("is open with"), {
				timeout: 200_000,
			});
		}

		async function openDoor(name: string) {
			const port = await freePort();
			await open(name, "api", { PORT: String(port) });
			doors.push({ send: (route, send) => request(`http://127.0.0.1:${port}`, route, send) });
		}

		beforeAll(async () => {
			await Promise.all([
				open("shop 1", shop),
				open("shop 2", shop),
				open("search", "search"),
				openDoor("door 1"),
				openDoor("door 2"),
			]);
			const isReady = async (door: Door) => {
				const login = { login: "admin", password };
				const answer = await door.send("POST /auth/login", { body: login });
				expect(answer.status, JSON.stringify(answer.body)).toBe(200);
			};
			for (const door of doors) await vi.waitFor(() => isReady(door), { timeout: 120_000 });
		}, 400_000);
		afterAll(async () => {
			const gone = [...nodes.values()].map(({ child }) => {
				child.kill("SIGTERM");
				return new Promise((done) => {
					if (child.exitCode !== null || child.signalCode !== null) done(null);
					child.once("exit", done);
				});
			});
			await Promise.all(gone);
			await stop();
			rmSync(folder, { recursive: true, force: true });
		}, 60_000);

		it("sells through one door what was put in through the other", async () => {
			const [one, two] = doors as [Door, Door];
			const product = await aProduct(one, { stock: 3 });
			const shopper = await aShopper(two);

			const order = await anOrder(two, shopper, {
				items: [{ sku: product.sku, quantity: 2 }],
			});
			const done = await paid(one, shopper, order);

			expect(done.status).toBe("paid");
			expect(await stockOf(two, product.sku)).toMatchObject({ onHand: 3, reserved: 2 });
			const find = () => one.send(`GET /search?q=${product.name.split(" ")[1]}`);
			await vi.waitFor(async () => expect((await find()).body.total).toBe(1), {
				timeout: 15_000,
			});
		});

		it("sells no piece twice through two doors and two nodes", async () => {
			const [one, two] = doors as [Door, Door];
			const product = await aProduct(one, { stock: 5 });
			const shopper = await aShopper(one);

			const answers = await Promise.all(
				Array.from({ length: 30 }, (_, at) =>
					(at % 2 ? one : two).send("POST /orders", {
						...shopper,
						headers: { "Idempotency-Key": aWord("key") },
						body: {
							items: [{ sku: product.sku, quantity: 1 }],
							address: { ...anAddress },
							shippingMethod: "standard",
						},
					}),
				),
			);

			const statuses = answers.map(({ status }) => status);
			expect(statuses.filter((status) => status === 201)).toHaveLength(5);
			expect(statuses.filter((status) => status === 409)).toHaveLength(25);
			expect(await stockOf(two, product.sku)).toMatchObject({ reserved: 5, available: 0 });
		});

		it("carries uploads, files and pictures that no message of NATS could", async () => {
			const [one, two] = doors as [Door, Door];
			const token = await admin(one);
			const [width, height] = [1_000, 700];
			const noise = { raw: { width, height, channels: 3 } } as const;
			const png = await sharp(randomBytes(width * height * 3), noise)
				.png()
				.toBuffer();
			const form = new FormData();
			form.append(
				"file",
				new Blob([new Uint8Array(png)], { type: "image/png" }),
				"noise.png",
			);
			const lines = Array.from({ length: 3_000 }, (_, at) =>
				JSON.stringify({ sku: `LARGE-${at}`, title: "Lamp", description: "x".repeat(600) }),
			);
			const body = lines.join("\n");
			const headers = { "Content-Type": "application/x-ndjson" };

			const picture = expectBody(
				await one.send("POST /admin/media", { token, body: form }),
				201,
			);
			const job = expectBody(
				await one.send("POST /admin/products/import?dryRun=true", { token, headers, body }),
				202,
			);

			expect([png.length, body.length].every((size) => size > 1_500_000)).toBe(true);
			const shown = await two.send(`GET /${picture.url}`);
			expect(shown.status).toBe(200);
			expect(Number(shown.headers.get("Content-Length"))).toBe(picture.bytes);
			await vi.waitFor(async () => {
				const found = expectBody(await two.send(`GET /admin/jobs/${job.id}`, { token }));
				expect(found).toMatchObject({ status: "done", done: 3_000, total: 3_000 });
			}, 60_000);
		});

		it("shows every node on the system desk, in good order", async () => {
			const [one] = doors as [Door];
			const token = await admin(one);
			const found = expectBody(await one.send("GET /admin/system/nodes", { token }));

			expect(found).toHaveLength(nodes.size);
			for (const node of found) expect(node).toMatchObject({ isUp: true, troubles: [] });
		});

		it("answers every read, and loses no order, while a node is killed", async () => {
			const [one] = doors as [Door];
			const product = await aProduct(one, { stock: 1000 });
			const shopper = await aShopper(one);
			const wish = { items: [{ sku: product.sku, quantity: 1 }] };
			const placed: string[] = [];
			const failedReads: number[] = [];
			const slowest = { ms: 0 };
			let isOver = false;

			const read = async () => {
				while (!isOver) {
					const began = performance.now();
					const { status } = await one.send("GET /orders?pageSize=1", shopper);
					slowest.ms = Math.max(slowest.ms, performance.now() - began);
					if (status !== 200) failedReads.push(status);
				}
			};
			const buy = async () => {
				while (!isOver) {
					const key = { "Idempotency-Key": aWord("key") };
					const body = { ...wish, address: anAddress, shippingMethod: "standard" };
					const ask = () => one.send("POST /orders", { ...shopper, headers: key, body });
					let answer = await ask();
					// A shop's page tries again with the same key, as long as nothing was said.
					for (let tries = 0; answer.status >= 500 && tries < 10; tries += 1)
						answer = await ask();
					expect(answer.status, JSON.stringify(answer.body)).toBe(201);
					placed.push(answer.body.id);
				}
			};
			const load = Promise.all([read(), read(), buy(), buy()]);
			await vi.waitFor(() => expect(placed.length).toBeGreaterThan(5), { timeout: 30_000 });
			const before = placed.length;
			nodes.get("shop 2")?.child.kill("SIGKILL");
			await vi.waitFor(() => expect(placed.length).toBeGreaterThan(before + 10), {
				timeout: 45_000,
			});
			isOver = true;
			await load;

			expect(failedReads).toEqual([]);
			expect(new Set(placed).size).toBe(placed.length);
			expect(slowest.ms).toBeLessThan(8_000);
			expect((await stockOf(one, product.sku)).reserved).toBe(placed.length);
			const order = { id: placed.at(-1) ?? "" };
			expect((await pay(one, shopper, order)).status).toBe(201);
		});
	});
});

const anAddress = {
	name: "Ada Byron",
	phone: "+44 20 1234",
	country: "GB",
	province: "",
	city: "London",
	street: "12 St James's Square",
	postalCode: "SW1Y 4JH",
};

async function startServers(): Promise<TrueServer> {
	const [mongo, nats] = await Promise.all([startMongo(), startNats()]);
	Object.assign(process.env, { NODES_MONGO: mongo.url, NODES_NATS: nats.url });
	const stop = async () => void (await Promise.all([mongo.stop(), nats.stop()]));
	return { ...mongo, stop };
}

const urls = () => ({
	MONGO_URL: `${process.env.NODES_MONGO}/mall`,
	NATS_URL: process.env.NODES_NATS ?? "",
});
