// Logins by a true OpenID provider and by GitHub's way, over HTTP, as a browser makes them; and what
// somebody does who wants in by another's.
import type { User } from "#contracts/users";
import { Secret, TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openMall } from "#tests/support/http";
import type { Answer, OpenMall } from "#tests/support/http";
import { aPersona, client, startGitHub, startOpenId } from "#tests/support/login-provider";
import type { LoginProvider, Persona } from "#tests/support/login-provider";
import { removeData } from "#tests/support/mall";
import { admin, aShopper, expectBody } from "#tests/support/shop";

const origin = "http://mall.test";
// Why: the environment is read once, and the providers have to be in it.
const ports = await vi.hoisted(async () => {
	const { createServer } = await import("node:net");
	const free = () =>
		new Promise<number>((done) => {
			const probe = createServer().listen(0, "127.0.0.1", () => {
				const address = probe.address();
				probe.close(() => done(typeof address === "object" ? (address?.port ?? 0) : 0));
			});
		});
	const ports = { acme: await free(), github: await free() };
	Object.assign(process.env, {
		PUBLIC_URL: "http://mall.test",
		OIDC_ACME_ISSUER: `http://127.0.0.1:${ports.acme}`,
		OIDC_ACME_LABEL: "Acme",
		OIDC_GITHUB_ISSUER: `http://127.0.0.1:${ports.github}`,
	});
	for (const name of ["ACME", "GITHUB"]) {
		process.env[`OIDC_${name}_CLIENT_ID`] = "mall";
		process.env[`OIDC_${name}_CLIENT_SECRET`] = "a-secret-between-mall-and-provider";
	}
	return ports;
});

let mall: OpenMall;
let acme: LoginProvider;
let github: LoginProvider;
beforeAll(async () => {
	[mall, acme, github] = await Promise.all([
		openMall(),
		startOpenId(ports.acme, origin),
		startGitHub(ports.github),
	]);
	await admin(mall);
});
afterEach(() => {
	vi.useRealTimers();
	for (const provider of [acme, github]) provider.fault = null;
});
afterAll(async () => {
	await mall.stop();
	await Promise.all([acme.stop(), github.stop()]);
	removeData();
});

/** The cookies of one browser. */
class Browser {
	readonly jar = new Map<string, string>();

	async send(route: string, token?: string, body?: unknown): Promise<Answer> {
		const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
		const answer = await mall.send(route, { headers: { Cookie: cookie }, token, body });
		this.keep(answer.headers);
		return answer;
	}

	/** Follows redirects at the provider until they lead back to the mall. */
	async follow(address: string): Promise<string> {
		let at = address;
		while (!at.startsWith(origin)) {
			const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
			const answer = await fetch(at, { redirect: "manual", headers: { Cookie: cookie } });
			this.keep(answer.headers);
			const next = answer.headers.get("Location");
			if (!next) throw new Error(`${at} leads nowhere: ${await answer.text()}`);
			at = new URL(next, at).href;
		}
		return at.slice(`${origin}/api/v1`.length);
	}

	keep(headers: Headers) {
		for (const line of headers.getSetCookie()) {
			const [pair = ""] = line.split(";");
			const [name = "", value = ""] = pair.split("=");
			if (value === "" || line.includes("Max-Age=0")) this.jar.delete(name);
			else this.jar.set(name, value);
		}
	}
}

const locationOf = (answer: Answer) => answer.headers.get("Location") ?? "";

/** Sets out; where the browser is sent. */
async function setOut(browser: Browser, provider = "acme", returnTo = "/cart") {
	const answer = await browser.send(`GET /auth/oauth/${provider}?returnTo=${returnTo}`);
	expect(answer.status).toBe(302);
	return locationOf(answer);
}

interface Entered {
	browser: Browser;
	landed: URL;
	token?: string;
	user?: User;
}

/** The whole way: there, back, and the session by its cookie. */
async function enterBy(provider: LoginProvider, person: Persona, returnTo = "/cart") {
	provider.person = person;
	const browser = new Browser();
	const key = provider === acme ? "acme" : "github";
	const back = await browser.follow(await setOut(browser, key, returnTo));
	return arrive(browser, back);
}

