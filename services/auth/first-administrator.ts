// Somebody has to be the first to log in: the user `admin`, made when nobody is administrator.
// Each step can be repeated, so a start that dies in the middle is finished by the next one.
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { acl } from "#contracts/acl";
import { auth } from "#contracts/auth";
import { USER_NOT_FOUND, users } from "#contracts/users";
import { dataDir, env } from "#mixins/env";
import { fail, isError } from "#mixins/errors";
import { callAsSystem } from "#mixins/service";
import { keptPrivately } from "./private-file.ts";

const username = "admin";
/** Can't receive mail; to be changed in the console. */
const email = "admin@mall.invalid";
const patienceMs = 60_000;

/** Where a password lies that we made up. */
export const passwordFile = join(dataDir, "admin-password");

export interface AdministratorMade {
	username: string;
	/** Null when the operator has chosen the password. */
	passwordFile: string | null;
}

interface Caller {
	broker: { waitForServices(names: string[], timeoutMs: number): Promise<unknown> };
}

const runs = new WeakMap<object, Promise<AdministratorMade | null>>();

/** What was made, null when there is an administrator already. Runs once for a broker. */
export function firstAdministrator({ broker }: Caller): Promise<AdministratorMade | null> {
	const run = runs.get(broker) ?? ensure({ broker });
	runs.set(broker, run);
	return run;
}

async function ensure(caller: Caller): Promise<AdministratorMade | null> {
	await caller.broker.waitForServices(["v1.auth", "v1.users", "v1.acl"], patienceMs);
	const { userIds } = await callAsSystem(caller, acl.administrators);
	if (userIds.length > 0) return null;

	const password = env.ADMIN_PASSWORD || keptPrivately(passwordFile, makePassword).trim();
	const userId = await account(caller, password);
	await callAsSystem(caller, acl.give, { userId, roles: ["administrator"] });
	return { username, passwordFile: env.ADMIN_PASSWORD ? null : passwordFile };
}

const makePassword = () => `${randomBytes(15).toString("base64url")}\n`;

/** The one that an earlier start has left, or a new one. */
async function account(caller: Caller, password: string): Promise<string> {
	const { person: left } = await callAsSystem(caller, users.find, { login: username });
	const finished = left && (await finish(caller, left.id, password));
	if (finished) return finished;

	const wanted = { username, email, displayName: "Administrator", kind: "staff" } as const;
	const { id } = await callAsSystem(caller, users.claim, wanted);
	return (await finish(caller, id, password)) ?? fail(USER_NOT_FOUND, { id });
}

/** Null when the account has lapsed meanwhile. */
async function finish(caller: Caller, userId: string, password: string): Promise<string | null> {
	await callAsSystem(caller, auth.setPassword, { userId, password });
	try {
		return (await callAsSystem(caller, users.activate, { id: userId })).id;
	} catch (error) {
		if (isError(error, USER_NOT_FOUND)) return null;
		throw error;
	}
}
