// Every route with wrong, missing, extra and hostile input, as the administrator and as nobody:
// it answers with the documented problem, at once, and changes nothing that it has not answered
// for.
import { once } from "node:events";
import type { Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import type { Service } from "moleculer";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actions } from "#contracts/index";
import type { Action } from "#contracts/schema";
import { closeAgent, hostileRequests, sendRaw } from "#tests/support/hostile";
import type { HostileAnswer, HostileRequest, World } from "#tests/support/hostile";
import { openMall } from "#tests/support/http";
import type { OpenMall } from "#tests/support/http";
import { removeData } from "#tests/support/mall";
import {
	aCategory,
	aCoupon,
	admin,
	anAddress,
	anOrder,
	aProduct,
	aPromotion,
	expectBody,
	paid,
	password,
	setSettings,
} from "#tests/support/shop";

const forged = (header: object, claims: object = { sub: "admin", sid: "x", exp: 4e9 }) =>
	`Bearer ${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.`;

const oddHeaders = [
	["Authorization", "Bearer"],
	["Authorization", "Basic YWRtaW46YWRtaW4="],
	["Authorization", "Bearer ..."],
	["Authorization", `Bearer ${"a".repeat(5000)}`],
	["Authorization", forged({ alg: "none", typ: "JWT" })],
	["Authorization", `${forged({ alg: "HS256", kid: "__proto__" })}c2lnbmF0dXJl`],
	["Authorization", `${forged({ alg: "ES256", kid: { $gt: "" } })}c2lnbmF0dXJl`],
	["Authorization", `${forged({ alg: "ES256", jku: "http://evil.example/" })}AAAA`],
	["Cookie", "mall_refresh=; mall_refresh=%00%zz; __proto__=1"],
	["Cookie", `mall_refresh=${"x".repeat(4000)}`],
	["X-Cart-Token", "' OR 1=1 --"],
	["X-Cart-Token", "__proto__"],
	["X-Cart-Token", "x".repeat(5000)],
	["X-Order-Token", "constructor"],
	["Idempotency-Key", "x".repeat(5000)],
	["Idempotency-Key", '{"$gt":""}'],
	["X-Request-Id", "../../<script>"],
	["Accept-Language", "zh;q=NaN,;q=,*;q=-1,en;q=1e999;;;"],
	["Accept-Language", "z".repeat(5000)],
	["If-None-Match", '*, W/"x", "'],
	["Range", "bytes=5-1,-1,x"],
	["X-Forwarded-For", "1.2.3.4, \u00e9, __proto__"],
	["Content-Encoding", "gzip"],
] as const;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const methodOf = ({ rest = "" }: Action) => methods.indexOf(rest.split(" ")[0] ?? "");
/** What deletes comes last, so that there is something to be hostile to. */
const routes = actions
	.filter(({ rest, access }) => rest && access !== "internal")
	.toSorted((a, b) => methodOf(a) - methodOf(b));

const runs = 25;
const width = 4;
const slowMs = 1000;

const counted = [
	"/admin/products",
	"/admin/categories",
	"/admin/brands",
	"/admin/inventory",
	"/admin/orders",
	"/admin/returns",
	"/admin/users",
	"/admin/roles",
	"/admin/areas",
	"/admin/rights",
	"/admin/coupons",
	"/admin/promotions",
	"/admin/banners",
	"/admin/topics",
	"/admin/media",
];

