// What an operator sees of a mall that runs: its figures, its traces and its log. A true process,
// with a collector of traces beside it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { freePort, startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";
import { anOrder, aProduct, aShopper, expectBody, paid, password } from "#tests/support/shop";
import type { Login } from "#tests/support/shop";

interface Span {
	traceId: string;
	spanId: string;
	parentSpanId?: string;
	name: string;
}

const dataDir = mkdtempSync(join(tmpdir(), "mall-seen-"));
const posted: string[] = [];
const collector = createServer((req, res) => {
	let body = "";
	req.on("data", (chunk) => (body += String(chunk)));
	req.on("end", () => {
		posted.push(body);
		res.writeHead(200, { "Content-Type": "application/json" }).end("{}");
	});
});

let mall: MallProcess;
let metricsPort: number;
let shopper: Login;

beforeAll(async () => {
	await new Promise<void>((done) => collector.listen(0, "127.0.0.1", done));
	metricsPort = await freePort();
	mall = await startMall(dataDir, {
		ADMIN_PASSWORD: process.env.ADMIN_PASSWORD ?? "",
		METRICS_PORT: String(metricsPort),
		OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
		OTEL_BSP_SCHEDULE_DELAY: "100",
		LOG_FORMAT: "json",
		LOG_LEVEL: "info",
	});
	const product = await aProduct(mall, { stock: 1 });
	shopper = await aShopper(mall);
	await paid(
		mall,
		shopper,
		await anOrder(mall, shopper, { items: [{ sku: product.sku, quantity: 1 }] }),
	);
	expectBody(await mall.send("GET /orders?page=0", shopper), 422);
}, 60_000);

afterAll(async () => {
	await mall.end();
	collector.close();
	rmSync(dataDir, { recursive: true, force: true });
});

const metrics = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();

describe("the figures", () => {
	it("count requests by route and status, actions, events, orders by state and stock-outs", async () => {
		await expect.poll(metrics).toMatch(/mall_index_lag_seconds_count [1-9]/);
		const text = await metrics();

		expect(text).toMatch(
			/mall_http_seconds_count\{method="POST",route="\/orders",status="201"\} 1/,
		);
		expect(text).toMatch(
			/mall_http_seconds_count\{method="GET",route="\/orders",status="422"\} 1/,
		);
		expect(text).toMatch(
			/mall_action_seconds_count\{action="v1.orders.place",outcome="ok"\} 1/,
		);
		expect(text).toMatch(/mall_events_total\{event="order.placed"\} 1/);
		expect(text).toMatch(/mall_events_total\{event="payment.captured"\} 1/);
		expect(text).toMatch(/mall_documents\{[^}]*service="orders"[^}]*value="paid"\} 1/);
		expect(text).toContain("mall_stock_outs 1");
	});

	it("tell nothing of a person or of the machine, and take no label from outside", async () => {
		await mall.send(`GET /nothing-${shopper.user.username}`);
		const text = await metrics();

		expect(text).not.toContain(shopper.user.username);
		expect(text).not.toContain(shopper.user.id);
		expect(text).not.toMatch(/hostname|username|address/i);
	});

	it("are on a port of their own only, which tells of the node's health and nothing else", async () => {
		const status = async (path: string) =>
			(await fetch(`http://127.0.0.1:${metricsPort}${path}`)).status;

		expect((await mall.send("GET /metrics")).status).toBe(404);
		expect(await status("/health/live")).toBe(200);
		expect(await status("/health/ready")).toBe(200);
		expect(await status("/api/v1/products")).toBe(404);
	});

	it("are there for every query of the dashboard and the alerts", async () => {
		const text = await metrics();
		const missing = queries().flatMap((query) =>
			selectorsOf(query)
				.filter(({ metric, labels }) => !isShown(text, metric, labels))
				.map(({ metric, labels }) => `${metric}{${labels.join()}} of ${query}`),
		);

		expect(queries().length).toBeGreaterThan(20);
		expect(missing).toEqual([]);
	});
});

