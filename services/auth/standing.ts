// Who somebody is, and what they may do.
import { acl } from "#contracts/acl";
import type { auth, Standing } from "#contracts/auth";
import type { ParamsOf } from "#contracts/schema";
import { users } from "#contracts/users";
import { call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts } from "./accounts.ts";
import { lacksFactor } from "./second-factor.ts";
import { openOne } from "./sessions.ts";

type Params = ParamsOf<(typeof auth.$.actions)["standing"]>;

/** What the holder of a session may do; null when it is closed. */
export async function standingOf(ctx: Ctx<Params>, accounts: Accounts): Promise<Standing | null> {
	const session = await openOne(accounts, ctx.params.sessionId);
	if (!session) return null;

	const { userId } = session;
	const [[person], { rights }] = await Promise.all([
		call(ctx, users.resolve, { ids: [userId] }),
		call(ctx, acl.rightsOf, { userId }),
	]);
	if (person?.status !== "active") return null;
	const { username, kind } = person;
	const mustSetUp = kind === "staff" && (await lacksFactor(ctx, accounts, session));
	return { isOpen: true, userId, username, kind, rights: mustSetUp ? [] : rights, mustSetUp };
}

/** As they are told themselves. */
export async function whoIs(ctx: Ctx) {
	const { id, mustSetUp = false } = userOf(ctx);
	const [user, { rights }] = await Promise.all([
		call(ctx, users.whole, { id }),
		call(ctx, acl.rightsOf, { userId: id }),
	]);
	return { user, rights, mustSetUp };
}
