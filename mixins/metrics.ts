// What Prometheus reads of this process, on a port of its own: how long actions and requests take,
// which events were stored, and figures that services name. Labels hold names of ours only, never
// what a person has sent.
import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Queue } from "#contracts/system";
import type { Told } from "./collection.ts";
import { env } from "./env.ts";
import { middleware } from "./middleware.ts";
import type { Next } from "./middleware.ts";

const registry = new Registry();
const registers = [registry];

export const isMeasured = env.METRICS_PORT > 0;

const seconds = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10];

const requests = new Histogram({
	name: "mall_http_seconds",
	help: "From a request's head until its answer is sent",
	labelNames: ["method", "route", "status"],
	buckets: seconds,
	registers,
});

const handled = new Histogram({
	name: "mall_action_seconds",
	help: "Actions that ran on this node",
	labelNames: ["action", "outcome"],
	buckets: seconds,
	registers,
});

const asked = new Histogram({
	name: "mall_remote_call_seconds",
	help: "Calls that this node made to another",
	labelNames: ["action", "outcome"],
	buckets: seconds,
	registers,
});

const events = new Counter({
	name: "mall_events_total",
	help: "Events stored with the change that they tell of",
	labelNames: ["event"],
	registers,
});

const stale = new Counter({
	name: "mall_stale_answers_total",
	help: "Public reads that were answered with the last body, since their service failed",
	labelNames: ["route"],
	registers,
});

const indexLag = new Histogram({
	name: "mall_index_lag_seconds",
	help: "From a product's change until it can be found",
	buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30, 300],
	registers,
});

export interface Handled {
	method: string;
	/** As the contract writes it, with `:id`. */
	route: string;
	status: number;
	seconds: number;
}

export const countRequest = ({ seconds: took, ...labels }: Handled) =>
	requests.observe(labels, took);

export function countTold(told: readonly Told[]) {
	if (!isMeasured) return;
	for (const { name } of told) events.inc({ event: name });
}

/** The route as its contract writes it. */
export const countStale = (route: string) => stale.inc({ route: route.split(" ")[1] ?? "" });

/** `since` is when the product was changed. */
export function countIndexed(since: string) {
	lastLagMs = Math.max(0, Date.now() - Date.parse(since));
	indexLag.observe(lastLagMs / 1000);
}

let lastLagMs: number | null = null;

/** Of the last change that this node has put into the index. */
export const indexLagMs = () => lastLagMs;

interface Figure {
	name: string;
	help: string;
	/** What tells it from others of its name. */
	labels?: Record<string, string>;
	/** The label that parts the values which `read` answers by name. */
	by?: string;
	/** Set when it is work that waits: the system desk shows it. */
	queue?: Queue["kind"];
	read(): Values | Promise<Values>;
}

type Values = number | Record<string, number>;

const figures = new Map<string, Map<string, Figure>>();

/** A figure of a service, read when somebody asks; what can't be read is left out. */
export function gauge(figure: Figure) {
	const { name, help, labels = {}, by } = figure;
	const alike = figures.get(name) ?? new Map<string, Figure>();
	alike.set(JSON.stringify(labels), figure);
	if (figures.has(name)) return;
	figures.set(name, alike);
	const labelNames = [...Object.keys(labels), ...(by ? [by] : [])];
	const shown: Gauge = new Gauge({
		name,
		help,
		labelNames,
		registers: [],
		collect: () => collect(shown, alike),
	});
	registry.registerMetric(shown);
}

/** Work that waits on this node, without what is empty. */
export async function waiting(): Promise<Queue[]> {
	const all = [...figures.values()].flatMap((alike) => [...alike.values()]);
	const found = await Promise.all(
		all.map(async ({ queue, labels = {}, read }) => {
			const count = queue && (await readable(read));
			const of = Object.values(labels).join(".");
			return typeof count === "number" && count > 0 && queue
				? [{ kind: queue, of, waiting: count }]
				: [];
		}),
	);
	return found.flat();
}

/** Nothing when its service is not there any more. */
const readable = (read: Figure["read"]) =>
	Promise.resolve()
		.then(read)
		.catch(() => ({}));

async function collect(shown: Gauge, alike: Map<string, Figure>): Promise<void> {
	shown.reset();
	await Promise.all([...alike.values()].map((one) => show(shown, one)));
}

async function show(on: Gauge, { labels = {}, by = "", read }: Figure) {
	const found = await readable(read);
	if (typeof found === "number") return on.set(labels, found);
	for (const [of, value] of Object.entries(found)) on.set({ ...labels, [by]: of }, value);
}

/** Measures every action, where it runs and where it is asked for. */
export const measuring = middleware({
	localAction: timed(handled),
	remoteAction: timed(asked),
});

function timed(histogram: typeof handled) {
	return (next: Next, { name: action }: { name: string }): Next =>
		async (ctx) => {
			const began = performance.now();
			const done = (outcome: string) =>
				histogram.observe({ action, outcome }, (performance.now() - began) / 1000);
			try {
				const answer = await next(ctx);
				done("ok");
				return answer;
			} catch (thrown) {
				done(isRefusal(thrown) ? "refused" : "failed");
				throw thrown;
			}
		};
}

const isRefusal = (thrown: unknown) =>
	thrown instanceof Error &&
	"code" in thrown &&
	Number(thrown.code) >= 400 &&
	Number(thrown.code) < 500;

/**
 * Answers `GET /metrics` until the process ends, and whether this node lives and serves: what is asked
 * of a node without the gateway. Throws when the port can't be had.
 */
export async function serveMetrics(isServing: () => boolean) {
	if (!isMeasured) return;
	collectDefaultMetrics({ register: registry });
	const health: Record<string, () => number> = {
		"/health/live": () => 200,
		"/health/ready": () => (isServing() ? 200 : 503),
	};
	const server = createServer((req, res) => {
		if (req.url === "/metrics") void answer(res);
		else res.writeHead(health[req.url ?? ""]?.() ?? 404).end();
	});
	await new Promise<void>((done, failed) => {
		server.once("error", failed);
		server.listen(env.METRICS_PORT, env.METRICS_HOST, done);
	});
	server.unref();
}

async function answer(res: ServerResponse) {
	const text = await registry.metrics();
	res.writeHead(200, { "Content-Type": registry.contentType }).end(text);
}
