// Keys for other systems: each may do what its maker has given it, as long as the maker may as well.
import {
	error,
	event,
	id,
	int,
	list,
	nullable,
	object,
	pageOf,
	paging,
	string,
	text,
	timestamp,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { FORBIDDEN } from "../errors.ts";
import { Standing } from "./words.ts";

export const ApiKey = object({
	id: id(),
	name: text(80),
	/** How it begins, to tell it from others. */
	start: string({ max: 20 }),
	rights: list(string({ max: 120 }), { max: 200 }),
	maker: object({ id: id(), username: string({ max: 40 }) }),
	createdAt: timestamp(),
	expiresAt: timestamp(),
	usedAt: nullable(timestamp()),
	withdrawnAt: nullable(timestamp()),
});
export type ApiKey = Infer<typeof ApiKey>;

export const API_KEY_NOT_FOUND = error(
	"API_KEY_NOT_FOUND",
	404,
	"There is no API key {id}.",
	"没有编号为 {id} 的 API 密钥。",
);
export const TOO_MANY_API_KEYS = error(
	"TOO_MANY_API_KEYS",
	409,
	"You have {max} API keys in use. Withdraw one first.",
	"您已有 {max} 个使用中的 API 密钥，请先撤销一个。",
);

const told = { keyId: id(), name: text(80), userId: id(), by: id() };
export const apiKeyMade = event(
	"api-key.made",
	object({ ...told, rights: ApiKey.properties.rights, expiresAt: timestamp() }),
);
export const apiKeyWithdrawn = event("api-key.withdrawn", object(told));

export const apiKeys = {
	apiKeys: {
		summary: "All API keys, newest first, with their last use",
		rest: "GET /admin/api-keys",
		access: "keys:read",
		params: object({ ...paging() }),
		returns: object({
			...pageOf(ApiKey).properties,
			/** What the caller could give a key. */
			grantable: ApiKey.properties.rights,
		}),
	},
	makeKey: {
		summary: "Make an API key out of own rights; its token is shown this once",
		rest: "POST /admin/api-keys",
		access: "keys:write",
		status: 201,
		params: object({
			name: text(80),
			rights: list(string({ max: 120 }), { min: 1, max: 200, unique: true }),
			expiresInDays: int({ min: 1, max: 365 }),
		}),
		returns: object({ key: ApiKey, token: string({ max: 100 }) }),
		errors: [TOO_MANY_API_KEYS, FORBIDDEN],
		emits: [apiKeyMade],
		limit: { count: 60, seconds: 3600, by: "user" },
	},
	withdrawKey: {
		summary: "Withdraw an API key; it is worthless from then on",
		rest: "DELETE /admin/api-keys/:id",
		access: "keys:write",
		status: 204,
		params: object({ id: id() }),
		errors: [API_KEY_NOT_FOUND],
		emits: [apiKeyWithdrawn],
	},
	keyNames: {
		summary: "What API keys are called, withdrawn ones too",
		access: "internal",
		params: object({ ids: list(id(), { max: 100 }) }),
		returns: list(object({ id: id(), name: ApiKey.properties.name }), { max: 100 }),
	},
	keyStanding: {
		summary: "What the key with this hash may do now",
		access: "internal",
		params: object({ hash: string({ max: 60 }) }),
		returns: object({ standing: nullable(object({ ...Standing.properties, keyId: id() })) }),
	},
} as const satisfies Record<string, ActionSpec>;
