import type { Middleware } from "moleculer";

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
	stopped?: () => Promise<void>;
}

export type Calling = (
	name: string,
	params: unknown,
	options?: { meta?: object },
) => Promise<unknown>;

/** Why the cast: Moleculer types what comes next for services only, with all of their context. */
export const middleware = (hooks: Hooks) => hooks as unknown as Middleware;
