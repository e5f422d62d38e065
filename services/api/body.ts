// What a request carries: JSON up to 1 MiB, or one file as a stream up to 10 MiB.
import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import type { Readable } from "node:stream";
import busboy from "busboy";
import {
	BODY_NOT_JSON,
	BODY_TOO_LARGE,
	BODY_TOO_SLOW,
	INVALID,
	UNSUPPORTED_MEDIA_TYPE,
} from "#contracts/errors";
import { fieldWords, notOfKind, said } from "#domain/field-words";
import type { FieldWords } from "#domain/field-words";
import { fail, invalid, refusal } from "#mixins/errors";

const jsonLimit = 1024 * 1024;
/** So little comes in this time over any line. */
const jsonMs = 300_000;
const uploadLimit = 10 * 1024 * 1024;
/** An import is a whole catalogue. */
const fileLimit = 512 * 1024 * 1024;

/** The body as an object; nothing at all counts as an empty one. */
export async function readJson(req: IncomingMessage): Promise<Record<string, unknown>> {
	const bytes = await readBytes(req);
	if (bytes.length === 0) return {};
	if (mediaType(req) !== "application/json") {
		fail(UNSUPPORTED_MEDIA_TYPE, { expected: "application/json" });
	}
	const value = parsed(bytes);
	if (typeof value !== "object" || value === null || Array.isArray(value)) {
		return invalid([{ path: "", ...notOfKind("object") }]);
	}
	const mayHoldZero = bytes.includes(zeroEscape);
	for (const [path, field] of Object.entries(value)) {
		if (!isFlat(field, deepest)) invalid([{ path, ...tooDeep }]);
		const zero = mayHoldZero && zeroIn(field, path);
		if (zero) invalid([{ path: zero, ...zeroCharacter }]);
	}
	return value as Record<string, unknown>;
}

/** No text that people write has this character, and not every store can keep it. */
const zeroEscape = String.raw`\u0000`;

/** Where a text or a name has one; the nesting has been looked at before. */
function zeroIn(value: unknown, path: string): string | undefined {
	if (typeof value === "string") return value.includes("\0") ? path : undefined;
	if (typeof value !== "object" || value === null) return undefined;
	for (const [name, inner] of Object.entries(value)) {
		const found = name.includes("\0") ? path : zeroIn(inner, `${path}.${name}`);
		if (found) return found;
	}
	return undefined;
}

/** No contract nests so deeply; whoever walks through it would run out of stack. */
const deepest = 32;

const isFlat = (value: unknown, levels: number): boolean =>
	typeof value !== "object" ||
	value === null ||
	(levels > 0 && Object.values(value).every((inner) => isFlat(inner, levels - 1)));

const utf8 = new TextDecoder("utf-8", { fatal: true });

function parsed(bytes: Buffer): unknown {
	try {
		return JSON.parse(utf8.decode(bytes));
	} catch {
		return fail(BODY_NOT_JSON);
	}
}

/** The body as it came, for whoever checks a signature over it. */
export const readText = async (req: IncomingMessage) => (await readBytes(req)).toString("utf8");

/** By events: an iterator over the request costs as much as a call to a service. */
function readBytes(req: IncomingMessage): Promise<Buffer> {
	const announced = Number(req.headers["content-length"] ?? 0);
	if (announced > jsonLimit) fail(BODY_TOO_LARGE, { limit: jsonLimit });
	const chunks: Buffer[] = [];
	const began = performance.now();
	let size = 0;
	return new Promise((done, failed) => {
		const refuse = (error: Error) => {
			req.off("data", take).pause();
			failed(error);
		};
		const take = (chunk: Buffer) => {
			size += chunk.length;
			chunks.push(chunk);
			if (size > jsonLimit) refuse(refusal(BODY_TOO_LARGE, { limit: jsonLimit }));
			else if (performance.now() - began > jsonMs) refuse(refusal(BODY_TOO_SLOW, {}));
		};
		req.on("data", take);
		req.once("end", () =>
			done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size)),
		);
		req.once("error", failed);
		// Why asked: an error costs more than all else here, and nearly every request was whole.
		req.once("close", () => req.complete || failed(new Error("The request broke off.")));
	});
}

