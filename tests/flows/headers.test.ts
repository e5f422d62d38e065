// What browsers are told: what pages may load, that nobody else's page may ask, and whose page a
// cookie serves.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import { aShopper } from "#tests/support/shop";

let mall: OpenMall;
beforeAll(async () => {
	mall = await openMall();
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

const evil = "https://evil.example";

describe("a page", () => {
	// The SPAs are looked at where they are built: in the browser tests, which take no complaint.
	it("loads scripts of the mall only, and stands in nobody's frame", async () => {
		const { headers } = await mall.send("GET /docs");
		const policy = new Map(
			(headers.get("Content-Security-Policy") ?? "").split("; ").map((line) => {
				const [name = "", ...sources] = line.split(" ");
				return [name, sources.join(" ")];
			}),
		);

		expect(policy.get("default-src")).toBe("'self'");
		expect(policy.get("script-src")).toBe("'self'");
		expect(policy.get("connect-src")).toBe("'self'");
		for (const name of ["object-src", "base-uri", "frame-ancestors"])
			expect(policy.get(name)).toBe("'none'");
		expect(policy.get("form-action")).toBe("'self'");
		expect(headers.get("X-Frame-Options")).toBe("DENY");
		expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
		expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
	});
});

describe("a page of somebody else", () => {
	it.each([
		["GET /products", undefined],
		["POST /auth/login", { login: "ada", password: "not the password" }],
		["POST /auth/renew", undefined],
		["GET /auth/providers", undefined],
		["GET /nothing/here", undefined],
	])("reads no answer of %s", async (route, body) => {
		const { headers } = await mall.send(route, { headers: { Origin: evil }, body });

		const allowed = [...headers.keys()].filter((name) => name.startsWith("access-control-"));
		expect(allowed).toEqual([]);
	});

	it("is told nothing beforehand either", async () => {
		for (const method of ["POST", "PUT", "DELETE"]) {
			const { headers } = await mall.send("OPTIONS /auth/renew", {
				headers: {
					Origin: evil,
					"Access-Control-Request-Method": method,
					"Access-Control-Request-Headers": "authorization",
				},
			});
			expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
		}
	});

	it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
		"logs nobody in by a form of %s",
		async (type) => {
			const answer = await mall.send("POST /auth/login", {
				headers: { Origin: evil, "Content-Type": type },
				body: JSON.stringify({ login: "ada", password: "not the password" }),
			});

			expect(answer.status).toBe(415);
		},
	);
});

describe("the login's cookie", () => {
	async function aCookie() {
		const { username } = (await mall.send("GET /auth/me", await aShopper(mall))).body.user;
		const body = { login: username, password: "a long enough password" };
		const { headers } = await mall.send("POST /auth/login", { body });
		return headers.getSetCookie()[0] ?? "";
	}
	const renew = (cookie: string, headers: Record<string, string> = {}) =>
		mall.send("POST /auth/renew", {
			headers: { Cookie: cookie.split(";")[0] ?? "", ...headers },
		});

	it("goes back to the mall's own pages only, and no script reads it", async () => {
		const cookie = await aCookie();

		expect(cookie).toContain("; Path=/api/v1/auth; HttpOnly; SameSite=Strict");
	});

	it.each(["cross-site", "same-site"])("serves no page that is %s", async (site) => {
		const cookie = await aCookie();

		const answer = await renew(cookie, { "Sec-Fetch-Site": site, Origin: evil });
		expect(answer.status).toBe(401);
		expect(answer.headers.getSetCookie()).toEqual([]);
		expect((await renew(cookie, { "Sec-Fetch-Site": "same-origin" })).status).toBe(200);
	});

	it("is no login where a token is asked for", async () => {
		const [pair = ""] = (await aCookie()).split(";");

		for (const route of ["GET /auth/me", "POST /auth/logout", "DELETE /auth/sessions/x"]) {
			const answer = await mall.send(route, { headers: { Cookie: pair } });
			expect(answer.status).toBe(401);
		}
	});
});