async function arrive(browser: Browser, back: string): Promise<Entered> {
	const answer = await browser.send(`GET ${back}`);
	expect(answer.status, JSON.stringify(answer.body)).toBe(302);
	const landed = new URL(locationOf(answer), origin);
	const renewed = await browser.send("POST /auth/renew");
	if (renewed.status !== 200) return { browser, landed };
	const { token } = renewed.body;
	const me = expectBody(await mall.send("GET /auth/me", { token }));
	return { browser, landed, token, user: me.user };
}

const problemOf = ({ landed }: Entered) => landed.searchParams.get("problem");

/** Nobody is in, and the page is told why. */
function expectRefused(entered: Entered, problem: string) {
	expect(problemOf(entered)).toBe(problem);
	expect(entered.token).toBeUndefined();
	expect(entered.browser.jar.has("mall_refresh")).toBe(false);
}

describe.each(["acme", "github"])("a login by %s", (key) => {
	const provider = () => (key === "acme" ? acme : github);

	it("makes an account with the verified address, and finds it again", async () => {
		const person = aPersona();

		const first = await enterBy(provider(), person);
		const second = await enterBy(provider(), { ...person, email: "moved@example.com" });

		expect(first.user).toMatchObject({
			email: person.email,
			emailVerified: true,
			displayName: person.name,
			kind: "customer",
		});
		expect(`${first.landed.pathname}${first.landed.search}`).toBe("/signed-in?next=%2Fcart");
		expect(second.user?.id).toBe(first.user?.id);
	});

	it("is refused with an address that nobody has verified", async () => {
		const entered = await enterBy(provider(), aPersona({ email_verified: false }));

		expectRefused(entered, "EMAIL_UNVERIFIED_THERE");
	});

	it("does not open an account that has only been told the same address", async () => {
		const shopper = await aShopper(mall);
		const { email } = expectBody(await mall.send("GET /auth/me", shopper)).user;

		expectRefused(await enterBy(provider(), aPersona({ email })), "EMAIL_UNVERIFIED_HERE");
	});

	it("opens an account whose address both have verified, and is linked with it", async () => {
		const other = key === "acme" ? github : acme;
		const person = aPersona();
		const first = await enterBy(other, person);

		const second = await enterBy(provider(), person);

		const { items } = expectBody(await mall.send("GET /auth/logins", { token: first.token }));
		expect(second.user?.id).toBe(first.user?.id);
		expect(items).toHaveLength(2);
	});

	it("makes one account when the browser comes back twice at once", async () => {
		provider().person = aPersona();
		const ways = await Promise.all(
			[new Browser(), new Browser()].map(async (browser) => {
				const back = await browser.follow(await setOut(browser, key));
				return { browser, back };
			}),
		);

		const entered = await Promise.all(ways.map(({ browser, back }) => arrive(browser, back)));

		const ids = new Set(entered.flatMap(({ user }) => (user ? [user.id] : [])));
		expect(ids.size).toBe(1);
		expect((await enterBy(provider(), provider().person)).user?.id).toBe([...ids][0]);
	});

	it.each(["silence", "nonsense", "error"] as const)(
		"comes to nothing, and says so, when the provider's tokens are %s",
		async (fault) => {
			provider().person = aPersona();
			const browser = new Browser();
			const back = await browser.follow(await setOut(browser, key));

			Object.assign(provider(), { fault, faultAt: "token" });
			const entered = await arrive(browser, back);

			expectRefused(entered, "PROVIDER_DOWN");
		},
	);

	it("is not opened by a code that was used", async () => {
		provider().person = aPersona();
		const browser = new Browser();
		const back = await browser.follow(await setOut(browser, key));
		const attempt = browser.jar.get("mall_login_attempt") ?? "";
		await arrive(browser, back);

		const replay = new Browser();
		replay.jar.set("mall_login_attempt", attempt);

		expectRefused(await arrive(replay, back), "LOGIN_EXPIRED");
	});
});

