import type { Service, ServiceSchema } from "moleculer";

/** What services share at run time. It adds one thing to `this` and says so in its type. */
export interface Mixin<T = object> {
	readonly schema: Partial<ServiceSchema>;
	/** Types only; absent at run time. */
	readonly "~adds"?: T;
}

/** What a list of mixins adds to `this`, together. */
export type Added<M extends readonly Mixin[]> = M extends readonly [
	Mixin<infer T>,
	...infer Rest extends readonly Mixin[],
]
	? T & Added<Rest>
	: unknown;

/** `This` is what the mixin's own lifecycle functions see. */
export const mixin = <T, This = Service & T>(schema: Lifecycle<This>): Mixin<T> => ({
	// Why: moleculer types `this` of a lifecycle as any service; ours is told apart here.
	schema: schema as Partial<ServiceSchema>,
});

interface Lifecycle<This> {
	created?: (this: This) => void;
	started?: (this: This) => Promise<void> | void;
	stopped?: (this: This) => Promise<void> | void;
	/** Of Moleculer itself; those of the mall come through the outbox. */
	events?: Record<string, (this: This, ctx: { params: never; nodeID: string }) => void>;
}
