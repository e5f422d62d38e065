// How an action's answer becomes an HTTP answer.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Action } from "#contracts/schema";
import type { Meta } from "#mixins/service";
import { isFresh } from "./finished-bodies.ts";
import type { FinishedBodies } from "./finished-bodies.ts";
import { attemptCookie, refreshCookie } from "./request.ts";
import { endSoon } from "./turns.ts";

export interface Pending {
	req: IncomingMessage;
	res: ServerResponse;
	action: Action;
	meta: Meta;
	/** Of a cacheable read: where it is kept, and the state of the shop it was made from. */
	key: string;
	stamp: number;
}

/** An answer that came too late to be sent still serves whoever asks next. */
export function keepLate(
	{ action, key, stamp, meta }: Pending,
	data: unknown,
	bodies: FinishedBodies,
) {
	if (action.cached?.varies === "user" && meta.user) return;
	bodies.keep(key, finishedOf(action, stamp, data));
}

export async function answer(pending: Pending, data: unknown, bodies: FinishedBodies) {
	const { req, res, action, meta } = pending;
	if (res.headersSent || res.destroyed) return;
	for (const [name, value] of Object.entries(meta.$responseHeaders ?? {})) {
		res.setHeader(name, value);
	}
	setCookies(res, meta);
	res.setHeader("X-Content-Type-Options", "nosniff");
	if (action.produces) return sendFile(pending, data);
	if (action.status === 204 || action.status === 302) {
		endSoon(res.writeHead(action.status, { "Cache-Control": "no-store" }));
		return;
	}
	if (action.cached && req.method === "GET") return finish(pending, data, bodies);
	sendJson(pending, data);
}

function setCookies(res: ServerResponse, { $cookie, $loginAttempt }: Meta) {
	if ($cookie !== undefined) res.appendHeader("Set-Cookie", refreshCookie($cookie));
	if ($loginAttempt !== undefined) res.appendHeader("Set-Cookie", attemptCookie($loginAttempt));
}

function sendJson({ req, res, action, meta }: Pending, data: unknown) {
	const body = JSON.stringify(data ?? null);
	const head: Record<string, string | number> = {
		"Content-Type": "application/json; charset=utf-8",
		"Content-Length": Buffer.byteLength(body),
		"Cache-Control": "private, no-store",
	};
	const version = versionOf(data);
	if (version !== undefined) head.ETag = `"${version}"`;
	if (version !== undefined && req.method === "GET") {
		head["Cache-Control"] = "private, no-cache";
		if (isFresh(req.headers["if-none-match"], `"${version}"`)) {
			endSoon(res.writeHead(304, { ETag: `"${version}"` }));
			return;
		}
	}
	endSoon(res.writeHead(meta.$statusCode ?? action.status ?? 200, head), body);
}

/** An editable document's version is its strong ETag. */
function versionOf(data: unknown): number | undefined {
	if (typeof data !== "object" || data === null || !("version" in data)) return undefined;
	return typeof data.version === "number" && "id" in data ? data.version : undefined;
}

function finish(
	{ req, res, action, key, stamp, meta }: Pending,
	data: unknown,
	bodies: FinishedBodies,
) {
	const finished = finishedOf(action, stamp, data);
	const { body, isForGuests } = finished;
	if (isForGuests && meta.user) {
		const head = {
			"Content-Type": "application/json; charset=utf-8",
			"Cache-Control": "private, no-cache",
			"Content-Length": body.length,
		};
		endSoon(res.writeHead(200, head), body);
		return;
	}
	if (action.cached?.kept !== false) bodies.keep(key, finished);
	bodies.send(req, res, finished);
}

function finishedOf({ cached }: Action, stamp: number, data: unknown) {
	const body = Buffer.from(JSON.stringify(data ?? null));
	const etag = `"${createHash("sha1").update(body).digest("base64url")}"`;
	return { body, etag, stamp, tags: cached?.until ?? [], isForGuests: cached?.varies === "user" };
}

async function sendFile({ req, res, action, meta }: Pending, data: unknown) {
	if (!res.hasHeader("Content-Type")) res.setHeader("Content-Type", action.produces ?? "");
	if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "private, no-store");
	res.statusCode = meta.$statusCode ?? action.status ?? 200;
	const etag = res.getHeader("ETag");
	if (typeof etag === "string" && isFresh(req.headers["if-none-match"], etag)) {
		res.statusCode = 304;
		res.end();
		return;
	}
	if (data instanceof Readable) {
		if (req.method === "HEAD") {
			data.destroy();
			res.end();
			return;
		}
		await pipeline(data, res);
		return;
	}
	const bytes = Buffer.isBuffer(data) ? data : Buffer.from(typeof data === "string" ? data : "");
	res.setHeader("Content-Length", bytes.length);
	res.end(bytes);
}
