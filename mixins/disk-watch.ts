// Says in the log when the disk of the data folder is nearly full, before writes fail.
import { statfs } from "node:fs/promises";
import type { Middleware } from "moleculer";
import { dataDir } from "./env.ts";
import { middlewareOf } from "./middleware.ts";

/** Less than that is said to be full, in the log and on the system desk. */
export const leastDiskPercent = 5;
const lookMs = 60_000;

export async function freePercent(): Promise<number | null> {
	const disk = await statfs(dataDir).catch(() => null);
	return disk && Math.round((disk.bavail / disk.blocks) * 100);
}

export const diskWatch = (measure = freePercent): Middleware =>
	middlewareOf((broker) => {
		let timer: NodeJS.Timeout;
		let isFull = false;
		async function look() {
			const free = await measure();
			const wasFull = isFull;
			isFull = free !== null && free < leastDiskPercent;
			if (!isFull || wasFull) return;
			const log = broker.getLogger("disk");
			log.warn(`The disk of ${dataDir} has ${free} % left: make room before writes fail.`);
		}
		return {
			created() {
				void look();
				timer = setInterval(() => void look(), lookMs).unref();
			},
			async stopped() {
				clearInterval(timer);
			},
		};
	});
