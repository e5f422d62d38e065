// What people are called, for what staff read.
import { users } from "#contracts/users";
import { call } from "./service.ts";
import type { Ctx } from "./service.ts";

const nobody: ReadonlySet<string> = new Set(["guest", "system"]);
/** As many as users answers at once. */
const most = 100;

/** Names by id. What somebody did is worth seeing without the name, when users can't be asked. */
export async function namesOf(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
	const wanted = [...new Set(ids)].filter((id) => !nobody.has(id));
	const parts = Array.from({ length: Math.ceil(wanted.length / most) }, (_, at) =>
		wanted.slice(at * most, (at + 1) * most),
	);
	const found = await Promise.all(
		parts.map((part) => call(ctx, users.resolve, { ids: part }).catch(() => [])),
	);
	return new Map(
		found.flat().map(({ id, displayName, username }) => [id, displayName || username]),
	);
}
