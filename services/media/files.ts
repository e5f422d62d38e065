// Where pictures lie: the stored ones, and the sizes made of them. In the data folder, or in a bucket
// that all nodes share.
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mediaWidths } from "#contracts/media";
import { dataDir, env } from "#mixins/env";

export interface PictureStore {
	/** Nothing where nothing is. */
	read(path: string): Promise<Buffer | undefined>;
	/** The whole or nothing: readers never see half of it. */
	write(path: string, data: Buffer | string): Promise<void>;
	remove(path: string): Promise<void>;
}

const folder = join(dataDir, "media");

const inFolder: PictureStore = {
	read: (path) => readFile(join(folder, path)).catch(() => undefined),
	async write(path, data) {
		const draft = join(folder, `${path}.${randomUUID()}`);
		await writeFile(draft, data);
		await rename(draft, join(folder, path));
	},
	remove: (path) => rm(join(folder, path), { force: true }),
};

// Why so: its library is large, and few nodes need it.
const inBucket = async (url: string) => new (await import("./bucket.ts")).Bucket(url);

export const pictures: PictureStore = env.S3_URL ? await inBucket(env.S3_URL) : inFolder;

export function makeFolders() {
	if (!env.S3_URL) mkdirSync(join(folder, "sizes"), { recursive: true });
}

/** Names come from the contract's pattern, which knows no slash and no leading dot. */
export const sizePath = (name: string, width: number) => `sizes/${name}.${width}.webp`;

/** Removes a picture and every size of it. */
export async function removeFiles(name: string) {
	const sizes = mediaWidths.map((width) => sizePath(name, width));
	await Promise.all([name, ...sizes].map((path) => pictures.remove(path)));
}
