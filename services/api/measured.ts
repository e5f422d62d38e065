// What a request was and how long it took, for the figures and the log: its route as the contract
// writes it, never its address, which may hold what only one person may know.
import type { ServerResponse } from "node:http";
import { env } from "#mixins/env";
import { countRequest, isMeasured } from "#mixins/metrics";
import type { Gateway, Request } from "./gateway.ts";

type Receive = (this: Gateway, req: Request, res: ServerResponse) => Promise<void>;

const isLogged = ["trace", "debug", "info"].includes(env.LOG_LEVEL);
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Without figures and log lines asked for, `receive` itself. */
export function measured(receive: Receive): Receive {
	if (!isMeasured && !isLogged) return receive;
	return function measure(req, res) {
		const began = performance.now();
		res.once("close", () => {
			const method = methods.has(req.method ?? "") ? (req.method ?? "") : "other";
			const seconds = (performance.now() - began) / 1000;
			const done = { method, route: routeOf(this, req), status: res.statusCode, seconds };
			countRequest(done);
			if (isLogged) this.logger.info({ requestId: req.$requestId, ...done }, "Answered");
		});
		return receive.call(this, req, res);
	};
}

/** A page and a file of it is `pages`; what does not exist is `none`. */
function routeOf({ door }: Gateway, { url = "/", method = "GET" }: Request): string {
	const [path = "/"] = url.split("?");
	const found = door.table.find(method === "HEAD" ? "GET" : method, path);
	if (found && "action" in found) return found.action.rest?.split(" ")[1] ?? "none";
	return found || path.startsWith("/api/") ? "none" : "pages";
}
