// Which calls are made again in a cluster: one that reached nobody, whatever it is; and a read, whose
// node fell silent. What a handler answers, and what it could not get from others, is its caller's.
import { setTimeout as wait } from "node:timers/promises";
import { Errors } from "moleculer";
import type { Middleware, ServiceBroker } from "moleculer";
import { suspect } from "./heartbeats.ts";
import { middlewareOf } from "./middleware.ts";
import type { Answer } from "./middleware.ts";

/** Before each further try of a call that reached nobody. */
const gapsMs = [10, 50, 100, 200, 400, 800, 800];
const readTries = 3;
/** For so long after nodes came or went it may not be known yet who does what. */
const unsettledMs = 2_000;
const lookMs = 20;

const changes = new WeakMap<ServiceBroker, number>();

/** Waits for somebody who does this, if nodes came or went a moment ago; mostly there is no need to. */
export function somebodyFor(broker: ServiceBroker, name: string): Promise<void> | undefined {
	const until = (changes.get(broker) ?? -Infinity) + unsettledMs;
	if (performance.now() > until || broker.registry.actions.isAvailable(name)) return undefined;
	return comes(broker, name, until);
}

async function comes(broker: ServiceBroker, name: string, until: number) {
	while (performance.now() < until && !broker.registry.actions.isAvailable(name))
		await wait(lookMs);
}

type IsRead = (name: string) => boolean;

export const askingAgain = (isRead: IsRead): Middleware =>
	middlewareOf((broker) => ({
		created() {
			const note = () => changes.set(broker, performance.now());
			for (const change of ["connected", "updated", "disconnected"])
				broker.localBus.on(`$node.${change}`, note);
		},
		call: (next) => (target, params, options) => {
			// Why: a stream is read once; who asks a certain node wants no other.
			if (options?.stream || options?.nodeID) return next(target, params, options);
			// Why by name: a node that was chosen a while ago may be gone since.
			const name = typeof target === "string" ? target : target.action.name;
			return asked(name, { broker, once: () => next(name, params, options), isRead });
		},
	}));

interface Asking {
	broker: ServiceBroker;
	once: () => Answer;
	isRead: IsRead;
}

function asked(name: string, { broker, once, isRead }: Asking): Answer {
	async function work() {
		for (let tries = 0; ; tries += 1) {
			await somebodyFor(broker, name);
			const answer = once();
			// Why: Moleculer reads from it what the answer says beside itself, such as its status.
			whole.ctx = answer.ctx;
			try {
				return await answer;
			} catch (error) {
				if (error instanceof Errors.RequestTimeoutError)
					suspect(broker, error.data?.nodeID);
				const gap = gapBefore(tries, error, { name, isRead });
				if (gap === undefined) throw error;
				await wait(gap);
			}
		}
	}
	const whole: Answer = work();
	return whole;
}

/** How long to wait until this is asked again; undefined when it is not. */
function gapBefore(
	tries: number,
	error: unknown,
	{ name, isRead }: { name: string; isRead: IsRead },
) {
	if (!(error instanceof Errors.MoleculerError) || error.data?.action !== name) return undefined;
	if (error instanceof Errors.ServiceNotAvailableError)
		return error.data.nodeID ? gapsMs[tries] : undefined;
	return isNodesFault(error) && isRead(name) && tries + 1 < readTries ? 0 : undefined;
}

/** The node said nothing in time, or is gone; what an action answers is never its node's fault. */
export function isNodesFault(error: Error): boolean {
	return (
		error instanceof Errors.RequestTimeoutError || error instanceof Errors.RequestRejectedError
	);
}
