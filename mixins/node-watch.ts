// Looks at each node that joins, and says in the log what an operator should mend.
import type { Middleware, ServiceBroker } from "moleculer";
import { env } from "./env.ts";

interface Joined {
	node: { id: string; metadata?: { version?: string }; services?: { name: string }[] };
}
interface Pong {
	nodeID: string;
	timeDiff: number;
	elapsedTime: number;
}

const tolerableMs = 2_000;

/** What is wrong with a node beside this one; nothing, mostly. */
export function complaints(broker: ServiceBroker, { node }: Joined): string[] {
	const own = broker.metadata as { version?: string } | undefined;
	const { version } = node.metadata ?? {};
	const isOther = version !== undefined && version !== own?.version;
	const searches = (names: { name: string }[]) => names.some(({ name }) => name === "search");
	const isSplit =
		!env.ELASTICSEARCH_URL && searches(node.services ?? []) && searches(broker.services);
	return [
		...(isOther
			? [`The node ${node.id} runs version ${version}, this one ${own?.version}.`]
			: []),
		...(isSplit
			? [
					`The node ${node.id} has an embedded search index too: they will differ. Set ELASTICSEARCH_URL.`,
				]
			: []),
	];
}

export const nodeWatch = (): Middleware => ({
	name: "NodeWatch",
	/** Why: Moleculer tells the others a second later, when the one that is replaced may be gone. */
	async started({ registry }: ServiceBroker) {
		await registry.discoverer.sendLocalNodeInfo();
	},
	created(broker: ServiceBroker) {
		const log = broker.getLogger("cluster");
		/** Why remembered: a node that owes an answer is asked several times a second. */
		const off = new Set<string>();
		broker.localBus.on("$node.connected", (joined: Joined) => {
			for (const complaint of complaints(broker, joined)) log.warn(complaint);
			void broker.ping(joined.node.id, 5_000);
		});
		broker.localBus.on("$node.pong", ({ nodeID, timeDiff, elapsedTime }: Pong) => {
			// Why: an answer that took long says little about the clock.
			if (elapsedTime > tolerableMs) return;
			const isOff = Math.abs(timeDiff) > tolerableMs;
			if (isOff && !off.has(nodeID)) log.warn(clockComplaint(nodeID, timeDiff));
			if (isOff) off.add(nodeID);
			else off.delete(nodeID);
		});
		broker.localBus.on("$node.disconnected", ({ node }: Joined) => void off.delete(node.id));
	},
});

function clockComplaint(nodeID: string, timeDiff: number) {
	const seconds = Math.round(Math.abs(timeDiff) / 1000);
	return `The clock of ${nodeID} is ${seconds} s ${timeDiff < 0 ? "ahead" : "behind"}.`;
}
