// Work that a service does again and again beside its calls: sweeps, recovery. A round that fails
// is logged and comes again; two rounds of one kind never overlap.
import type { Service } from "moleculer";
import { mixin } from "./mixin.ts";
import type { Mixin } from "./mixin.ts";

export interface Loops {
	/** Soon after the start, and then this many seconds after each round. */
	every(seconds: number, work: () => Promise<unknown>): void;
}

type Walking = Service & Loops & { walks: { stop(): Promise<void> }[] };

const firstMs = 500;

/** Stands before `db` in the list of mixins: Moleculer stops them from left to right. */
export const rounds = (): Mixin<Loops> =>
	mixin<Loops, Walking>({
		created(this: Walking) {
			this.walks = [];
			Object.assign(this, {
				every: (seconds: number, work: () => Promise<unknown>) => {
					this.walks.push(walk(this, seconds * 1000, work));
				},
			});
		},
		async stopped(this: Walking) {
			await Promise.all(this.walks.map(({ stop }) => stop()));
		},
	});

function walk({ broker, name }: Service, pauseMs: number, work: () => Promise<unknown>) {
	let running: Promise<void> = Promise.resolve();
	let isStopped = false;
	let timer = setTimeout(round, firstMs).unref();

	function round() {
		running = work().then(again, (thrown: unknown) => {
			broker.logger.warn(`A round of ${name} failed, it comes again`, thrown);
			again();
		});
	}
	function again() {
		if (!isStopped) timer = setTimeout(round, pauseMs).unref();
	}
	return {
		async stop() {
			isStopped = true;
			clearTimeout(timer);
			await running;
		},
	};
}
