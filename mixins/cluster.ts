// What is different where a mall runs as several nodes: how calls travel, how long they wait, and
// which are tried again. docs/operations.md says why these numbers.
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { Errors } from "moleculer";
import type { BrokerOptions } from "moleculer";
import { actions } from "#contracts/index";
import type { Action } from "#contracts/schema";
import about from "../package.json" with { type: "json" };
import { env } from "./env.ts";
import { instance } from "./instances.ts";
import { IpcTransporter } from "./ipc-transporter.ts";
import { largePackets } from "./large-packets.ts";
import { nodeWatch } from "./node-watch.ts";

/** No two nodes have the same: Moleculer ends both of a pair. */
export const nodeID = `${hostname()}-${process.pid}-${randomBytes(3).toString("hex")}`;

/** How long a read may take before another node is asked; a busy node answers within it. */
const readMs = 3_000;

/** Where calls may leave this process. */
const amongProcesses: BrokerOptions = {
	nodeID,
	// Why: pictures and invoices are bytes, which plain JSON makes lists of numbers.
	serializer: "JSONExt",
	heartbeatInterval: 1,
	heartbeatTimeout: 3,
	registry: { strategy: "RoundRobin", preferLocal: true },
	retryPolicy: { enabled: true, retries: 2, delay: 50, maxDelay: 500, factor: 4, check: isSafe },
};

export function clusterOptions(): BrokerOptions {
	if (instance) return { ...amongProcesses, transporter: new IpcTransporter() };
	if (!env.NATS_URL) return {};
	return {
		...amongProcesses,
		transporter: { type: "NATS", options: { url: env.NATS_URL, name: nodeID } },
		requestTimeout: 10_000,
		circuitBreaker: {
			enabled: true,
			threshold: 0.5,
			minRequestCount: 5,
			windowTime: 10,
			halfOpenTime: 3_000,
			check: isNodesFault,
		},
		metadata: { version: about.version },
		middlewares: [largePackets(), nodeWatch()],
	};
}

/** Internal actions that change nothing. Those of the HTTP interface are told by their method. */
const internalReads = new Set(
	[
		"users: pointsOf find resolve whole addressOf",
		"auth: standing keyStanding publicKeys",
		"acl: rolesOf rightsOf administrators",
		"products: resolve cards indexEntries versions matching",
		"inventory: levels",
		"search: recommend",
		"carts: selected bought",
		"promotions: price goods offers",
		"orders: payable bought resolve balances paidSince",
		"analytics: hotQueries",
		"settings: current",
	].flatMap((line) => {
		const [service, verbs = ""] = line.split(": ");
		return verbs.split(" ").map((verb) => `v1.${service}.${verb}`);
	}),
);

const isRead = ({ name, rest, produces }: Action) =>
	!produces && (rest ? rest.startsWith("GET ") : internalReads.has(name));

const reads = new Set(actions.filter(isRead).map(({ name }) => name));

/** The time an action has in a cluster, if not the usual one; embedded calls have no timer. */
export const timeoutOf = (name: string) => (env.NATS_URL && reads.has(name) ? readMs : undefined);

/** A call that reached nobody, or a read: whatever became of it, it may be made again. */
function isSafe(error: Error): boolean {
	if (error instanceof Errors.ServiceNotAvailableError) return true;
	return isNodesFault(error) && reads.has(actionOf(error) ?? "");
}

/** The node said nothing in time, or is gone; what an action answers is never its node's fault. */
function isNodesFault(error: Error): boolean {
	return (
		error instanceof Errors.RequestTimeoutError || error instanceof Errors.RequestRejectedError
	);
}

function actionOf(error: Error): string | undefined {
	const data: unknown = "data" in error ? error.data : undefined;
	const isNamed = typeof data === "object" && data !== null && "action" in data;
	return isNamed && typeof data.action === "string" ? data.action : undefined;
}
