import {
	boolean,
	contract,
	int,
	list,
	nullable,
	object,
	oneOf,
	string,
	timestamp,
} from "./schema.ts";
import type { Infer } from "./schema.ts";

/** What an operator should mend about a node. */
export const troubles = ["silent", "other-version", "clock-off", "disk-full", "namesake"] as const;

/** Work that waits on a node: events for their hearers, logins for a hash, long work under way. */
export const queues = ["events", "logins", "jobs"] as const;

const Queue = object({ kind: oneOf(...queues), of: string({ max: 120 }), waiting: int() });
export type Queue = Infer<typeof Queue>;

export const SystemNode = object({
	id: string({ max: 200 }),
	isUp: boolean(),
	version: nullable(string({ max: 40 })),
	startedAt: nullable(timestamp()),
	services: list(string({ max: 60 }), { max: 200 }),
	/** Of one core, in hundredths. */
	cpuPercent: nullable(int()),
	memoryBytes: nullable(int()),
	/** How late the event loop was at worst, one time in a hundred. */
	loopMs: nullable(int()),
	diskFreePercent: nullable(int()),
	/** How long its last change took until it could be found; null where nothing was indexed. */
	indexLagMs: nullable(int()),
	/** How much its clock is ahead of the asking node's. */
	clockMs: nullable(int({ min: -9_007_199_254_740_991 })),
	queues: list(Queue, { max: 500 }),
	troubles: list(oneOf(...troubles), { max: 10 }),
});
export type SystemNode = Infer<typeof SystemNode>;

export const SystemService = object({
	name: string({ max: 60 }),
	nodes: list(string({ max: 200 }), { max: 1000 }),
	isUp: boolean(),
});
export type SystemService = Infer<typeof SystemService>;

export const SystemBreaker = object({
	action: string({ max: 120 }),
	/** Whom it keeps calls from, and who keeps them. */
	node: string({ max: 200 }),
	by: string({ max: 200 }),
	state: oneOf("open", "half-open"),
	since: timestamp(),
});
export type SystemBreaker = Infer<typeof SystemBreaker>;

export const system = contract("system", {
	nodes: {
		summary: "The nodes of the mall as they are now",
		rest: "GET /admin/system/nodes",
		access: "system:read",
		returns: list(SystemNode, { max: 1000 }),
	},
	services: {
		summary: "Every service of the mall, and the nodes that run it",
		rest: "GET /admin/system/services",
		access: "system:read",
		returns: list(SystemService, { max: 200 }),
	},
	breakers: {
		summary: "Circuit breakers that keep calls from a node",
		rest: "GET /admin/system/breakers",
		access: "system:read",
		returns: list(SystemBreaker, { max: 1000 }),
	},
});
