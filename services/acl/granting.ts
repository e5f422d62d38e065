// What roles amount to, and whether somebody may give or take it.
import { CANT_GRANT, RIGHT_NOT_FOUND } from "#contracts/acl";
import { isHolder } from "#domain/administrators";
import { canGrant, expand } from "#domain/rights";
import { fail } from "#mixins/errors";
import { userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { administrator, holdersOf } from "./administrators.ts";
import { isBuiltIn, roles as builtIn } from "./catalogue.ts";
import type { Access, StoredRole } from "./catalogue.ts";

export type Bundles = Record<string, readonly string[]>;

/** What each made right includes. */
export async function bundlesOf({ rights: own }: Access): Promise<Bundles> {
	const made = await own.find({ limit: 0 });
	return Object.fromEntries(made.map(({ id, includes }) => [id, includes]));
}

/** The roles of a user, the administrator's first. */
export async function rolesOfUser(access: Access, userId: string): Promise<StoredRole[]> {
	const [assignment, holders] = await Promise.all([
		access.assignments.findById(userId),
		holdersOf(access),
	]);
	const first = isHolder(holders, userId) ? [administrator] : [];
	return rolesById(access, [...first, ...(assignment?.roles ?? [])]);
}

/** In the order asked, without those that are not there any more. */
export async function rolesById({ roles }: Access, ids: string[]): Promise<StoredRole[]> {
	const made = await roles.findByIds(ids.filter((id) => !isBuiltIn(id)));
	const byId = new Map([...builtIn, ...made].map((role) => [role.id, role]));
	return ids.map((id) => byId.get(id)).filter((role) => role !== undefined);
}

/** The roles of several users, by one look at each collection. */
export async function rolesOfUsers(access: Access, userIds: string[]) {
	const [assignments, holders] = await Promise.all([
		access.assignments.findByIds(userIds),
		holdersOf(access),
	]);
	const ids = new Map(assignments.map(({ id, roles }) => [id, roles]));
	const used = new Set([administrator, ...[...ids.values()].flat()]);
	const byId = new Map((await rolesById(access, [...used])).map((role) => [role.id, role]));
	return userIds.map((userId) => {
		const first = isHolder(holders, userId) ? [administrator] : [];
		const held = [...first, ...(ids.get(userId) ?? [])].map((id) => byId.get(id));
		return { userId, roles: held.filter((role) => role !== undefined) };
	});
}

/** All that these roles allow, bundles unpacked. Administrators may do what was made, too. */
export function rightsOfRoles(roles: StoredRole[], bundles: Bundles): Set<string> {
	const isAll = roles.some(({ id }) => id === administrator);
	const held = roles.flatMap((role) => role.rights);
	return expand(isAll ? [...held, ...Object.keys(bundles)] : held, bundles);
}

/** 403 unless the caller has all these rights: a bundle is had with everything that is in it. */
export function checkGrant(ctx: Ctx, wanted: Iterable<string>, bundles: Bundles) {
	const actor = userOf(ctx);
	if (actor.kind === "system") return;
	const single = [...expand(wanted, bundles)].filter((right) => !bundles[right]?.length);
	const lacking = canGrant(new Set(actor.rights), single);
	if (lacking.length > 0) fail(CANT_GRANT, { rights: lacking.join(", ") });
}

/** 404 when one of these rights is not there. */
export async function checkRights({ rights: own }: Access, keys: string[]) {
	const asked = keys.filter((key) => !isBuiltIn(key));
	const made = new Set((await own.findByIds(asked)).map(({ id }) => id));
	const unknown = asked.find((key) => !made.has(key));
	if (unknown !== undefined) fail(RIGHT_NOT_FOUND, { key: unknown });
}
