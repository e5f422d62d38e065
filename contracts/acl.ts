import {
	boolean,
	contract,
	error,
	event,
	id,
	int,
	key,
	list,
	object,
	optional,
	pageOf,
	paging,
	string,
	text,
} from "./schema.ts";
import type { Infer } from "./schema.ts";
import { DUPLICATE } from "./errors.ts";
import { USER_NOT_FOUND, userDisabled } from "./users.ts";

export const RightKey = string({ max: 120, pattern: "^[a-z0-9-]+:[a-z0-9-]+$" });

/** A bundle of rights that is given to users. */
export const Role = object({
	key: key(),
	name: text(80),
	description: string({ max: 500 }),
	rights: list(RightKey, { max: 1000, unique: true }),
	builtIn: boolean(),
	users: int(),
	version: int(),
});
export type Role = Infer<typeof Role>;

export const AreaView = object({
	key: key(),
	name: text(80),
	description: string({ max: 500 }),
	builtIn: boolean(),
	version: int(),
});
export type AreaView = Infer<typeof AreaView>;

export const RightView = object({
	key: RightKey,
	area: key(),
	name: text(80),
	includes: list(RightKey, { max: 200, unique: true }),
	builtIn: boolean(),
	version: int(),
});
export type RightView = Infer<typeof RightView>;

const RoleBrief = object({ key: key(), name: text(80) });

export const ROLE_NOT_FOUND = error(
	"ROLE_NOT_FOUND",
	404,
	"There is no role {key}.",
	"没有角色 {key}。",
);
export const AREA_NOT_FOUND = error(
	"AREA_NOT_FOUND",
	404,
	"There is no area {key}.",
	"没有区域 {key}。",
);
export const RIGHT_NOT_FOUND = error(
	"RIGHT_NOT_FOUND",
	404,
	"There is no right {key}.",
	"没有权限 {key}。",
);
export const BUILT_IN = error(
	"BUILT_IN",
	409,
	"{key} is built in and can't be changed or deleted.",
	"{key} 为内置项,不能修改或删除。",
);
export const IN_USE = error(
	"IN_USE",
	409,
	"{key} is still in use: {by}.",
	"{key} 仍在使用中:{by}。",
);
export const CANT_GRANT = error(
	"CANT_GRANT",
	403,
	"Nobody can give rights that they lack: {rights}.",
	"不能授予自己没有的权限:{rights}。",
);
export const LAST_ADMIN_ROLE = error(
	"LAST_ADMINISTRATOR",
	409,
	"This is the last administrator. Name another one first.",
	"这是最后一位管理员,请先指定另一位。",
);

export const accessChanged = event(
	"access.changed",
	object({ userIds: list(id(), { max: 10_000 }), version: int() }),
);

const RightKeys = list(RightKey, { max: 1000, unique: true });

