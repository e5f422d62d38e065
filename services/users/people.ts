// How a person is stored, and what others see of one.
import type { Person, User } from "#contracts/users";
import { USER_NOT_FOUND } from "#contracts/users";
import { acl } from "#contracts/acl";
import type { Collection } from "#mixins/collection";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";

export interface StoredUser extends Person {
	/** Absent until they have shown one. */
	avatar?: string | null;
	/** The forms in which names are compared and claimed. */
	foldedUsername: string;
	foldedEmail: string;
	/** Until then a `new` account waits to be activated. */
	lapsesAt: string | null;
	version: number;
}

/** A name and who has it; the id is the folded name. */
export interface Claim {
	id: string;
	userId: string;
	at: string;
	version: number;
}

export interface People {
	users: Collection<StoredUser>;
	claims: Collection<Claim>;
}

/** Somebody who is here for good, not one whose registration is under way. */
export async function existing({ users }: People, id: string): Promise<StoredUser> {
	const user = await users.findById(id);
	return user && user.status !== "new" ? user : fail(USER_NOT_FOUND, { id });
}

export function personOf(user: StoredUser): Person {
	const { id, username, email, displayName, kind, status, emailVerified, createdAt } = user;
	return { id, username, email, displayName, kind, status, emailVerified, createdAt };
}

/** Users with their roles, by one question for all. */
export async function withRoles(ctx: Ctx, users: StoredUser[]): Promise<User[]> {
	const userIds = users.map(({ id }) => id);
	const held = userIds.length > 0 ? await call(ctx, acl.rolesOf, { userIds }) : [];
	const rolesById = new Map(held.map(({ userId, roles }) => [userId, roles]));
	return users.map((user) => ({
		...personOf(user),
		avatar: user.avatar ?? null,
		status: user.status === "disabled" ? "disabled" : "active",
		roles: rolesById.get(user.id) ?? [],
		version: user.version,
	}));
}

export async function withOwnRoles(ctx: Ctx, user: StoredUser): Promise<User> {
	const [whole] = await withRoles(ctx, [user]);
	return whole ?? fail(USER_NOT_FOUND, { id: user.id });
}
