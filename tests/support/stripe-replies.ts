// How Stripe's interface answers: pages, errors, metadata.
import type { ServerResponse } from "node:http";

export type Params = Record<string, string>;
export type Reply = { status: number; body: unknown };

export const metadataOf = (params: Params) =>
	Object.fromEntries(
		Object.entries(params).flatMap(([name, value]) => {
			const key = /^metadata\[(\w+)\]$/.exec(name)?.[1];
			return key ? [[key, value]] : [];
		}),
	);

export function paged(all: { id: string }[], params: Params): Reply {
	const at = all.findIndex(({ id }) => id === params["starting_after"]) + 1;
	const data = all.slice(at, at + Number(params["limit"] ?? 10));
	return { status: 200, body: { object: "list", data, has_more: at + data.length < all.length } };
}

export const no = (status: number, code: string): Reply => ({
	status,
	body: {
		error: {
			type: status >= 500 ? "api_error" : "invalid_request_error",
			code,
			message: `Stripe's stub says ${code}.`,
		},
	},
});

export function send(res: ServerResponse, { status, body }: Reply) {
	res.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
