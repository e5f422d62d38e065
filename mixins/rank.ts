// Who can do less than somebody can't take over, open or close their account.
import { acl } from "#contracts/acl";
import { FORBIDDEN } from "#contracts/errors";
import { pluginRights } from "#contracts/index";
import { canGrant, rights as own } from "#domain/rights";
import { fail } from "./errors.ts";
import { call, userOf } from "./service.ts";
import type { Ctx } from "./service.ts";

/** Everybody may with themselves, and the system with all. */
export async function checkRank(ctx: Ctx, userId: string) {
	const actor = userOf(ctx);
	if (actor.kind === "system" || actor.id === userId) return;
	const { rights } = await call(ctx, acl.rightsOf, { userId });
	const theirs = rights.filter((right) => [...own, ...pluginRights].includes(right));
	const [right] = canGrant(new Set(actor.rights), theirs);
	if (right !== undefined) fail(FORBIDDEN, { right });
}
