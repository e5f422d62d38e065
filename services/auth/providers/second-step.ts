// Somebody for whom a provider vouches and whose account asks for a second step: who they are travels
// in the cookie of the login that is under way, and a code of theirs finishes it.
import { LOGIN_EXPIRED } from "#contracts/auth";
import type { auth } from "#contracts/auth";
import type { ParamsOf } from "#contracts/schema";
import { users } from "#contracts/users";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts } from "../accounts.ts";
import { enter } from "../entering.ts";
import type { Warn } from "../entering.ts";
import { passSecondFactor } from "../second-factor.ts";
import { readStep } from "./attempt.ts";

type Params = ParamsOf<(typeof auth.$.actions)["finishComingBack"]>;

export async function finishComingBack(ctx: Ctx<Params>, accounts: Accounts, warn: Warn) {
	const step = readStep(ctx.meta.loginAttempt) ?? fail(LOGIN_EXPIRED);
	const { userId: id, epoch } = step;
	const [credential, [person]] = await Promise.all([
		accounts.credentials.findById(id),
		call(ctx, users.resolve, { ids: [id] }),
	]);
	if (credential?.epoch !== epoch || person?.status !== "active") return fail(LOGIN_EXPIRED);

	const strength = await passSecondFactor(ctx, accounts, { id, code: ctx.params.totp });
	ctx.meta.$loginAttempt = null;
	return enter(ctx, accounts, { opening: { id, epoch, strength }, warn });
}
