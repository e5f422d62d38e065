// Areas, rights and roles: the built-in ones from the table in domain/rights, then the stored ones.
import { areas, builtInRoles } from "#domain/rights";
import { pluginAreas, pluginRights } from "#contracts/index";
import type { AreaView, RightView, Role } from "#contracts/acl";
import { DUPLICATE } from "#contracts/errors";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Query } from "#mixins/adapters/adapter";
import type { Collection, Page, Stored } from "#mixins/collection";
import { fail } from "#mixins/errors";
import type { Holder } from "#domain/administrators";

export interface StoredArea {
	/** Its key. */
	id: string;
	name: string;
	description: string;
	version: number;
}

export interface StoredRight {
	/** Its key, `area:right`. */
	id: string;
	area: string;
	name: string;
	includes: string[];
	version: number;
}

/** Roles are assigned by id: a later role of the same key is another one. */
export interface StoredRole {
	id: string;
	key: string;
	name: string;
	description: string;
	rights: string[];
	version: number;
}

export interface Assignment {
	/** The user's id. */
	id: string;
	/** Ids of roles; the administrator's role is in `Administrators` only. */
	roles: string[];
	version: number;
}

export interface Administrators {
	id: string;
	holders: Holder[];
	version: number;
}

export interface Access {
	areas: Collection<StoredArea>;
	rights: Collection<StoredRight>;
	roles: Collection<StoredRole>;
	assignments: Collection<Assignment>;
	administrators: Collection<Administrators>;
}

/** The mall's own, then those of plug-ins. */
const knownAreas = [
	...Object.entries(areas).map(([key, area]) => ({ key, ...area })),
	...pluginAreas,
];

export const builtInAreas: StoredArea[] = knownAreas.map(({ key: id, name }) => ({
	id,
	name,
	description: "",
	version: 1,
}));

export const builtInRights: StoredRight[] = knownAreas.flatMap(({ key: area, rights }) =>
	Object.entries(rights).map(([right, name]) => ({
		id: `${area}:${right}`,
		area,
		name,
		includes: [],
		version: 1,
	})),
);

export const roles: StoredRole[] = Object.entries(builtInRoles).map(([key, role]) => ({
	id: key,
	key,
	name: role.name,
	description: role.description,
	// Why: what a plug-in allows is given on purpose; administrators have it at once.
	rights: [...role.rights, ...(key === "administrator" ? pluginRights : [])],
	version: 1,
}));

const builtInKeys: ReadonlySet<string> = new Set([
	...builtInAreas.map(({ id }) => id),
	...builtInRights.map(({ id }) => id),
	...Object.keys(builtInRoles),
]);

/** Whether this area, right or role key is one of the table's. */
export const isBuiltIn = (key: string) => builtInKeys.has(key);

export const areaView = ({ id: key, name, description, version }: StoredArea): AreaView => ({
	key,
	name,
	description,
	builtIn: isBuiltIn(key),
	version,
});

export const rightView = ({ id: key, area, name, includes, version }: StoredRight): RightView => ({
	key,
	area,
	name,
	includes,
	builtIn: isBuiltIn(key),
	version,
});

export const roleView = (role: StoredRole, users: number): Role => {
	const { key, name, description, rights: held, version } = role;
	return { key, name, description, rights: held, builtIn: isBuiltIn(key), users, version };
};

type Paging = { page?: number; pageSize?: number };
type Own<T extends Stored> = { collection: Collection<T>; query?: Query; sort: string };

/** One list of both: built-in ones first, in the order of their table. */
export async function together<T extends Stored>(
	builtIn: T[],
	{ collection, query = {}, sort }: Own<T>,
	{ page = 1, pageSize = 20 }: Paging,
): Promise<Page<T>> {
	const from = (page - 1) * pageSize;
	const first = builtIn.slice(from, from + pageSize);
	const offset = Math.max(0, from - builtIn.length);
	const limit = pageSize - first.length;
	const [own, count] = await Promise.all([
		limit > 0 ? collection.find({ query, sort: [sort], limit, offset }) : [],
		collection.count(query),
	]);
	return { items: [...first, ...own], page, pageSize, total: builtIn.length + count };
}

/** Stores what is new under its key; 409 when that is taken. */
export async function insertNew<T extends Stored>(
	collection: Collection<T>,
	doc: T,
	key: string,
): Promise<T> {
	if (isBuiltIn(key)) fail(DUPLICATE, { what: key });
	try {
		return await collection.insert(doc);
	} catch (error) {
		if (error instanceof DuplicateKey) return fail(DUPLICATE, { what: key });
		throw error;
	}
}
