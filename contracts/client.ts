// The typed client of the HTTP interface: `client.send("orders.get", { id })`. Both SPAs use it;
// it knows routes and types only.
import type { Holder } from "./inventory.ts";
import type { deskRoutes, Services, shopRoutes } from "./routes.ts";
import type { Action } from "./schema.ts";

export type ShopRoute = keyof typeof shopRoutes;
export type Route = ShopRoute | keyof typeof deskRoutes;

type ActionAt<R extends string> = R extends `${infer S extends keyof Services}.${infer V}`
	? V extends keyof Services[S]
		? Services[S][V]
		: never
	: never;
export type ParamsOf<R extends Route> = ActionAt<R> extends Action<infer P, unknown> ? P : never;
export type AnswerOf<R extends Route> =
	ActionAt<R> extends Action<never, infer A>
		? A
		: ActionAt<R> extends { "~returns"?: infer A }
			? NonNullable<A>
			: never;

/** The mall said no, or could not be reached (`status` 0). `errors` names each wrong field. */
export class Problem extends Error {
	readonly status: number;
	readonly code: string;
	readonly errors: { path: string; message: string }[];
	/** Orders that stand in the way, where the mall names them. */
	readonly orders: readonly Holder[];
	readonly requestId: string;
	/** Milliseconds to wait before another try, if the mall said so. */
	readonly retryAfter: number | undefined;

	constructor(problem: ProblemBody, retryAfter?: number) {
		super(problem.detail ?? problem.title ?? problem.code);
		this.status = problem.status;
		this.code = problem.code;
		this.errors = problem.errors ?? [];
		this.orders = problem.orders ?? [];
		this.requestId = problem.requestId ?? "";
		this.retryAfter = retryAfter;
	}
}

interface ProblemBody {
	status: number;
	code: string;
	title?: string;
	detail?: string;
	requestId?: string;
	errors?: { path: string; message: string }[];
	orders?: Holder[];
}

export interface ClientOptions<A extends Route> {
	/** Method and path of each route that is called. */
	routes: Readonly<Record<A, string>>;
	/** Where the mall answers: `/api/v1` of this origin unless said. */
	base?: string;
	/** Headers of every request: login, cart token, language. */
	headers?: () => Record<string, string>;
	/** Asked once when a token is too old; true means that the request is worth repeating. */
	renew?: () => Promise<boolean>;
	/** Sees every answer's headers, such as a new cart token. */
	onAnswer?: (answer: Response) => void;
}

export interface SendOptions {
	signal?: AbortSignal;
	idempotencyKey?: string;
	headers?: Record<string, string>;
	/** A file to send instead of JSON. */
	file?: File;
}

export interface Client<A extends Route> {
	send<R extends A>(route: R, params?: ParamsOf<R>, options?: SendOptions): Promise<AnswerOf<R>>;
}

export function createClient<A extends Route>(options: ClientOptions<A>): Client<A> {
	const { routes, base = "/api/v1", renew } = options;

	async function once(route: A, params: Params, { file, ...send }: SendOptions) {
		const { url, method, body } = requestOf({ base, route: routes[route], params, file });
		const headers = {
			...options.headers?.(),
			...(body instanceof FormData || body === undefined
				? {}
				: { "Content-Type": "application/json" }),
			...(send.idempotencyKey && { "Idempotency-Key": send.idempotencyKey }),
			...send.headers,
		};
		const answer = await reach(url, { method, body, headers, signal: send.signal });
		options.onAnswer?.(answer);
		return answer;
	}

	return {
		async send(route, params, send = {}) {
			const asked = (params ?? {}) as Params;
			try {
				return (await read(await once(route, asked, send))) as never;
			} catch (thrown) {
				if (route === "auth.renew" || !isTooOld(thrown) || !(await renew?.())) throw thrown;
				return (await read(await once(route, asked, send))) as never;
			}
		},
	};
}

/** A wrong password is 401 as well, and no newer token cures that. */
const isTooOld = (thrown: unknown) => thrown instanceof Problem && thrown.code === "NOT_SIGNED_IN";

async function reach(url: string, request: RequestInit & { signal: AbortSignal | undefined }) {
	try {
		return await fetch(url, request);
	} catch (thrown) {
		if (request.signal?.aborted) throw thrown;
		const detail = "The mall is not reachable.";
		throw new Problem({ status: 0, code: "OFFLINE", detail });
	}
}

type Params = Record<string, unknown>;
interface Asked {
	base: string;
	/** `GET /orders/:id` */
	route: string;
	params: Params;
	file?: File;
}

/** Method, address and body of a call: path first, then query (GET, files) or JSON. */
export function requestOf({ base, route, params, file }: Asked) {
	const [method = "GET", template = ""] = route.split(" ");
	const rest = { ...params };
	const path = template.replace(/:(\w+)/g, (_, name: string) => {
		const value = rest[name];
		delete rest[name];
		return encodeURIComponent(String(value));
	});
	const at = path.startsWith("//") ? path.slice(1) : base + path;
	if (file) {
		const form = new FormData();
		form.append("file", file);
		return { method, url: at + queryOf(rest), body: form };
	}
	const isBare = method === "DELETE" && Object.keys(rest).length === 0;
	if (method === "GET" || isBare) return { method, url: at + queryOf(rest) };
	return { method, url: at, body: JSON.stringify(rest) };
}

function queryOf(params: Params): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(params)) append(query, name, value);
	const text = query.toString();
	return text ? `?${text}` : "";
}

function append(query: URLSearchParams, name: string, value: unknown) {
	if (value === undefined || value === null || value === "") return;
	if (Array.isArray(value)) {
		for (const one of value) append(query, name, one);
	} else if (typeof value === "object") {
		for (const [key, one] of Object.entries(value)) append(query, `${name}.${key}`, one);
	} else if (typeof value === "string" || typeof value === "number" || value === true) {
		query.append(name, String(value));
	} else if (value === false) {
		query.append(name, "false");
	}
}

async function read(answer: Response): Promise<unknown> {
	const type = answer.headers.get("Content-Type") ?? "";
	if (answer.ok) {
		if (answer.status === 204) return undefined;
		return type.includes("json") ? answer.json() : answer.blob();
	}
	const seconds = Number(answer.headers.get("Retry-After")) || undefined;
	const retryAfter = seconds && seconds * 1000;
	const problem: unknown = type.includes("json") ? await answer.json() : undefined;
	if (problem) throw new Problem(problem as ProblemBody, retryAfter);
	throw new Problem(
		{ status: answer.status, code: "UNREADABLE", detail: answer.statusText },
		retryAfter,
	);
}