describe("hostile requests", () => {
	let mall: OpenMall;
	let token: string;
	let world: World;
	beforeAll(async () => {
		mall = await openMall();
		token = await admin(mall);
		world = await aWorld();
	});
	afterAll(async () => {
		closeAgent();
		await mall.stop();
		removeData();
	});

	const desk = (route: string, body?: unknown) => mall.send(route, { token, body });

	/** One of everything that a path can name. */
	async function aWorld(): Promise<World> {
		const category = await aCategory(mall);
		const brand = expectBody(await desk("POST /admin/brands", { name: "Brand" }), 201);
		const goods = { categoryId: category.id, brandId: brand.id, stock: 100_000 };
		const [first, second] = [await aProduct(mall, goods), await aProduct(mall, goods)];
		const buy = () => anOrder(mall, { token }, { items: [{ sku: first.sku, quantity: 2 }] });
		const [open, bought] = [await buy(), await paid(mall, { token }, await buy())];
		const sent = await paid(mall, { token }, await buy());
		const parcel = { carrier: "DHL", trackingNumber: "1" };
		expectBody(await desk(`POST /admin/orders/${sent.id}/shipments`, parcel), 201);
		const wish = { lines: [{ sku: first.sku, quantity: 1 }], reason: "damaged" };
		const back = expectBody(await desk(`POST /orders/${sent.id}/returns`, wish), 201);
		const address = expectBody(
			await mall.send("POST /me/addresses", { token, body: anAddress() }),
			201,
		);
		const banner = { title: "Banner", link: "/", image: "/a.png" };
		const banners = expectBody(await desk("POST /admin/banners", banner), 201);
		const topic = expectBody(await desk("POST /admin/topics", { title: "Topic" }), 201);
		const role = { key: "night-clerk", name: "Night", rights: ["orders:read"] };
		expectBody(await desk("POST /admin/roles", role), 201);
		expectBody(await desk("POST /admin/areas", { key: "night", name: "Night" }), 201);
		const right = { key: "night:work", area: "night", name: "Work" };
		expectBody(await desk("POST /admin/rights", right), 201);
		const account = { username: "someone", email: "someone@example.com", password };
		const user = expectBody(await desk("POST /admin/users", account), 201);
		const products = [first.id, second.id, first.slug];
		const coupon = await aCoupon(mall);
		return {
			products,
			ids: products,
			productId: products,
			categories: [category.id],
			categoryId: [category.id],
			parentId: [category.id],
			category: [category.slug],
			brands: [brand.id, brand.slug],
			brandId: [brand.id],
			sku: [first.sku, second.sku],
			orders: [open.id, bought.id, sent.id],
			returns: [back.id],
			"return-reasons": ["damaged", "defective"],
			reason: ["damaged", "does-not-fit"],
			address: [address.id],
			addresses: [address.id],
			coupons: [coupon.id],
			coupon: [coupon.code],
			promotions: [(await aPromotion(mall)).id],
			banners: [banners.id],
			topics: [topic.id],
			users: [user.id],
			roles: [role.key],
			rights: [right.key, "orders:read"],
			includes: ["orders:read"],
			areas: ["night"],
			area: ["night"],
			shippingMethod: ["standard", "express"],
			timeZone: ["UTC", "Asia/Shanghai"],
			number: [open.number, "4242424242424242"],
		};
	}

	async function counts() {
		await settled();
		const totals = await Promise.all(
			counted.map((path) => desk(`GET ${path}?pageSize=1`).then(({ body }) => body.total)),
		);
		return Object.fromEntries(counted.map((path, index) => [path, totals[index]]));
	}

	/** Imports and the like go on after their answer. */
	const settled = () =>
		expect
			.poll(
				async () => {
					const { items } = expectBody(await desk("GET /admin/system/jobs?pageSize=100"));
					return items.filter(({ status }: { status: string }) => status === "running")
						.length;
				},
				{ timeout: 15_000 },
			)
			.toBe(0);

	async function versionAt(route: string): Promise<number | undefined> {
		const [, path = ""] = route.split(" ");
		const segments = path.split("/");
		const parent = segments.slice(0, -1).join("/");
		const wanted = world[segments.at(-2) ?? ""]?.[0] ?? "";
		const single = await desk(`GET ${path.replace(/:\w+$/, wanted)}`);
		if (single.status === 200) return single.body.version;
		const list = await desk(`GET ${parent}?pageSize=100`);
		const found = list.body.items?.find(
			(item: { id?: string; key?: string }) => (item.id ?? item.key) === wanted,
		);
		return found?.version;
	}

	/** What there was after the last attack that was allowed to change something. */
	let last: Record<string, unknown> | undefined;

	async function attack(action: Action, as: "admin" | "nobody") {
		const version = action.rest?.startsWith("PATCH") ? await versionAt(action.rest) : undefined;
		const all = hostileRequests(action, { world, version, runs, seed: seedOf(action.name) });
		const isShut = as === "nobody" && action.access !== "public";
		const sent = isShut ? all.filter((_, index) => index % 7 === 0) : all;
		const login: Record<string, string> =
			as === "admin" ? { Authorization: `Bearer ${await aToken()}` } : {};
		last ??= await counts();
		const complaints: string[] = [];
		let [done, current] = [0, version];
		await inTurns(version === undefined ? width : 1, sent, async (hostile) => {
			const headers = { ...hostile.headers, ...login };
			const body = hostile.body
				?.toString()
				.replace(`"version":${version}`, () => `"version":${current}`);
			const asked = { ...hostile, headers, ...(version !== undefined && { body }) };
			const answer = await sendRaw(mall.origin, asked);
			if (answer.status < 300) done += 1;
			if (answer.status < 300 && version !== undefined)
				current = JSON.parse(answer.text).version;
			const found = complaintsOf(answer);
			if (isShut && ![401, 404].includes(answer.status)) found.push(`says ${answer.status}`);
			if (answer.ms > slowMs && (await isSlow(asked))) found.push(`took ${answer.ms} ms`);
			for (const one of found) complaints.push(`${one}\n    ${shown(hostile)}`);
		});
		expect(complaints.join("\n")).toBe("");
		if (isShut) return;
		const now = await counts();
		if (done === 0) expect(now).toEqual(last);
		last = now;
	}

	/** Each attack has a session of its own, since some of them end it. */
	async function aToken() {
		const body = { login: "admin", password: process.env.ADMIN_PASSWORD };
		return expectBody(await mall.send("POST /auth/login", { body })).token as string;
	}

	/** Somebody else on the machine may have been in the way: once more, alone. */
	async function isSlow(hostile: HostileRequest) {
		return (await sendRaw(mall.origin, hostile)).ms > slowMs;
	}

	it.each(routes.map((action) => [action.rest, action] as const))(
		"are harmless at %s",
		async (_, action) => {
			await attack(action, "nobody");
			await attack(action, "admin");
		},
	);

	it.each(oddHeaders)("are harmless with the header %s: %s", async (name, value) => {
		const requests = [
			["GET", "/shop"],
			["GET", "/cart"],
			["GET", "/orders/any"],
			["GET", "/admin/orders"],
			["POST", "/cart/items", JSON.stringify({ sku: world["sku"]?.[0], quantity: 1 })],
			[
				"POST",
				"/orders",
				JSON.stringify({ address: anAddress(), shippingMethod: "standard" }),
			],
			["POST", "/auth/renew", "{}"],
		];
		const json = { "Content-Type": "application/json" };
		const complaints = await Promise.all(
			requests.map(async ([method = "", path = "", body]) => {
				const headers = { ...(body && json), [name]: value };
				const hostile = { method, path: `/api/v1${path}`, headers, body };
				const answer = await sendRaw(mall.origin, hostile);
				return complaintsOf(answer).map((one) => `${one}\n    ${shown(hostile)}`);
			}),
		);

		expect(complaints.flat().join("\n")).toBe("");
	});

	it.each([
		"/../../package.json",
		"/%2e%2e/%2e%2e/package.json",
		"/admin/..%2f..%2fpackage.json",
		"/media/..%2f..%2fpackage.json",
		"/media/%2e%2e%5cpackage.json",
		"//package.json",
		"/.git/config",
		"/api/v1/../../package.json",
		"/api/v1/%2e%2e/docs/..%2f..%2fpackage.json",
		"/%00",
		"/%zz",
	])("get no file of ours by %s", async (path) => {
		const answer = await sendRaw(mall.origin, { method: "GET", path, headers: {} });

		expect(answer.status).toBeLessThan(500);
		expect(answer.text).not.toMatch(/devDependencies|\[core\]|"scripts"/);
	});

	it.each(["/admin/media", "/admin/products/import", "/admin/products/import?dryRun=maybe"])(
		"do no harm when they break off in an upload to %s",
		async (path) => {
			const head = { "Content-Type": "multipart/form-data; boundary=x" };
			const begun = `--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n`;

			await breakOff(`POST /api/v1${path}`, head, begun + "x".repeat(100_000));

			await expect.poll(callsUnderWay).toBe(0);
			expectBody(await mall.send("GET /shop"));
			expect((await desk("GET /admin/media")).body.total).toBe(last?.["/admin/media"] ?? 0);
		},
	);

	it("are no news for the log when they break off in a body", async () => {
		const log = vi.spyOn(gateway().logger, "error");

		await breakOff(
			"POST /api/v1/cart/items",
			{ "Content-Type": "application/json" },
			'{"sku":',
		);

		await expect.poll(callsUnderWay).toBe(0);
		expect(log.mock.calls).toEqual([]);
		vi.restoreAllMocks();
	});

	/** Says that a million bytes come, sends these, and goes away. */
	async function breakOff(route: string, headers: Record<string, string>, begun: string) {
		const { port, hostname } = new URL(mall.origin);
		const all = {
			Host: "mall",
			Authorization: `Bearer ${token}`,
			"Content-Length": "1000000",
			...headers,
		};
		const came = once(gateway().server, "request");
		const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
		await new Promise<void>((resolve, reject) => {
			const socket = connect(Number(port), hostname);
			socket.on("error", reject);
			socket.on("close", () => resolve());
			socket.write(`${route} HTTP/1.1\r\n${lines.join("")}\r\n${begun}`, () => {
				void came.then(() => socket.destroy());
			});
		});
	}

	const gateway = () => mall.broker.services.find(({ name }) => name === "api") as Gateway;

	const callsUnderWay = () =>
		mall.broker.services
			.filter(({ name }) => ["api", "media", "products"].includes(name))
			.flatMap((service) => (service as Tracked)._trackedContexts).length;

	it("leave a mall that is healthy and sells", async () => {
		const ready = await mall.send("GET //health/ready");
		expect(ready).toMatchObject({ status: 200, body: { status: "up" } });
		await setSettings(mall, {
			shippingMethods: [
				{
					key: "standard",
					name: "Standard",
					price: 490,
					freeOver: null,
					days: 4,
					countries: [],
					enabled: true,
				},
			],
		});
		const { sku } = await aProduct(mall);

		const order = await anOrder(mall, { token }, { items: [{ sku, quantity: 1 }] });
		const bought = await paid(mall, { token }, order);

		expect(bought.status).toBe("paid");
		for (const path of ["/home", "/products", "/categories", "/brands", "/search?q=a"])
			expectBody(await mall.send(`GET ${path}`));
		expect(({} as Record<string, unknown>)["rights"]).toBeUndefined();
	});
});

