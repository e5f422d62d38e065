// The index as a file, so that a restart need not analyse every product again. It is only a
// shortcut: a file that is damaged, of another form or out of date is ignored.
import { open, readFile, rename, rm } from "node:fs/promises";
import MiniSearch from "minisearch";
import { ProductIndex } from "./product-index.ts";
import type { Registry } from "./registry.ts";
import { textIndexOptions } from "./retrieve.ts";
import type { Entry } from "./shelf.ts";

/** Changes whenever the analysis or the file's form does. */
const FORMAT = 3;
const END = '"end"';

/** Writes beside the file and swaps, so that a kill leaves the old or the new one. */
export async function save(index: ProductIndex, path: string, stamp: string): Promise<void> {
	await index.text.vacuum({ batchSize: Infinity });
	const temporary = `${path}.${process.pid}.tmp`;
	const file = await open(temporary, "w", 0o600);
	try {
		for (const lines of chunks(linesOf(index, stamp))) await file.write(lines);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(temporary, path);
}

/** The stored index, or nothing when the file does not fit the stamp. */
export async function load(path: string, stamp: string): Promise<ProductIndex | undefined> {
	try {
		const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
		const header = JSON.parse(lines[0] ?? "null");
		const fits = header?.format === FORMAT && header.stamp === stamp && lines.at(-1) === END;
		if (fits) return restored(lines.slice(1, -1));
	} catch {
		// Why: whatever is wrong with it, the products are read again from the catalogue.
	}
	await rm(path, { force: true });
	return undefined;
}

function* linesOf(index: ProductIndex, stamp: string): Generator<string> {
	const { shelf } = index;
	yield JSON.stringify({ format: FORMAT, stamp });
	const registries = [
		shelf.categories,
		shelf.brands,
		shelf.tags,
		shelf.attributes,
		shelf.values,
		shelf.terms,
	];
	for (const registry of registries) yield JSON.stringify([registry.keys(), registry.items]);
	const brandNames = [...shelf.brandNames].map(([key, brands]) => [key, [...brands]]);
	yield JSON.stringify({ brandNames, things: [...index.things] });
	yield JSON.stringify(index.dictionary.contents());
	yield JSON.stringify(index.text);
	for (const entry of shelf.entries) yield JSON.stringify(entry ?? null);
	yield END;
}

function* chunks(lines: Iterable<string>): Generator<string> {
	let gathered = "";
	for (const line of lines) {
		gathered += `${line}\n`;
		if (gathered.length < 1_000_000) continue;
		yield gathered;
		gathered = "";
	}
	yield gathered;
}

function restored(lines: string[]): ProductIndex {
	const index = new ProductIndex();
	const { shelf } = index;
	const next = () => JSON.parse(lines.shift() ?? "null");
	fill(shelf.categories, next());
	fill(shelf.brands, next());
	fill(shelf.tags, next());
	fill(shelf.attributes, next());
	fill(shelf.values, next());
	fill(shelf.terms, next());
	const { brandNames, things } = next();
	for (const [key, brands] of brandNames) shelf.brandNames.set(key, new Set(brands));
	for (const thing of things) index.things.add(thing);
	index.dictionary.restore(next());
	index.text = MiniSearch.loadJSON(lines.shift() ?? "", textIndexOptions());
	shelf.restore(lines.map((line): Entry | undefined => JSON.parse(line) ?? undefined));
	return index;
}

function fill<T>(registry: Registry<T>, [keys, items]: [string[], T[]]): void {
	for (const [at, key] of keys.entries()) {
		const item = items[at];
		if (item !== undefined) registry.number(key, () => item);
	}
}
