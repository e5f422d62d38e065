// Roles that a shop makes for itself, and who has them.
import { accessChanged, BUILT_IN, IN_USE, ROLE_NOT_FOUND } from "#contracts/acl";
import type { Role, acl } from "#contracts/acl";
import type { ParamsOf } from "#contracts/schema";
import { newId } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import type { Ctx } from "#mixins/service";
import { administrator, holdersOf } from "./administrators.ts";
import { insertNew, isBuiltIn, roles as builtIn, roleView } from "./catalogue.ts";
import type { Access, StoredRole } from "./catalogue.ts";
import { bundlesOf, checkGrant, checkRights } from "./granting.ts";

type Params<K extends keyof typeof acl.$.actions> = ParamsOf<(typeof acl.$.actions)[K]>;

/** Events name at most so many users. */
const mostNamed = 10_000;

export async function findRole({ roles }: Access, key: string): Promise<StoredRole> {
	const found = builtIn.find((role) => role.key === key) ?? (await roles.findOne({ key }));
	return found ?? fail(ROLE_NOT_FOUND, { key });
}

/** With how many users have it, read from an index. */
export async function viewOf(access: Access, role: StoredRole): Promise<Role> {
	const users =
		role.id === administrator
			? (await holdersOf(access)).length
			: await access.assignments.count({ roles: role.id });
	return roleView(role, users);
}

export async function createRole(ctx: Ctx<Params<"createRole">>, access: Access) {
	const { key, name, description = "", rights } = ctx.params;
	await checkRights(access, rights);
	checkGrant(ctx, rights, await bundlesOf(access));

	const role = { id: newId(), key, name, description, rights, version: 1 };
	return viewOf(access, await insertNew(access.roles, role, key));
}

export async function updateRole(ctx: Ctx<Params<"updateRole">>, access: Access) {
	const { key, version, ...changes } = ctx.params;
	const role = await ownRole(access, key);
	const added = (changes.rights ?? []).filter((right) => !role.rights.includes(right));
	await checkRights(access, added);
	checkGrant(ctx, added, await bundlesOf(access));

	const userIds = await usersWith(access, [role.id]);
	const told = tell(accessChanged, { userIds, version: version + 1 });
	return viewOf(access, await access.roles.replace({ ...role, ...changes, version }, told));
}

export async function removeRole(access: Access, key: string) {
	const { id, version } = await ownRole(access, key);
	const users = await access.assignments.count({ roles: id });
	if (users > 0) fail(IN_USE, { key, by: `${users} users` });

	// Why no guard against an assignment at this moment: an id that is gone gives no rights.
	await access.roles.remove({ id, version });
}

export async function usersWith({ assignments }: Access, roleIds: string[]): Promise<string[]> {
	if (roleIds.length === 0) return [];
	const query = { roles: { $in: roleIds } };
	return (await assignments.find({ query, limit: mostNamed })).map(({ id }) => id);
}

async function ownRole(access: Access, key: string) {
	const role = await findRole(access, key);
	return isBuiltIn(key) ? fail(BUILT_IN, { key }) : role;
}
