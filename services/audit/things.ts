// What a command is about. Its path says so: `POST /admin/orders/:id/shipments` is about what
// `GET /admin/orders/:id` shows, `POST /admin/topics` about what `GET /admin/topics/:id` will, and
// `PATCH /admin/brands/:id` about one of what `GET /admin/brands` lists.
import { actions } from "#contracts/index";
import type { Action } from "#contracts/schema";

export interface Thing {
	read: Action;
	/** The action shows many; the thing is one of them. */
	isListed: boolean;
	/** `orders`; a thing that there is once, such as the settings, has no name of its own. */
	kind: string;
	/** The parameter that names it. */
	param: string | null;
	/** The command makes it. */
	isMade: boolean;
}

interface Shape {
	required?: string[];
	properties?: Record<string, unknown>;
}

const byName = new Map(actions.map((action) => [action.name, action]));
const reads = new Map(
	actions.flatMap((action) => {
		const [method, path = ""] = (action.rest ?? "").split(" ");
		const isRead = method === "GET" && !action.produces && !needsMore(action);
		return isRead ? [[path, action] as const] : [];
	}),
);

/** What the log needs of a command. */
export type Command = Pick<Action, "name" | "service" | "rest" | "access">;

/** One of a newer node, or of a plug-in that is gone, is known by its name only. */
export function actionNamed(name: string): Command {
	const [, service = ""] = name.split(".");
	return byName.get(name) ?? { name, service, access: "internal" };
}

export function thingOf({ rest = "" }: Command): Thing | null {
	const [method, path = ""] = rest.split(" ");
	const segments = path.split("/");
	const isMade = method === "POST";
	for (let length = segments.length; length > 2; length -= 1) {
		const found = thingAt(segments.slice(0, length), length === segments.length);
		if (found) return { ...found, isMade: false };
	}
	return isMade ? madeAt(path) : null;
}

type Place = Omit<Thing, "isMade">;

function thingAt(segments: string[], isWhole: boolean): Place | null {
	const path = segments.join("/");
	const param = paramOf(segments.at(-1) ?? "");
	const kind = segments.at(param === null ? -1 : -2) ?? "";
	const read = reads.get(path);
	if (read && !isList(read) && (param !== null || isWhole))
		return { read, kind, param, isListed: false };
	const list = param === null ? undefined : reads.get(segments.slice(0, -1).join("/"));
	return list ? { read: list, kind, param, isListed: true } : null;
}

function madeAt(path: string): Thing | null {
	const kind = path.split("/").at(-1) ?? "";
	const one = [...reads].find(
		([own]) => /^\/:\w+$/.test(own.slice(path.length)) && own.startsWith(path),
	);
	const param = one && paramOf(one[0].split("/").at(-1) ?? "");
	if (one && param) return { read: one[1], kind, param, isListed: false, isMade: true };
	const list = reads.get(path);
	return list ? { read: list, kind, param: "id", isListed: true, isMade: true } : null;
}

const paramOf = (segment: string) => (segment.startsWith(":") ? segment.slice(1) : null);

/** What needs more than its path can't be read again. */
function needsMore({ params, rest = "" }: Action): boolean {
	const { required = [] } = (params ?? {}) as Shape;
	return required.some((name) => !rest.includes(`:${name}`));
}

/** It answers in pages. */
export const isList = ({ params }: Action) =>
	"page" in (((params ?? {}) as Shape).properties ?? {});
