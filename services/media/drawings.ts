// Drawings of the demo shop, stored as they were drawn.
import { createHash } from "node:crypto";
import type { Media } from "#contracts/media";
import type { Collection } from "#mixins/collection";
import { now } from "#mixins/clock";
import { pictures } from "./files.ts";

export type StoredMedia = Media & { version: number };

interface Drawing {
	name: string;
	svg: string;
}

/** Stores drawings under name and content hash. What is stored already is left as it is. */
export async function storeDrawings(media: Collection<StoredMedia>, drawings: Drawing[]) {
	const files = drawings.map(({ name, svg }) => ({ name, svg, file: fileOf(name, svg) }));
	const known = await media.findByIds(files.map(({ file }) => file));
	const have = new Set(known.map(({ id }) => id));
	const fresh = files.filter(({ file }) => !have.has(file));
	await Promise.all(fresh.map(({ file, svg }) => pictures.write(file, svg)));
	await media.insertMany(fresh.map(stored));
	return files.map(({ name, file }) => ({ name, url: `/media/${file}` }));
}

function fileOf(name: string, svg: string): string {
	const hash = createHash("sha256").update(svg).digest("hex").slice(0, 8);
	return `${name}-${hash}.svg`;
}

const stored = ({ name, svg, file }: Drawing & { file: string }): StoredMedia => ({
	id: file,
	url: `/media/${file}`,
	name,
	type: "image/svg+xml",
	width: null,
	height: null,
	bytes: Buffer.byteLength(svg),
	createdAt: now(),
	version: 1,
});
