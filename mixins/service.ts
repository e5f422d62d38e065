// Makes a Moleculer service out of a contract and one handler per action. A missing handler, a
// wrong answer or a wrong parameter does not compile; access is checked again here, in front of
// each handler, whichever way a call comes.
import type { Context, Service, ServiceSchema } from "moleculer";
import type {
	Action,
	ActionSpec,
	Contract,
	EventSpec,
	Infer,
	Listens,
	ParamsOf,
	ReturnsOf,
	StretchOf,
} from "#contracts/schema";
import { stretchOf } from "#contracts/schema";
import {
	FORBIDDEN,
	LOGIN_NEEDED,
	NOT_FOUND,
	NOT_SIGNED_IN,
	SECOND_FACTOR_MISSING,
} from "#contracts/errors";
import { isRecord } from "./adapters/adapter.ts";
import { timeoutOf } from "./cluster.ts";
import { env } from "./env.ts";
import { fail, translate } from "./errors.ts";
import type { Mixin, Added } from "./mixin.ts";
import { remembered } from "./remembered.ts";
import { fieldErrors } from "./validator.ts";

/** Who asks. Made by the gateway from a verified token, or `system` for jobs and recovery. */
export interface Principal {
	id: string;
	kind: "customer" | "staff" | "system";
	username: string;
	rights: string[];
	sessionId?: string;
	/** Of an API key, which is nobody's session. */
	keyId?: string;
	/** Staff who can do nothing before they have set up a second factor. */
	mustSetUp?: boolean;
}

/** What travels with every call beside its parameters. */
export interface Meta {
	user?: Principal | null;
	locale?: "en" | "zh";
	/** When the request came in, and when it was passed on: both by the gateway's clock. */
	askedAt?: string;
	passedOnAt?: string;
	cartToken?: string;
	orderToken?: string;
	idempotencyKey?: string;
	refreshToken?: string;
	/** The cookie of a login that is under way at a provider. */
	loginAttempt?: string;
	address?: string;
	userAgent?: string;
	/** The answer's HTTP extras, read by the gateway. */
	$statusCode?: number;
	$responseHeaders?: Record<string, string>;
	$cookie?: { value: string; expiresAt: string } | null;
	$loginAttempt?: string | null;
	/** Of an uploaded file: what the request said about it. */
	filename?: string;
	mimetype?: string;
}

export type Ctx<P = unknown> = Omit<Context<P, Meta>, "call"> & Caller;

/** A signed-in caller, for actions whose access says so. */
export type SignedIn = Principal;

interface Caller {
	call(name: string, params: unknown, options?: object): Promise<unknown>;
}

type Handler<S extends ActionSpec> = (
	ctx: Ctx<ParamsOf<S>>,
) => Promise<ReturnsOf<S> | StretchOf<S>> | ReturnsOf<S>;

/** How an event arrives: its payload as `ctx.params`, its id for idempotent consumers. */
export type Heard<E extends EventSpec> = (
	ctx: Ctx<Infer<E["payload"]>>,
	told: { id: string; at: string },
) => Promise<void>;

interface Tuning {
	/** Milliseconds until a call of this action is given up. */
	timeout?: number;
}

type Body<A extends Record<string, ActionSpec>, L extends Listens, M extends Mixin[]> = {
	mixins?: [...M];
	tuning?: { [K in keyof A]?: Tuning };
	actions: { [K in keyof A]: Handler<A[K]> };
	events?: { [K in keyof L]: Heard<L[K]> };
	started?: () => Promise<void> | void;
	stopped?: () => Promise<void> | void;
} & ThisType<Service & Added<M>>;

export function service<
	const A extends Record<string, ActionSpec>,
	const L extends Listens,
	M extends Mixin[] = [],
>({ $ }: { readonly $: Contract<A, L> }, body: Body<A, L, M>): ServiceSchema {
	const { mixins = [], tuning, actions, events, started, stopped } = body;
	return {
		name: $.service,
		version: $.version,
		mixins: mixins.map(({ schema }) => schema),
		actions: {
			...Object.fromEntries(
				Object.entries($.actions).map(([verb, spec]) => [
					verb,
					actionOf(
						{ ...spec, name: `v1.${$.service}.${verb}` },
						actions[verb] as unknown as AnyHandler,
						tuning?.[verb],
					),
				]),
			),
			...(events && { hear: hearing($.listens, events) }),
		},
		...(started && { started }),
		...(stopped && { stopped }),
	} as unknown as ServiceSchema;
}

