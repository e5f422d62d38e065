// What a request carries: JSON up to 1 MiB, or one file as a stream up to 10 MiB.
import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import type { Readable } from "node:stream";
import busboy from "busboy";
import { BODY_NOT_JSON, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE } from "#contracts/errors";
import { fail, invalid, refusal } from "#mixins/errors";

const jsonLimit = 1024 * 1024;
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
	if (typeof value === "object" && value !== null && !Array.isArray(value)) {
		return value as Record<string, unknown>;
	}
	return invalid([{ path: "", message: "must be an object" }]);
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function parsed(bytes: Buffer): unknown {
	try {
		return JSON.parse(utf8.decode(bytes));
	} catch {
		return fail(BODY_NOT_JSON);
	}
}

async function readBytes(req: IncomingMessage): Promise<Buffer> {
	const announced = Number(req.headers["content-length"] ?? 0);
	if (announced > jsonLimit) fail(BODY_TOO_LARGE, { limit: jsonLimit });
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of req as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > jsonLimit) fail(BODY_TOO_LARGE, { limit: jsonLimit });
		chunks.push(chunk);
	}
	return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
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
		form.on("file", (_field, stream, { filename, mimeType }) => {
			stream.on("limit", () => stream.destroy(refusal(BODY_TOO_LARGE, { limit: fileSize })));
			resolve({ stream, filename: filename ?? "", mimetype: mimeType });
		});
		form.on("error", () => reject(refusal(UNSUPPORTED_MEDIA_TYPE, { expected: "a form" })));
		form.on("close", () => reject(missingFile()));
		req.on("error", reject);
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

function missingFile(): unknown {
	try {
		return invalid([{ path: "file", message: "is required" }]);
	} catch (error) {
		return error;
	}
}

function limited(req: IncomingMessage, limit: number): Readable {
	let size = 0;
	const through = new PassThrough();
	req.on("data", (chunk: Buffer) => {
		size += chunk.length;
		if (size > limit) through.destroy(refusal(BODY_TOO_LARGE, { limit }));
	});
	req.on("error", (error) => through.destroy(error));
	return req.pipe(through);
}

const mediaType = (req: IncomingMessage) =>
	(req.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
