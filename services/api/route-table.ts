// Which action answers which method and path. A tree of path segments, since a linear scan of
// patterns costs more than the action itself.
import type { Action } from "#contracts/schema";

export interface Found {
	action: Action;
	params: Record<string, string>;
}

interface Branch {
	fixed: Map<string, Branch>;
	open?: Branch;
	/** By method: the action and the names of the open segments on the way to it. */
	leaves: Map<string, { action: Action; names: string[] }>;
}

const branch = (): Branch => ({ fixed: new Map(), leaves: new Map() });

export const base = "/api/v1";

/** `GET /orders/:id` below the base path, `GET //sitemap.xml` from the root. */
export function addressOf(rest: string): { method: string; path: string } {
	const [method = "GET", path = "/"] = rest.split(" ");
	return { method, path: path.startsWith("//") ? path.slice(1) : base + path };
}

export class RouteTable {
	#root = branch();

	constructor(actions: readonly Action[]) {
		for (const action of actions) if (action.rest) this.#add(action, action.rest);
	}

	/** The action, the methods that the path answers instead, or nothing. */
	find(method: string, path: string): Found | { allowed: string[] } | undefined {
		const values: string[] = [];
		const leaf = follow(this.#root, segmentsOf(path), 0, values);
		if (!leaf) return undefined;
		const found = leaf.leaves.get(method);
		if (!found) return { allowed: [...leaf.leaves.keys()].flatMap(withHead) };
		const params: Record<string, string> = {};
		for (const [index, name] of found.names.entries()) params[name] = values[index] ?? "";
		return { action: found.action, params };
	}

	#add(action: Action, rest: string) {
		const { method, path } = addressOf(rest);
		const names: string[] = [];
		let at = this.#root;
		for (const segment of segmentsOf(path)) {
			if (segment.startsWith(":")) {
				names.push(segment.slice(1));
				at = at.open ??= branch();
			} else {
				at = next(at, segment);
			}
		}
		if (at.leaves.has(method)) throw new Error(`${rest} is taken twice`);
		at.leaves.set(method, { action, names });
	}
}

const withHead = (method: string) => (method === "GET" ? ["GET", "HEAD"] : [method]);

const segmentsOf = (path: string) => path.slice(1).split("/");

function next(at: Branch, segment: string): Branch {
	const known = at.fixed.get(segment) ?? branch();
	at.fixed.set(segment, known);
	return known;
}

/** A fixed segment wins over an open one, as long as it leads somewhere. */
function follow(
	at: Branch,
	segments: string[],
	index: number,
	values: string[],
): Branch | undefined {
	const segment = segments[index];
	if (segment === undefined) return at.leaves.size > 0 ? at : undefined;
	const fixed = at.fixed.get(segment);
	const leaf = fixed && follow(fixed, segments, index + 1, values);
	if (leaf) return leaf;
	const value = at.open && segment !== "" ? decoded(segment) : undefined;
	if (!at.open || value === undefined) return undefined;
	values.push(value);
	const found = follow(at.open, segments, index + 1, values);
	if (!found) values.pop();
	return found;
}

function decoded(segment: string): string | undefined {
	try {
		return decodeURIComponent(segment);
	} catch {
		return undefined;
	}
}
