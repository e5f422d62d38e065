import { acl, LAST_ADMIN_ROLE } from "#contracts/acl";
import { resume, suspend } from "#domain/administrators";
import { collection, db } from "#mixins/db";
import { settle } from "#mixins/errors";
import { hintAccess } from "#mixins/hints";
import { service } from "#mixins/service";
import { changeHolders, holdersOf } from "./administrators.ts";
import { changeRoles, rolesByKey, without } from "./assigning.ts";
import {
	areaView,
	builtInAreas,
	builtInRights,
	insertNew,
	rightView,
	roles as builtInRoles,
	together,
} from "./catalogue.ts";
import type {
	Access,
	Administrators,
	Assignment,
	StoredArea,
	StoredRight,
	StoredRole,
} from "./catalogue.ts";
import { allowedTo, rightsByRole } from "./desk.ts";
import { bundlesOf, rightsOfRoles, rolesOfUser, rolesOfUsers } from "./granting.ts";
import { ownData } from "./own-data.ts";
import { createRight, removeArea, removeRight, updateArea, updateRight } from "./rights.ts";
import { createRole, findRole, removeRole, updateRole, viewOf } from "./roles.ts";

const collections = {
	areas: collection<StoredArea>(),
	rights: collection<StoredRight>({
		indexes: [["area"], { fields: ["includes"], array: true }],
	}),
	roles: collection<StoredRole>({
		indexes: [
			{ fields: ["key"], unique: true },
			{ fields: ["rights"], array: true },
		],
	}),
	assignments: collection<Assignment>({ indexes: [{ fields: ["roles"], array: true }] }),
	administrators: collection<Administrators>(),
};

export default service(acl, {
	mixins: [db(collections, { durable: true })],

	actions: {
		async roles(ctx) {
			const own = { collection: this.db.roles, sort: "key" };
			const found = await together(builtInRoles, own, ctx.params);
			const items = await Promise.all(found.items.map((role) => viewOf(this.db, role)));
			return { ...found, items };
		},

		async role(ctx) {
			return viewOf(this.db, await findRole(this.db, ctx.params.key));
		},

		async createRole(ctx) {
			return createRole(ctx, this.db);
		},

		async updateRole(ctx) {
			const role = await updateRole(ctx, this.db);
			hintAccess(ctx, "all");
			return role;
		},

		async removeRole(ctx) {
			await removeRole(this.db, ctx.params.key);
		},

		async areas(ctx) {
			const own = { collection: this.db.areas, sort: "id" };
			const found = await together(builtInAreas, own, ctx.params);
			return { ...found, items: found.items.map(areaView) };
		},

		async createArea(ctx) {
			const { key, name, description = "" } = ctx.params;
			const area = { id: key, name, description, version: 1 };
			return areaView(await insertNew(this.db.areas, area, key));
		},

		async updateArea(ctx) {
			return updateArea(ctx, this.db);
		},

		async removeArea(ctx) {
			await removeArea(this.db, ctx.params.key);
		},

		async rights(ctx) {
			const { area, ...paging } = ctx.params;
			const first = builtInRights.filter((right) => !area || right.area === area);
			const own = { collection: this.db.rights, query: area ? { area } : {}, sort: "id" };
			const found = await together(first, own, paging);
			return { ...found, items: found.items.map(rightView) };
		},

		async createRight(ctx) {
			const right = await createRight(ctx, this.db);
			hintAccess(ctx, "all");
			return right;
		},

		async updateRight(ctx) {
			const right = await updateRight(ctx, this.db);
			hintAccess(ctx, "all");
			return right;
		},

		async removeRight(ctx) {
			await removeRight(this.db, ctx.params.key);
			hintAccess(ctx, "all");
		},

		async assign(ctx) {
			const { id: userId, roles } = ctx.params;
			const wanted = await rolesByKey(this.db, roles);

			const held = await changeRoles(ctx, this.db, {
				userId,
				choose: () => wanted,
				asks: true,
			});
			hintAccess(ctx, [userId]);
			return { roles: held.map(brief) };
		},

		async withdraw(ctx) {
			const { id: userId, key } = ctx.params;
			const role = await rolesByKey(this.db, [key]);

			const choose = (before: StoredRole[]) => without(before, role);
			await changeRoles(ctx, this.db, { userId, choose, asks: true });
			hintAccess(ctx, [userId]);
		},

		async allowed(ctx) {
			return allowedTo(ctx, this.db, ctx.params.id);
		},

		async compare(ctx) {
			return rightsByRole(this.db, await rolesByKey(this.db, ctx.params.roles));
		},

		async rolesOf(ctx) {
			const held = await rolesOfUsers(this.db, ctx.params.userIds);
			return held.map(({ userId, roles }) => ({ userId, roles: roles.map(brief) }));
		},

		async rightsOf(ctx) {
			const roles = await rolesOfUser(this.db, ctx.params.userId);
			if (roles.length === 0) return { rights: [] };
			return { rights: [...rightsOfRoles(roles, await bundlesOf(this.db))] };
		},

		async give(ctx) {
			const { userId, roles } = ctx.params;
			const wanted = await rolesByKey(this.db, roles);

			const choose = (before: StoredRole[]) => [...before, ...without(wanted, before)];
			await changeRoles(ctx, this.db, { userId, choose, asks: false });
			hintAccess(ctx, [userId]);
		},

		async administrators() {
			return { userIds: (await holdersOf(this.db)).map(({ userId }) => userId) };
		},

		async suspend(ctx) {
			const { userId, version } = ctx.params;
			await changeHolders(this.db, (holders) =>
				settle(suspend(holders, userId, version), LAST_ADMIN_ROLE),
			);
		},

		async resume(ctx) {
			const { userId, version } = ctx.params;
			await changeHolders(this.db, (holders) => resume(holders, userId, version));
		},

		async forget(ctx) {
			await forget(this.db, ctx.params.userIds);
		},

		ownData(ctx) {
			return ownData(this.db, ctx.params.whom);
		},

		async forgetPerson(ctx) {
			await forget(this.db, [ctx.params.whom.userId]);
			return { isDone: true };
		},
	},

	events: {
		async userDisabled(ctx) {
			const { userId, version } = ctx.params;
			await changeHolders(this.db, (holders) => {
				const without = suspend(holders, userId, version);
				return "refused" in without ? holders : without;
			});
		},
	},
});

async function forget(access: Access, userIds: string[]) {
	await access.assignments.remove({ id: { $in: userIds } });
	await changeHolders(access, (holders) =>
		holders.filter(({ userId }) => !userIds.includes(userId)),
	);
}

const brief = ({ key, name }: StoredRole) => ({ key, name });
