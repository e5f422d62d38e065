// Pictures in the offered widths, made when first asked for and kept.
import PQueue from "p-queue";
import sharp from "sharp";
import { MEDIA_NOT_FOUND, mediaWidths } from "#contracts/media";
import { fail } from "#mixins/errors";
import { pictures, sizePath } from "./files.ts";

const work = new PQueue({ concurrency: 2 });
const underWay = new Map<string, Promise<Buffer>>();

/** The smallest offered width that is at least as wide as asked. */
export const offeredWidth = (asked: number) =>
	mediaWidths.find((width) => width >= asked) ?? mediaWidths.at(-1) ?? asked;

export async function original(name: string): Promise<Buffer> {
	return (await pictures.read(name)) ?? fail(MEDIA_NOT_FOUND, { name });
}

/** The picture as WebP in that width. Many who ask at once wait for one making. */
export async function resized(name: string, width: number): Promise<Buffer> {
	const path = sizePath(name, width);
	const kept = await pictures.read(path);
	if (kept) return kept;
	const making = underWay.get(path) ?? make(name, width);
	underWay.set(path, making);
	return making.finally(() => underWay.delete(path));
}

async function make(name: string, width: number): Promise<Buffer> {
	const source = await original(name);
	return work.add(async () => {
		const isDrawing = name.endsWith(".svg");
		// Why: a drawing has no pixels of its own; the density makes it as large as it is wanted.
		const image = sharp(
			source,
			isDrawing ? { density: Math.ceil((72 * width) / 1000) + 8 } : {},
		);
		const small = await image
			.resize({ width, withoutEnlargement: !isDrawing })
			.webp({ quality: 80, effort: 3 })
			.toBuffer();
		await pictures.write(sizePath(name, width), small);
		return small;
	});
}
