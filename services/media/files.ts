// Where pictures lie: the stored ones, and the sizes made of them.
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { rename, writeFile, rm, glob } from "node:fs/promises";
import { join } from "node:path";
import { dataDir } from "#mixins/env";

const folder = join(dataDir, "media");
const sizes = join(folder, "sizes");

export function makeFolders() {
	mkdirSync(sizes, { recursive: true });
}

/** Names come from the contract's pattern, which knows no slash and no leading dot. */
export const originalPath = (name: string) => join(folder, name);
export const sizePath = (name: string, width: number) => join(sizes, `${name}.${width}.webp`);

/** Writes the whole file or nothing: readers never see half of it. */
export async function writeWhole(path: string, data: Buffer | string) {
	const draft = `${path}.${randomUUID()}`;
	await writeFile(draft, data);
	await rename(draft, path);
}

/** Removes a picture and every size of it. */
export async function removeFiles(name: string) {
	await rm(originalPath(name), { force: true });
	for await (const size of glob(`${name}.*.webp`, { cwd: sizes })) {
		await rm(join(sizes, size), { force: true });
	}
}