describe("what travels", () => {
	it("is a signed cookie of its own for ten minutes, and no token stands in an address", async () => {
		const browser = new Browser();
		acme.person = aPersona();
		const answer = await browser.send("GET /auth/oauth/acme?returnTo=/cart");
		const [cookie = ""] = answer.headers.getSetCookie();
		const asked = new URL(locationOf(answer));
		const back = await browser.follow(asked.href);
		const landed = await browser.send(`GET ${back}`);

		expect(cookie).toMatch(/^mall_login_attempt=[\w.-]+; Path=\/api\/v1\/auth\/oauth; /);
		expect(cookie).toMatch(/HttpOnly; SameSite=Lax; Max-Age=600$/);
		expect(Object.fromEntries(asked.searchParams)).toMatchObject({
			code_challenge_method: "S256",
			state: expect.stringMatching(/.{40}/),
			nonce: expect.stringMatching(/.{40}/),
		});
		expect(asked.href).not.toContain(client.secret);
		expect(landed.headers.getSetCookie()).toEqual([
			expect.stringMatching(
				/^mall_refresh=.*Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict/,
			),
			expect.stringMatching(/^mall_login_attempt=;.*Max-Age=0/),
		]);
		expect(locationOf(landed)).toBe("/signed-in?next=%2Fcart");
	});

	it("names the providers, without their secrets", async () => {
		const answer = await mall.send("GET /auth/providers");

		expect(answer.body.items).toEqual([
			{ key: "acme", label: "Acme" },
			{ key: "github", label: "GitHub" },
		]);
		expect(JSON.stringify(answer.body)).not.toContain("secret");
	});

	it.each(["//evil.example", "https://evil.example", "/\\evil.example", "/api/v1/auth/logout"])(
		"never leads back to %s",
		async (path) => {
			const entered = await enterBy(acme, aPersona(), encodeURIComponent(path));

			expect(entered.landed.origin).toBe(origin);
			expect(entered.landed.searchParams.get("next")).toBe("/");
		},
	);
});

describe("an attacker", () => {
	/** A browser that has been at the provider and is about to come back. */
	async function underWay() {
		acme.person = aPersona();
		const browser = new Browser();
		return { browser, back: await browser.follow(await setOut(browser)) };
	}

	it("can't come back with another state, or none", async () => {
		const { browser, back } = await underWay();
		const attempt = browser.jar.get("mall_login_attempt") ?? "";
		for (const changed of [
			back.replace(/state=[^&]*/, "state=forged"),
			back.replace(/state=[^&]*&?/, ""),
		]) {
			browser.jar.set("mall_login_attempt", attempt);
			expectRefused(await arrive(browser, changed), "LOGIN_EXPIRED");
		}
	});

	it("can't have the provider vouch for another nonce", async () => {
		acme.person = aPersona();
		const browser = new Browser();
		const asked = (await setOut(browser)).replace(/nonce=[^&]*/, "nonce=forged");

		expectRefused(await arrive(browser, await browser.follow(asked)), "PROVIDER_DOWN");
	});

	it("can't put their own code into another's login", async () => {
		const victim = await underWay();
		const eve = await underWay();
		const code = /code=[^&]*/.exec(eve.back)?.[0] ?? "";

		const entered = await arrive(victim.browser, victim.back.replace(/code=[^&]*/, code));

		expectRefused(entered, "LOGIN_EXPIRED");
	});

	it("can't finish in another browser, nor with a forged cookie, nor at another provider", async () => {
		const { browser, back } = await underWay();
		const stranger = new Browser();
		expectRefused(await arrive(stranger, back), "LOGIN_EXPIRED");

		const [head, payload, seal] = (browser.jar.get("mall_login_attempt") ?? "").split(".");
		const claims = JSON.parse(Buffer.from(payload ?? "", "base64url").toString());
		const edited = Buffer.from(JSON.stringify({ ...claims, returnTo: "/x" })).toString(
			"base64url",
		);
		stranger.jar.set("mall_login_attempt", `${head}.${edited}.${seal}`);
		expectRefused(await arrive(stranger, back), "LOGIN_EXPIRED");

		const elsewhere = back.replace("/acme/", "/github/");
		expectRefused(await arrive(browser, elsewhere), "LOGIN_EXPIRED");
	});

	it("can't come back after ten minutes", async () => {
		const { browser, back } = await underWay();

		vi.useFakeTimers({ toFake: ["Date"] });
		vi.setSystemTime(Date.now() + 601_000);

		expectRefused(await arrive(browser, back), "LOGIN_EXPIRED");
	});

	it("makes no account at the console's door", async () => {
		const entered = await enterBy(acme, aPersona(), "/admin/orders");

		expectRefused(entered, "NO_ACCOUNT");
		expect(entered.landed.pathname).toBe("/admin/signed-in");
	});
});

