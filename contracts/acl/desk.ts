// Who may do what, as staff look it up.
import { id, key, list, object } from "../schema.ts";
import { USER_NOT_FOUND } from "../users/errors.ts";
import { RightView, ROLE_NOT_FOUND, RoleBrief } from "./words.ts";

/** A right, and which of the roles give it. */
const HeldRight = object({ ...RightView.properties, through: list(key(), { max: 50 }) });

/** Every right that there is. */
export const RightsOfRoles = object({
	roles: list(RoleBrief, { max: 50 }),
	rights: list(HeldRight, { max: 2000 }),
});

export const aclDesk = {
	allowed: {
		summary: "What a user may do, and through which of their roles",
		rest: "GET /admin/users/:id/rights",
		access: "users:read",
		params: object({ id: id() }),
		returns: RightsOfRoles,
		errors: [USER_NOT_FOUND],
	},
	compare: {
		summary: "Roles beside each other, right by right, bundles unpacked",
		rest: "GET /admin/role-comparison",
		access: "roles:read",
		params: object({ roles: list(key(), { min: 1, max: 6, unique: true }) }),
		returns: RightsOfRoles,
		errors: [ROLE_NOT_FOUND],
	},
} as const;
