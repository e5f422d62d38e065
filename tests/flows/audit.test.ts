// The audit log of a mall that runs: every command of staff becomes an entry, and
// `npm run audit:verify` finds whatever was done to it in the store.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditEntry } from "#contracts/audit";
import { actions } from "#contracts/index";
import { everythingIn } from "#tests/support/everything";
import { linkTo } from "#tests/support/mails";
import { freePort, password, startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";

const script = resolve(import.meta.dirname, "../../scripts/audit.ts");
const dataDir = mkdtempSync(join(tmpdir(), "mall-audit-"));
const secret = "a long and secret password";
let mall: MallProcess | undefined;
let token = "";
/** Who alters the log here does it in its file. */
const isElsewhere = Boolean(process.env.MONGO_URL);

beforeAll(async () => {
	mall = await startMall(dataDir);
	const { body } = await mall.send("POST /auth/login", { body: { login: "admin", password } });
	token = body.token;
});
afterAll(async () => {
	await mall?.end();
	rmSync(dataDir, { recursive: true, force: true });
});

async function send(route: string, body?: object) {
	const answer = await mall!.send(route, { token, ...(body && { body }) });
	expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
	return answer.body;
}
const entries = async (query = ""): Promise<AuditEntry[]> =>
	(await send(`GET /admin/audit?pageSize=100&${query}`)).items;

describe("what staff do", () => {
	it("is noted with who, what, which thing, before and after", async () => {
		const { id: categoryId } = await send("POST /admin/categories", { name: "Mugs" });
		const variants = [{ sku: "MUG-1", price: 900, stock: 7 }];
		const product = { name: "Mug", categoryId, variants, status: "published" };
		const { id, version } = await send("POST /admin/products", product);
		await send(`PATCH /admin/products/${id}`, { version, name: "Big mug" });

		const [change, making] = await entries(`target=${id}`);
		const detail = await send(`GET /admin/audit/${change!.id}`);

		expect(making).toMatchObject({ action: "products.create", area: "products" });
		expect(change).toMatchObject({
			action: "products.update",
			actor: { name: "Administrator" },
			outcome: "done",
			target: { kind: "products", id },
		});
		expect(detail.changes).toContainEqual({ path: "name", before: "Mug", after: "Big mug" });
		expect(detail.asked).toContainEqual({ path: "name", value: "Big mug" });
	});

	it.each([
		["categories", "name", { name: "Bowls" }],
		["brands", "name", { name: "Potter" }],
		["areas", "name", { key: "night", name: "Night" }],
	])("is seen also where %s are only listed", async (path, field, made) => {
		const { id, key, version } = await send(`POST /admin/${path}`, made);
		await send(`PATCH /admin/${path}/${id ?? key}`, { version, [field]: "Changed" });

		const [changed] = await entries(`target=${id ?? key}`);
		const { changes } = await send(`GET /admin/audit/${changed!.id}`);

		const { name: before } = made;
		expect(changes).toContainEqual({ path: field, before, after: "Changed" });
	});

	it("includes log-ins, roles given and taken, and sessions ended, never a password", async () => {
		const about = { username: "nora", email: "nora@example.com", kind: "staff" };
		const { id } = await send("POST /admin/users", { ...about, password: secret });
		await send(`PUT /admin/users/${id}/roles`, { roles: ["clerk"] });
		await send(`DELETE /admin/users/${id}/roles/clerk`);
		const credentials = { login: "nora", password: secret };
		const nora = (await mall!.send("POST /auth/login", { body: credentials })).body;
		const wrong = { login: "nora", password: `not ${secret}` };
		expect((await mall!.send("POST /auth/login", { body: wrong })).status).toBe(401);
		await mall!.send("POST /auth/logout", { token: nora.token });

		const taken = await send(
			`GET /admin/audit/${(await entries("action=acl.withdraw"))[0]!.id}`,
		);
		await expect
			.poll(async () => (await entries("actor=nora")).map(({ action }) => action).toSorted())
			.toEqual(["auth.login", "auth.login", "auth.logout"]);
		expect((await entries(`target=${id}`)).map(({ action }) => action)).toEqual([
			"auth.logout",
			"acl.withdraw",
			"acl.assign",
			"users.create",
		]);
		expect(taken.changes).toContainEqual({
			path: "roles.clerk.key",
			before: "clerk",
			after: null,
		});
		expect(await logText()).not.toContain(secret.toLowerCase());
	});

	it("leaves no entry where it was refused or only looked at, nor of what shoppers do", async () => {
		const before = (await entries()).length;
		const about = { username: "sam", email: "sam@example.com", password: secret };
		const { body: sam } = await mall!.send("POST /auth/register", { body: about });
		await mall!.send("PATCH /me", { token: sam.token, body: { displayName: "Sam" } });
		await mall!.send("POST /auth/logout", { token: sam.token });
		await mall!.send("POST /admin/categories", { token, body: { name: "" } });
		await send("GET /admin/orders");

		expect((await entries()).length).toBe(before);
	});

	it("stands with the API key that did it, beside who has made that", async () => {
		const wish = { name: "Warehouse", rights: ["products:write"], expiresInDays: 30 };
		const { key, token: word } = await send("POST /admin/api-keys", wish);
		const made = await mall!.send("POST /admin/brands", {
			token: word,
			body: { name: "Kiln" },
		});
		await send(`DELETE /admin/api-keys/${key.id}`);

		const [byKey] = await entries(`target=${made.body.id}`);

		expect(byKey!.actor).toEqual({
			id: expect.any(String),
			name: "Administrator",
			key: { id: key.id, name: "Warehouse" },
		});
		expect((await entries(`target=${key.id}`)).map(({ action }) => action)).toEqual([
			"auth.withdrawKey",
			"auth.makeKey",
		]);
		expect(await logText()).not.toContain(word.toLowerCase());
	});

	it("can be read only by who may, and by nobody be changed", async () => {
		const ways = actions.filter(({ rest = "" }) => rest.includes("/admin/audit"));

		expect(ways.map(({ rest }) => rest?.split(" ")[0])).toEqual(["GET", "GET", "GET"]);
		expect(ways.map(({ access }) => access)).toEqual(Array(3).fill("audit:read"));
		expect((await mall!.send("GET /admin/audit")).status).toBe(401);
	});
});

describe("what people change about their own login", () => {
	const about = { username: "otto", email: "otto@example.com", password: secret };
	const words: string[] = [];
	const post = async (path: string, body: object, as = "") => {
		const answer = await mall!.send(`POST /auth${path}`, { token: as, body });
		expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
		return answer.body;
	};

	it("stands in the log with them as actor, and nothing secret of it", async () => {
		const { user, token: own } = await post("/register", about);
		const begun = await post("/second-factor", { password: secret }, own);
		const totp = new TOTP({ secret: Secret.fromBase32(begun.secret) }).generate();
		const { recoveryCodes } = await post("/second-factor/confirm", { totp }, own);
		const [once, again] = recoveryCodes;
		await post("/login", { login: "otto", password: secret, totp: once });
		await post("/second-factor/remove", { password: secret, totp: again }, own);
		const newPassword = `new ${secret}`;
		const passwords = { currentPassword: secret, newPassword };
		await mall!.send("PUT /auth/password", { token: own, body: passwords });
		await post("/password/forgot", { email: about.email });
		const code = (await linkTo(dataDir, about.email, "reset-password")).split("#")[1] ?? "";
		await post("/password/reset", { code, password: `newer ${secret}` });
		words.push(begun.secret, totp, ...recoveryCodes, secret, code);

		await expect
			.poll(async () => (await entries(`target=${user.id}`)).map(({ action }) => action))
			.toHaveLength(5);
		const noted = await entries(`target=${user.id}`);
		expect(noted.map(({ action }) => action).toSorted()).toEqual([
			"auth.changePassword",
			"auth.confirmSecondFactor",
			"auth.removeSecondFactor",
			"auth.resetPassword",
			"auth.useRecoveryCode",
		]);
		for (const { actor, outcome } of noted)
			expect({ actor: actor.id, outcome }).toEqual({ actor: user.id, outcome: "done" });
		const text = await logText();
		for (const word of words) expect(text).not.toContain(word.toLowerCase());
	});

	it("leaves no entry when it was refused", async () => {
		const before = (await entries("action=auth.changePassword")).length;
		const login = { login: "otto", password: `newer ${secret}` };
		const { token: own } = await post("/login", login);
		const body = { currentPassword: "not it at all", newPassword: "whatever it will be" };

		expect((await mall!.send("PUT /auth/password", { token: own, body })).status).toBe(401);

		expect((await entries("action=auth.changePassword")).length).toBe(before);
	});
});

describe("npm run audit:verify", () => {
	let anchor = "";

	it("says that the log of a running mall holds, and gives an anchor", async () => {
		const { code, output } = await verify("--url", mall!.origin);

		expect(output).toMatch(/^The audit log holds: \d+ entries\.$/m);
		anchor = /--anchor next time: (\S+)/.exec(output)?.[1] ?? "";
		expect(code).toBe(0);
		await send("POST /admin/categories", { name: "Plates" });
		await mall!.end();
		mall = undefined;
		expect((await verify("--anchor", anchor)).code).toBe(0);
	});

	it.skipIf(isElsewhere)("names the first entry that was altered, and ends with 1", async () => {
		const kept = stored("SELECT doc AS text FROM entries WHERE doc ->> 'seq' = 2");
		change("UPDATE entries SET doc = json_set(doc, '$.actor', 'eve') WHERE doc ->> 'seq' = 2");

		const { code, output } = await verify();

		expect(output).toMatch(/^BROKEN: entry 2 \(\S+\) was altered\.$/m);
		expect(code).toBe(1);
		change("UPDATE entries SET doc = ? WHERE doc ->> 'seq' = 2", kept);
		expect((await verify()).code).toBe(0);
	});

	it.skipIf(isElsewhere)(
		"sees by the anchor also that log and head were cut off together",
		async () => {
			change("DELETE FROM entries WHERE doc ->> 'seq' > 3");
			change(
				`UPDATE heads SET doc = json_set(doc, '$.pending', NULL, '$.seq', 3, '$.hash',
			(SELECT doc ->> 'hash' FROM entries WHERE doc ->> 'seq' = 3))`,
			);

			const { code, output } = await verify("--anchor", anchor);

			expect((await verify()).code).toBe(0);
			expect(output).toMatch(/^BROKEN: entry \d+ and what follows was cut off\.$/m);
			expect(code).toBe(1);
		},
	);

	it("ends with 2 when it can't be found out", async () => {
		expect((await verify("--anchor", "nonsense")).code).toBe(2);
	});
});

/** The store in small letters, as it lies there. */
async function logText(): Promise<string> {
	const text = (await everythingIn(dataDir)).get("audit") ?? "";
	expect(text).toContain("auth.login");
	return text;
}

const named = (statement: string) =>
	statement.replace(/\b(FROM|UPDATE) (entries|heads)\b/g, '$1 "$2;doc"');

function stored(statement: string): string {
	const file = new DatabaseSync(join(dataDir, "audit.sqlite"), { readOnly: true });
	const row = file.prepare(named(statement)).get();
	file.close();
	return String(row?.["text"]);
}

/** As somebody would who has got hold of the store. */
function change(statement: string, ...values: string[]) {
	const file = new DatabaseSync(join(dataDir, "audit.sqlite"));
	file.prepare(named(statement)).run(...values);
	file.close();
}

async function verify(...options: string[]): Promise<{ code: number; output: string }> {
	const env = {
		...process.env,
		DATA_DIR: dataDir,
		PORT: String(await freePort()),
		ADMIN_PASSWORD: password,
		NODE_ENV: "development",
		LOG_LEVEL: "error",
	};
	return new Promise((done) => {
		execFile(process.execPath, [script, ...options], { env }, (error, stdout, stderr) =>
			done({ code: Number(error?.code ?? 0), output: stdout + stderr }),
		);
	});
}