describe("the traces", () => {
	const spans = () =>
		posted
			.flatMap((body) => JSON.parse(body).resourceSpans)
			.flatMap(({ scopeSpans }) => scopeSpans)
			.flatMap(({ spans: found }) => found as Span[]);

	it("join a request with every action that it led to, over services", async () => {
		await expect
			.poll(() => spans().map(({ name }) => name))
			.toContain("POST /orders/:id/payments");
		const root = spans().find(({ name }) => name === "POST /orders/:id/payments");
		const ofRequest = () => spans().filter(({ traceId }) => traceId === root?.traceId);
		const names = () => ofRequest().map(({ name }) => name);

		await expect.poll(names).toContain("v1.orders.markPaid");
		const pay = ofRequest().find(({ name }) => name === "v1.payments.pay");
		expect(pay?.parentSpanId).toBe(root?.spanId);
		const mark = ofRequest().find(({ name }) => name === "v1.orders.markPaid");
		expect(mark?.parentSpanId).toBe(pay?.spanId);
	});

	it("go on from a caller's own trace", async () => {
		const traceId = "0af7651916cd43dd8448eb211c80319c";
		await mall.send("GET /auth/me", {
			...shopper,
			headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
		});

		await expect
			.poll(() =>
				spans()
					.filter((span) => span.traceId === traceId)
					.map(({ name }) => name),
			)
			.toContain("v1.auth.me");
	});

	it("hold nothing that somebody sent", () => {
		const all = posted.join();
		for (const told of [password, shopper.token, shopper.user.email, shopper.user.username]) {
			expect(all).not.toContain(told);
		}
	});
});

describe("the log", () => {
	const lines = () =>
		mall
			.output()
			.split("\n")
			.filter((line) => line.startsWith("{"))
			.map((line) => JSON.parse(line));

	it("has a line for each request, with its id, route, status and time", async () => {
		const { headers } = await mall.send("GET /orders", shopper);
		const requestId = headers.get("X-Request-Id");

		await expect
			.poll(() => lines().find((line) => line.requestId === requestId))
			.toMatchObject({ level: "info", method: "GET", route: "/orders", status: 200 });
	});

	it("holds no password, token or mail address", () => {
		const said = lines()
			.map((line) => JSON.stringify(line))
			.join("\n");

		for (const secret of [password, shopper.token, shopper.user.email]) {
			expect(said).not.toContain(secret);
		}
	});
});

const folder = join(import.meta.dirname, "../../k8s/monitoring");

function queries(): string[] {
	const read = (name: string) => readFileSync(join(folder, name), "utf8");
	const { groups } = parse(read("alerts.yaml")) as { groups: { rules: { expr: string }[] }[] };
	const { panels } = JSON.parse(read("dashboard.json")) as {
		panels: { targets: { expr: string }[] }[];
	};
	return [
		...groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
		...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
	].map((query) => query.replaceAll("$__rate_interval", "5m"));
}

/** Each metric that a query reads, and the labels that it picks by. */
function selectorsOf(query: string) {
	const found: { metric: string; labels: string[] }[] = [];
	parser.parse(query).iterate({
		enter({ type, from, to, node }) {
			if (type.isError) throw new Error(`No PromQL at ${from}: ${query}`);
			if (type.name === "VectorSelector") {
				const name = node.getChild("Identifier");
				found.push({ metric: name ? query.slice(name.from, name.to) : "", labels: [] });
			}
			if (type.name === "LabelName" && node.parent?.name !== "GroupingLabels") {
				found.at(-1)?.labels.push(query.slice(from, to));
			}
		},
	});
	return found;
}

/** `up` is Prometheus' own, as are the labels of where it has read something. */
function isShown(text: string, metric: string, labels: string[]): boolean {
	if (metric === "up") return true;
	const lines = text.split("\n").filter((line) => new RegExp(`^${metric}[{ ]`).test(line));
	return lines.some((line) => labels.every((label) => line.includes(`${label}="`)));
}
