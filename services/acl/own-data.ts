// The roles of somebody, for their own copy.
import type { Whom } from "#contracts/about-people";
import type { Access } from "./catalogue.ts";
import { rolesOfUser } from "./granting.ts";

export async function ownData(access: Access, { userId }: Whom) {
	const roles = await rolesOfUser(access, userId);
	return { part: "roles", items: roles.map(({ key, name }) => ({ key, name })), next: null };
}
