import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Secret, TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { acl } from "#contracts/acl";
import { auth } from "#contracts/auth";
import { carts } from "#contracts/carts";
import { settings } from "#contracts/settings";
import { users } from "#contracts/users";
import { removeData, staff, start, stub } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aLogin, aName, aShopper, password, signedIn } from "#tests/support/people";
import type { SignedIn } from "#tests/support/people";

// Why: without limits, as tests have it elsewhere, no account is ever locked.
vi.hoisted(() => (process.env.RATE_LIMIT = "on"));

let mall: TestMall;
beforeAll(async () => {
	const baskets = stub(carts, { merge: () => {} });
	mall = await start(["users", "auth", "acl", "audit", "settings", baskets]);
});
afterEach(() => {
	vi.useRealTimers();
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

/** Sets the clock into the middle of a step, so that no test waits for one or crosses one. */
const skip = (seconds: number) => {
	const step = Math.floor((Date.now() + seconds * 1000) / 30_000) * 30_000;
	vi.useFakeTimers({ toFake: ["Date"] });
	vi.setSystemTime(step + 15_000);
};
/** What the app shows now, or so many steps from now. */
const codeOf = (secret: string, steps = 0) =>
	new TOTP({ secret: Secret.fromBase32(secret) }).generate({
		timestamp: Date.now() + steps * 30_000,
	});
const logIn = (login: string, totp?: string) =>
	mall.call(auth.login, { login, password, ...(totp !== undefined && { totp }) });
const standing = async (sessionId: string) =>
	(await mall.call(auth.standing, { sessionId })).standing;

/** Somebody with the second factor on; the code that turned it on was of the step before. */
async function secured({ login, meta }: SignedIn) {
	skip(0);
	const { secret } = await mall.call(auth.beginSecondFactor, { password }, meta);
	const totp = codeOf(secret, -1);
	const { recoveryCodes } = await mall.call(auth.confirmSecondFactor, { totp }, meta);
	return { secret, recoveryCodes, meta, username: login.user.username, id: login.user.id };
}
const aSecured = async () => secured(await aShopper(mall));

async function aColleague() {
	const username = aName("clerk");
	const person = { username, email: `${username}@example.com`, password, roles: ["clerk"] };
	const mine = await rightsOf("administrator");
	await mall.call(users.create, person, staff("users:write", "users:assign", ...mine));
	return username;
}

async function rightsOf(key: string) {
	return (await mall.call(acl.role, { key }, staff("roles:read"))).rights;
}

const requireOfStaff = async (staffSecondFactor: boolean) => {
	const { version } = await mall.call(settings.current);
	await mall.call(settings.update, { version, staffSecondFactor }, staff("settings:write"));
};

function inStore<T>(work: (file: DatabaseSync) => T): T {
	const file = new DatabaseSync(join(process.env["DATA_DIR"] ?? "", "auth.sqlite"));
	try {
		return work(file);
	} finally {
		file.close();
	}
}
const storedSecret = (id: string) =>
	String(
		inStore((file) =>
			file
				.prepare(
					"SELECT doc ->> '$.secondFactor.secret' AS secret FROM \"credentials;doc\" WHERE doc ->> '$._id' = ?",
				)
				.get(id),
		)?.["secret"],
	);
const storePlainly = (id: string, secret: string) =>
	inStore((file) =>
		file
			.prepare(
				"UPDATE \"credentials;doc\" SET doc = json_set(doc, '$.secondFactor.secret', ?) WHERE doc ->> '$._id' = ?",
			)
			.run(secret, id),
	);

describe("a second factor", () => {
	it("is asked for once it is on, after the right password only", async () => {
		const { secret, username, meta } = await aSecured();

		await expect(logIn(username)).rejects.toMatchObject({
			type: "SECOND_FACTOR_NEEDED",
			code: 401,
		});
		const wrong = mall.call(auth.login, { login: username, password: "not it at all" });
		await expect(wrong).rejects.toMatchObject({ type: "BAD_CREDENTIALS" });
		await expect(logIn(username, codeOf(secret))).resolves.toMatchObject({
			user: { username },
		});
		expect(await mall.call(auth.secondFactor, {}, meta)).toEqual({
			isOn: true,
			recoveryCodesLeft: 10,
			isRequired: false,
		});
	});

	it("lies sealed in the store; one of before is sealed at its next use", async () => {
		const { secret, username, id } = await aSecured();
		expect(storedSecret(id)).toMatch(/^sealed\./);
		expect(storedSecret(id)).not.toContain(secret);
		storePlainly(id, secret);

		await logIn(username, codeOf(secret));

		expect(storedSecret(id)).toMatch(/^sealed\./);
		skip(60);
		await expect(logIn(username, codeOf(secret))).resolves.toBeDefined();
	});

	it("does not open with a secret that was put into another account", async () => {
		const [ada, eve] = [await aSecured(), await aSecured()];
		storePlainly(ada.id, storedSecret(eve.id));

		await expect(logIn(ada.username, codeOf(eve.secret))).rejects.toBeDefined();
	});

	it("lets in by a recovery code also when no key opens its secret any more", async () => {
		const { recoveryCodes, username, id } = await aSecured();
		storePlainly(id, "sealed.00000000.AAAA");

		await expect(logIn(username, recoveryCodes[0])).resolves.toMatchObject({
			user: { username },
		});
	});

	it("asks for nothing before a code of the app was confirmed", async () => {
		const { login, meta } = await aShopper(mall);
		const { secret, uri } = await mall.call(auth.beginSecondFactor, { password }, meta);

		expect(uri).toContain(`secret=${secret}`);
		expect(uri).toContain("issuer=Micro-mall");
		const wrong = mall.call(auth.confirmSecondFactor, { totp: "000000" }, meta);
		await expect(wrong).rejects.toMatchObject({ type: "WRONG_CODE" });
		await expect(logIn(login.user.username)).resolves.toBeDefined();
	});

	it("takes a code once: not again in its window, and none of before", async () => {
		const { secret, username } = await aSecured();
		const code = codeOf(secret);
		await logIn(username, code);

		await expect(logIn(username, code)).rejects.toMatchObject({ type: "WRONG_CODE" });
		await expect(logIn(username, codeOf(secret, -1))).rejects.toMatchObject({
			type: "WRONG_CODE",
		});
		await expect(logIn(username, codeOf(secret, 1))).resolves.toBeDefined();
	});

	it("takes a code once, also from two at the same moment", async () => {
		const { secret, username } = await aSecured();
		const code = codeOf(secret);

		const both = await Promise.allSettled([logIn(username, code), logIn(username, code)]);

		expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
	});

	it.each([
		[-2, false],
		[-1, true],
		[0, true],
		[1, true],
		[2, false],
	])("takes a code of a clock that is %i steps off: %s", async (steps, isTaken) => {
		const { secret, username } = await aSecured();
		skip(300);

		const [attempt] = await Promise.allSettled([logIn(username, codeOf(secret, steps))]);

		expect(attempt.status).toBe(isTaken ? "fulfilled" : "rejected");
	});

	it("lets in by a recovery code, once each; new ones make the old worthless", async () => {
		const { secret, recoveryCodes, username, meta } = await aSecured();
		const [first = "", second = ""] = recoveryCodes;
		expect(new Set(recoveryCodes).size).toBe(10);

		await expect(logIn(username, first.toUpperCase())).resolves.toBeDefined();
		await expect(logIn(username, first)).rejects.toMatchObject({ type: "WRONG_CODE" });
		expect((await mall.call(auth.secondFactor, {}, meta)).recoveryCodesLeft).toBe(9);
		const proof = { password, totp: codeOf(secret) };
		const renewed = await mall.call(auth.renewRecoveryCodes, proof, meta);

		await expect(logIn(username, second)).rejects.toMatchObject({ type: "WRONG_CODE" });
		await expect(logIn(username, renewed.recoveryCodes[0])).resolves.toBeDefined();
	});

	it("is closed for a while after wrong codes, whatever the password", async () => {
		const { secret, username } = await aSecured();
		const guesses = Array.from({ length: 30 }, (_, at) => logIn(username, `00000${at % 10}`));

		const answers = await Promise.allSettled(guesses);

		const tried = answers.filter((one) => JSON.stringify(one).includes("WRONG_CODE"));
		expect(tried.length).toBeLessThan(12);
		await expect(logIn(username, codeOf(secret))).rejects.toMatchObject({
			type: "ACCOUNT_LOCKED",
		});
	});

	it("is not begun, renewed or removed without the password, nor removed without a code", async () => {
		const { secret, meta, username } = await aSecured();
		const remove = (word: string, totp: string) =>
			mall.call(auth.removeSecondFactor, { password: word, totp }, meta);

		const again = mall.call(auth.beginSecondFactor, { password }, meta);
		await expect(again).rejects.toMatchObject({ type: "SECOND_FACTOR_ON" });
		await expect(remove("wrong password", codeOf(secret))).rejects.toMatchObject({
			type: "BAD_CREDENTIALS",
		});
		await expect(remove(password, "123456")).rejects.toMatchObject({ type: "WRONG_CODE" });
		await remove(password, codeOf(secret));

		await expect(logIn(username)).resolves.toBeDefined();
	});

	it("is taken by staff from who has lost it; every session ends", async () => {
		const { id, username, meta } = await aSecured();
		const sessionId = meta.user?.sessionId ?? "";

		await mall.call(auth.takeSecondFactor, { id }, staff("users:security"));

		expect(await standing(sessionId)).toBeNull();
		await expect(logIn(username)).resolves.toBeDefined();
		const again = mall.call(auth.takeSecondFactor, { id }, staff("users:security"));
		await expect(again).rejects.toMatchObject({ type: "SECOND_FACTOR_OFF", code: 409 });
	});

	it("is not taken from who can do more", async () => {
		const colleague = await secured(await aLogin(mall, await aColleague()));

		const attempt = mall.call(
			auth.takeSecondFactor,
			{ id: colleague.id },
			staff("users:security"),
		);

		await expect(attempt).rejects.toMatchObject({ type: "FORBIDDEN", code: 403 });
	});
});

describe("staff of a shop that asks for a second factor", () => {
	beforeAll(() => requireOfStaff(true));
	afterAll(() => requireOfStaff(false));

	it("can do nothing before they have set it up, and their work from then on", async () => {
		const colleague = await aLogin(mall, await aColleague());
		const restricted = await standing(colleague.sessionId);
		expect(restricted).toMatchObject({ mustSetUp: true, rights: [] });
		const meta = { user: { ...colleague.meta.user!, mustSetUp: true } };

		for (const attempt of [
			mall.call(users.me, {}, meta),
			mall.call(auth.changePassword, { currentPassword: "a", newPassword: "b" }, meta),
			mall.call(users.list, {}, { user: { ...meta.user, rights: ["users:read"] } }),
		]) {
			await expect(attempt).rejects.toMatchObject({ type: "SECOND_FACTOR_MISSING" });
		}
		expect(await mall.call(auth.me, {}, meta)).toMatchObject({ mustSetUp: true });
		await secured({ ...colleague, meta });

		expect(await standing(colleague.sessionId)).toMatchObject({ mustSetUp: false });
		expect((await standing(colleague.sessionId))?.rights).toContain("orders:read");
	});

	it("are led to it again when they have removed it", async () => {
		const { secret, username } = await secured(await aLogin(mall, await aColleague()));
		const { meta, sessionId } = signedIn(await logIn(username, codeOf(secret)));
		expect(await standing(sessionId)).toMatchObject({ mustSetUp: false });

		skip(60);
		await mall.call(auth.removeSecondFactor, { password, totp: codeOf(secret) }, meta);

		expect(await standing(sessionId)).toMatchObject({ mustSetUp: true, rights: [] });
	});

	it("are staff only: customers are asked for nothing", async () => {
		const { sessionId } = await aShopper(mall);

		expect(await standing(sessionId)).toMatchObject({ mustSetUp: false });
	});
});
