// When a service fails: a public read is answered with the last body that there was, and a shopper
// does not wait long for a better one. docs/adr/0014-when-a-service-fails.md says why these numbers.
import type { ServerResponse } from "node:http";
import { INTERNAL, UNAVAILABLE } from "#contracts/errors";
import { countStale } from "#mixins/metrics";
import { keepLate } from "./answer.ts";
import type { FinishedBodies } from "./finished-bodies.ts";
import type { Request } from "./gateway.ts";
import { inTime } from "./patience.ts";

/** So long is waited for a new answer where there is an old one. */
const patienceMs = 3_000;

/** Problems of ours: what a caller did wrong, and a shop that rests, are said. */
const failures = new Set([INTERNAL.code, UNAVAILABLE.code]);

/** Answers in place of this problem, if it may and can. */
export function serveInstead(
	req: Request,
	res: ServerResponse,
	code: string,
	bodies: FinishedBodies,
) {
	if (!failures.has(code) || !isKept(req)) return false;
	const { key, action } = req.$pending;
	if (!bodies.serveStale(req, res, key)) return false;
	countStale(action.rest ?? "");
	return true;
}

type Asked = { ms: number; work: Promise<unknown>; bodies: FinishedBodies };

/** The work's answer in time. One that comes too late is kept for whoever asks next. */
export async function answerInTime(req: Request, { ms, work, bodies }: Asked): Promise<unknown> {
	if (!isKept(req) || !bodies.hasStale(req, req.$pending.key)) return inTime({ req, ms, work });
	try {
		return await inTime({ req, ms: Math.min(patienceMs, ms), work });
	} catch (thrown) {
		const keep = (late: unknown) => keepLate(req.$pending, late, bodies);
		void work.then(keep, () => {});
		throw thrown;
	}
}

/** A read of which finished bodies are kept. A page has none pending. */
function isKept({ $pending, method }: Request): boolean {
	const { cached } = $pending?.action ?? {};
	return method === "GET" && cached !== undefined && cached.kept !== false;
}
