// Every route as nobody, a customer, staff who may do all but this, and staff who may do only
// this: what its contract says about access is what happens.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actions } from "#contracts/index";
import { rights } from "#domain/rights";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import { aClerk, admin, aShopper, expectBody } from "#tests/support/shop";

const routes = actions.filter(({ rest, access }) => rest && access !== "internal");
const withAccess = (fits: (access: string) => boolean) =>
	routes.filter(({ access }) => fits(access)).map(({ rest = "" }) => rest);
const isRight = (access: string) => access.includes(":");
const asked = routes.filter(({ access }) => isRight(access));
const askedRights = [...new Set(asked.map(({ access }) => access))];

/** Answers 401 to a guest by itself: nobody's session can't be renewed. */
const needsSession = "POST /auth/renew";

describe("access", () => {
	let mall: OpenMall;
	let customer: string;
	beforeAll(async () => {
		mall = await openMall();
		await admin(mall);
		customer = (await aShopper(mall)).token;
	});
	afterAll(async () => {
		await mall.stop();
		removeData();
	});

	/** Just enough to get past the door. */
	function knock(route: string, token?: string) {
		const [method = "", path = ""] = route.split(" ");
		const isRead = method === "GET" || method === "DELETE";
		const filled = path.replaceAll(/:\w+/g, "none");
		return mall.send(`${method} ${filled}`, { token, ...(!isRead && { body: {} }) });
	}

	it("is said for every action, in words that there are", () => {
		const words = new Set(["public", "signed-in", "internal", ...rights]);

		expect(actions.filter(({ access }) => !words.has(access))).toEqual([]);
		expect(actions.filter(({ access, rest }) => access === "internal" && rest)).toEqual([]);
		expect(
			asked.filter(({ rest = "" }) => !rest.includes(" /admin/")).map(({ rest }) => rest),
		).toEqual([]);
	});

	it.each(withAccess((access) => access === "public"))("is free at %s", async (route) => {
		const { status } = await knock(route);

		expect(status).toBeLessThan(500);
		if (route !== needsSession) expect([401, 403]).not.toContain(status);
	});

	it.each(withAccess((access) => access === "signed-in"))(
		"needs a login, no more, at %s",
		async (route) => {
			const ends = route === "POST /auth/logout";
			const token = ends ? (await aShopper(mall)).token : customer;

			const [guest, forger, shopper] = [
				await knock(route),
				await knock(route, `${token.slice(0, -6)}AAAAAA`),
				await knock(route, token),
			];

			expect(guest).toMatchObject({ status: 401, body: { code: "NOT_SIGNED_IN" } });
			expect(forger.status).toBe(401);
			expect([401, 403]).not.toContain(shopper.status);
			expect(shopper.status).toBeLessThan(500);
		},
	);

	it.each(askedRights)("needs %s, and that alone", async (right) => {
		const others = rights.filter((other) => other !== right);
		const [without, exactly] = await Promise.all([
			aClerk(mall, ...others),
			aClerk(mall, right),
		]);
		for (const { rest = "", access } of asked) {
			if (access !== right) continue;
			const said = await Promise.all(
				[undefined, customer, without.token, exactly.token].map((token) =>
					knock(rest, token),
				),
			);
			const [guest, shopper, clerk, allowed] = said.map(({ status, body }) => ({
				rest,
				status,
				code: body?.code,
			}));

			expect(guest).toEqual({ rest, status: 401, code: "NOT_SIGNED_IN" });
			expect(shopper).toEqual({ rest, status: 403, code: "FORBIDDEN" });
			expect(clerk).toEqual({ rest, status: 403, code: "FORBIDDEN" });
			expect(said[2]!.body.detail).toContain(right);
			expect([401, 403], rest).not.toContain(allowed!.status);
			expect(allowed!.status, rest).toBeLessThan(500);
		}
	});

	it("opens no way to what services do among themselves", async () => {
		const token = await admin(mall);
		const inner = actions.filter(({ access }) => access === "internal");
		const ways = inner.flatMap(({ name, service }) => [
			`POST /${name}`,
			`POST /${service}/${name.split(".").at(-1)}`,
			`GET /${service}/${name.split(".").at(-1)}`,
			`POST //${name.replaceAll(".", "/")}`,
			`POST //${name}`,
		]);
		const others = [
			"GET /$node/list",
			"GET /$node.list",
			"GET /~node/actions",
			"POST //$node/list",
		];
		const found = [];
		for (const way of [...ways, ...others]) {
			const { status } = await mall.send(way, { token, ...(way[0] === "P" && { body: {} }) });
			if (status !== 404 && status !== 405) found.push(`${way} ${status}`);
		}

		expect(found).toEqual([]);
	});

	it("knows the built-in roles", async () => {
		const token = await admin(mall);
		const { items } = expectBody(await mall.send("GET /admin/roles", { token }));

		expect(
			items
				.slice(0, 4)
				.map(({ key }: { key: string }) => key)
				.toSorted(),
		).toEqual(["administrator", "clerk", "customer", "manager"]);
		const { body } = await mall.send("GET /auth/me", { token });
		expect(body.rights.toSorted()).toEqual(rights.toSorted());
	});
});
