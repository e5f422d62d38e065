// The way to a provider: from a login page, or from the account of who wants to link a login.
import type { auth } from "#contracts/auth";
import { UNAVAILABLE } from "#contracts/errors";
import type { ParamsOf } from "#contracts/schema";
import { ownPath } from "#domain/own-path";
import { refusal } from "#mixins/errors";
import { userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Warn } from "../entering.ts";
import { arrive, goTo } from "./arriving.ts";
import { sealAttempt } from "./attempt.ts";
import type { Attempt } from "./attempt.ts";
import { providerOf } from "./known.ts";
import { newSecrets } from "./provider.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;

/** A provider that is down brings the person back at once, to be told. */
export async function setOut(ctx: Ctx<Params<"setOut">>, warn: Warn) {
	const { provider } = ctx.params;
	const returnTo = ownPath(ctx.params.returnTo);
	try {
		const address = await addressFor(ctx, { provider, returnTo, linkFor: null });
		goTo(ctx, address);
	} catch (error) {
		if (isRefusal(error)) throw error;
		warn(`The login provider ${provider} can't be asked`, error);
		arrive(ctx, { provider, returnTo, problem: "PROVIDER_DOWN" });
	}
}

export async function setOutToLink(ctx: Ctx<Params<"link">>, warn: Warn) {
	const { provider } = ctx.params;
	const { id: userId, sessionId = "" } = userOf(ctx);
	const attempt = {
		provider,
		returnTo: ownPath(ctx.params.returnTo),
		linkFor: { userId, sessionId },
	};
	try {
		return { location: await addressFor(ctx, attempt) };
	} catch (error) {
		if (isRefusal(error)) throw error;
		warn(`The login provider ${provider} can't be asked`, error);
		throw refusal(UNAVAILABLE, {});
	}
}

async function addressFor(ctx: Ctx, begun: Pick<Attempt, "provider" | "returnTo" | "linkFor">) {
	const attempt = { ...begun, ...newSecrets() };
	const { href } = await providerOf(attempt.provider).askAt(attempt);
	ctx.meta.$loginAttempt = sealAttempt(attempt);
	return href;
}

const isRefusal = (error: unknown) => error instanceof Error && "type" in error && "code" in error;
