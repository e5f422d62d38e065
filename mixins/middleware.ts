import type { Middleware, ServiceBroker } from "moleculer";

/** What a middleware may see of a call that runs here, or that goes to another node. */
export interface Hop {
	meta: object;
	params: unknown;
	requestID?: string | null;
}

export type Next = (ctx: Hop) => Promise<unknown>;

interface Hooks {
	localAction?: (next: Next, action: { name: string }) => Next;
	remoteAction?: (next: Next, action: { name: string }) => Next;
	call?: (next: Calling) => Calling;
	created?: (broker: ServiceBroker) => void;
	stopping?: (broker: ServiceBroker) => Promise<void>;
	stopped?: () => Promise<void>;
}

/** An action's name, or a node that has it. */
export type Calling = (
	target: string | { action: { name: string } },
	params: unknown,
	options?: { meta?: object; nodeID?: string; stream?: unknown },
) => Answer;

/** With the call that it answers. */
export interface Answer extends Promise<unknown> {
	ctx?: unknown;
}

/** Why the cast: Moleculer types what comes next for services only, with all of their context. */
export const middleware = (hooks: Hooks) => hooks as unknown as Middleware;

/** The same for each broker anew, where something is kept of it. */
export const middlewareOf = (hooks: (broker: ServiceBroker) => Hooks) =>
	hooks as unknown as Middleware;
