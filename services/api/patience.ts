// How long the gateway waits. A body may come as slowly as it likes, as long as it comes.
import type { IncomingMessage, Server } from "node:http";
import { BODY_TOO_SLOW, UNAVAILABLE } from "#contracts/errors";
import { refusal } from "#mixins/errors";

/** Nobody waits longer than that for an answer, and for the next bytes of a body. */
export const patienceMs = 30_000;

type Waiting<T> = { req: IncomingMessage; ms: number; work: Promise<T> };

/**
 * The work's answer, unless it takes too long: each piece of a body that still comes begins the
 * time anew. What is under way is finished all the same.
 */
export function inTime<T>({ req, ms, work }: Waiting<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const giveUp = () => reject(refusal(req.complete ? UNAVAILABLE : BODY_TOO_SLOW, {}));
		const timer = setTimeout(giveUp, ms);
		const goOn = () => timer.refresh();
		if (!req.complete) req.on("data", goOn);
		void work.then(resolve, reject).finally(() => {
			clearTimeout(timer);
			req.off("data", goOn);
		});
	});
}

/** A head has to come in one go: whoever dribbles it holds a connection for nothing. */
export function guardHeads(server: Server) {
	const times = { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 };
	// Why: Node would count a whole request's time, and with it that of a slow upload.
	Object.assign(server, { ...times, requestTimeout: 0 });
}
