// Back from a provider: who it vouches for, what becomes of them, and a session in the cookie.
import { randomInt } from "node:crypto";
import * as oauth from "openid-client";
import type { auth } from "#contracts/auth";
import type { ParamsOf } from "#contracts/schema";
import { EMAIL_TAKEN, USERNAME_TAKEN, users } from "#contracts/users";
import { decide, usernameFrom } from "#domain/linking";
import type { Decision, Identity, OutsideProblem } from "#domain/linking";
import { claimUsername } from "#domain/names";
import { isOfConsole } from "#domain/own-path";
import { publicOrigin } from "#mixins/env";
import { isError } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts, OwnLogin } from "../accounts.ts";
import { noteLogin } from "../entering.ts";
import type { Warn } from "../entering.ts";
import { openOne, openSession } from "../sessions.ts";
import { arrive, goTo } from "./arriving.ts";
import { readAttempt, sealStep } from "./attempt.ts";
import type { Attempt } from "./attempt.ts";
import { providerOf } from "./known.ts";
import { linkLogin, loginOf, ownerOf } from "./own-logins.ts";
import { redirectPath } from "./provider.ts";

type Params = ParamsOf<(typeof auth.$.actions)["comeBack"]>;

export async function comeBack(ctx: Ctx<Params>, accounts: Accounts, warn: Warn) {
	const { provider, state } = ctx.params;
	providerOf(provider);
	const attempt = readAttempt(ctx.meta.loginAttempt);
	ctx.meta.$loginAttempt = null;
	if (attempt?.provider !== provider || attempt.state !== state)
		return arrive(ctx, { provider, returnTo: "/", problem: "LOGIN_EXPIRED" });

	const identity = await identify(ctx.params, attempt, warn);
	const problem =
		typeof identity === "string" ? identity : await take(ctx, accounts, { attempt, identity });
	const { returnTo, linkFor } = attempt;
	if (linkFor && !problem) goTo(ctx, returnTo);
	else arrive(ctx, { provider, returnTo, ...(problem && { problem }) });
}

async function identify(
	{ provider, code, iss, error, state }: Params,
	attempt: Attempt,
	warn: Warn,
): Promise<Identity | OutsideProblem> {
	if (error) return "PROVIDER_REFUSED";
	const answer = new URL(publicOrigin + redirectPath(provider));
	for (const [name, value] of Object.entries({ code, iss, state }))
		if (value !== undefined) answer.searchParams.set(name, value);
	try {
		return await providerOf(provider).identify(answer, attempt);
	} catch (thrown) {
		// A code that was used, or is another's.
		if (thrown instanceof oauth.ResponseBodyError) return "LOGIN_EXPIRED";
		warn(`The login provider ${provider} did not answer as it should`, thrown);
		return "PROVIDER_DOWN";
	}
}

interface Vouched {
	attempt: Attempt;
	identity: Identity;
}

async function take(ctx: Ctx, accounts: Accounts, { attempt, identity }: Vouched) {
	const { linkFor, provider, returnTo } = attempt;
	if (linkFor && (await openOne(accounts, linkFor.sessionId))?.userId !== linkFor.userId)
		return "LOGIN_EXPIRED";

	const login = loginOf(provider, identity);
	const [owner, namesake, linker] = await Promise.all([
		ownerAlive(ctx, accounts, login.id),
		identity.email ? personWith(ctx, identity.email) : null,
		linkFor ? personOf(ctx, linkFor.userId) : null,
	]);
	const isConsole = isOfConsole(returnTo);
	const decision = decide({ identity, owner, namesake, linkFor: linker, isConsole });
	return carryOut(ctx, accounts, { decision, login, attempt, identity });
}

type Deed = Vouched & { decision: Decision; login: OwnLogin };

async function carryOut(
	ctx: Ctx,
	accounts: Accounts,
	{ decision, login, attempt, identity }: Deed,
): Promise<OutsideProblem | undefined> {
	if ("refused" in decision) return decision.refused;
	if ("enter" in decision) return enter(ctx, accounts, decision.enter);
	const userId =
		"link" in decision
			? decision.link
			: await register(ctx, accounts, { ...identity, email: decision.register.email });
	if (!userId || !(await linkLogin(accounts, userId, login))) return "LOGIN_TAKEN";
	return attempt.linkFor ? undefined : enter(ctx, accounts, userId);
}

async function enter(ctx: Ctx, accounts: Accounts, userId: string) {
	const [credential, person] = await Promise.all([
		accounts.credentials.findById(userId),
		personOf(ctx, userId),
	]);
	if (!credential || !person) return "ACCOUNT_CLOSED";
	// Why: a provider vouches for an address, not for the second step that its owner asked for.
	if (credential.secondFactor?.isOn) {
		ctx.meta.$loginAttempt = sealStep({ userId, epoch: credential.epoch });
		return "SECOND_STEP";
	}
	await openSession(ctx, accounts, credential);
	await noteLogin(ctx, person);
	return undefined;
}

/** An account that is gone keeps nobody from linking the login anew. */
async function ownerAlive(ctx: Ctx, accounts: Accounts, loginId: string) {
	const credential = await ownerOf(accounts, loginId);
	if (!credential) return null;
	const person = await personOf(ctx, credential.id);
	if (!person) await accounts.logins.remove({ id: loginId, userId: credential.id });
	return person;
}

async function personOf(ctx: Ctx, id: string) {
	const [person] = await call(ctx, users.resolve, { ids: [id] });
	return person ?? null;
}

const personWith = async (ctx: Ctx, login: string) =>
	(await call(ctx, users.find, { login })).person;

const tries = 6;

/**
 * A new customer without a password; null when somebody else takes the address at this moment. The
 * login is linked last: who dies before is found again by the verified address.
 */
async function register(ctx: Ctx, accounts: Accounts, who: Identity & { email: string }) {
	const displayName = who.name.trim().slice(0, 80);
	for (let at = 0; at < tries; at += 1) {
		const username = usernameFrom(who.email, at === 0 ? "" : String(randomInt(1000, 99_999)));
		if (username.length < 3 || "refused" in claimUsername(username)) continue;
		try {
			const { id } = await call(ctx, users.claim, {
				username,
				email: who.email,
				kind: "customer",
				emailVerified: true,
				...(displayName && { displayName }),
			});
			await accounts.credentials.insert({ id, hash: null, epoch: 1, version: 1 });
			await call(ctx, users.activate, { id });
			return id;
		} catch (error) {
			if (isError(error, EMAIL_TAKEN)) return null;
			if (!isError(error, USERNAME_TAKEN)) throw error;
		}
	}
	return null;
}
