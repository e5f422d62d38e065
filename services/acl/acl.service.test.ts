import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acl } from "#contracts/acl";
import { users } from "#contracts/users";
import { builtInRoles, rights as allRights } from "#domain/rights";
import { removeData, staff, start } from "#tests/support/mall";
import type { TestMall } from "#tests/support/mall";
import { aName, theAdministrator } from "#tests/support/people";

let mall: TestMall;
let first: string;
beforeAll(async () => {
	mall = await start(["users", "auth", "audit", "acl"]);
	first = await theAdministrator(mall);
});
afterAll(async () => {
	await mall.stop();
	removeData();
});

const boss = staff(...allRights);
const aKey = (start = "thing") => aName(start).toLowerCase();

async function aUser(...roles: string[]): Promise<string> {
	const username = aName();
	const names = { username, email: `${username}@example.com`, kind: "staff" as const };
	const { id } = await mall.call(users.claim, names);
	await mall.call(users.activate, { id });
	if (roles.length > 0) await mall.call(acl.give, { userId: id, roles });
	return id;
}
const aRole = (rights: string[], meta = boss) => {
	const key = aKey("role");
	return mall.call(acl.createRole, { key, name: key, rights }, meta);
};
const rightsOf = async (userId: string) => (await mall.call(acl.rightsOf, { userId })).rights;

describe("built-in areas, rights and roles", () => {
	it("come first in the lists, page by page", async () => {
		const made = await aRole(["orders:read"]);
		const keys: string[] = [];
		for (let page = 1; page <= 3; page += 1) {
			const { items } = await mall.call(acl.roles, { page, pageSize: 3 }, boss);
			keys.push(...items.map(({ key }) => key));
		}

		expect(keys.slice(0, 4)).toEqual(Object.keys(builtInRoles));
		expect(keys).toContain(made.key);
		expect(new Set(keys).size).toBe(keys.length);
		const { total, items } = await mall.call(acl.rights, { area: "orders" }, boss);
		expect(total).toBe(items.length);
	});

	it("can't be changed, deleted or made again", async () => {
		const attempts = [
			mall.call(acl.updateRole, { key: "clerk", version: 1, name: "X" }, boss),
			mall.call(acl.removeRole, { key: "clerk" }, boss),
			mall.call(acl.updateArea, { key: "orders", version: 1, name: "X" }, boss),
			mall.call(acl.removeArea, { key: "orders" }, boss),
			mall.call(acl.updateRight, { key: "orders:ship", version: 1, name: "X" }, boss),
			mall.call(acl.removeRight, { key: "orders:ship" }, boss),
		];
		for (const attempt of attempts) {
			await expect(attempt).rejects.toMatchObject({ type: "BUILT_IN", code: 409 });
		}

		const again = mall.call(acl.createRole, { key: "clerk", name: "C", rights: [] }, boss);
		await expect(again).rejects.toMatchObject({ type: "DUPLICATE" });
	});
});

describe("a bundle of rights", () => {
	it("gives everything that is in it, also in bundles within, and loses it at once", async () => {
		const area = aKey("area");
		const [inner, outer] = [`${area}:inner`, `${area}:outer`];
		await mall.call(acl.createArea, { key: area, name: area }, boss);
		const right = { area, name: area };
		await mall.call(acl.createRight, { ...right, key: inner, includes: ["orders:ship"] }, boss);
		await mall.call(acl.createRight, { ...right, key: outer, includes: [inner] }, boss);
		const { key } = await aRole([outer]);
		const user = await aUser(key);

		expect((await rightsOf(user)).toSorted()).toEqual([inner, outer, "orders:ship"].toSorted());
		expect(await rightsOf(first)).toContain(outer);
		const change = { key: inner, version: 1, includes: [] };
		await mall.call(acl.updateRight, change, boss);

		expect((await rightsOf(user)).toSorted()).toEqual([inner, outer].toSorted());
	});

	it("stays as long as it is used, and so does its area", async () => {
		const area = aKey("area");
		const key = `${area}:all`;
		await mall.call(acl.createArea, { key: area, name: area }, boss);
		await mall.call(
			acl.createRight,
			{ key, area, name: "All", includes: ["orders:read"] },
			boss,
		);
		const role = await aRole([key]);

		const inUse = { type: "IN_USE", code: 409 };
		await expect(mall.call(acl.removeRight, { key }, boss)).rejects.toMatchObject(inUse);
		await expect(mall.call(acl.removeArea, { key: area }, boss)).rejects.toMatchObject(inUse);

		await mall.call(acl.removeRole, { key: role.key }, boss);
		await mall.call(acl.removeRight, { key }, boss);
		await mall.call(acl.removeArea, { key: area }, boss);
		const { items } = await mall.call(acl.areas, { pageSize: 100 }, boss);
		expect(items.map((one) => one.key)).not.toContain(area);
	});

	it("is made of rights that there are, in an area that there is", async () => {
		const make = (key: string, area: string, includes: string[]) =>
			mall.call(acl.createRight, { key, area, name: "X", includes }, boss);

		await expect(make("orders:mine", "orders", ["no:no"])).rejects.toMatchObject({
			type: "RIGHT_NOT_FOUND",
		});
		await expect(make("nowhere:mine", "nowhere", [])).rejects.toMatchObject({
			type: "AREA_NOT_FOUND",
		});
		await expect(make("orders:mine", "users", [])).rejects.toMatchObject({ type: "INVALID" });
	});
});

