// Keys for other systems, over HTTP: what they open, and when they open it no more.
import type { ApiKey } from "#contracts/auth";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { neverForKeys } from "#domain/api-keys";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import { aClerk, admin, expectBody } from "#tests/support/shop";

let mall: OpenMall;
let boss: string;
beforeAll(async () => {
	mall = await openMall();
	boss = await admin(mall);
});
afterEach(() => {
	vi.useRealTimers();
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

const wish = { name: "Warehouse", rights: ["orders:read"], expiresInDays: 30 };
const make = (token: string, change: object = {}) =>
	mall.send("POST /admin/api-keys", { token, body: { ...wish, ...change } });
const aKey = async (token = boss, change: object = {}) =>
	expectBody(await make(token, change), 201) as { token: string; key: ApiKey };
const orders = (token: string) => mall.send("GET /admin/orders", { token });
const idOf = async (token: string) =>
	expectBody(await mall.send("GET /auth/me", { token })).user.id as string;

describe("an API key", () => {
	it("is shown once, opens what it was made for, and nothing else", async () => {
		const { token, key } = await aKey();

		expect(token).toMatch(/^mmk_[\w-]{43}$/);
		expect((await orders(token)).status).toBe(200);
		const beyond = await mall.send("GET /admin/users", { token });
		expect(beyond).toMatchObject({ status: 403, body: { code: "FORBIDDEN" } });
		const listed = await mall.send("GET /admin/api-keys", { token: boss });
		expect(listed.body.items[0]).toMatchObject({ ...key, usedAt: expect.any(String) });
		expect(key.start).toBe(token.slice(0, 10));
		expect(JSON.stringify(listed.body)).not.toContain(token.slice(10));
	});

	it.each([
		"GET /auth/me",
		"PUT /auth/password",
		"POST /auth/logout",
		"GET /auth/sessions",
		"POST /auth/logins",
		"GET /me",
		"GET /me/addresses",
	])("is nobody's login at %s", async (route) => {
		const { token } = await aKey();

		const answer = await mall.send(route, { token, ...(route[0] !== "G" && { body: {} }) });

		expect(answer).toMatchObject({ status: 403, body: { code: "LOGIN_NEEDED" } });
	});

	it("has no cart and no orders of its maker's", async () => {
		const { token } = await aKey();
		const product = expectBody(await mall.send("GET /products", { token }));

		expect(product.items).toBeDefined();
		expect((await mall.send("POST /auth/renew", { token, body: {} })).status).toBe(401);
		expect((await mall.send("GET /cart", { token })).headers.get("X-Cart-Token")).toBe(
			(await mall.send("GET /cart")).headers.get("X-Cart-Token"),
		);
	});

	it.each(neverForKeys)("is never given %s", async (right) => {
		const answer = await make(boss, { rights: ["orders:read", right] });

		expect(answer).toMatchObject({ status: 403, body: { code: "FORBIDDEN", right } });
	});

	it("can't make or withdraw keys", async () => {
		const { token, key } = await aKey(boss, { rights: ["orders:read", "keys:read"] });

		expect((await make(token)).status).toBe(403);
		expect((await mall.send(`DELETE /admin/api-keys/${key.id}`, { token })).status).toBe(403);
		expect((await mall.send("GET /admin/api-keys", { token })).status).toBe(200);
	});

	it("is not made with rights that its maker lacks", async () => {
		const clerk = await aClerk(mall, "keys:write", "orders:read");

		expect((await make(clerk.token, { rights: ["orders:ship"] })).status).toBe(403);
		expect((await make(clerk.token, { rights: ["no:such"] })).status).toBe(403);
		expect((await make(clerk.token)).status).toBe(201);
	});

	it.each([
		[{ rights: [] }, "rights"],
		[{ rights: ["orders:read", "orders:read"] }, "rights"],
		[{ name: " " }, "name"],
		[{ expiresInDays: 0 }, "expiresInDays"],
		[{ expiresInDays: 366 }, "expiresInDays"],
	])("is not made of %j", async (change, path) => {
		const answer = await make(boss, change);

		expect(answer.status).toBe(422);
		expect(answer.body.errors[0].path).toBe(path);
	});

	it("loses what its maker loses, and all with a disabled maker", async () => {
		const clerk = await aClerk(mall, "keys:write", "orders:read");
		const { token } = await aKey(clerk.token);
		const id = await idOf(clerk.token);
		expect((await orders(token)).status).toBe(200);

		const withdrawn = await mall.send(`DELETE /admin/users/${id}/roles/${clerk.role}`, {
			token: boss,
		});
		expect(withdrawn.status).toBeLessThan(300);
		expect((await orders(token)).status).toBe(403);

		const { version } = expectBody(await mall.send(`GET /admin/users/${id}`, { token: boss }));
		const body = { version, status: "disabled" };
		expectBody(await mall.send(`PATCH /admin/users/${id}`, { token: boss, body }));
		await vi.waitFor(async () => expect((await orders(token)).status).toBe(401));
	});

	it("is worthless from its withdrawal on, which may be repeated", async () => {
		const { token, key } = await aKey();
		expect((await orders(token)).status).toBe(200);
		const withdraw = () => mall.send(`DELETE /admin/api-keys/${key.id}`, { token: boss });

		expect((await withdraw()).status).toBe(204);
		expect((await orders(token)).status).toBe(401);
		expect((await withdraw()).status).toBe(204);
		const unknown = await mall.send("DELETE /admin/api-keys/none", { token: boss });
		expect(unknown).toMatchObject({ status: 404, body: { code: "API_KEY_NOT_FOUND" } });
	});

	it("expires", async () => {
		const { token, key } = await aKey(boss, { expiresInDays: 1 });
		vi.useFakeTimers({ toFake: ["Date"] });

		vi.setSystemTime(Date.parse(key.expiresAt) - 1000);
		expect((await orders(token)).status).toBe(200);
		vi.setSystemTime(Date.parse(key.expiresAt) + 1000);

		// What the door knows of it is two seconds old at most.
		await vi.waitFor(async () => expect((await orders(token)).status).toBe(401), 10_000);
	});

	it.each(["mmk_", `mmk_${"x".repeat(43)}`, `mmk_${"x".repeat(3000)}`, "mmk_a.b.c"])(
		"that nobody made is refused: %s",
		async (token) => {
			expect((await orders(token)).status).toBe(401);
		},
	);

	it("is told of in the API's document, where it serves", async () => {
		const { paths, components } = expectBody(await mall.send("GET /openapi.json"));

		expect(components.securitySchemes.apiKey).toMatchObject({ scheme: "bearer" });
		const own = paths["/api/v1/me"].get.security;
		expect(own).toEqual([{ login: [] }]);
		expect(paths["/api/v1/admin/orders"].get.security).toContainEqual({ apiKey: [] });
	});
});
