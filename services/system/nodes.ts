// The nodes that this one knows, and what they tell of themselves.
import type { ServiceBroker } from "moleculer";
import type { SystemNode } from "#contracts/system";
import { leastDiskPercent } from "#mixins/disk-watch";
import { vitalsOf } from "#mixins/vitals";
import type { Vitals } from "#mixins/vitals";

interface Known {
	id: string;
	available: boolean;
	services: { name: string }[];
}

const patienceMs = 1_000;
const tolerableMs = 2_000;

export async function nodesOf(broker: ServiceBroker): Promise<SystemNode[]> {
	const nodes = await Promise.all(knownTo(broker).map((node) => described(broker, node)));
	const own = nodes.find(({ id }) => id === broker.nodeID)?.version;
	return nodes
		.map(({ hadNamesake, ...node }) => ({
			...node,
			troubles: troublesOf({ ...node, hadNamesake }, own ?? null),
		}))
		.toSorted((a, b) => a.id.localeCompare(b.id));
}

/** Names of services, and the nodes that run them now. */
export function nodesByService(broker: ServiceBroker): Map<string, string[]> {
	const running = new Map<string, string[]>();
	for (const { id, available, services } of knownTo(broker)) {
		if (!available) continue;
		for (const { name } of services) running.set(name, [...(running.get(name) ?? []), id]);
	}
	return running;
}

// Why the cast: Moleculer's list is typed for all that it can hold.
const knownTo = (broker: ServiceBroker) =>
	broker.registry.nodes.list({ onlyAvailable: false, withServices: true }) as unknown as Known[];

async function described(broker: ServiceBroker, { id, available, services }: Known) {
	const asked = Date.now();
	const vitals = available ? await ask(broker, id) : null;
	const clockMs = vitals && Date.parse(vitals.at) - Math.round((asked + Date.now()) / 2);
	// Why both: a node of an older version tells less.
	const { at: _, ...told } = { ...unknown, ...vitals };
	const isOurs = ({ name }: { name: string }) => !name.startsWith("$") && name !== "vitals";
	const names = services.filter(isOurs).map(({ name }) => name);
	return { id, isUp: available, services: names.toSorted(), ...told, clockMs };
}

const unknown = {
	at: "",
	version: null,
	startedAt: null,
	cpuPercent: null,
	memoryBytes: null,
	loopMs: null,
	diskFreePercent: null,
	indexLagMs: null,
	queues: [],
	hadNamesake: false,
};

/** Nothing when it says nothing in time. */
const ask = (broker: ServiceBroker, nodeID: string): Promise<Vitals | null> =>
	broker
		.call<Vitals, object>(vitalsOf, {}, { nodeID, timeout: patienceMs, retries: 0 })
		.catch(() => null);

type Described = Omit<SystemNode, "troubles"> & Pick<Vitals, "hadNamesake">;

function troublesOf(node: Described, own: string | null): SystemNode["troubles"] {
	const { version, clockMs, diskFreePercent, hadNamesake } = node;
	if (version === null) return ["silent"];
	const isFull = diskFreePercent !== null && diskFreePercent < leastDiskPercent;
	return [
		...(version === own ? [] : (["other-version"] as const)),
		...(Math.abs(clockMs ?? 0) > tolerableMs ? (["clock-off"] as const) : []),
		...(isFull ? (["disk-full"] as const) : []),
		...(hadNamesake ? (["namesake"] as const) : []),
	];
}
