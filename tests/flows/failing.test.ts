// What shoppers notice when a service is down: as little as possible, and nothing untrue about them.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { products } from "#contracts/products";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData, stub } from "#tests/support/mall";
import { eventually } from "#tests/support/neighbours";
import { admin, aProduct, aShopper, aWord, expectBody, paid, place } from "#tests/support/shop";
import type { Login } from "#tests/support/shop";

describe("while a service is down", () => {
	let mall: OpenMall;
	let shopper: Login;
	let product: Awaited<ReturnType<typeof aProduct>>;
	beforeAll(async () => {
		mall = await openMall();
		product = await aProduct(mall, { stock: 5 });
		shopper = await aShopper(mall);
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	/** As if its node had died, until the work is done. */
	async function without(name: string, work: () => Promise<unknown>) {
		const service = mall.broker.services.find((one) => one.name === name)!;
		await mall.broker.destroyService(service);
		try {
			await work();
		} finally {
			mall.broker.createService(service.originalSchema);
			await mall.broker.waitForServices([{ name, version: 1 }]);
		}
	}

	/** Finished bodies are no longer fresh. */
	const change = () => void mall.broker.broadcastLocal("bodies.old", { tag: "catalogue" });

	it("people browse without orders", () =>
		without("orders", async () => {
			const reads = [
				"/home",
				"/products",
				`/products/${product.id}`,
				"/search?q=thing",
				"/cart",
			];
			const answers = await Promise.all(
				reads.map((path) => mall.send(`GET ${path}`, shopper)),
			);

			expect(answers.map(({ status }) => status)).toEqual(reads.map(() => 200));
			expect((await mall.send("GET /orders", shopper)).status).toBe(503);
		}));

	it("people buy without search", () =>
		without("search", async () => {
			const wish = { items: [{ sku: product.sku, quantity: 1 }] };
			const order = expectBody(await place(mall, shopper, wish), 201);

			expect((await paid(mall, shopper, order)).status).toBe("paid");
		}));

	it("a public read is answered with the last body, its age said", async () => {
		const before = await mall.send("GET /products");
		change();

		await without("products", async () => {
			const { status, body, headers } = await mall.send("GET /products", shopper);

			expect({ status, body }).toEqual({ status: 200, body: before.body });
			expect(Number(headers.get("Age"))).toBeGreaterThanOrEqual(0);
			expect(headers.get("Cache-Status")).toMatch(/^micro-mall; hit; ttl=(0|-\d+)$/);
			expect((await mall.send("GET /products?page=2")).status).toBe(503);
		});
		const after = await mall.send("GET /products");
		expect(after.headers.get("Cache-Status")).toBeNull();
	});

	it("nobody gets a body that was made for somebody else", async () => {
		await mall.send("GET /home");
		change();

		await without("content", async () => {
			const guest = await mall.send("GET /home");
			const member = await mall.send("GET /home", shopper);

			expect([guest.status, member.status]).toEqual([200, 503]);
			expect(guest.headers.get("Age")).not.toBeNull();
		});
	});

	it("a slow answer is not waited for where there is an old one, and serves the next", async () => {
		const door = Reflect.get(mall.broker.getLocalService("api"), "door") as {
			patienceMs: number;
		};
		const usual = door.patienceMs;
		await mall.send("GET /brands");
		const { promise, resolve } = Promise.withResolvers<void>();
		const late = { items: [], page: 1, pageSize: 20, total: 0 };
		change();
		door.patienceMs = 50;

		await without("products", async () => {
			const slow = stub(products, { brands: () => promise.then(() => late) });
			const service = mall.broker.createService(slow);
			await mall.broker.waitForServices([{ name: "products", version: 1 }]);

			const meanwhile = await mall.send("GET /brands");
			expect(meanwhile.headers.get("Cache-Status")).toContain("hit");
			resolve();
			await eventually(async () => {
				const { headers } = await mall.send("GET /brands");
				expect(headers.get("Cache-Status")).toBeNull();
			});
			await mall.broker.destroyService(service);
		});
		door.patienceMs = usual;
	});
});

describe("while more imports come than there are places", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall();
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	const places = 10;

	it("those are told when to come again, the others are read one by one, and people buy", async () => {
		const token = await admin(mall);
		const [product, shopper] = [await aProduct(mall, { stock: 1 }), await aShopper(mall)];
		const headers = {
			Authorization: `Bearer ${token}`,
			"Content-Type": "application/x-ndjson",
		};
		const path = "/admin/products/import?dryRun=true";
		const line = () => `${JSON.stringify({ sku: aWord("SKU"), title: "Lamp", price: 500 })}\n`;
		const bodies: ReadableStreamDefaultController<string>[] = [];
		const begun = Array.from({ length: places }, () => {
			const body = new ReadableStream<string>({
				start(one) {
					one.enqueue(line());
					bodies.push(one);
				},
			});
			const bytes = body.pipeThrough(new TextEncoderStream());
			const options = { method: "POST", headers, body: bytes, duplex: "half" };
			return fetch(`${mall.origin}/api/v1${path}`, options as RequestInit);
		});

		const late = await vi.waitFor(async () => {
			const answer = await mall.send(`POST ${path}`, { headers, body: line() });
			expect(answer.status).toBe(429);
			return answer;
		}, 15_000);
		const wish = { items: [{ sku: product.sku, quantity: 1 }] };
		const order = expectBody(await place(mall, shopper, wish), 201);
		for (const body of bodies) body.close();
		const answers = await Promise.all(begun);

		expect(late.body).toMatchObject({ code: "BUSY" });
		expect(late.headers.get("Retry-After")).toBe("5");
		expect((await paid(mall, shopper, order)).status).toBe("paid");
		expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
		for (const answer of answers) {
			const { id } = (await answer.json()) as { id: string };
			await eventually(async () => {
				const job = expectBody(await mall.send(`GET /admin/jobs/${id}`, { token }));
				expect(job).toMatchObject({ status: "done", total: 1, errorCount: 0 });
			});
		}
	});
});
