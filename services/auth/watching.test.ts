import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { auth } from "#contracts/auth";
import { carts } from "#contracts/carts";
import { rights } from "#domain/rights";
import { removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aLogin, aShopper, password, theAdministrator } from "#tests/support/people";

// Why: without limits, as tests have it elsewhere, no account is ever locked.
vi.hoisted(() => (process.env.RATE_LIMIT = "on"));

let mall: TestMall;
let administrator: string;
beforeAll(async () => {
	const baskets = stub(carts, { merge: () => {} });
	mall = await start(["users", "auth", "acl", "audit", "settings", baskets]);
	administrator = await theAdministrator(mall);
});
afterEach(() => {
	vi.useRealTimers();
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

const reader = staff("users:read");
const keeper = staff("users:read", "users:security");
const sessionsOf = async (userId: string, paging = {}) =>
	mall.call(auth.sessionsOf, { userId, ...paging }, reader);
const isOpen = async (sessionId: string) =>
	(await mall.call(auth.standing, { sessionId })).standing !== null;

async function wrongly(login: string, times: number) {
	for (let at = 0; at < times; at += 1)
		await mall.call(auth.login, { login, password: "not it at all" }).catch(() => undefined);
}

describe("somebody's devices", () => {
	it("are seen by staff, the latest first, and ended one by one", async () => {
		const first = await aShopper(mall);
		const { id: userId, username } = first.login.user;
		const second = await aLogin(mall, username);

		const { items, total } = await sessionsOf(userId);
		expect(total).toBe(2);
		expect(items.map(({ id }) => id)).toEqual([second.sessionId, first.sessionId]);
		expect(items[0]).toMatchObject({ isCurrent: false, device: "Unknown device" });
		expect((await sessionsOf(userId, { page: 2, pageSize: 1 })).items).toHaveLength(1);
		await mall.call(auth.revokeOf, { userId, id: first.sessionId }, keeper);

		expect(await isOpen(first.sessionId)).toBe(false);
		expect(await isOpen(second.sessionId)).toBe(true);
		const again = mall.call(auth.revokeOf, { userId, id: first.sessionId }, keeper);
		await expect(again).rejects.toMatchObject({ type: "SESSION_NOT_FOUND" });
	});

	it("are ended all at once; the person logs in again", async () => {
		const { login, sessionId } = await aShopper(mall);
		const { id: userId, username } = login.user;
		const other = await aLogin(mall, username);

		await mall.call(auth.revokeAllOf, { userId }, keeper);

		expect(await isOpen(sessionId)).toBe(false);
		expect(await isOpen(other.sessionId)).toBe(false);
		expect((await sessionsOf(userId)).total).toBe(0);
		await expect(aLogin(mall, username)).resolves.toBeDefined();
	});

	it("are not ended by an id of somebody else's", async () => {
		const { sessionId } = await aShopper(mall);
		const other = await aShopper(mall);
		const userId = other.login.user.id;

		const attempt = mall.call(auth.revokeOf, { userId, id: sessionId }, keeper);

		await expect(attempt).rejects.toMatchObject({ type: "SESSION_NOT_FOUND" });
		expect(await isOpen(sessionId)).toBe(true);
	});

	it.each([
		["read", auth.sessionsOf],
		["read", auth.locksOf],
		["ended", auth.revokeAllOf],
		["unlocked", auth.liftLock],
	])("of nobody can't be %s", async (_, action) => {
		const attempt = mall.broker.call(action.name, { userId: "nobody" }, { meta: keeper });

		await expect(attempt).rejects.toMatchObject({ type: "USER_NOT_FOUND" });
	});
});

describe("a lock", () => {
	it("is seen by staff and lifted: the right password counts at once", async () => {
		const { login } = await aShopper(mall);
		const { id: userId, username } = login.user;
		expect(await mall.call(auth.locksOf, { userId }, reader)).toEqual({
			password: { wrong: 0, lastAt: null, closedUntil: null },
			code: { wrong: 0, lastAt: null, closedUntil: null },
		});
		await wrongly(username, 9);
		const locked = mall.call(auth.login, { login: username, password });
		await expect(locked).rejects.toMatchObject({ type: "ACCOUNT_LOCKED" });

		const { password: lock } = await mall.call(auth.locksOf, { userId }, reader);
		expect(lock.wrong).toBe(5);
		expect(Date.parse(lock.closedUntil ?? "") - Date.parse(lock.lastAt ?? "")).toBe(5000);
		await mall.call(auth.liftLock, { userId }, keeper);

		await expect(aLogin(mall, username)).resolves.toBeDefined();
		expect((await mall.call(auth.locksOf, { userId }, reader)).password.wrong).toBe(0);
	});

	it("of an account that was wrong a few times only is open", async () => {
		const { login } = await aShopper(mall);
		await wrongly(login.user.username, 2);

		const { password: lock } = await mall.call(auth.locksOf, { userId: login.user.id }, reader);

		expect(lock).toMatchObject({ wrong: 2, closedUntil: null });
	});
});

describe("who can do less than somebody", () => {
	it("neither logs them out nor lifts their lock", async () => {
		const { sessionId } = await aLogin(mall, "admin", process.env.ADMIN_PASSWORD);
		const about = { userId: administrator };
		const attempts = [
			() => mall.call(auth.revokeAllOf, about, keeper),
			() => mall.call(auth.revokeOf, { ...about, id: sessionId }, keeper),
			() => mall.call(auth.liftLock, about, keeper),
		];

		for (const attempt of attempts)
			await expect(attempt()).rejects.toMatchObject({ type: "FORBIDDEN" });
		expect(await isOpen(sessionId)).toBe(true);
		await mall.call(auth.revokeOf, { ...about, id: sessionId }, staff(...rights));
		expect(await isOpen(sessionId)).toBe(false);
	});
});