/** Calls another service's action; `find references` on the action finds this line. */
export function call<P, R>(
	caller: Caller | { broker: unknown },
	action: Action<P, R>,
	...[params]: Record<never, never> extends P ? [params?: P] : [params: P]
): Promise<R> {
	const by = "call" in caller ? caller : (caller as unknown as { broker: Caller }).broker;
	const ask = () => by.call(action.name, params ?? {});
	if (!action.rememberedMs) return ask() as Promise<R>;
	return remembered((caller as { broker: object }).broker, action, ask) as Promise<R>;
}

/** Calls as the system itself, for jobs, recovery and seeds. */
export const system: Principal = { id: "system", kind: "system", username: "system", rights: [] };

export function callAsSystem<P, R>(
	{ broker }: { broker: unknown },
	action: Action<P, R>,
	...[params]: Record<never, never> extends P ? [params?: P] : [params: P]
): Promise<R> {
	return (broker as Caller).call(action.name, params ?? {}, {
		meta: { user: system },
	}) as Promise<R>;
}

/** The signed-in user of a call whose access guarantees one. */
export function userOf(ctx: Pick<Ctx, "meta">): Principal {
	return ctx.meta.user ?? fail(NOT_SIGNED_IN);
}

/** Whether the caller of this call may do it; refuses with 401 or 403 otherwise. */
export function admit(access: ActionSpec["access"], ctx: Pick<Ctx, "meta" | "caller">) {
	if (access === "public") return;
	if (access === "internal") {
		if (ctx.caller === "api") fail(NOT_FOUND);
		return;
	}
	const user = ctx.meta.user ?? fail(NOT_SIGNED_IN);
	if (access === "signed-in" && user.keyId) fail(LOGIN_NEEDED);
	if (access === "signed-in" || user.kind === "system") return;
	if (!user.rights.includes(access)) fail(FORBIDDEN, { right: access });
}

/** Staff without the second factor that the shop asks for can only set it up. */
export function checkSetUp(spec: ActionSpec, { meta }: Pick<Ctx, "meta">) {
	if (!meta.user?.mustSetUp || spec.whileSettingUp) return;
	if (spec.access !== "public" && spec.access !== "internal") fail(SECOND_FACTOR_MISSING);
}

function actionOf(spec: Named, handler: AnyHandler, tuning?: Tuning) {
	const timeout = tuning?.timeout ?? timeoutOf(spec.name);
	return {
		...(spec.params && { params: spec.params }),
		...(timeout && { timeout }),
		rest: null,
		async handler(this: Service, ctx: Ctx) {
			checkSetUp(spec, ctx);
			admit(spec.access, ctx);
			try {
				const answer = await handler.call(this, ctx);
				if (checksAnswers) checkAnswer(spec, ctx, answer);
				return answer;
			} catch (thrown) {
				throw translate(thrown);
			}
		},
	};
}

type Named = ActionSpec & { name: string };

// Why: the contract's types are checked in `Body`; from here on a handler is only called.
type AnyHandler = (this: Service, ctx: Ctx) => unknown;

const checksAnswers = env.NODE_ENV === "test";

function checkAnswer({ name, returns: page, walks }: Named, { params }: Ctx, answer: unknown) {
	const isWalk = walks && isRecord(params) && params["cursor"] !== undefined;
	const returns = isWalk ? stretchOf(walks) : page;
	if (!returns) return;
	const errors = fieldErrors(returns, answer === undefined ? undefined : plain(answer));
	if (errors.length === 0) return;
	const wrong = errors.map(({ path, message }) => `${path} ${message}`).join("; ");
	throw new Error(`${name} answers what its contract does not say: ${wrong}`);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** One internal action per service takes all events that the outbox delivers to it. */
function hearing(listens: Listens, events: Record<string, unknown>) {
	const byName = new Map(
		Object.entries(listens).map(([verb, { name }]) => [name, events[verb] as AnyListener]),
	);
	return {
		params: { name: "string", id: "string", at: "string", payload: "any" },
		async handler(this: Service, ctx: Ctx<Delivery>) {
			admit("internal", ctx);
			const { name, payload, id, at } = ctx.params;
			ctx.params = payload as Delivery;
			await byName.get(name)?.call(this, ctx, { id, at });
		},
	};
}

type Delivery = { name: string; id: string; at: string; payload: unknown };
type AnyListener = (this: Service, ctx: Ctx, told: { id: string; at: string }) => Promise<void>;
