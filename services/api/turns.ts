// Answers of one turn of the event loop leave together at its end: each that leaves by itself wakes
// whoever waits for it on the other side, which costs as much as making it.
import type { ServerResponse } from "node:http";

type Ready = { res: ServerResponse; body?: string | Buffer };

/** Longer turns do not hold the answers back that are ready. */
const mostMs = 2;
const ready: Ready[] = [];
let since = 0;

/** Ends an answer whose head is written. */
export function endSoon(res: ServerResponse, body?: string | Buffer) {
	if (ready.length === 0) {
		since = performance.now();
		setImmediate(send);
	}
	ready.push({ res, body });
	if (performance.now() - since > mostMs) send();
}

function send() {
	for (const { res, body } of ready.splice(0)) res.end(body);
}