export const acl = contract(
	"acl",
	{
		roles: {
			summary: "Roles with their rights",
			rest: "GET /admin/roles",
			access: "roles:read",
			params: object({ ...paging() }),
			returns: pageOf(Role),
		},
		role: {
			summary: "One role",
			rest: "GET /admin/roles/:key",
			access: "roles:read",
			params: object({ key: key() }),
			returns: Role,
			errors: [ROLE_NOT_FOUND],
		},
		createRole: {
			summary: "Make a role",
			rest: "POST /admin/roles",
			access: "roles:write",
			status: 201,
			params: object({
				key: key(),
				name: text(80),
				description: optional(string({ max: 500 })),
				rights: RightKeys,
			}),
			returns: Role,
			errors: [DUPLICATE, CANT_GRANT, RIGHT_NOT_FOUND],
			emits: [accessChanged],
		},
		updateRole: {
			summary: "Change a role; whoever has it can do more or less at once",
			rest: "PATCH /admin/roles/:key",
			access: "roles:write",
			params: object({
				key: key(),
				version: int(),
				name: optional(text(80)),
				description: optional(string({ max: 500 })),
				rights: optional(RightKeys),
			}),
			returns: Role,
			errors: [ROLE_NOT_FOUND, BUILT_IN, CANT_GRANT, RIGHT_NOT_FOUND],
			emits: [accessChanged],
		},
		removeRole: {
			summary: "Delete a role that nobody has",
			rest: "DELETE /admin/roles/:key",
			access: "roles:write",
			status: 204,
			params: object({ key: key() }),
			errors: [ROLE_NOT_FOUND, BUILT_IN, IN_USE],
		},
		areas: {
			summary: "Areas that rights belong to",
			rest: "GET /admin/areas",
			access: "roles:read",
			params: object({ ...paging() }),
			returns: pageOf(AreaView),
		},
		createArea: {
			summary: "Make an area",
			rest: "POST /admin/areas",
			access: "roles:write",
			status: 201,
			params: object({
				key: key(),
				name: text(80),
				description: optional(string({ max: 500 })),
			}),
			returns: AreaView,
			errors: [DUPLICATE],
		},
		updateArea: {
			summary: "Rename an area",
			rest: "PATCH /admin/areas/:key",
			access: "roles:write",
			params: object({
				key: key(),
				version: int(),
				name: optional(text(80)),
				description: optional(string({ max: 500 })),
			}),
			returns: AreaView,
			errors: [AREA_NOT_FOUND, BUILT_IN],
		},
		removeArea: {
			summary: "Delete an area without rights",
			rest: "DELETE /admin/areas/:key",
			access: "roles:write",
			status: 204,
			params: object({ key: key() }),
			errors: [AREA_NOT_FOUND, BUILT_IN, IN_USE],
		},
		rights: {
			summary: "Rights, built in and made",
			rest: "GET /admin/rights",
			access: "roles:read",
			params: object({ ...paging(), area: optional(key()) }),
			returns: pageOf(RightView),
		},
		createRight: {
			summary: "Make a right that bundles others",
			rest: "POST /admin/rights",
			access: "roles:write",
			status: 201,
			params: object({
				key: RightKey,
				area: key(),
				name: text(80),
				includes: optional(list(RightKey, { max: 200, unique: true })),
			}),
			returns: RightView,
			errors: [DUPLICATE, AREA_NOT_FOUND, RIGHT_NOT_FOUND, CANT_GRANT],
		},
		updateRight: {
			summary: "Change a made right",
			rest: "PATCH /admin/rights/:key",
			access: "roles:write",
			params: object({
				key: RightKey,
				version: int(),
				name: optional(text(80)),
				includes: optional(list(RightKey, { max: 200, unique: true })),
			}),
			returns: RightView,
			errors: [RIGHT_NOT_FOUND, BUILT_IN, CANT_GRANT],
			emits: [accessChanged],
		},
		removeRight: {
			summary: "Delete a made right that no role holds",
			rest: "DELETE /admin/rights/:key",
			access: "roles:write",
			status: 204,
			params: object({ key: RightKey }),
			errors: [RIGHT_NOT_FOUND, BUILT_IN, IN_USE],
		},
		assign: {
			summary: "Set the roles of a user",
			rest: "PUT /admin/users/:id/roles",
			access: "users:assign",
			params: object({ id: id(), roles: list(key(), { max: 50, unique: true }) }),
			returns: object({ roles: list(RoleBrief, { max: 50 }) }),
			errors: [USER_NOT_FOUND, ROLE_NOT_FOUND, CANT_GRANT, LAST_ADMIN_ROLE],
			emits: [accessChanged],
		},
		withdraw: {
			summary: "Take a role from a user",
			rest: "DELETE /admin/users/:id/roles/:key",
			access: "users:assign",
			status: 204,
			params: object({ id: id(), key: key() }),
			errors: [ROLE_NOT_FOUND, CANT_GRANT, LAST_ADMIN_ROLE],
			emits: [accessChanged],
		},
		rolesOf: {
			summary: "Roles of several users, by user id",
			access: "internal",
			params: object({ userIds: list(id(), { max: 100 }) }),
			returns: list(object({ userId: id(), roles: list(RoleBrief, { max: 50 }) }), {
				max: 100,
			}),
		},
		rightsOf: {
			summary: "Everything a user may do, bundles unpacked",
			access: "internal",
			params: object({ userId: id() }),
			returns: object({ rights: list(string({ max: 120 }), { max: 1000 }) }),
		},
		give: {
			summary:
				"Give roles without asking who gives them: for the first administrator and seeds",
			access: "internal",
			params: object({ userId: id(), roles: list(key(), { max: 50 }) }),
		},
		administrators: {
			summary: "Who holds the administrator role",
			access: "internal",
			returns: object({ userIds: list(id(), { max: 1000 }) }),
		},
		suspend: {
			summary: "A user is about to be disabled; refused for the last administrator",
			access: "internal",
			params: object({ userId: id(), version: int() }),
			errors: [LAST_ADMIN_ROLE],
		},
		resume: {
			summary: "A user can log in (again), as of this version of theirs",
			access: "internal",
			params: object({ userId: id(), version: int() }),
		},
		forget: {
			summary: "Drop the roles of users who are not there any more",
			access: "internal",
			params: object({ userIds: list(id(), { max: 100 }) }),
		},
	},
	{ userDisabled },
);
