// API keys: shown once, stored as a hash, worth what their maker may do when they are used.
import { createHash, randomBytes } from "node:crypto";
import { acl } from "#contracts/acl";
import { API_KEY_NOT_FOUND, apiKeyMade, apiKeyWithdrawn, TOO_MANY_API_KEYS } from "#contracts/auth";
import type { ApiKey, auth } from "#contracts/auth";
import { FORBIDDEN } from "#contracts/errors";
import type { ParamsOf } from "#contracts/schema";
import { users } from "#contracts/users";
import { notForKey, rightsOfKey } from "#domain/api-keys";
import { newId, now } from "#mixins/clock";
import { fail } from "#mixins/errors";
import { hintAccess } from "#mixins/hints";
import { tell } from "#mixins/outbox";
import { call, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Accounts, StoredKey } from "./accounts.ts";

type Params<K extends keyof typeof auth.$.actions> = ParamsOf<(typeof auth.$.actions)[K]>;

const most = 50;
const dayMs = 86_400_000;
/** Its last use is noted this often. */
const notedMs = 60_000;
const shownLetters = 10;

export async function listKeys({ keys }: Accounts, ctx: Ctx<Params<"apiKeys">>) {
	const { page = 1, pageSize = 20 } = ctx.params;
	const found = await keys.list({ sort: ["-createdAt"], page, pageSize });
	const { rights } = userOf(ctx);
	const refused = new Set(notForKey(rights, rights));
	const grantable = rights.filter((right) => !refused.has(right));
	return { ...found, items: found.items.map(viewOf), grantable };
}

export async function makeKey(ctx: Ctx<Params<"makeKey">>, { keys }: Accounts) {
	const { name, rights, expiresInDays } = ctx.params;
	const { id: userId, username, rights: held } = userOf(ctx);
	const [lacking] = notForKey(held, rights);
	if (lacking !== undefined) fail(FORBIDDEN, { right: lacking });
	const createdAt = now();
	const open = { userId, withdrawnAt: null, expiresAt: { $gt: createdAt } };
	if ((await keys.count(open)) >= most) fail(TOO_MANY_API_KEYS, { max: most });

	const token = `mmk_${randomBytes(32).toString("base64url")}`;
	const id = newId();
	const expiresAt = new Date(Date.parse(createdAt) + expiresInDays * dayMs).toISOString();
	const key: StoredKey = {
		id,
		name,
		start: token.slice(0, shownLetters),
		hash: createHash("sha256").update(token).digest("base64url"),
		rights,
		userId,
		maker: { id: userId, username },
		createdAt,
		expiresAt,
		usedAt: null,
		withdrawnAt: null,
		version: 1,
	};
	await keys.insert(
		key,
		tell(apiKeyMade, { keyId: id, name, userId, by: userId, rights, expiresAt }),
	);
	return { key: viewOf(key), token };
}

/** Repeatable. */
export async function withdrawKey(ctx: Ctx<Params<"withdrawKey">>, { keys }: Accounts) {
	const { id } = ctx.params;
	const { name, userId } = (await keys.findById(id)) ?? fail(API_KEY_NOT_FOUND, { id });
	await keys.change(
		{ id, withdrawnAt: null },
		{ $set: { withdrawnAt: now() } },
		tell(apiKeyWithdrawn, { keyId: id, name, userId, by: userOf(ctx).id }),
	);
	hintAccess(ctx, [userId]);
}

export async function keyNames(ctx: Ctx<Params<"keyNames">>, { keys }: Accounts) {
	const found = await keys.findByIds(ctx.params.ids);
	return found.map(({ id, name }) => ({ id, name }));
}

export async function keyStanding(ctx: Ctx<Params<"keyStanding">>, { keys }: Accounts) {
	const key = await keys.findOne({ hash: ctx.params.hash });
	if (!key) return { standing: null };
	const { id: keyId, userId } = key;
	const [[person], { rights: held }] = await Promise.all([
		call(ctx, users.resolve, { ids: [userId] }),
		call(ctx, acl.rightsOf, { userId }),
	]);
	const at = now();
	const rights = rightsOfKey(key, held, at);
	if (!rights || person?.status !== "active") return { standing: null };

	const isNoted = key.usedAt && Date.parse(key.usedAt) + notedMs > Date.parse(at);
	if (!isNoted) await keys.update({ id: keyId }, { $set: { usedAt: at } });
	const { username, kind } = person;
	return { standing: { isOpen: true, userId, username, kind, rights, mustSetUp: false, keyId } };
}

function viewOf({ hash: _hash, userId: _user, version: _version, ...key }: StoredKey): ApiKey {
	return { ...key, rights: [...key.rights], maker: { ...key.maker } };
}
