// `npm run reconcile`: proves for every SKU that its movements add up to its level and its
// reservations to what is promised; in the mall that runs, or in its data folder when none does.
import { setTimeout as later } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Mall } from "./reconcile/mall.ts";
import { summary } from "./reconcile/report.ts";

const everyMs = 200;

try {
	const { values } = parseArgs({
		options: {
			repair: { type: "boolean", default: false },
			url: { type: "string" },
			user: { type: "string", default: "admin" },
		},
	});
	const mall = await mallFor(values.url, values.user);
	try {
		process.exitCode = await compare(mall, values.repair);
	} finally {
		await mall.close();
	}
} catch (error) {
	const reason = error instanceof Error ? error.message : String(error);
	process.stderr.write(`The stock could not be compared: ${reason}\n`);
	process.exitCode = 2;
}

/** The mall at the address, the one that runs here, or none: then its stock, in this process. */
async function mallFor(url: string | undefined, user: string): Promise<Mall> {
	// Why: a malformed variable throws on import, and belongs into the one clear line.
	const { addressOf } = await import("./mall/over-http.ts");
	const { mallAt, mallHere } = await import("./reconcile/mall.ts");
	const address = await addressOf(url);
	return address === null ? mallHere() : mallAt(address, user);
}

async function compare(mall: Mall, repair: boolean): Promise<number> {
	let job = await mall.begin(repair);
	while (job.status === "running") {
		await later(everyMs);
		job = await mall.job(job.id);
	}
	if (job.status === "failed") throw new Error(`job ${job.id} failed; see the mall's log.`);
	const found = await mall.last();
	process.stdout.write(`${summary(found).join("\n")}\n`);
	return found.differences.length > 0 ? 1 : 0;
}
