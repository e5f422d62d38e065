// moleculer-web's service as it is used here, with what the mall changes about it: how a path is
// found, what comes before an action is called, and how an answer or a refusal is sent.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import type { Service, ServiceBroker } from "moleculer";
import { METHOD_NOT_ALLOWED, NOT_FOUND } from "#contracts/errors";
import { actions } from "#contracts/index";
import type { Action } from "#contracts/schema";
import { somebodyFor } from "#mixins/asking-again";
import { now } from "#mixins/clock";
import { refusal } from "#mixins/errors";
import { admit, checkSetUp } from "#mixins/service";
import type { Meta } from "#mixins/service";
import { answer } from "./answer.ts";
import { audited } from "./auditing.ts";
import type { Pending } from "./answer.ts";
import { dropRest, readJson, readText, readUpload } from "./body.ts";
import { FinishedBodies } from "./finished-bodies.ts";
import { callerOf } from "./caller.ts";
import { Identity } from "./identity.ts";
import { checkKeyLimit, checkLimit } from "./limits.ts";
import { pages } from "./pages.ts";
import { paramsOf } from "./params.ts";
import { inTime, patienceMs } from "./patience.ts";
import { problemOf } from "./problems.ts";
import { Rest } from "./rest.ts";
import { addressOf, cookiesOf, languageOf, plainHeaders, requestIdOf } from "./request.ts";
import { addressOf as routeAddress, RouteTable } from "./route-table.ts";
import type { Found } from "./route-table.ts";
import { answerInTime, serveInstead } from "./stale.ts";
import { MemoryWindows } from "./windows.ts";
import type { Windows } from "./windows.ts";

export interface Request extends IncomingMessage {
	$ctx: {
		call(endpoint: unknown, params: unknown, options: object): Promise<unknown>;
		meta: Meta;
	};
	$endpoint: unknown;
	$found: Found;
	$query: string;
	$params: Record<string, unknown>;
	$stream?: Readable;
	$pending: Pending;
	$requestId: string;
}

interface Alias {
	action: string;
	method: string;
}

/** What moleculer-web keeps on `this`, and what we add. */
export interface Gateway extends Omit<Service, "actions"> {
	server: Server;
	aliases: Alias[];
	actions: { rest(params: object, options: object): Promise<unknown> };
	door: Door;
}

/** Everything that one gateway holds in memory. */
export class Door {
	readonly table: RouteTable;
	readonly bodies = new FinishedBodies();
	readonly identity: Identity;
	readonly pages: ReturnType<typeof pages>;
	readonly rest: Rest;
	windows: Windows = new MemoryWindows();
	patienceMs = patienceMs;
	/** moleculer-web's aliases by action, once it has made them. */
	aliases: Map<string, Alias> | undefined;

	constructor(broker: ServiceBroker) {
		this.table = new RouteTable(actions.filter(({ access }) => access !== "internal"));
		this.identity = new Identity(broker);
		this.pages = pages(broker, this.bodies);
		this.rest = new Rest(broker);
	}
}

/** `GET /api/v1/products` → `v1.products.list`, for moleculer-web's own alias table. */
export const aliases = Object.fromEntries(
	actions
		.filter(({ rest, access }) => rest && access !== "internal")
		.map(({ rest = "", name }) => {
			const { method, path } = routeAddress(rest);
			return [`${method} ${path}`, name];
		}),
);

/** A request from its first line to `actions.rest`, or to a page. */
export async function receive(this: Gateway, req: Request, res: ServerResponse) {
	const url = req.url ?? "/";
	// Why: a balancer would send the next request over it just when this door closes.
	if (!this.broker.started) res.setHeader("Connection", "close");
	const language = languageOf(req);
	const key = language + url;
	if (req.method === "GET" && !this.door.rest.isOn && this.door.bodies.serve(req, res, key))
		return;
	req.$requestId = requestIdOf(req);
	res.setHeader("X-Request-Id", req.$requestId);
	try {
		const mark = url.indexOf("?");
		const path = mark < 0 ? url : url.slice(0, mark);
		const method = req.method === "HEAD" ? "GET" : (req.method ?? "GET");
		const found = this.door.table.find(method, path);
		if (!found) {
			this.door.pages(req, res, () => refuse.call(this, req, res, refusal(NOT_FOUND, {})));
			return;
		}
		if ("allowed" in found) return refuseMethod.call(this, req, res, found.allowed);
		req.$found = found;
		req.$query = mark < 0 ? "" : url.slice(mark + 1);
		const comes = somebodyFor(this.broker, found.action.name);
		if (comes) await comes;
		const stamp = this.door.bodies.stamp(found.action.cached?.until ?? []);
		req.$pending = { req, res, action: found.action, meta: {}, key, stamp };
		await this.actions.rest(
			{ req, res },
			{ requestID: req.$requestId, meta: { locale: language, askedAt: now() } },
		);
	} catch (thrown) {
		refuse.call(this, req, res, thrown);
	}
}