describe("nobody", () => {
	const small = staff("roles:write", "users:assign", "orders:read");
	const refused = { type: "CANT_GRANT", code: 403, data: { rights: "orders:refund" } };

	it("makes or widens a role beyond what they may do themselves", async () => {
		const { key } = await aRole(["orders:read"], small);

		await expect(aRole(["orders:read", "orders:refund"], small)).rejects.toMatchObject(refused);
		const wider = { key, version: 1, rights: ["orders:read", "orders:refund"] };
		await expect(mall.call(acl.updateRole, wider, small)).rejects.toMatchObject(refused);
	});

	it("hides in a bundle what they lack", async () => {
		const right = { key: `orders:${aKey()}`, area: "orders", name: "X" };
		const includes = ["orders:refund"];

		const attempt = mall.call(acl.createRight, { ...right, includes }, small);
		await expect(attempt).rejects.toMatchObject(refused);

		await mall.call(acl.createRight, { ...right, includes }, boss);
		await expect(aRole([right.key], small)).rejects.toMatchObject(refused);
	});

	it("gives or takes a role with rights that they lack", async () => {
		const { key } = await aRole(["orders:read", "orders:refund"]);
		const [has, lacks] = await Promise.all([aUser(key), aUser()]);

		const attempts = [
			mall.call(acl.assign, { id: lacks, roles: [key] }, small),
			mall.call(acl.assign, { id: has, roles: [] }, small),
			mall.call(acl.withdraw, { id: has, key }, small),
		];

		for (const attempt of attempts) await expect(attempt).rejects.toMatchObject(refused);
		expect(await rightsOf(has)).toContain("orders:refund");
	});

	it("is given roles without being there, or roles that are not", async () => {
		const user = await aUser();

		await expect(
			mall.call(acl.assign, { id: "nobody", roles: ["clerk"] }, boss),
		).rejects.toMatchObject({ type: "USER_NOT_FOUND" });
		await expect(
			mall.call(acl.assign, { id: user, roles: ["no-role"] }, boss),
		).rejects.toMatchObject({ type: "ROLE_NOT_FOUND" });
	});
});

describe("a role", () => {
	it("is given and taken at once, and counts who has it", async () => {
		const role = await aRole(["orders:read", "orders:ship"]);
		const user = await aUser();
		const count = async () => (await mall.call(acl.role, { key: role.key }, boss)).users;

		const { roles } = await mall.call(acl.assign, { id: user, roles: [role.key] }, boss);
		expect(roles).toEqual([{ key: role.key, name: role.name }]);
		expect(await rightsOf(user)).toEqual(["orders:read", "orders:ship"]);
		expect(await count()).toBe(1);

		await mall.call(acl.updateRole, { key: role.key, version: 1, rights: [] }, boss);
		expect(await rightsOf(user)).toEqual([]);

		await mall.call(acl.withdraw, { id: user, key: role.key }, boss);
		expect(await count()).toBe(0);
	});

	it("that is deleted and made again gives nothing to who had the old one", async () => {
		const { key, name } = await aRole(["orders:read"]);
		const user = await aUser(key);

		await expect(mall.call(acl.removeRole, { key }, boss)).rejects.toMatchObject({
			type: "IN_USE",
		});
		await mall.call(acl.withdraw, { id: user, key }, boss);
		await mall.call(acl.removeRole, { key }, boss);
		await mall.call(acl.createRole, { key, name, rights: ["orders:read"] }, boss);

		expect(await rightsOf(user)).toEqual([]);
	});

	it("is refused a change on an old version", async () => {
		const { key } = await aRole([]);
		await mall.call(acl.updateRole, { key, version: 1, name: "First" }, boss);

		const late = mall.call(acl.updateRole, { key, version: 1, name: "Late" }, boss);

		await expect(late).rejects.toMatchObject({ type: "STALE_VERSION" });
	});

	it("is not lost among several that are given at once", async () => {
		const roles = await Promise.all([aRole([]), aRole([]), aRole([]), aRole([])]);
		const user = await aUser();

		await Promise.all(
			roles.map(({ key }) => mall.call(acl.give, { userId: user, roles: [key] })),
		);

		const [held] = await mall.call(acl.rolesOf, { userIds: [user] });
		expect(held?.roles.map(({ key }) => key).toSorted()).toEqual(
			roles.map(({ key }) => key).toSorted(),
		);
	});
});

