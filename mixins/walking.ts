// Lists walked by `?cursor=`: each stretch begins behind the last document of the one before, found
// by its place in the order and not by counting, so that what is inserted meanwhile shifts nothing.
import { isRecord, sortFields } from "./adapters/adapter.ts";
import type { Query, SortField } from "./adapters/adapter.ts";

/** Some documents, and where to go on; null at the end. */
export interface Stretch<T> {
	items: T[];
	nextCursor: string | null;
}

/** It was not given by a list in this order. */
export class WrongCursor extends Error {
	constructor() {
		super("The cursor is not one that this list has given.");
		this.name = "WrongCursor";
	}
}

/** What stands behind the cursor; an empty one is the beginning. */
export function behind(cursor: string, { query = {}, sort = [] }: Ordered): Query {
	if (cursor === "") return query;
	const fields = fieldsOf(sort);
	const values = read(cursor, sort, fields.length);
	const [first = fields[0]] = fields;
	const beyond = fields.map((field, index) => ({
		...Object.fromEntries(fields.slice(0, index).map(({ path }, at) => [path, values[at]])),
		[field.path]: { [field.descending ? "$lt" : "$gt"]: values[index] },
	}));
	// Why: by the bound on the first field the store begins there, which "one of these" does not say.
	const bound = first && { [first.path]: { [first.descending ? "$lte" : "$gte"]: values[0] } };
	return { $and: [query, bound, { $or: beyond }] };
}

/** The cursor that goes on behind this entity. */
export function cursorBehind(entity: object, sort: string[]): string {
	const values = fieldsOf(sort).map(({ path }) => valueAt(entity, path));
	return Buffer.from(JSON.stringify([sort.join(), ...values])).toString("base64url");
}

interface Ordered {
	query?: Query | undefined;
	sort?: string[] | undefined;
}

/** The order in full: ties go by id, in the direction of the last field. */
function fieldsOf(sort: string[]): SortField[] {
	const fields = sortFields(sort);
	if (fields.some(({ path }) => path === "id")) return fields;
	return [...fields, { path: "id", descending: fields.at(-1)?.descending ?? false }];
}

function read(cursor: string, sort: string[], length: number): unknown[] {
	const [order, ...values] = parsed(cursor);
	const isPlace = values.every((value) => typeof value === "string" || typeof value === "number");
	if (order !== sort.join() || values.length !== length || !isPlace) throw new WrongCursor();
	return values;
}

function parsed(cursor: string): unknown[] {
	try {
		const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
		return Array.isArray(read) ? read : [];
	} catch {
		throw new WrongCursor();
	}
}

const valueAt = (entity: unknown, path: string): unknown =>
	path.split(".").reduce((value, key) => (isRecord(value) ? value[key] : undefined), entity);
