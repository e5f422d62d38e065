// The words of the acl contract: entities, errors, events.
import { boolean, error, event, id, int, key, list, object, string, text } from "../schema.ts";
import type { Infer } from "../schema.ts";

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

export const RoleBrief = object({ key: key(), name: text(80) });
export type RoleBrief = Infer<typeof RoleBrief>;

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
	"{key} 为内置项，不能修改或删除。",
);
export const IN_USE = error(
	"IN_USE",
	409,
	"{key} is still in use: {by}.",
	"{key} 仍在使用中：{by}。",
);
export const CANT_GRANT = error(
	"CANT_GRANT",
	403,
	"Nobody can give rights that they lack: {rights}.",
	"不能授予自己没有的权限：{rights}。",
);
export const LAST_ADMIN_ROLE = error(
	"LAST_ADMINISTRATOR",
	409,
	"This is the last administrator. Name another one first.",
	"这是最后一位管理员，请先指定另一位。",
);

export const accessChanged = event(
	"access.changed",
	object({ userIds: list(id(), { max: 10_000 }), version: int() }),
);

export const RightKeys = list(RightKey, { max: 1000, unique: true });
