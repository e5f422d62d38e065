// OpenTelemetry: a span for each request and each action, joined over all hops. Spans hold names and
// outcomes only, never parameters, so nothing personal leaves the mall with them.
import type { IncomingMessage, ServerResponse } from "node:http";
import {
	context,
	propagation,
	ROOT_CONTEXT,
	SpanKind,
	SpanStatusCode,
	trace,
} from "@opentelemetry/api";
import type { Context, Span, Tracer } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
	BatchSpanProcessor,
	ParentBasedSampler,
	TraceIdRatioBasedSampler,
	TracerProvider,
} from "@opentelemetry/sdk-trace";
import { env } from "./env.ts";
import { middleware } from "./middleware.ts";
import type { Hop, Next } from "./middleware.ts";

interface Carrier {
	/** How the span of the caller travels with a call or request. */
	traceparent?: string;
}

/** The parameters of the gateway's own action. */
interface Door {
	req: IncomingMessage & { $found: { action: { rest?: string } } };
	res: ServerResponse;
}

/** A middleware that tells the collector at `endpoint` of every hop. */
export function tracing(endpoint: string) {
	const provider = providerFor(endpoint);
	const tracer = provider.getTracer("micro-mall");
	context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
	propagation.setGlobalPropagator(new W3CTraceContextPropagator());

	return middleware({
		call: (next) => (name, params, options) => next(name, params, carrying(options)),
		localAction: (next, { name }) => {
			const begin = name === "api.rest" ? requestSpan : actionSpan(name);
			return (ctx) => begin(tracer, ctx, next);
		},
		stopped: () => provider.shutdown(),
	});
}

function providerFor(endpoint: string): TracerProvider {
	const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
	return new TracerProvider({
		resource: resourceFromAttributes({ "service.name": "micro-mall" }),
		sampler: new ParentBasedSampler({
			root: new TraceIdRatioBasedSampler(env.TRACE_PERCENT / 100),
		}),
		spanProcessors: [new BatchSpanProcessor({ exporter })],
	});
}

function carrying(options: { meta?: object } | undefined) {
	const carrier: Carrier = {};
	propagation.inject(context.active(), carrier);
	return carrier.traceparent ? { ...options, meta: { ...options?.meta, ...carrier } } : options;
}

/** Ends with the answer, whatever it is. */
function requestSpan(tracer: Tracer, ctx: Hop, next: Next) {
	const { req, res } = ctx.params as Door;
	const route = req.$found.action.rest ?? "";
	const parent = propagation.extract(ROOT_CONTEXT, req.headers);
	const attributes = { "http.route": route, "mall.request_id": ctx.requestID ?? "" };
	const span = tracer.startSpan(route, { kind: SpanKind.SERVER, attributes }, parent);
	res.once("close", () => {
		span.setAttribute("http.response.status_code", res.statusCode);
		if (res.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
		span.end();
	});
	return within(parent, span, () => next(ctx));
}

const actionSpan = (name: string) => async (tracer: Tracer, ctx: Hop, next: Next) => {
	const parent = propagation.extract(ROOT_CONTEXT, ctx.meta);
	const attributes = { "mall.request_id": ctx.requestID ?? "" };
	const span = tracer.startSpan(name, { attributes }, parent);
	try {
		return await within(parent, span, () => next(ctx));
	} catch (thrown) {
		const kind = thrown instanceof Error && "type" in thrown ? String(thrown.type) : "unknown";
		span.setAttribute("error.type", kind);
		span.setStatus({ code: SpanStatusCode.ERROR });
		throw thrown;
	} finally {
		span.end();
	}
};

const within = <T>(parent: Context, span: Span, work: () => T) =>
	context.with(trace.setSpan(parent, span), work);
