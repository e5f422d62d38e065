import { statSync } from "node:fs";
import { join } from "node:path";
import { createPublicKey } from "node:crypto";
import { decode } from "jsonwebtoken";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { acl } from "#contracts/acl";
import { auth } from "#contracts/auth";
import { carts } from "#contracts/carts";
import { users } from "#contracts/users";
import { verifyToken } from "#mixins/tokens";
import { removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aLogin, aName, aShopper, callWithMeta, password } from "#tests/support/people";
import { signedIn, theAdministrator } from "#tests/support/people";

// Why: without limits, as tests have it elsewhere, no account is ever locked.
vi.hoisted(() => (process.env.RATE_LIMIT = "on"));

const merged: unknown[] = [];
const baskets = stub(carts, {
	merge: (params) => {
		if (params.token === "broken") throw new Error("The carts are out of reach.");
		merged.push(params);
	},
});

let mall: TestMall;
beforeAll(async () => {
	mall = await start(["users", "auth", "audit", "acl", "settings", baskets]);
	await theAdministrator(mall);
});
afterEach(() => {
	vi.useRealTimers();
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

const skip = (seconds: number) => {
	vi.useFakeTimers({ toFake: ["Date"] });
	vi.setSystemTime(Date.now() + seconds * 1000);
};
const standing = async (sessionId: string) =>
	(await mall.call(auth.standing, { sessionId })).standing;
const refusal = (attempt: Promise<unknown>) =>
	attempt.then(
		() => null,
		(error: unknown) => error,
	);
/** Logs in and gives the refresh token, as the browser would keep it. */
async function aCookie(username: string) {
	const params = { login: username, password };
	const { answer, meta } = await callWithMeta(mall, auth.login, { params });
	return { ...signedIn(answer), cookie: meta.$cookie?.value ?? "" };
}
const refresh = (refreshToken: string) =>
	callWithMeta(mall, auth.renew, { meta: { refreshToken } });

describe("a login", () => {
	it("takes the username or the e-mail address, in any spelling", async () => {
		const { login } = await aShopper(mall);
		const { username, email, id } = login.user;

		for (const name of [username.toUpperCase(), email.toUpperCase()]) {
			expect((await aLogin(mall, name)).login.user.id).toBe(id);
		}
	});

	it("takes the same password however its letters are composed", async () => {
		const username = aName();
		const composed = "caf\u00e9 caf\u00e9 caf\u00e9";
		const account = { username, email: `${username}@example.com`, password: composed };
		await mall.call(auth.register, account);

		const attempt = aLogin(mall, username, composed.normalize("NFD"));

		await expect(attempt).resolves.toBeDefined();
	});

	it("says the same about a wrong password and an unknown name", async () => {
		const { login } = await aShopper(mall);

		const wrong = await refusal(aLogin(mall, login.user.username, "not the password"));
		const unknown = await refusal(aLogin(mall, aName(), "not the password"));

		expect(wrong).toMatchObject({ type: "BAD_CREDENTIALS", code: 401, data: {} });
		expect(unknown).toMatchObject({ type: "BAD_CREDENTIALS", code: 401, data: {} });
		expect(String(wrong)).toBe(String(unknown));
	});

	it("is closed for longer and longer after wrong passwords, for unknown names too", async () => {
		const { login } = await aShopper(mall);
		for (const name of [login.user.username, aName()]) {
			const guess = () => refusal(aLogin(mall, name, "not the password"));
			for (let at = 0; at < 5; at += 1) await guess();

			expect(await guess()).toMatchObject({ type: "ACCOUNT_LOCKED", data: { seconds: 5 } });
			skip(6);
			expect(await guess()).toMatchObject({ type: "BAD_CREDENTIALS" });
			expect(await guess()).toMatchObject({ type: "ACCOUNT_LOCKED", data: { seconds: 10 } });
		}
		skip(11);
		await expect(aLogin(mall, login.user.email)).resolves.toBeDefined();
		const after = await refusal(aLogin(mall, login.user.email, "not the password"));
		expect(after).toMatchObject({ type: "BAD_CREDENTIALS" });
	});

	it("lets no flood of guesses through before the lock", async () => {
		const { login } = await aShopper(mall);
		const guesses = Array.from({ length: 30 }, () =>
			refusal(aLogin(mall, login.user.username, "not the password")),
		);

		const answers = await Promise.all(guesses);

		const tried = answers.filter((one) => String(one).includes("password is wrong"));
		expect(tried.length).toBeLessThan(12);
	});

	it("brings a guest's cart along, and does not fail with it", async () => {
		const { login } = await aShopper(mall);
		const params = { login: login.user.username, password };

		await callWithMeta(mall, auth.login, { params, meta: { cartToken: "basket" } });
		const despite = callWithMeta(mall, auth.login, { params, meta: { cartToken: "broken" } });

		await expect(despite).resolves.toBeDefined();
		expect(merged).toEqual([{ token: "basket", userId: login.user.id }]);
	});

	it.each([
		["nine char", "password"],
		["x".repeat(129), "password"],
	])("is not made with the password %j", async (short, path) => {
		const username = aName();
		const account = { username, email: `${username}@example.com`, password: short };

		const attempt = mall.call(auth.register, account);

		await expect(attempt).rejects.toMatchObject({
			code: 422,
			data: { errors: [expect.objectContaining({ path })] },
		});
		await expect(aShopper(mall, username)).resolves.toBeDefined();
	});
});

describe("a token", () => {
	it("says who and which session, nothing else, and is verified by the published keys", async () => {
		const { login, sessionId } = await aShopper(mall);

		const published = await mall.call(auth.publicKeys);
		const keys = new Map(
			published.map(({ kid, jwk }) => [kid, createPublicKey({ key: jwk, format: "jwk" })]),
		);
		const claims = decode(login.token);

		expect(Object.keys(claims ?? {}).toSorted()).toEqual([
			"aud",
			"exp",
			"iat",
			"iss",
			"sid",
			"sub",
		]);
		const id = login.user.id;
		expect(verifyToken(login.token, keys)).toMatchObject({ sub: id, sid: sessionId });
		expect((await mall.call(auth.jwks)).keys[0]).toMatchObject({ kty: "EC", use: "sig" });
		expect(JSON.stringify(published)).not.toContain('"d"');
	});

	it("is signed by keys that only their owner reads", () => {
		const file = join(process.env["DATA_DIR"] ?? "", "token-keys.json");

		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	it("of a renewed session ends later each time, even within one second", async () => {
		vi.useFakeTimers({ toFake: ["Date"] });
		const { login, meta } = await aShopper(mall);

		const first = await mall.call(auth.renew, {}, meta);
		const together = await Promise.all(
			Array.from({ length: 5 }, () => mall.call(auth.renew, {}, meta)),
		);

		const ends = [login, first, ...together].map((one) => Date.parse(one.expiresAt));
		expect(new Set(ends).size).toBe(ends.length);
		expect(Date.parse(first.expiresAt) - Date.parse(login.expiresAt)).toBe(1000);
	});

	it("is not renewed for nobody", async () => {
		await expect(mall.call(auth.renew)).rejects.toMatchObject({ type: "NOT_SIGNED_IN" });
		await expect(refresh("not.a.token")).rejects.toMatchObject({ type: "NOT_SIGNED_IN" });
	});
});

describe("a refresh cookie", () => {
	it("changes with each use, to the same one for two tabs at once", async () => {
		const { login } = await aShopper(mall);
		const { cookie, sessionId } = await aCookie(login.user.username);

		const tabs = await Promise.all([refresh(cookie), refresh(cookie)]);

		const values = tabs.map(({ meta }) => meta.$cookie?.value);
		expect(values[0]).toBe(values[1]);
		expect(values[0]).not.toBe(cookie);
		expect(await standing(sessionId)).not.toBeNull();
	});

	it("that is used again later ends the session", async () => {
		const { login } = await aShopper(mall);
		const { cookie, sessionId } = await aCookie(login.user.username);
		const { meta } = await refresh(cookie);

		skip(11);
		const reuse = refresh(cookie);

		await expect(reuse).rejects.toMatchObject({ type: "NOT_SIGNED_IN" });
		expect(await standing(sessionId)).toBeNull();
		await expect(refresh(meta.$cookie?.value ?? "")).rejects.toMatchObject({ code: 401 });
	});

	it("that is only guessed ends nothing", async () => {
		const { login } = await aShopper(mall);
		const { sessionId } = await aCookie(login.user.username);

		await refusal(refresh(`${sessionId}.guess.guess`));

		expect(await standing(sessionId)).not.toBeNull();
	});

	it("counts for 14 idle days", async () => {
		const { login } = await aShopper(mall);
		const { cookie } = await aCookie(login.user.username);

		skip(13 * 86_400);
		const { meta } = await refresh(cookie);
		skip(15 * 86_400);

		await expect(refresh(meta.$cookie?.value ?? "")).rejects.toMatchObject({ code: 401 });
	});

	it("counts for 90 days at most", async () => {
		const { login } = await aShopper(mall);
		let { cookie } = await aCookie(login.user.username);
		for (let at = 0; at < 8; at += 1) {
			skip(11 * 86_400);
			cookie = (await refresh(cookie)).meta.$cookie?.value ?? "";
		}

		skip(3 * 86_400);

		await expect(refresh(cookie)).rejects.toMatchObject({ type: "NOT_SIGNED_IN" });
	});
});

describe("a session", () => {
	it("stands with what its user may do", async () => {
		const id = await theAdministrator(mall);
		const { login, sessionId } = await aLogin(mall, "admin", process.env["ADMIN_PASSWORD"]);

		expect(login.user).toMatchObject({ id, kind: "staff", roles: [{ key: "administrator" }] });
		expect(await standing(sessionId)).toMatchObject({ isOpen: true, userId: id });
		expect((await standing(sessionId))?.rights).toContain("users:assign");
	});

	it("is worthless from the logout on, together with its cookie", async () => {
		const { login } = await aShopper(mall);
		const { cookie, sessionId, meta } = await aCookie(login.user.username);

		const out = await callWithMeta(mall, auth.logout, { meta });

		expect(out.meta.$cookie).toBeNull();
		expect(await standing(sessionId)).toBeNull();
		await expect(mall.call(auth.renew, {}, meta)).rejects.toMatchObject({ code: 401 });
		await expect(refresh(cookie)).rejects.toMatchObject({ type: "NOT_SIGNED_IN" });
	});

	it("is listed with its device, and ended from another one", async () => {
		const { login, meta } = await aShopper(mall);
		const userAgent = "Mozilla/5.0 (X11; Linux) Gecko/20100101 Firefox/140.0";
		const params = { login: login.user.username, password };
		const phone = await callWithMeta(mall, auth.login, { params, meta: { userAgent } });
		const other = signedIn(phone.answer);

		const { items } = await mall.call(auth.sessions, {}, meta);
		await mall.call(auth.revoke, { id: other.sessionId }, meta);

		expect(items).toHaveLength(2);
		expect(items.find((one) => !one.isCurrent)).toMatchObject({ device: "Firefox on Linux" });
		expect(await standing(other.sessionId)).toBeNull();
		expect((await mall.call(auth.sessions, {}, meta)).total).toBe(1);
	});

	it("of somebody else is not there", async () => {
		const { meta } = await aShopper(mall);
		const other = await aShopper(mall);

		const attempt = mall.call(auth.revoke, { id: other.sessionId }, meta);

		await expect(attempt).rejects.toMatchObject({ type: "SESSION_NOT_FOUND", code: 404 });
		expect(await standing(other.sessionId)).not.toBeNull();
	});

	it("ends with a new password, on every device; this one gets a new one", async () => {
		const { login, meta, sessionId } = await aShopper(mall);
		const elsewhere = await aLogin(mall, login.user.username);
		const params = { currentPassword: password, newPassword: "another long password" };

		const { answer, meta: out } = await callWithMeta(mall, auth.changePassword, {
			params,
			meta,
		});

		expect(await standing(sessionId)).toBeNull();
		expect(await standing(elsewhere.sessionId)).toBeNull();
		const claims = decode(answer.token, { json: true });
		expect(await standing(String(claims?.["sid"]))).not.toBeNull();
		expect(out.$cookie?.value).toBeTruthy();
		await expect(aLogin(mall, login.user.username)).rejects.toMatchObject({ code: 401 });
		await expect(aLogin(mall, login.user.username, params.newPassword)).resolves.toBeDefined();
	});

	it("does not change its password without the old one, nor to a short one", async () => {
		const { meta, sessionId } = await aShopper(mall);
		const change = (currentPassword: string, newPassword: string) =>
			mall.call(auth.changePassword, { currentPassword, newPassword }, meta);

		await expect(change("not it at all", "another long password")).rejects.toMatchObject({
			type: "BAD_CREDENTIALS",
		});
		await expect(change(password, "short")).rejects.toMatchObject({
			data: { errors: [expect.objectContaining({ path: "newPassword" })] },
		});
		expect(await standing(sessionId)).not.toBeNull();
	});

	it("has what its user may do at once", async () => {
		const { login, sessionId } = await aShopper(mall);
		const rights = async () => (await standing(sessionId))?.rights;
		const boss = staff("users:assign", ...(await adminRights()));

		await mall.call(acl.assign, { id: login.user.id, roles: ["clerk"] }, boss);
		expect(await rights()).toContain("orders:ship");
		await mall.call(acl.withdraw, { id: login.user.id, key: "clerk" }, boss);
		expect(await rights()).toEqual([]);
	});
});

describe("the first administrator", () => {
	it("is there once, however often the mall starts, and a half-made one is finished", async () => {
		const before = await mall.call(acl.administrators);
		await mall.stop();

		mall = await start(["users", "auth", "audit", "acl", "settings", baskets]);

		await expect(aLogin(mall, "admin", process.env["ADMIN_PASSWORD"])).resolves.toBeDefined();
		expect(await mall.call(acl.administrators)).toEqual(before);
		const { total } = await mall.call(users.list, { q: "admin" }, staff("users:read"));
		expect(total).toBe(1);
	});
});

async function adminRights() {
	const userId = await theAdministrator(mall);
	return (await mall.call(acl.rightsOf, { userId })).rights;
}
