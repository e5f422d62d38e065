// Rights that bundle others, and the areas they belong to.
import type { acl } from "#contracts/acl";
import { accessChanged, AREA_NOT_FOUND, BUILT_IN, IN_USE, RIGHT_NOT_FOUND } from "#contracts/acl";
import type { ParamsOf } from "#contracts/schema";
import { said } from "#domain/field-words";
import { expand } from "#domain/rights";
import { fail, invalid } from "#mixins/errors";
import { tell } from "#mixins/outbox";
import type { Ctx } from "#mixins/service";
import { areaView, insertNew, isBuiltIn, rightView } from "./catalogue.ts";
import type { Access, StoredArea, StoredRight } from "./catalogue.ts";
import { bundlesOf, checkGrant, checkRights } from "./granting.ts";
import { usersWith } from "./roles.ts";

type Params<K extends keyof typeof acl.$.actions> = ParamsOf<(typeof acl.$.actions)[K]>;

/** So many are named when something is still in use. */
const fewNames = 5;

export async function createRight(ctx: Ctx<Params<"createRight">>, access: Access) {
	const { key, area, name, includes = [] } = ctx.params;
	if (!key.startsWith(`${area}:`)) {
		invalid([
			{
				path: "key",
				...said(`begins with its area: ${area}:`, `必须以其领域开头：${area}:`),
			},
		]);
	}
	if (!isBuiltIn(area) && !(await access.areas.findById(area)))
		fail(AREA_NOT_FOUND, { key: area });
	await checkRights(access, includes);
	checkGrant(ctx, includes, await bundlesOf(access));

	const right = { id: key, area, name, includes, version: 1 };
	return rightView(await insertNew(access.rights, right, key));
}

export async function updateRight(ctx: Ctx<Params<"updateRight">>, access: Access) {
	const { key, version, ...changes } = ctx.params;
	const right = await ownRight(access, key);
	const added = (changes.includes ?? []).filter((one) => !right.includes.includes(one));
	await checkRights(access, added);
	checkGrant(ctx, added, await bundlesOf(access));

	const userIds = await usersWith(access, await rolesWith(access, key));
	const told = tell(accessChanged, { userIds, version: version + 1 });
	return rightView(await access.rights.replace({ ...right, ...changes, version }, told));
}

export async function removeRight(access: Access, key: string) {
	const { version } = await ownRight(access, key);
	const [roles, bundles] = await Promise.all([
		access.roles.find({ query: { rights: key }, limit: fewNames }),
		access.rights.find({ query: { includes: key }, limit: fewNames }),
	]);
	const by = [...roles.map((role) => role.key), ...bundles.map(({ id }) => id)];
	if (by.length > 0) fail(IN_USE, { key, by: by.join(", ") });

	await access.rights.remove({ id: key, version });
}

export async function updateArea(ctx: Ctx<Params<"updateArea">>, access: Access) {
	const { key, version, ...changes } = ctx.params;
	const area = await ownArea(access, key);

	return areaView(await access.areas.replace({ ...area, ...changes, version }));
}

export async function removeArea(access: Access, key: string) {
	const { version } = await ownArea(access, key);
	const rights = await access.rights.find({ query: { area: key }, limit: fewNames });
	if (rights.length > 0) fail(IN_USE, { key, by: rights.map(({ id }) => id).join(", ") });

	await access.areas.remove({ id: key, version });
}

async function ownRight({ rights }: Access, key: string): Promise<StoredRight> {
	if (isBuiltIn(key)) fail(BUILT_IN, { key });
	return (await rights.findById(key)) ?? fail(RIGHT_NOT_FOUND, { key });
}

async function ownArea({ areas }: Access, key: string): Promise<StoredArea> {
	if (isBuiltIn(key)) fail(BUILT_IN, { key });
	return (await areas.findById(key)) ?? fail(AREA_NOT_FOUND, { key });
}

/** Ids of the made roles that hold this right, in a bundle or by itself. */
async function rolesWith(access: Access, key: string): Promise<string[]> {
	const bundles = await bundlesOf(access);
	const made = await access.roles.find({ limit: 0 });
	return made.filter(({ rights }) => expand(rights, bundles).has(key)).map(({ id }) => id);
}
