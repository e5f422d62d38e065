// What is asked of documents before MongoDB gets them, so that it takes and refuses what SQLite does.
import type { IndexDescription, UpdateFilter } from "mongodb";
import type { Doc, Fields, IndexSpec, Update } from "./adapter.ts";
import { Refused, sortFields } from "./adapter.ts";
import { columnValues, heldByValid } from "./sqlite-indexes.ts";
import type { Indexes } from "./sqlite-indexes.ts";
import { readUpdate } from "./update.ts";

export function checkDoc(doc: Doc, { columns, arrays }: Indexes) {
	if (typeof doc._id !== "string" || doc._id === "") throw new Refused("An _id is a string.");
	columnValues(doc, columns);
	heldByValid(arrays, doc);
}

/** Refuses what is not spoken, and what a plain index could not hold afterwards. */
export function checkUpdate(update: Update, { columns }: Indexes): UpdateFilter<Doc> {
	const change = readUpdate(update);
	const paths = Object.values(update).flatMap((fields) => Object.keys(fields));
	const touched = columns.filter((column) => paths.some((path) => isOneOf(path, column.path)));
	// Why: applied to nothing, an update shows what the fields that it touches will hold.
	if (touched.length > 0) columnValues(change({ _id: "" }), touched);
	// Why the cast: the driver's type has no operator for fields of a name it does not know.
	return update as UpdateFilter<Doc>;
}

const isOneOf = (one: string, other: string) =>
	one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/** The update that makes `doc` of `before`, but leaves hidden fields and appends to them. */
export function replacement(
	before: Doc,
	doc: Doc,
	push: Record<string, unknown[]>,
): UpdateFilter<Doc> {
	if (before._id !== doc._id) throw new Refused("An _id never changes.");
	const shown = Object.entries(doc).filter(
		([name, value]) => !name.startsWith("_") && value !== undefined,
	);
	const $set: Fields = Object.fromEntries(shown);
	const gone = Object.keys(before).filter((name) => !name.startsWith("_") && !(name in $set));
	const appended = Object.entries(push).map(([name, values]) => [name, { $each: values }]);
	// Why the cast: as above.
	return {
		$set,
		...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((name) => [name, true])) }),
		...(appended.length > 0 && { $push: Object.fromEntries(appended) }),
	} as UpdateFilter<Doc>;
}

/** Pages are read in the order of an index, so it ends with what breaks ties. */
export function indexDescriptions(specs: IndexSpec[]): IndexDescription[] {
	return specs.map((spec) => {
		const {
			fields,
			unique = false,
			array = false,
		} = Array.isArray(spec) ? { fields: spec } : spec;
		const sort = sortFields(fields);
		const key: Record<string, 1 | -1> = {};
		for (const { path, descending } of sort) key[path] = descending && !unique ? -1 : 1;
		const isDescending = sort.at(-1)?.descending ?? false;
		if (!unique && !array) key["_id"] ??= isDescending ? -1 : 1;
		const name = unique ? sort.map(({ path }) => path).join(",") : fields.join(",");
		return { key, name, ...(unique && { unique }) };
	});
}
