// Which nodes are silent for too long. Moleculer looks seldom, and a process that was itself stopped,
// with its machine or by a long piece of work, takes all others for dead when it goes on.
import type { Middleware, ServiceBroker } from "moleculer";
import { middlewareOf } from "./middleware.ts";

const lookMs = 1_000;
const tolerableMs = 1_000;

export const heartbeats = (): Middleware =>
	middlewareOf((broker) => {
		let timer: NodeJS.Timeout;
		return {
			created() {
				const { discoverer } = broker.registry;
				const check = discoverer.checkRemoteNodes.bind(discoverer);
				// Why: it looks by a timer of its own, also when it was stopped itself.
				discoverer.checkRemoteNodes = () => {};
				let before = performance.now();
				const look = () => {
					const at = performance.now();
					if (at - before > lookMs + tolerableMs) beginAnew(broker);
					else check();
					before = at;
				};
				timer = setInterval(look, lookMs).unref();
			},
			async stopped() {
				clearInterval(timer);
			},
		};
	});

/** Older than that, and asked in vain: who waits for it need not wait longer. */
const suspectSeconds = 2;

/** A node that did not answer in time: it is out when its heartbeats do not come either. */
export function suspect({ registry }: ServiceBroker, nodeID: string) {
	const node = registry.nodes.get(nodeID);
	const last = node?.lastHeartbeatTime ?? Infinity;
	if (process.uptime() - last > suspectSeconds) registry.nodes.disconnected(nodeID, true);
}

/** What others have said meanwhile is still to be read. */
function beginAnew({ registry }: ServiceBroker) {
	for (const node of registry.nodes.toArray())
		node.lastHeartbeatTime = Math.round(process.uptime());
}
