// Gives roles to users and takes them. The administrator role is written first and by itself, for
// it may refuse; the others are one list in the user's own document.
import { accessChanged, LAST_ADMIN_ROLE, ROLE_NOT_FOUND } from "#contracts/acl";
import { users, USER_NOT_FOUND } from "#contracts/users";
import { appoint, dismiss } from "#domain/administrators";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { StaleVersion } from "#mixins/collection";
import type { Told } from "#mixins/collection";
import { fail, settle } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import { call } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { administrator, changeHolders } from "./administrators.ts";
import { roles as builtIn } from "./catalogue.ts";
import type { Access, StoredRole } from "./catalogue.ts";
import { bundlesOf, checkGrant, rightsOfRoles, rolesOfUser } from "./granting.ts";

interface Change {
	userId: string;
	choose(before: StoredRole[]): StoredRole[];
	/** Whether the caller must have the rights that are given or taken. */
	asks: boolean;
}

const patience = 20;

/** Decides on the roles as they are; again when somebody else has changed them meanwhile. */
export async function changeRoles(ctx: Ctx, access: Access, change: Change): Promise<StoredRole[]> {
	const { userId } = change;
	const [person] = await call(ctx, users.resolve, { ids: [userId] });
	if (!person) return fail(USER_NOT_FOUND, { id: userId });
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await tryRoles(ctx, access, { ...change, isActive: person.status === "active" });
		} catch (error) {
			const isRace = error instanceof StaleVersion || error instanceof DuplicateKey;
			if (!isRace || attempt === patience) throw error;
		}
	}
}

/** Roles by key; 404 when one is not there. */
export async function rolesByKey({ roles }: Access, keys: string[]): Promise<StoredRole[]> {
	const made = await roles.find({ query: { key: { $in: keys } }, limit: keys.length || 1 });
	const byKey = new Map([...builtIn, ...made].map((role) => [role.key, role]));
	return keys.map((key) => byKey.get(key) ?? fail(ROLE_NOT_FOUND, { key }));
}

export function without(roles: StoredRole[], others: StoredRole[]): StoredRole[] {
	return roles.filter((role) => !others.some(({ id }) => id === role.id));
}

type Attempt = Change & { isActive: boolean };

async function tryRoles(ctx: Ctx, access: Access, { userId, choose, asks, isActive }: Attempt) {
	const assignment = await access.assignments.findById(userId);
	const before = await rolesOfUser(access, userId);
	const after = choose(before);

	const changed = [...without(after, before), ...without(before, after)];
	const bundles = await bundlesOf(access);
	if (asks) checkGrant(ctx, rightsOfRoles(changed, bundles), bundles);

	const version = (assignment?.version ?? 0) + 1;
	const told = tell(accessChanged, { userIds: [userId], version });
	if (changed.some(({ id }) => id === administrator))
		await appointOrDismiss(access, { userId, isActive, after, told });
	if (changed.some(({ id }) => id !== administrator)) {
		const roles = after.map(({ id }) => id).filter((id) => id !== administrator);
		if (assignment) await access.assignments.replace({ ...assignment, roles }, told);
		else await access.assignments.insert({ id: userId, roles, version }, told);
	}
	return after;
}

type Appointment = { userId: string; isActive: boolean; after: StoredRole[]; told: Told };

async function appointOrDismiss(access: Access, { userId, isActive, after, told }: Appointment) {
	const isWanted = after.some(({ id }) => id === administrator);
	await changeHolders(
		access,
		(holders) =>
			isWanted
				? appoint(holders, { userId, isActive, version: 0 })
				: settle(dismiss(holders, userId), LAST_ADMIN_ROLE),
		told,
	);
}
