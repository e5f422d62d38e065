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

/** What others have said meanwhile is still to be read. */
function beginAnew({ registry }: ServiceBroker) {
	for (const node of registry.nodes.toArray())
		node.lastHeartbeatTime = Math.round(process.uptime());
}