describe("who may do what", () => {
	const given = ({ rights }: { rights: { key: string; through: string[] }[] }) =>
		Object.fromEntries(
			rights
				.filter(({ through }) => through.length > 0)
				.map(({ key, through }) => [key, through]),
		);

	it("is said for a person with the roles it comes through, bundles unpacked", async () => {
		const area = aKey("area");
		await mall.call(acl.createArea, { key: area, name: area }, boss);
		const bundle = `${area}:close`;
		const includes = ["orders:read", "orders:ship"];
		await mall.call(acl.createRight, { key: bundle, area, name: "Close", includes }, boss);
		const [one, other] = [await aRole([bundle]), await aRole(["orders:read"])];
		const id = await aUser(one.key, other.key);

		const said = await mall.call(acl.allowed, { id }, boss);

		expect(given(said)).toEqual({
			[bundle]: [one.key],
			"orders:ship": [one.key],
			"orders:read": [one.key, other.key],
		});
		expect(Object.keys(given(said)).toSorted()).toEqual((await rightsOf(id)).toSorted());
		expect(said.rights.length).toBeGreaterThan(allRights.length);
		await expect(mall.call(acl.allowed, { id: "none" }, boss)).rejects.toMatchObject({
			type: "USER_NOT_FOUND",
		});
	});

	it("is compared role by role, in the order asked", async () => {
		const own = await aRole(["orders:ship", "settings:read"]);

		const said = await mall.call(acl.compare, { roles: [own.key, "clerk"] }, boss);

		expect(said.roles.map(({ key }) => key)).toEqual([own.key, "clerk"]);
		expect(given(said)).toMatchObject({
			"orders:ship": [own.key, "clerk"],
			"settings:read": [own.key],
			"orders:read": ["clerk"],
		});
		await expect(
			mall.call(acl.compare, { roles: ["clerk", "no-role"] }, boss),
		).rejects.toMatchObject({ type: "ROLE_NOT_FOUND" });
	});
});

describe("the last administrator", () => {
	it("stays, whoever of them is stripped and disabled at the same moment", async () => {
		const others = await Promise.all([aUser("administrator"), aUser("administrator")]);
		const all = [first, ...others];
		const meta = staff(...(await rightsOf(first)));
		const { version } = await mall.call(users.get, { id: first }, boss);

		const outcomes = await Promise.allSettled([
			...all.map((id) => mall.call(acl.withdraw, { id, key: "administrator" }, meta)),
			mall.call(users.update, { id: first, version, status: "disabled" }, meta),
		]);

		const { userIds } = await mall.call(acl.administrators);
		const people = await mall.call(users.resolve, { ids: userIds });
		expect(people.filter(({ status }) => status === "active").length).toBeGreaterThan(0);
		const refusals = outcomes.filter(({ status }) => status === "rejected");
		expect(refusals.length).toBeGreaterThan(0);
		for (const refusal of refusals) {
			expect(refusal).toMatchObject({ reason: { type: "LAST_ADMINISTRATOR", code: 409 } });
		}
	});

	it("is somebody who can log in: a disabled one does not count", async () => {
		const { userIds } = await mall.call(acl.administrators);
		const active = (await mall.call(users.resolve, { ids: userIds })).find(
			({ status }) => status === "active",
		);
		const id = await aUser("administrator");
		const meta = staff(...(await rightsOf(id)));
		const { version } = await mall.call(users.get, { id }, boss);
		await mall.call(users.update, { id, version, status: "disabled" }, boss);

		const withdraw = () =>
			mall.call(acl.withdraw, { id: active?.id ?? "", key: "administrator" }, meta);
		await expect(withdraw()).rejects.toMatchObject({ type: "LAST_ADMINISTRATOR" });

		await mall.call(users.update, { id, version: version + 1, status: "active" }, boss);
		await expect(withdraw()).resolves.toBeUndefined();
	});
});
