import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { auth } from "#contracts/auth";
import { carts } from "#contracts/carts";
import { notifications } from "#contracts/notifications";
import { users } from "#contracts/users";
import { removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aLogin, aName, aShopper, password } from "#tests/support/people";

// Why: without limits, as tests have it elsewhere, no account is ever locked.
vi.hoisted(() => (process.env.RATE_LIMIT = "on"));

const newPassword = "another long password";

let mall: TestMall;
beforeAll(async () => {
	const baskets = stub(carts, { merge: () => {} });
	mall = await start(["users", "auth", "acl", "audit", "settings", "notifications", baskets]);
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

/** The codes that were mailed to an address for a page, newest first. */
async function codesTo(email: string, page: string): Promise<string[]> {
	const sent = await mall.call(notifications.sent);
	const bodies = sent.filter(({ to }) => to === email).map(({ body }) => body);
	return bodies.flatMap((body) => new RegExp(`/${page}#(\\S+)`).exec(body)?.[1] ?? []);
}

/** Waits for so many codes and gives the newest. */
async function codeTo(email: string, page: string, count = 1): Promise<string> {
	const codes = await vi.waitFor(async () => {
		const found = await codesTo(email, page);
		expect(found).toHaveLength(count);
		return found;
	}, 10_000);
	return codes[0] ?? "";
}

const forget = (email: string) => mall.call(auth.forgotPassword, { email });
const reset = (code: string, word = newPassword) =>
	mall.call(auth.resetPassword, { code, password: word });
const confirm = (code: string) => mall.call(auth.confirmEmail, { code });
const mailsAbout = async (to: string, words: RegExp) =>
	(await mall.call(notifications.sent)).filter(
		(mail) => mail.to === to && words.test(mail.subject),
	);

describe("a forgotten password", () => {
	it("is set anew by the mail: every session ends, the lock is gone, the owner is told", async () => {
		const { login, sessionId } = await aShopper(mall);
		const { email, username } = login.user;
		for (let at = 0; at < 6; at += 1) await aLogin(mall, username, "wrong").catch(() => {});
		await forget(email.toUpperCase());

		await reset(await codeTo(email, "reset-password"));

		expect(await standing(sessionId)).toBeNull();
		await expect(aLogin(mall, username)).rejects.toMatchObject({ type: "BAD_CREDENTIALS" });
		const { login: after } = await aLogin(mall, username, newPassword);
		expect(after.user.emailVerified).toBe(true);
		await vi.waitFor(async () =>
			expect(await mailsAbout(email, /password .*was changed/)).toHaveLength(1),
		);
	});

	it("is set once by a code, also by two at the same moment", async () => {
		const { login } = await aShopper(mall);
		await forget(login.user.email);
		const code = await codeTo(login.user.email, "reset-password");

		const [first, second] = [`${newPassword} 1`, `${newPassword} 2`];
		const both = await Promise.allSettled([reset(code, first), reset(code, second)]);

		expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
		await expect(reset(code)).rejects.toMatchObject({ type: "CODE_NOT_VALID", code: 409 });
	});

	it("needs the newest code, and that within 15 minutes", async () => {
		const { login } = await aShopper(mall);
		await forget(login.user.email);
		const old = await codeTo(login.user.email, "reset-password");
		skip(61);
		await forget(login.user.email);
		const newest = await codeTo(login.user.email, "reset-password", 2);

		await expect(reset(old)).rejects.toMatchObject({ type: "CODE_NOT_VALID" });
		skip(15 * 60);
		await expect(reset(newest)).rejects.toMatchObject({ type: "CODE_NOT_VALID" });
		await expect(aLogin(mall, login.user.username)).resolves.toBeDefined();
	});

	it("keeps its code when the new one is too short", async () => {
		const { login } = await aShopper(mall);
		await forget(login.user.email);
		const code = await codeTo(login.user.email, "reset-password");

		await expect(reset(code, "short")).rejects.toMatchObject({
			code: 422,
			data: { errors: [expect.objectContaining({ path: "password" })] },
		});
		await expect(reset(code)).resolves.toBeUndefined();
	});

	it("needs no code any more once the password was changed", async () => {
		const { login, meta } = await aShopper(mall);
		await forget(login.user.email);
		const code = await codeTo(login.user.email, "reset-password");
		const change = { currentPassword: password, newPassword };
		await mall.call(auth.changePassword, change, meta);

		await expect(reset(code)).rejects.toMatchObject({ type: "CODE_NOT_VALID" });
	});

	it("is mailed to nobody unknown, and to nobody too often; the answer is the same", async () => {
		const { login } = await aShopper(mall);
		const { email } = login.user;
		const stranger = `${aName()}@example.com`;

		const answers = [await forget(email), await forget(email), await forget(stranger)];
		await codeTo(email, "reset-password");
		const later = await aShopper(mall);
		await forget(later.login.user.email);
		await codeTo(later.login.user.email, "reset-password");

		expect(new Set(answers).size).toBe(1);
		expect(await codesTo(email, "reset-password")).toHaveLength(1);
		expect(await codesTo(stranger, "reset-password")).toEqual([]);
	});

	it("is not kept in words: neither the code nor its secret part lies in the store", async () => {
		const { login } = await aShopper(mall);
		await forget(login.user.email);
		const code = await codeTo(login.user.email, "reset-password");

		const [id = "", secret = ""] = code.split(".");

		expect(id).toBe(login.user.id);
		expect(secret).toHaveLength(43);
		await expect(reset(`${id}.${"A".repeat(43)}`)).rejects.toMatchObject({ code: 409 });
		await expect(reset("rubbish")).rejects.toMatchObject({ type: "CODE_NOT_VALID" });
		await vi.waitFor(() => expect(storedTexts()).not.toContain(secret), 10_000);
		expect(storedTexts()).toContain(login.user.id);
	});
});

/** Everything that auth keeps, row by row. */
function storedTexts(): string {
	const file = new DatabaseSync(join(process.env["DATA_DIR"] ?? "", "auth.sqlite"), {
		readOnly: true,
	});
	const tables = file.prepare("select name from sqlite_master where type = 'table'").all();
	const rows = tables.flatMap(({ name }) =>
		file.prepare(`select * from "${String(name)}"`).all(),
	);
	file.close();
	return JSON.stringify(rows);
}

describe("an e-mail address", () => {
	it("is confirmed by the mail of the registration, once", async () => {
		const { login, meta } = await aShopper(mall);
		const code = await codeTo(login.user.email, "confirm-email");
		expect(login.user.emailVerified).toBe(false);

		expect(await confirm(code)).toEqual({ email: login.user.email });

		expect((await mall.call(users.me, {}, meta)).emailVerified).toBe(true);
		await expect(confirm(code)).rejects.toMatchObject({ type: "CODE_NOT_VALID" });
		await mall.call(auth.askConfirmation, {}, meta);
		expect(await codesTo(login.user.email, "confirm-email")).toHaveLength(1);
	});

	it("is confirmed by the newest mail only; the next one is a minute away", async () => {
		const { login, meta } = await aShopper(mall);
		const old = await codeTo(login.user.email, "confirm-email");

		const soon = mall.call(auth.askConfirmation, {}, meta);
		await expect(soon).rejects.toMatchObject({ type: "TOO_MANY_REQUESTS", code: 429 });
		skip(61);
		await mall.call(auth.askConfirmation, {}, meta);
		const newest = await codeTo(login.user.email, "confirm-email", 2);

		await expect(confirm(old)).rejects.toMatchObject({ type: "CODE_NOT_VALID" });
		await expect(confirm(newest)).resolves.toEqual({ email: login.user.email });
	});

	it("changes when the new one is confirmed; the old one is told and is free", async () => {
		const { login, meta } = await aShopper(mall);
		const [before, email] = [login.user.email, `${aName()}@example.com`];
		skip(61);
		await mall.call(auth.changeEmail, { email, password }, meta);
		const code = await codeTo(email, "confirm-email");
		expect((await mall.call(users.me, {}, meta)).email).toBe(before);

		await confirm(code);

		expect(await mall.call(users.me, {}, meta)).toMatchObject({ email, emailVerified: true });
		await vi.waitFor(async () =>
			expect(await mailsAbout(before, /e-mail address .*was changed/)).toHaveLength(1),
		);
		await expect(aLogin(mall, before)).rejects.toMatchObject({ code: 401 });
		await expect(aLogin(mall, email)).resolves.toBeDefined();
		const heir = { username: aName(), email: before, password };
		await expect(mall.call(auth.register, heir)).resolves.toBeDefined();
	});

	it("does not change without the password, nor to one that is taken", async () => {
		const { meta } = await aShopper(mall);
		const other = (await aShopper(mall)).login.user.email;
		const change = (email: string, word: string) =>
			mall.call(auth.changeEmail, { email, password: word }, meta);

		await expect(change(`${aName()}@example.com`, "wrong")).rejects.toMatchObject({
			type: "BAD_CREDENTIALS",
		});
		await expect(change(other, password)).rejects.toMatchObject({ type: "EMAIL_TAKEN" });
	});

	it("does not change to one that was taken meanwhile", async () => {
		const { login, meta } = await aShopper(mall);
		const email = `${aName()}@example.com`;
		skip(61);
		await mall.call(auth.changeEmail, { email, password }, meta);
		const code = await codeTo(email, "confirm-email");
		await mall.call(auth.register, { username: aName(), email, password });

		await expect(confirm(code)).rejects.toMatchObject({ type: "EMAIL_TAKEN", code: 409 });
		expect((await mall.call(users.me, {}, meta)).email).toBe(login.user.email);
	});

	it("is not changed by an old link after staff or a new password came between", async () => {
		const { login, meta } = await aShopper(mall);
		const [first, second] = [`${aName()}@example.com`, `${aName()}@example.com`];
		skip(61);
		await mall.call(auth.changeEmail, { email: first, password }, meta);
		const beforeStaff = await codeTo(first, "confirm-email");
		const { id } = login.user;
		const { version } = await mall.call(users.me, {}, meta);
		const changes = { id, version, email: `${aName()}@example.com` };
		await mall.call(users.update, changes, staff("users:write"));

		await expect(confirm(beforeStaff)).rejects.toMatchObject({ type: "CODE_NOT_VALID" });

		skip(61);
		await mall.call(auth.changeEmail, { email: second, password }, meta);
		const beforePassword = await codeTo(second, "confirm-email");
		const change = { currentPassword: password, newPassword };
		await mall.call(auth.changePassword, change, meta);
		await expect(confirm(beforePassword)).rejects.toMatchObject({ type: "CODE_NOT_VALID" });
	});
});
