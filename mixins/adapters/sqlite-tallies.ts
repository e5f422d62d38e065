// Counts that are kept: how many documents hold each value of a field. Triggers move them within the
// transaction that moves the documents, so they are right in every process and after every death.
import type { SqliteFile } from "./sqlite-file.ts";
import type { Column } from "./sqlite-indexes.ts";

export type Tally = { path: string; table: string; parts: { name: string; sql: string }[] };

/** `path` has a column of this name. */
export function tallyOf(collection: string, { path, name: field }: Pick<Column, "path" | "name">) {
	const name = `${collection}:${path}#`;
	const table = `"${name}"`;
	const less = `UPDATE ${table} SET count = count - 1 WHERE v = OLD.${field};`;
	const more =
		`INSERT INTO ${table} SELECT NEW.${field}, 1 WHERE NEW.${field} IS NOT NULL ` +
		"ON CONFLICT (v) DO UPDATE SET count = count + 1;";
	const on = (event: string, body: string, suffix: string) => ({
		name: `${name}${suffix}`,
		sql: `CREATE TRIGGER "${name}${suffix}" AFTER ${event} ON "${collection}" BEGIN ${body} END`,
	});
	const parts = [
		{
			name,
			sql: `CREATE TABLE ${table} (v NOT NULL PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID`,
		},
		on("INSERT", more, "+"),
		on("DELETE", less, "-"),
		on(`UPDATE OF ${field}`, `${less} ${more}`, "~"),
	];
	return { path, table, parts } satisfies Tally;
}

/** Counts once what is there already. `kept` are the parts that are as they should be. */
export function createTally(file: SqliteFile, collection: string, { tally, field, kept }: Making) {
	const { table, parts } = tally;
	if (parts.every(({ name }) => kept.has(name))) return;
	// Why: a count whose triggers were missing for a while is worth nothing.
	for (const { name, sql } of parts)
		if (kept.has(name)) file.exec(`DROP ${sql.split(" ")[1]} IF EXISTS "${name}"`);
	const [first, ...triggers] = parts;
	file.exec(first?.sql ?? "");
	file.exec(
		`INSERT INTO ${table} SELECT ${field}, count(*) FROM "${collection}" ` +
			`WHERE ${field} IS NOT NULL GROUP BY 1`,
	);
	for (const { sql } of triggers) file.exec(sql);
}

interface Making {
	tally: Tally;
	field: string;
	kept: ReadonlySet<string>;
}

/** By value; without those that have none, and those that nothing has any more. */
export function counted(rows: Record<number, unknown>[]): Record<string, number> {
	const found = rows.filter((row) => row[0] !== null && Number(row[1]) > 0);
	return Object.fromEntries(found.map((row) => [String(row[0]), Number(row[1])]));
}

/** The same of what was found. */
export function countedOf(found: readonly [number, string | null][]) {
	const counts: Record<string, number> = {};
	for (const [, value] of found) if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}
