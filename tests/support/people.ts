// People for tests of accounts: registered through the true services, signed in as the gateway
// would do it.
import { decode } from "jsonwebtoken";
import { Context } from "moleculer";
import { acl } from "#contracts/acl";
import { auth } from "#contracts/auth";
import type { Login } from "#contracts/auth";
import type { Action } from "#contracts/schema";
import { expect, vi } from "vitest";
import type { Meta } from "#mixins/service";
import type { TestMall } from "./mall.ts";

export const password = "a long enough password";
let made = 0;

/** A name that no other test uses. */
export const aName = (start = "person") => `${start}${process.pid}x${++made}`;

export interface SignedIn {
	login: Login;
	/** As the gateway passes them on. */
	meta: Partial<Meta>;
	sessionId: string;
}

export async function aShopper(mall: TestMall, username = aName()): Promise<SignedIn> {
	const email = `${username}@example.com`;
	return signedIn(await mall.call(auth.register, { username, email, password }));
}

export async function aLogin(mall: TestMall, username: string, word = password) {
	return signedIn(await mall.call(auth.login, { login: username, password: word }));
}

export function signedIn(login: Login): SignedIn {
	const claims = decode(login.token);
	if (!claims || typeof claims === "string") throw new Error("That is no token.");
	const { id, kind, username } = login.user;
	const sessionId = String(claims["sid"]);
	return { login, sessionId, meta: { user: { id, kind, username, rights: [], sessionId } } };
}

/** Calls, and gives the answer together with what the gateway would read from the meta. */
export async function callWithMeta<P, R>(
	mall: TestMall,
	action: Action<P, R>,
	{ params, meta = {} }: { params?: P; meta?: Partial<Meta> },
): Promise<{ answer: R; meta: Meta }> {
	const ctx = new Context<unknown, Meta>(mall.broker);
	Object.assign(ctx.meta, meta);
	const answer = (await ctx.call(action.name, params ?? {})) as R;
	return { answer, meta: ctx.meta };
}

/** The user id of `admin`, as soon as the start has made it. */
export async function theAdministrator(mall: TestMall): Promise<string> {
	const { userIds } = await vi.waitFor(async () => {
		const found = await mall.call(acl.administrators);
		expect(found.userIds).not.toEqual([]);
		return found;
	}, 10_000);
	return userIds[0] ?? "";
}
