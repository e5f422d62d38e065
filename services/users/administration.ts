// What staff do with accounts: make them, change them, disable them, look for them.
import { acl } from "#contracts/acl";
import { auth } from "#contracts/auth";
import type { ParamsOf } from "#contracts/schema";
import type { users } from "#contracts/users";
import { userDisabled } from "#contracts/users";
import { foldName } from "#domain/names";
import type { Query } from "#mixins/adapters/adapter";
import { StaleVersion } from "#mixins/collection";
import { tell } from "#mixins/outbox";
import { checkRank } from "#mixins/rank";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { release, removeNew } from "./claims.ts";
import { letGo, takeEmail } from "./new-email.ts";
import { existing } from "./people.ts";
import type { People, StoredUser } from "./people.ts";
import { activate, claim } from "./registration.ts";

type Params<K extends keyof typeof users.$.actions> = ParamsOf<(typeof users.$.actions)[K]>;

/** An account made by staff: nothing of it is there unless all of it is. */
export async function createUser(ctx: Ctx<Params<"create">>, people: People): Promise<StoredUser> {
	const { password, roles = [], kind = "staff", ...names } = ctx.params;
	const user = await claim(people, { ...names, kind });
	const { id } = user;
	try {
		await call(ctx, auth.setPassword, { userId: id, password });
		if (roles.length > 0) await call(ctx, acl.assign, { id, roles });
		const active = await activate(people, { id });
		if (roles.length > 0) await call(ctx, acl.resume, { userId: id, version: active.version });
		return active;
	} catch (error) {
		if (await removeNew(people, user)) await call(ctx, acl.forget, { userIds: [id] });
		throw error;
	}
}

export async function updateUser(ctx: Ctx<Params<"update">>, people: People): Promise<StoredUser> {
	const { id, version, email, ...changes } = ctx.params;
	const user = await existing(people, id);
	if (user.version !== version) throw new StaleVersion(id);
	await checkReach(ctx, user);

	const mail = email === undefined ? null : await takeEmail(people, user, email);
	const next = { ...user, ...changes, ...mail?.fields };
	const isDisabled = user.status === "active" && next.status === "disabled";
	try {
		if (isDisabled) await call(ctx, acl.suspend, { userId: id, version: version + 1 });
		const told = isDisabled ? [tell(userDisabled, { userId: id, version: version + 1 })] : [];
		const saved = await people.users.replace(next, ...told);
		if (mail?.before) await release(people, mail.before);
		await follow(ctx, saved, isDisabled);
		return saved;
	} catch (error) {
		await letGo(people, mail?.taken);
		throw error;
	}
}

/** What the list of users is asked for, as a query. */
export function queryOf({ q, kind, status }: Params<"list">): Query {
	const prefix = foldName(q ?? "").trim();
	const starts = { $regex: `^${prefix.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}` };
	return {
		...(kind && { kind }),
		status: status ?? { $ne: "new" },
		...(prefix && { $or: [{ foldedUsername: starts }, { foldedEmail: starts }] }),
	};
}

/** An address or a way in is taken from nobody who can do more. */
async function checkReach(ctx: Ctx<Params<"update">>, { id }: StoredUser) {
	const { email, status } = ctx.params;
	if (email !== undefined || status === "disabled") await checkRank(ctx, id);
}

/** What has to hold elsewhere before the change is answered. */
async function follow(ctx: Ctx, { id, status, version }: StoredUser, isDisabled: boolean) {
	if (isDisabled) await call(ctx, auth.endAll, { userId: id });
	if (status === "active") await call(ctx, acl.resume, { userId: id, version });
}
