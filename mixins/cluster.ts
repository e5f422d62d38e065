// What is different where a mall runs as several nodes: how calls travel, how long they wait, and
// which are tried again. docs/operations.md says why these numbers.
import type { BrokerOptions } from "moleculer";
import { actions } from "#contracts/index";
import type { Action } from "#contracts/schema";
import about from "../package.json" with { type: "json" };
import { askingAgain, isNodesFault } from "./asking-again.ts";
import { env } from "./env.ts";
import { heartbeats } from "./heartbeats.ts";
import { instance } from "./instances.ts";
import { IpcTransporter } from "./ipc-transporter.ts";
import { largePackets } from "./large-packets.ts";
import { natsAccess } from "./nats-access.ts";
import { natsTransporter } from "./nats-transporter.ts";
import { nodeID } from "./node-name.ts";
import { nodeWatch } from "./node-watch.ts";
import { SocketTransporter } from "./socket-transporter.ts";

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
};

/** Until balancers have seen that a door is leaving, it still serves. */
const leavingMs = 2_500;
/** NATS that was restarted is found again within that. */
const rejoinMs = 200;

const isDoor = !env.SERVICES || env.SERVICES.split(",").includes("api");

export function clusterOptions(): BrokerOptions {
	const watching = [askingAgain((name) => reads.has(name)), heartbeats()];
	if (instance)
		return { ...amongProcesses, transporter: new IpcTransporter(), middlewares: watching };
	if (!env.NATS_URL) return env.REPL === "on" ? overSocket("opens") : {};
	return {
		...amongProcesses,
		registry: { ...amongProcesses.registry, ...(isDoor && { stopDelay: leavingMs }) },
		transporter: natsTransporter({
			...natsAccess(env.NATS_URL),
			name: nodeID,
			reconnectTimeWait: rejoinMs,
			reconnectJitter: rejoinMs,
		}),
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
		middlewares: [...watching, largePackets(), nodeWatch()],
	};
}

/** An embedded mall that a prompt may join, and that prompt. */
export const overSocket = (role: "opens" | "joins"): BrokerOptions => ({
	...amongProcesses,
	transporter: new SocketTransporter(role),
});

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
