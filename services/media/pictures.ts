// What an uploaded picture really is, and what is kept of it.
import { createHash } from "node:crypto";
import sharp from "sharp";
import { NOT_A_PICTURE, PICTURE_TOO_LARGE } from "#contracts/media";
import { fail } from "#mixins/errors";

// Why: thumbnails are made beside a shop that must go on answering.
sharp.concurrency(1);
sharp.cache({ memory: 32, files: 0, items: 50 });

const formats: Record<string, string> = {
	jpeg: "jpg",
	png: "png",
	webp: "webp",
	heif: "avif",
	gif: "gif",
};

/** More would be a bomb: a small file that unpacks to gigabytes. */
const limitInputPixels = 50_000_000;
const maxBytes = 10 * 1024 * 1024;
const maxEdge = 4000;

export interface Picture {
	/** Content hash and ending: the same picture is stored once. */
	name: string;
	type: string;
	bytes: Buffer;
	width: number;
	height: number;
}

export async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > maxBytes) fail(PICTURE_TOO_LARGE, { limit: "10 MiB" });
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Turned upright, without what the camera wrote into it, at most 4,000 pixels wide or high. */
export async function pictureOf(upload: Buffer): Promise<Picture> {
	if (upload.length === 0) fail(NOT_A_PICTURE);
	const format = await formatOf(upload);
	const image = sharp(upload, { limitInputPixels, animated: format === "gif" }).rotate();
	const fitted = image.resize({
		width: maxEdge,
		height: maxEdge,
		fit: "inside",
		withoutEnlargement: true,
	});
	const { data, info } = await fitted
		.toBuffer({ resolveWithObject: true })
		.catch(() => fail(NOT_A_PICTURE));
	const hash = createHash("sha256").update(data).digest("hex").slice(0, 32);
	const ending = formats[format] ?? format;
	return {
		name: `${hash}.${ending}`,
		type: `image/${ending === "jpg" ? "jpeg" : ending}`,
		bytes: data,
		width: info.width,
		height: info.pageHeight ?? info.height,
	};
}

async function formatOf(upload: Buffer): Promise<string> {
	const { format, width, height } = await sharp(upload, { limitInputPixels: false })
		.metadata()
		.catch(() => fail(NOT_A_PICTURE));
	if (!format || !(format in formats)) fail(NOT_A_PICTURE);
	if ((width ?? 0) * (height ?? 0) > limitInputPixels) {
		fail(PICTURE_TOO_LARGE, { limit: "50 megapixels" });
	}
	return format;
}