/** What moleculer's context tracker keeps on a service. */
type Tracked = Service & { _trackedContexts: unknown[] };
type Gateway = Service & { server: Server };

const leaks = new RegExp(
	String.raw`node_modules|sqlite|\bat \S+ \(|\.ts:\d+|moleculer|${tmpdir()}|${process.cwd()}`,
	"i",
);

/** What is not as it has to be in any answer. */
function complaintsOf({ status, headers, text }: HostileAnswer): string[] {
	const wrong: string[] = [];
	if (leaks.test(text) && status >= 400) wrong.push(`leaks: ${text.slice(0, 500)}`);
	if (String(headers["set-cookie"]).startsWith("a=")) wrong.push("sets a cookie");
	if (status < 400) return wrong;
	if (status >= 500) wrong.push(`answers ${status}`);
	const isProblem = headers["content-type"]?.toString().startsWith("application/problem+json");
	if (!isProblem) return [...wrong, `is no problem document: ${status} ${text.slice(0, 200)}`];
	const problem = JSON.parse(text);
	if (problem.status !== status) wrong.push(`says ${problem.status} in ${status}`);
	if (!/^[A-Z_]+$/.test(problem.code)) wrong.push(`has the code ${problem.code}`);
	if (problem.requestId !== headers["x-request-id"]) wrong.push("has another request id");
	for (const field of ["type", "title", "detail"])
		if (typeof problem[field] !== "string") wrong.push(`has no ${field}`);
	if (problem.code === "INVALID" && !namesFields(problem.errors))
		wrong.push(`names no field: ${text.slice(0, 300)}`);
	return wrong;
}

const namesFields = (errors: unknown) =>
	Array.isArray(errors) &&
	errors.length > 0 &&
	errors.every(({ path, message }) => typeof path === "string" && typeof message === "string");

async function inTurns<T>(width: number, all: readonly T[], work: (one: T) => Promise<void>) {
	const left = all.values();
	await Promise.all(
		Array.from({ length: width }, async () => {
			for (const one of left) await work(one);
		}),
	);
}

const seedOf = (name: string) => [...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7);

const shown = ({ method, path, headers, body = "" }: HostileRequest) =>
	`${method} ${path.slice(0, 300)} ${headers["Content-Type"] ?? ""} ${body.toString().slice(0, 600)}`;
