// Finished answers of public reads, served before anything else is asked. They live until what
// they show changes, and at most `lifeMs`, since a hint may be lost. The last one of an address stays
// for longer, for when its service fails (docs/adr/0014-when-a-service-fails.md).
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import type { CacheTag } from "#contracts/schema";
import { instance } from "#mixins/instances";
import { endSoon } from "./turns.ts";

interface Finished {
	body: Buffer;
	zipped?: Buffer;
	/** Under way; whoever asks meanwhile waits for the same. */
	zipping?: Promise<Buffer | undefined>;
	etag: string;
	stamp: number;
	/** When it was made. */
	at?: number;
	tags: readonly CacheTag[];
	/** Only for callers without a login. */
	isForGuests: boolean;
	/** 200 and JSON unless said. */
	status?: number;
	headers?: Record<string, string>;
}

const lifeMs = instance ? 1_000 : 10_000;
const staleMs = 600_000;
/** Below it a packet is not spared. */
const leastZipped = 1400;
const zip = promisify(gzip);

export class FinishedBodies {
	#bodies = new LRUCache<string, Finished>({
		maxSize: 32 * 1024 * 1024,
		sizeCalculation: ({ body, zipped }, key) =>
			body.length + (zipped?.length ?? 0) + 2 * key.length + 200,
		ttl: staleMs,
	});
	#generations = new Map<CacheTag, number>();

	/** Answers from memory. False when there is nothing, or nothing for this caller. */
	serve(req: IncomingMessage, res: ServerResponse, key: string): boolean {
		const kept = this.#bodies.get(key);
		if (!kept) return false;
		if (kept.isForGuests && req.headers.authorization) return false;
		if (ageOf(kept) > lifeMs || kept.stamp !== this.stamp(kept.tags)) return false;
		this.send(req, res, kept);
		return true;
	}

	/** Answers with the last one that there was, said to be so; for callers who would get none. */
	serveStale(req: IncomingMessage, res: ServerResponse, key: string): boolean {
		if (!this.hasStale(req, key)) return false;
		const kept = this.#bodies.get(key);
		if (!kept) return false;
		const seconds = Math.round(ageOf(kept) / 1000);
		res.setHeader("Age", seconds);
		res.setHeader(
			"Cache-Status",
			`micro-mall; hit; ttl=${Math.min(0, lifeMs / 1000 - seconds)}`,
		);
		this.send(req, res, kept);
		return true;
	}

	hasStale(req: IncomingMessage, key: string): boolean {
		const kept = this.#bodies.get(key);
		return kept !== undefined && !(kept.isForGuests && req.headers.authorization);
	}

	/** Changes whenever one of the tags is dropped; to be read before the answer is made. */
	stamp(tags: readonly CacheTag[]): number {
		let sum = 0;
		for (const tag of tags) sum += this.#generations.get(tag) ?? 0;
		return sum;
	}

	keep(key: string, finished: Finished) {
		finished.at = Date.now();
		if (finished.stamp === this.stamp(finished.tags)) this.#bodies.set(key, finished);
	}

	drop(tag: CacheTag) {
		this.#generations.set(tag, (this.#generations.get(tag) ?? 0) + 1);
	}

	send(req: IncomingMessage, res: ServerResponse, finished: Finished) {
		if (isFresh(req.headers["if-none-match"], finished.etag)) {
			endSoon(res.writeHead(304, headOf(finished)));
			return;
		}
		const { body, zipped } = finished;
		if (!acceptsGzip(req) || body.length <= leastZipped) write(res, finished);
		else if (zipped) write(res, finished, zipped);
		else void zipOnce(finished).then((made) => write(res, finished, made));
	}
}

/** Why before the first answer: a shop with few visitors makes most bodies anew. */
async function zipOnce(finished: Finished): Promise<Buffer | undefined> {
	// Why caught: what can't be packed goes as it is.
	finished.zipping ??= zip(finished.body).catch(() => undefined);
	finished.zipped = await finished.zipping;
	return finished.zipped;
}

function write(res: ServerResponse, finished: Finished, zipped?: Buffer) {
	const chunk = zipped ?? finished.body;
	const head = {
		...headOf(finished),
		...(zipped && { "Content-Encoding": "gzip" }),
		"Content-Length": chunk.length,
	};
	endSoon(res.writeHead(finished.status ?? 200, head), chunk);
}

const headOf = ({ etag, isForGuests, headers }: Finished) => ({
	"Content-Type": "application/json; charset=utf-8",
	...headers,
	ETag: etag,
	"Cache-Control": "public, no-cache",
	Vary: isForGuests
		? "Accept-Language, Accept-Encoding, Authorization"
		: "Accept-Language, Accept-Encoding",
	"X-Content-Type-Options": "nosniff",
});

const ageOf = ({ at = 0 }: Finished) => Date.now() - at;

const acceptsGzip = (req: IncomingMessage) =>
	req.headers["accept-encoding"]?.includes("gzip") ?? false;

/** Whether the caller has this very body already. A weak tag of a proxy counts as well. */
export function isFresh(ifNoneMatch: string | undefined, etag: string): boolean {
	if (!ifNoneMatch) return false;
	return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
