// Work that comes again and again while a service runs: sweeps and recovery. One run at a time;
// what fails is tried at the next turn.
import type { Service } from "moleculer";
import { mixin } from "./mixin.ts";
import type { Mixin } from "./mixin.ts";

export interface Loops {
	/** Runs `work` soon after the start and then every so many seconds. */
	every(seconds: number, work: () => Promise<unknown>): void;
}

type Running = Service & Loops & { turns: Set<Promise<void>>; timers: Set<NodeJS.Timeout> };

const firstMs = 200;

/** List it before `db()`: what starts later stops earlier, so the store outlives the loops. */
export function loops(): Mixin<Loops> {
	return mixin<Loops, Running>({
		created(this: Running) {
			this.turns = new Set();
			this.timers = new Set();
			Object.assign(this, {
				every: (seconds: number, work: () => Promise<unknown>) => {
					later(this, { waitMs: firstMs, everyMs: seconds * 1000, work });
				},
			});
		},
		async stopped(this: Running) {
			for (const timer of this.timers) clearTimeout(timer);
			this.timers.clear();
			await Promise.all(this.turns);
		},
	});
}

type Turn = { waitMs: number; everyMs: number; work: () => Promise<unknown> };

function later(service: Running, { waitMs, everyMs, work }: Turn) {
	const timer = setTimeout(() => {
		const turn = run(service, work).finally(() => {
			service.turns.delete(turn);
			if (service.timers.delete(timer)) later(service, { waitMs: everyMs, everyMs, work });
		});
		service.turns.add(turn);
	}, waitMs);
	service.timers.add(timer);
	timer.unref();
}

async function run({ logger }: Service, work: () => Promise<unknown>) {
	try {
		await work();
	} catch (error) {
		// Why: nobody waits for a loop; the next turn does the same work again.
		logger.warn("A loop failed, it runs again", error);
	}
}
