// What the person at the terminal sees of an import.
import { setTimeout as later } from "node:timers/promises";
import { Presets, SingleBar } from "cli-progress";
import type { Job } from "#contracts/jobs";
import type { Mall } from "./mall.ts";

const everyMs = 200;
const shownRows = 20;

/** Waits until the job has ended; answers the exit code. */
export async function follow(begun: Job, mall: Pick<Mall, "job">): Promise<number> {
	const bar = new SingleBar(
		{ format: " {bar} {value} of {total} rows, {duration_formatted}", noTTYOutput: false },
		Presets.shades_classic,
	);
	bar.start(begun.total, begun.done);
	let job = begun;
	while (job.status === "running") {
		await later(everyMs);
		job = await mall.job(job.id);
		bar.setTotal(job.total);
		bar.update(job.done);
	}
	bar.stop();
	process.stdout.write(`${summary(job).join("\n")}\n`);
	return job.status === "done" ? 0 : 1;
}

export function summary(job: Job): string[] {
	const { status, done, created, updated, errors, errorCount } = job;
	const same = Math.max(0, done - created - updated - errorCount);
	const bad = errors
		.slice(0, shownRows)
		.map(({ row, message }) => (row > 0 ? `  row ${row} ${message}` : `  ${message}`));
	const more = errorCount > bad.length ? [`  and ${errorCount - bad.length} more`] : [];
	const end = status === "done" ? "Done" : "Failed";
	const counts = `${created} new, ${updated} changed, ${same} as they were, ${errorCount} bad`;
	return [...bad, ...more, `${end}: ${done} rows, ${counts}.`];
}