describe("a provider", () => {
	it("that says no brings the person back to be told", async () => {
		const browser = new Browser();
		const state = new URL(await setOut(browser)).searchParams.get("state") ?? "";

		const entered = await arrive(
			browser,
			`/auth/oauth/acme/callback?error=access_denied&state=${state}`,
		);

		expectRefused(entered, "PROVIDER_REFUSED");
	});

	it("that nobody knows is not there", async () => {
		expect((await mall.send("GET /auth/oauth/nobody")).body.code).toBe("PROVIDER_NOT_FOUND");
	});
});

describe("who has no password", () => {
	const minutes = (count: number) => {
		vi.useFakeTimers({ toFake: ["Date"] });
		vi.setSystemTime(Date.now() + count * 60_000);
	};
	const codeOf = (secret: string) =>
		new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() });

	async function secured() {
		const person = aPersona();
		const { token = "", user } = await enterBy(acme, person);
		const post = (path: string, body: object) =>
			mall.send(`POST /auth/second-factor${path}`, { token, body });
		const { secret } = expectBody(await post("", {}), 201);
		expectBody(await post("/confirm", { totp: codeOf(secret) }));
		return { person, secret, token, user };
	}

	it("changes how they log in within 15 minutes of a login, and not later", async () => {
		const { token = "" } = await enterBy(acme, aPersona());
		const ways = [
			["POST /auth/second-factor", {}, 201],
			["POST /auth/passkeys/options", {}, 200],
			["PUT /auth/email", { email: "another@example.com" }, 204],
		] as const;

		for (const [route, body, status] of ways)
			expect((await mall.send(route, { token, body })).status, route).toBe(status);
		minutes(15.5);
		const renewed = expectBody(await mall.send("POST /auth/renew", { token })).token;

		for (const [route, body] of ways)
			expect(await mall.send(route, { token: renewed, body }), route).toMatchObject({
				status: 403,
				body: { code: "FRESH_LOGIN_NEEDED" },
			});
	});

	it("shows it in every place, if they have one", async () => {
		const { token } = await aShopper(mall);

		for (const route of ["POST /auth/second-factor", "POST /auth/passkeys/options"])
			expect(await mall.send(route, { token, body: {} })).toMatchObject({
				status: 422,
				body: { errors: [{ path: "password" }] },
			});
	});

	it("shows a code of their app behind the provider, and only then is in", async () => {
		const { person, secret, user } = await secured();
		minutes(2);
		const entered = await enterBy(acme, person);
		expectRefused(entered, "SECOND_STEP");
		const finish = (totp: string) =>
			entered.browser.send("POST /auth/oauth/second-step", undefined, { totp });

		expect(await finish("000000")).toMatchObject({ status: 401, body: { code: "WRONG_CODE" } });
		expect(entered.browser.jar.has("mall_refresh")).toBe(false);
		const login = expectBody(await finish(codeOf(secret)));

		expect(login.user.id).toBe(user?.id);
		expect((await mall.send("GET /auth/me", { token: login.token })).status).toBe(200);
		expect(entered.browser.jar.has("mall_refresh")).toBe(true);
		expect(await finish(codeOf(secret))).toMatchObject({ body: { code: "LOGIN_EXPIRED" } });
	});

	it("is not in by a code alone, a cookie of another step, or one of before a change", async () => {
		const { person, secret, token } = await secured();
		minutes(2);
		const finish = (browser: Browser) =>
			browser.send("POST /auth/oauth/second-step", undefined, { totp: codeOf(secret) });
		const setting = new Browser();
		await setOut(setting);
		const { browser } = await enterBy(acme, person);
		const late = new Browser();
		late.jar.set("mall_login_attempt", browser.jar.get("mall_login_attempt") ?? "");

		const refused = [await finish(new Browser()), await finish(setting)];
		minutes(11);
		refused.push(await finish(late));
		const fresh = (await enterBy(acme, person)).browser;
		const body = { newPassword: "a first password" };
		expect((await mall.send("PUT /auth/password", { token, body })).status).toBe(200);
		refused.push(await finish(fresh));

		for (const answer of refused)
			expect(answer).toMatchObject({ status: 409, body: { code: "LOGIN_EXPIRED" } });
	});
});

