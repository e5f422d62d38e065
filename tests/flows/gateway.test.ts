import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";

describe("the gateway", () => {
	let mall: OpenMall;
	beforeAll(async () => {
		mall = await openMall();
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	it.each(["/shop", "/coupons", "/return-reasons"])(
		"answers GET %s with a strong tag, and 304 to who has it",
		async (path) => {
			const first = await mall.send(`GET ${path}`);
			const again = await mall.send(`GET ${path}`, {
				headers: { "If-None-Match": first.headers.get("ETag")! },
			});

			expect(first.status).toBe(200);
			expect(first.headers.get("Cache-Control")).toBe("public, no-cache");
			expect(again.status).toBe(304);
			expect(again.body).toBe("");
		},
	);

	it("names each wrong field of a query, unknown ones and a page size of 0 too", async () => {
		const { status, body, headers } = await mall.send(
			"GET /products?pageSize=0&page=x&colour=1",
		);

		expect(status).toBe(422);
		expect(headers.get("Content-Type")).toContain("application/problem+json");
		expect(body).toMatchObject({ code: "INVALID", status: 422 });
		expect(body.errors.map(({ path }: { path: string }) => path).toSorted()).toEqual([
			"colour",
			"page",
			"pageSize",
		]);
		expect(body.requestId).toBe(headers.get("X-Request-Id"));
	});

	it("answers what is not there with 404, and a wrong method with 405 and what is allowed", async () => {
		expect(await mall.send("GET /nothing")).toMatchObject({
			status: 404,
			body: { code: "NOT_FOUND" },
		});

		const wrong = await mall.send("DELETE /shop");

		expect(wrong).toMatchObject({ status: 405, body: { code: "METHOD_NOT_ALLOWED" } });
		expect(wrong.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
	});

	it("runs nothing for OPTIONS and opens nothing to other origins", async () => {
		const { status, headers } = await mall.send("OPTIONS /auth/register", {
			headers: {
				Origin: "https://elsewhere.example",
				"Access-Control-Request-Method": "POST",
			},
		});

		expect(status).toBe(204);
		expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
	});

	it("answers HEAD like GET without the body", async () => {
		const { status, headers, body } = await mall.send("HEAD /shop");

		expect(status).toBe(200);
		expect(Number(headers.get("Content-Length"))).toBeGreaterThan(10);
		expect(body).toBe("");
	});

	it.each([
		["GET /me", undefined],
		["GET /me", "rubbish"],
		["GET /admin/orders", undefined],
		["GET /cart", "a.b.c"],
	])("refuses %s with the token %s", async (route, token) => {
		const { status, body, headers } = await mall.send(route, { token });

		expect({ status, code: body.code }).toEqual({ status: 401, code: "NOT_SIGNED_IN" });
		expect(headers.get("WWW-Authenticate")).toBe("Bearer");
	});

	it("tells a body that is no JSON, not sent as JSON, no object or too large apart", async () => {
		const json = { "Content-Type": "application/json" };

		const answers = await Promise.all([
			mall.send("POST /auth/login", { body: "{", headers: json }),
			mall.send("POST /auth/login", {
				body: "{}",
				headers: { "Content-Type": "text/plain" },
			}),
			mall.send("POST /auth/login", { body: [] }),
			mall.send("POST /auth/login", { body: { login: "x".repeat(1_100_000) } }),
			mall.send("POST /auth/login", { body: '{"__proto__":{"login":"a"}}', headers: json }),
		]);

		expect(answers.map(({ status }) => status)).toEqual([400, 415, 422, 413, 422]);
	});

	it("refuses a field that is given by path and by body", async () => {
		const login = await mall.send("POST /auth/login", {
			body: { login: "admin", password: process.env.ADMIN_PASSWORD },
		});
		const { token } = login.body;

		const twice = await mall.send("PATCH /admin/users/one", {
			token,
			body: { id: "two", version: 1 },
		});

		expect(twice).toMatchObject({ status: 422, body: { errors: [{ path: "id" }] } });
	});

	it("lets whoever sends a file that is refused get to the answer", async () => {
		const statuses = [];
		for (let attempt = 0; attempt < 20; attempt++) {
			const body = new FormData();
			body.append("file", new Blob([Buffer.alloc(2_000_000)]), "a.png");
			const headers = { Authorization: "Bearer old" };
			statuses.push((await mall.send("POST /me/uploads", { body, headers })).status);
		}

		expect(new Set(statuses)).toEqual(new Set([401]));
	});

	it("knows no field by a name that every object has", async () => {
		const { status, body } = await mall.send("POST /auth/login", {
			body: { login: "a", password: "b", constructor: 1 },
		});

		const errors = [{ path: "constructor", message: "is not known here" }];
		expect({ status, body }).toMatchObject({ status: 422, body: { errors } });
	});

	it("takes a sane request id and replaces any other", async () => {
		const sane = await mall.send("GET /nothing", {
			headers: { "X-Request-Id": "order-7-abc" },
		});
		const insane = await mall.send("GET /nothing", {
			headers: { "X-Request-Id": "a b<script>" },
		});

		expect(sane.body.requestId).toBe("order-7-abc");
		expect(insane.body.requestId).toMatch(/^[\w-]+$/);
	});

	it("words a problem in the language that was asked for, never its code", async () => {
		const { body } = await mall.send("GET /me", {
			headers: { "Accept-Language": "zh-CN,en;q=0.5" },
		});

		expect(body.code).toBe("NOT_SIGNED_IN");
		expect(body.detail).toContain("请先登录");
	});

	it("names each service in its health", async () => {
		const ready = await mall.send("GET //health/ready");

		expect(ready).toMatchObject({ status: 200, body: { status: "up" } });
		expect(ready.body.services).toMatchObject({ orders: "up", search: "up" });
		expect((await mall.send("GET //health/live")).status).toBe(200);
	});

	it("describes every route with the right that it needs", async () => {
		const { body } = await mall.send("GET /openapi.json");

		expect(body.openapi).toBe("3.1.0");
		expect(body.paths["/api/v1/admin/orders/{id}/shipments"].post).toMatchObject({
			"x-access": "orders:ship",
			security: [{ login: [] }, { apiKey: [] }],
		});
	});

	it("survives requests that are not even HTTP", async () => {
		const { port, hostname } = new URL(mall.origin);
		await new Promise<void>((resolve) => {
			const socket = connect(Number(port), hostname, () =>
				socket.write("\u0000\u0001 rubbish\r\n\r\n"),
			);
			socket.on("close", () => resolve());
			socket.on("error", () => resolve());
			socket.on("data", () => socket.destroy());
		});

		expect((await mall.send("GET /shop")).status).toBe(200);
	});
});
