import { existsSync, readFileSync, statSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { acl } from "#contracts/acl";
import { users } from "#contracts/users";
import { removeData, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aLogin, theAdministrator } from "#tests/support/people";

let mall: TestMall;
beforeAll(async () => {
	vi.stubEnv("ADMIN_PASSWORD", "");
	// A start that died after its first step.
	mall = await start(["users", "acl"]);
	const email = "admin@mall.invalid";
	await mall.call(users.claim, { username: "admin", email, kind: "staff" });
	await mall.stop();
	mall = await start(["users", "auth", "audit", "acl"]);
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

it("is finished by the next start, with a password that only the owner reads", async () => {
	const { firstAdministrator, passwordFile } = await import("./first-administrator.ts");
	const made = await firstAdministrator(mall);
	const id = await theAdministrator(mall);

	expect(made).toEqual({ username: "admin", passwordFile });
	expect(existsSync(passwordFile)).toBe(true);
	expect(statSync(passwordFile).mode & 0o777).toBe(0o600);
	const { login } = await aLogin(mall, "admin", readFileSync(passwordFile, "utf8").trim());
	expect(login.user).toMatchObject({ id, roles: [{ key: "administrator" }] });
	expect((await mall.call(acl.administrators)).userIds).toEqual([id]);
});
