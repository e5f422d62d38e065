// Looks at the thing that a command is about, as staff see it.
import type { Action } from "#contracts/schema";
import { isRecord } from "#mixins/adapters/adapter";
import { callAsSystem } from "#mixins/service";
import { isList, thingOf } from "./things.ts";
import type { Command, Thing } from "./things.ts";

type Caller = { broker: unknown };
type Path = Record<string, string>;

/** How far a list is looked through. */
const mostPages = 20;
const pageSize = 100;

/** Null when it is not there, or can't be seen. */
export async function seen(caller: Caller, action: Command, path: Path): Promise<unknown> {
	const thing = thingOf(action);
	const isNamed = thing && (thing.param === null || path[thing.param] !== undefined);
	if (!isNamed) return null;
	try {
		return await (thing.isListed ? oneOf(caller, thing, path) : read(caller, thing.read, path));
	} catch {
		// Why caught: a command must not fail because of what is only looked at.
		return null;
	}
}

function read(caller: Caller, action: Action, params: Record<string, unknown>): Promise<unknown> {
	const known = Object.entries(params).filter(
		([name]) => action.rest?.includes(`:${name}`) || name.startsWith("page"),
	);
	return callAsSystem(caller, action, Object.fromEntries(known));
}

async function oneOf(caller: Caller, thing: Thing, path: Path): Promise<unknown> {
	const id = path[thing.param ?? ""];
	for (let page = 1; page <= mostPages; page += 1) {
		const paging = isList(thing.read) ? { page, pageSize } : {};
		const answer = await read(caller, thing.read, { ...path, ...paging });
		const found = within(answer, id);
		if (found) return found;
		const items: unknown = isRecord(answer) ? answer["items"] : undefined;
		if (!Array.isArray(items) || items.length < pageSize) return null;
	}
	return null;
}

/** In lists and in trees; what lies below it is not its own. */
function within(value: unknown, id: string | undefined): unknown {
	if (Array.isArray(value)) return value.map((one) => within(one, id)).find(Boolean);
	if (!isRecord(value)) return undefined;
	const { children, items, ...own } = value;
	if (own["id"] === id || own["key"] === id) return own;
	return within(items, id) ?? within(children, id);
}
