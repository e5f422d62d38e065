// Who may do what, as staff look it up.
import { users, USER_NOT_FOUND } from "#contracts/users";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { builtInRights, rightView } from "./catalogue.ts";
import type { Access, StoredRole } from "./catalogue.ts";
import { bundlesOf, rightsOfRoles, rolesOfUser } from "./granting.ts";

export async function allowedTo(ctx: Ctx, access: Access, id: string) {
	const [person] = await call(ctx, users.resolve, { ids: [id] });
	if (!person) return fail(USER_NOT_FOUND, { id });
	return rightsByRole(access, await rolesOfUser(access, id));
}

/** Every right there is, with the keys of the roles that give it. */
export async function rightsByRole(access: Access, roles: StoredRole[]) {
	const [made, bundles] = await Promise.all([
		access.rights.find({ sort: ["id"], limit: 0 }),
		bundlesOf(access),
	]);
	const given = roles.map((role) => ({ key: role.key, rights: rightsOfRoles([role], bundles) }));
	const through = (right: string) =>
		given.filter(({ rights }) => rights.has(right)).map(({ key }) => key);
	return {
		roles: roles.map(({ key, name }) => ({ key, name })),
		rights: [...builtInRights, ...made].map((right) => ({
			...rightView(right),
			through: through(right.id),
		})),
	};
}
