// What each node tells of itself when the system desk asks it, one node at a time.
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { ServiceSchema } from "moleculer";
import type { Queue } from "#contracts/system";
import about from "../package.json" with { type: "json" };
import { freePercent } from "./disk-watch.ts";
import { indexLagMs, waiting } from "./metrics.ts";
import { hadNamesake } from "./node-name.ts";

export interface Vitals {
	version: string;
	startedAt: string;
	cpuPercent: number;
	memoryBytes: number;
	loopMs: number;
	diskFreePercent: number | null;
	indexLagMs: number | null;
	/** By its own clock. */
	at: string;
	queues: Queue[];
	/** Another node wanted its name of late. */
	hadNamesake: boolean;
}

/** Asked with a `nodeID`; no route leads here, only the bus. */
export const vitalsOf = "vitals.read";
/** Lets the node finish what it began, take no more and end, as SIGTERM does. */
export const leaving = "vitals.leave";

export const vitals: ServiceSchema = {
	name: "vitals",
	created() {
		const delay = monitorEventLoopDelay({ resolution: 20 });
		delay.enable();
		this.delay = delay;
		this.used = { at: performance.now(), cpu: process.cpuUsage() };
	},
	stopped() {
		this.delay.disable();
	},
	actions: {
		async read(): Promise<Vitals> {
			const [cpuPercent, diskFreePercent, queues] = [
				this.cpuPercent(),
				await freePercent(),
				await waiting(),
			];
			const loopMs = Math.round(this.delay.percentile(99) / 1e6);
			this.delay.reset();
			return {
				version: about.version,
				startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
				cpuPercent,
				memoryBytes: process.memoryUsage.rss(),
				loopMs,
				diskFreePercent,
				indexLagMs: indexLagMs(),
				at: new Date().toISOString(),
				queues,
				hadNamesake: hadNamesake(),
			};
		},
		leave() {
			// Why later: the answer should be on its way first.
			setTimeout(() => process.kill(process.pid, "SIGTERM"), 100);
		},
	},
	methods: {
		/** Since it was asked last. */
		cpuPercent(): number {
			const { at, cpu } = this.used;
			const { user, system } = process.cpuUsage(cpu);
			const ms = performance.now() - at;
			this.used = { at: performance.now(), cpu: process.cpuUsage() };
			return Math.round((user + system) / 10 / ms);
		},
	},
};