const dropLimit = 16 * 1024 * 1024;
const dropMs = 10_000;

/**
 * Reads on what nobody wants: whose line is closed while they send never sees the answer. False when
 * the line can't stay, because too much would come, or too slowly.
 */
export function dropRest(req: IncomingMessage, status: number): boolean {
	req.unpipe();
	req.resume();
	const announced = Number(req.headers["content-length"] ?? Infinity);
	if (announced > dropLimit || status === BODY_TOO_SLOW.status) return false;
	const timer = setTimeout(() => req.complete || req.destroy(), dropMs).unref();
	req.once("close", () => clearTimeout(timer));
	return true;
}

export interface Upload {
	stream: Readable;
	filename: string;
	mimetype: string;
}

/** The one file of a multipart form; for `file` also the bare body. */
export function readUpload(req: IncomingMessage, kind: "upload" | "file"): Promise<Upload> {
	const type = mediaType(req);
	if (type === "multipart/form-data") return fromForm(req, kind);
	if (kind === "file" && fileTypes.has(type)) {
		const stream = limited(req, fileLimit);
		return Promise.resolve({ stream, filename: "", mimetype: type });
	}
	const expected =
		kind === "file"
			? "text/csv, application/x-ndjson or multipart/form-data"
			: "multipart/form-data";
	return fail(UNSUPPORTED_MEDIA_TYPE, { expected });
}

const fileTypes = new Set([
	"text/csv",
	"application/x-ndjson",
	"application/jsonl",
	"application/gzip",
	"application/x-gzip",
	"application/octet-stream",
]);

function fromForm(req: IncomingMessage, kind: "upload" | "file"): Promise<Upload> {
	const fileSize = kind === "upload" ? uploadLimit : fileLimit;
	return new Promise((resolve, reject) => {
		const form = busboyOf(req, fileSize);
		form.on("file", (_field, file, { filename, mimeType }) => {
			resolve({ stream: contentOf(file, fileSize), filename, mimetype: mimeType });
		});
		form.on("error", () => reject(refusal(UNSUPPORTED_MEDIA_TYPE, { expected: "a form" })));
		form.on("close", () => reject(wrongFile(fieldWords.required)));
		req.on("error", (error) => form.destroy(error));
		req.pipe(form);
	});
}

function busboyOf(req: IncomingMessage, fileSize: number) {
	try {
		return busboy({ headers: req.headers, limits: { files: 1, fields: 10, fileSize } });
	} catch {
		return fail(UNSUPPORTED_MEDIA_TYPE, { expected: "multipart/form-data with a boundary" });
	}
}

/** The file as it comes; it fails in our words when it is too large or ends in the middle. */
function contentOf(file: Readable, limit: number): Readable {
	const content = caught(new PassThrough());
	file.on("limit", () => {
		content.destroy(refusal(BODY_TOO_LARGE, { limit }));
		file.resume();
	});
	file.on("error", () => content.destroy(wrongFile(said("ends in the middle", "文件不完整"))));
	return file.pipe(content);
}

/** Why: an action that refuses does not read, and an error that nobody hears ends the process. */
const caught = <T extends Readable>(stream: T): T => stream.on("error", () => {});

const zeroCharacter = said("holds a zero character", "含有空字符");

const tooDeep = said("is nested too deeply", "嵌套层数过多");

const wrongFile = (words: FieldWords) =>
	refusal(INVALID, { fields: "file", errors: [{ path: "file", ...words }] });

function limited(req: IncomingMessage, limit: number): Readable {
	let size = 0;
	const through = caught(new PassThrough());
	req.on("data", (chunk: Buffer) => {
		size += chunk.length;
		if (size > limit) through.destroy(refusal(BODY_TOO_LARGE, { limit }));
	});
	req.on("error", (error) => through.destroy(error));
	return req.pipe(through);
}

const mediaType = (req: IncomingMessage) =>
	(req.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
