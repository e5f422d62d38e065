// npx node scripts/sample-catalogue.ts FILE: makes tests/support/catalogue-500.jsonl, a varied
// part of the shared catalogue, the same at every run.
import { writeFile } from "node:fs/promises";
import type { CatalogueRow } from "#tests/support/search-catalogue";
import { readRows } from "#tests/support/search-catalogue";

const SIZE = 500;
const TARGET = new URL("../tests/support/catalogue-500.jsonl", import.meta.url);
/** Rows that tests look for by name. */
const WANTED =
	/BOXDH57JG|TK-855K|Back-UPS|T0613|notebook case|LaserJet|KVM|Baby Annabell|HyperX|27"|RF Wireless|PowerShot/;
const MOST_WANTED = 120;

const file = process.argv[2];
if (!file) {
	process.stderr.write("Say which catalogue: npx node scripts/sample-catalogue.ts FILE\n");
	process.exit(1);
}
const chosen = sample(await readRows(file));
await writeFile(TARGET, chosen.map((row) => `${JSON.stringify(row)}\n`).join(""));
process.stdout.write(`${chosen.length} rows\n`);

/** A few of each category and brand first, then what is odd, then every n-th row. */
function sample(rows: readonly CatalogueRow[]): CatalogueRow[] {
	const chosen = new Set<CatalogueRow>();
	const take = (list: readonly CatalogueRow[], most: number) => {
		for (const row of list.slice(0, Math.min(most, SIZE - chosen.size))) chosen.add(row);
	};
	take(
		firstOfEach(rows, (row) => row.category),
		200,
	);
	take(
		firstOfEach(rows, (row) => row.brand),
		60,
	);
	take(
		rows.filter((row) => WANTED.test(row.title)).filter((_, at) => at % 4 === 0),
		MOST_WANTED,
	);
	take(
		rows.filter((row) => /<\w+/.test(row.description)),
		20,
	);
	take(
		rows.filter((row) => /[^\p{ASCII}]/u.test(row.title)),
		30,
	);
	take(
		rows.filter((row) => row.category === ""),
		60,
	);

	const step = Math.floor(rows.length / SIZE);
	take(
		rows.filter((row, at) => at % step === 0 && !chosen.has(row)),
		SIZE,
	);
	return [...chosen];
}

function firstOfEach(
	rows: readonly CatalogueRow[],
	key: (row: CatalogueRow) => string,
): CatalogueRow[] {
	const first = new Map<string, CatalogueRow>();
	for (const row of rows) if (key(row) && !first.has(key(row))) first.set(key(row), row);
	return [...first.values()];
}