/** moleculer-web takes the path apart next; `receive` has found the action already. */
export const pathAsAction = (req: Request) => ({ url: req.$found.action.name, query: {} });

/** The alias of an action, without a scan of all aliases. */
export function resolveAlias(this: Gateway, action: string) {
	this.door.aliases ??= new Map(this.aliases.map((alias) => [alias.action, alias]));
	return { alias: this.door.aliases.get(action), params: {} };
}

/** Who asks, whether they may, and with what. Nothing is read before it is known who asks. */
export async function prepare(this: Gateway, req: Request) {
	const { action, params } = req.$found;
	const { meta } = req.$ctx;
	const address = addressOf(req);
	const caller = await callerOf(this.door.identity, req, action);
	// Why: a key is not its maker, who may have a cart and orders of their own.
	meta.user = caller?.keyId && action.access === "public" ? null : caller;
	checkSetUp(action, { meta });
	admit(action.access, { meta, caller: null });
	this.door.rest.check(action, meta.user);
	const limited = checkLimit(this.door.windows, action, { address, userId: meta.user?.id });
	if (limited) await limited;
	if (caller?.keyId) await checkKeyLimit(this.door.windows, caller.keyId);
	Object.assign(meta, headersOf(req), { address });
	if (action.service === "auth") Object.assign(meta, cookiesOf(req));
	req.$pending.meta = meta;
	const work = bodyOf(req, action);
	const body = await (req.complete ? work : inTime({ req, ms: this.door.patienceMs, work }));
	req.$params = paramsOf(action, params, req.$query, body);
}

function headersOf({ headers }: Request): Partial<Meta> {
	const text = (name: string) => {
		const value = headers[name];
		return typeof value === "string" && value !== "" && value.length <= 200 ? value : undefined;
	};
	return {
		cartToken: text("x-cart-token"),
		orderToken: text("x-order-token"),
		idempotencyKey: text("idempotency-key"),
		userAgent: headers["user-agent"]?.slice(0, 300),
	};
}

async function bodyOf(req: Request, { body }: Action): Promise<Record<string, unknown>> {
	if (req.method === "GET" || req.method === "HEAD") return {};
	if (!body) return readJson(req);
	if (body === "raw") return { body: await readText(req), headers: plainHeaders(req) };
	const { stream, filename, mimetype } = await readUpload(req, body);
	req.$stream = stream;
	Object.assign(req.$ctx.meta, { filename, mimetype });
	return {};
}

/** Calls the action that was found and sends its answer. */
export async function callAction(this: Gateway, _route: unknown, _name: string, req: Request) {
	const options = req.$stream ? { stream: req.$stream } : {};
	req.$ctx.meta.passedOnAt = now();
	const { $params: params, $requestId: requestId } = req;
	const command = { action: req.$found.action, user: req.$ctx.meta.user, params, requestId };
	const work = audited(this, command, () => req.$ctx.call(req.$endpoint, params, options));
	const { bodies, patienceMs: ms } = this.door;
	try {
		const data = await answerInTime(req, { ms, work, bodies });
		await answer(req.$pending, data, bodies);
		return true;
	} finally {
		// Why: nothing more will come; who still reads would wait for it for ever.
		if (!req.complete) req.$stream?.destroy();
	}
}

function refuseMethod(this: Gateway, req: Request, res: ServerResponse, allowed: string[]) {
	const allow = [...allowed, "OPTIONS"].join(", ");
	res.setHeader("Allow", allow);
	if (req.method === "OPTIONS") {
		res.writeHead(204).end();
		return;
	}
	refuse.call(this, req, res, refusal(METHOD_NOT_ALLOWED, { allowed: allow }));
}

/** Sends a refusal as a problem document; what is our fault is logged once, here. */
export function refuse(this: Gateway, req: Request, res: ServerResponse, thrown: unknown) {
	if (res.headersSent) {
		res.destroy();
		return;
	}
	const { problem, isOurs, retryAfter } = problemOf(thrown, req.$requestId, languageOf(req));
	if (isOurs) this.logger.error(`${nameOf(req)} failed`, req.$requestId, thrown);
	if (serveInstead(req, res, problem.code, this.door.bodies)) return;
	const body = JSON.stringify(problem);
	const isDone = req.complete || dropRest(req, problem.status);
	res.writeHead(problem.status, {
		"Content-Type": "application/problem+json; charset=utf-8",
		"Content-Length": Buffer.byteLength(body),
		"Cache-Control": "no-store",
		"X-Content-Type-Options": "nosniff",
		Vary: "Accept-Language",
		...(retryAfter && { "Retry-After": String(retryAfter) }),
		...(problem.status === 401 && { "WWW-Authenticate": "Bearer" }),
		...(!isDone && { Connection: "close" }),
	}).end(body);
}

/** Without what stands in its path: that may be a secret of its sender. */
const nameOf = ({ method, $found }: Partial<Request>) => $found?.action.rest ?? `${method} a page`;
