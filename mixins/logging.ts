// Log lines as JSON, for machines that collect them: each names its request, and nothing in them
// may open a door.
import { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";
import { middleware } from "./middleware.ts";

const requests = new AsyncLocalStorage<string>();

/** Lets every line that is written for a request name it. */
export const naming = middleware({
	localAction: (next) => (ctx) => requests.run(ctx.requestID ?? "", () => next(ctx)),
});

/** A formatter of Moleculer's loggers; an object that comes first gives fields. */
export function json(
	level: string,
	args: unknown[],
	{ nodeID, svc, mod }: { nodeID?: string; svc?: string; mod?: string },
): string[] {
	const [first, ...rest] = args;
	const fields = isPlain(first) ? first : {};
	const said = isPlain(first) ? rest : args;
	const requestId = requests.getStore();
	return [
		withoutSecrets(
			JSON.stringify({
				time: new Date().toISOString(),
				level,
				node: nodeID,
				from: svc ?? mod,
				...(requestId && { requestId }),
				...fields,
				message: said.map(worded).join(" "),
			}),
		),
	];
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !(value instanceof Error);

function worded(value: unknown): string {
	if (value instanceof Error) return value.stack ?? String(value);
	return typeof value === "string" ? value : inspect(value, { depth: 1 });
}

/** What looks like a token, a password or somebody's address is not kept, however it got here. */
export const withoutSecrets = (line: string) =>
	line
		.replaceAll(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, "[token]")
		.replaceAll(/(bearer\s+|(?:password|secret)[\\"':=\s]+)[^\s\\"',;}]+/gi, "$1[hidden]")
		.replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, "[address]");