describe("linked logins", () => {
	async function link(token: string, person: Persona, browser = new Browser()) {
		acme.person = person;
		const { location } = expectBody(
			await browser.send("POST /auth/logins", token, {
				provider: "acme",
				returnTo: "/account/security",
			}),
		);
		return browser.send(`GET ${await browser.follow(location)}`);
	}
	const loginsOf = async (token: string) =>
		expectBody(await mall.send("GET /auth/logins", { token }));

	/** Somebody with a verified address. */
	const aMember = async () => (await enterBy(github, aPersona())).token ?? "";

	it("are listed, open the account, and are taken off", async () => {
		const token = await aMember();
		const person = aPersona();

		const answer = await link(token, person);
		const { hasPassword, items } = await loginsOf(token);
		const entered = await enterBy(acme, person);
		const removed = await mall.send(`DELETE /auth/logins/${items[1].id}`, { token });

		expect(locationOf(answer)).toBe("/account/security");
		expect(hasPassword).toBe(false);
		expect(items).toMatchObject([
			{ provider: "github" },
			{ provider: "acme", label: "Acme", email: person.email },
		]);
		const me = expectBody(await mall.send("GET /auth/me", { token })).user;
		expect(entered.user?.id).toBe(me.id);
		expect(removed.status).toBe(204);
		expect((await enterBy(acme, person)).user?.id).not.toBe(me.id);
		const noted = `GET /admin/audit?actor=${me.id}`;
		await expect
			.poll(async () => {
				const { items } = expectBody(await mall.send(noted, { token: await admin(mall) }));
				return items.map(({ action }: { action: string }) => action).toSorted();
			})
			.toEqual(["auth.link", "auth.link", "auth.unlink"]);
	});

	it("of somebody else can't be linked, nor unlinked", async () => {
		const person = aPersona();
		const owner = await enterBy(acme, person);
		const token = await aMember();

		const answer = await link(token, person);
		const { items } = await loginsOf(owner.token ?? "");
		const removed = await mall.send(`DELETE /auth/logins/${items[0].id}`, { token });

		expect(locationOf(answer)).toContain("problem=LOGIN_TAKEN");
		expect(removed).toMatchObject({ status: 404, body: { code: "LOGIN_NOT_FOUND" } });
	});

	it("are not linked with an account that has not verified its own address", async () => {
		const { token } = await aShopper(mall);

		const answer = await link(token, aPersona());

		expect(locationOf(answer)).toContain("problem=EMAIL_UNVERIFIED_HERE");
		expect((await loginsOf(token)).items).toEqual([]);
	});

	it("are not linked once the session that wished it has ended", async () => {
		const { token } = await aShopper(mall);
		const browser = new Browser();
		acme.person = aPersona();
		const body = { provider: "acme" };
		const { location } = expectBody(await browser.send("POST /auth/logins", token, body));
		const back = await browser.follow(location);
		await mall.send("POST /auth/logout", { token });

		const entered = await arrive(browser, back);

		expectRefused(entered, "LOGIN_EXPIRED");
	});

	it("are no longer the only way in after a first password, which needs a fresh login", async () => {
		const { token = "", user } = await enterBy(acme, aPersona());
		const { items } = await loginsOf(token);
		const remove = (token: string) =>
			mall.send(`DELETE /auth/logins/${items[0].id}`, { token });
		const set = (token: string) =>
			mall.send("PUT /auth/password", { token, body: { newPassword: "a first password" } });

		expect((await remove(token)).body.code).toBe("LAST_WAY_IN");
		vi.useFakeTimers({ toFake: ["Date"] });
		const began = Date.now();
		vi.setSystemTime(began + 15.5 * 60_000);
		expect((await set(token)).body.code).toBe("FRESH_LOGIN_NEEDED");
		vi.setSystemTime(began);
		const changed = expectBody(await set(token));

		expect((await loginsOf(changed.token)).hasPassword).toBe(true);
		expect((await remove(changed.token)).status).toBe(204);
		const login = { login: user?.username, password: "a first password" };
		expect((await mall.send("POST /auth/login", { body: login })).status).toBe(200);
		expect((await set(changed.token)).body.errors[0].path).toBe("currentPassword");
	});
});
