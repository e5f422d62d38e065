// A built SPA, read into memory once: its files with long lives, every other path its index page.
// A rebuild beside a running mall changes nothing until the next start.
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { isFresh } from "./finished-bodies.ts";

interface File {
	bytes: Buffer;
	brotli?: Buffer;
	gzip?: Buffer;
	etag: string;
	headers: Record<string, string>;
}

const types: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".json": "application/json",
	".webmanifest": "application/manifest+json",
	".svg": "image/svg+xml",
	".png": "image/png",
	".webp": "image/webp",
	".ico": "image/x-icon",
	".woff2": "font/woff2",
	".txt": "text/plain; charset=utf-8",
};

export type Serve = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

export interface Spa {
	/** Sends the file at this address; false when there is none. */
	file(req: IncomingMessage, res: ServerResponse): boolean;
	/** Sends the page that shows every address; false when nothing is built. */
	index(req: IncomingMessage, res: ServerResponse): boolean;
	indexHtml: string | undefined;
}

export function spa(folder: string, prefix: string, headers: Record<string, string>): Spa {
	const files = readFiles(folder, headers);
	const index = files.get("/index.html");
	const sent = (req: IncomingMessage, res: ServerResponse, file: File | undefined) => {
		if (file) send(req, res, file);
		return file !== undefined;
	};
	return {
		file: (req, res) => sent(req, res, files.get(pathOf(req).slice(prefix.length))),
		index: (req, res) => sent(req, res, index),
		indexHtml: index?.bytes.toString(),
	};
}

/** Whether an address names a file, which then is there or not. */
export const isFileName = (path: string) => extname(path) in types;

function readFiles(folder: string, headers: Record<string, string>): Map<string, File> {
	const found = new Map<string, File>();
	if (!existsSync(folder)) return found;
	for (const name of globSync("**/*.*", { cwd: folder })) {
		const type = types[extname(name)];
		if (type)
			found.set(`/${name}`, readFile(folder, name, { ...headers, "Content-Type": type }));
	}
	return found;
}

function readFile(folder: string, name: string, headers: Record<string, string>): File {
	const path = join(folder, name);
	const packed = (ending: string) =>
		existsSync(path + ending) ? readFileSync(path + ending) : undefined;
	const bytes = readFileSync(path);
	const lasts = name.startsWith("assets/");
	const etag = `"${createHash("sha1").update(bytes).digest("base64url")}"`;
	return {
		bytes,
		brotli: packed(".br"),
		gzip: packed(".gz"),
		etag,
		headers: {
			...headers,
			ETag: etag,
			Vary: "Accept-Encoding",
			"Cache-Control": lasts ? "public, max-age=31536000, immutable" : "no-cache",
		},
	};
}

function send(req: IncomingMessage, res: ServerResponse, file: File) {
	if (isFresh(req.headers["if-none-match"], file.etag)) {
		res.writeHead(304, file.headers).end();
		return;
	}
	const accepted = req.headers["accept-encoding"] ?? "";
	const { brotli, gzip, bytes } = file;
	const isBrotli = brotli && /\bbr\b/.test(accepted);
	const isGzip = !isBrotli && gzip && /\bgzip\b/.test(accepted);
	const body = isBrotli ? brotli : isGzip ? gzip : bytes;
	res.writeHead(200, {
		...file.headers,
		"Content-Length": body.length,
		...(isBrotli && { "Content-Encoding": "br" }),
		...(isGzip && { "Content-Encoding": "gzip" }),
	}).end(req.method === "HEAD" ? undefined : body);
}

/** The decoded path of a request, as it came when it can't be decoded. */
export function pathOf({ url = "/" }: IncomingMessage): string {
	const path = url.split("?")[0] ?? "/";
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
