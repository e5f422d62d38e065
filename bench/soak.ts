// `npm run bench:soak -- --minutes 30`: shoppers who browse, search, fill carts, order, pay and cancel,
// for a long while. Prints each minute what was done, what failed and how much memory the mall holds;
// at the end how fast memory grew after the first five minutes.
//   --minutes 30 · --clients 16
//   --data DIR   keeps the shop there, and opens it again the next time
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startMall } from "#tests/support/process";
import type { MallProcess } from "#tests/support/process";
import { importProducts, prepare, say } from "./ground.ts";
import { memoryOf } from "./load.ts";
import type { Ground } from "./scenarios.ts";
import { shopper } from "./shopper.ts";
import type { Deed } from "./shopper.ts";

const { values } = parseArgs({
	options: {
		minutes: { type: "string", default: "30" },
		clients: { type: "string", default: "16" },
		data: { type: "string" },
	},
});
const minutes = Number(values.minutes);
const warmMinutes = 5;
/** Then a shopper goes, and one who logs in anew comes: a token is good for 15 minutes. */
const visitMs = 240_000;
/** Flat is what grows by less than this in an hour. */
const flatMbPerHour = 60;
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), "mall-soak-"));
const isKept = values.data !== undefined && existsSync(values.data);
let mall: MallProcess | undefined;

try {
	mall = await startMall(dataDir);
	if (!isKept) {
		say("importing 10,000 products …");
		await importProducts(mall.origin);
		const ground = await prepare(mall.origin, false);
		await mall.end();
		// Why: what an import leaves in memory is another matter.
		mall = await startMall(dataDir);
		process.exitCode = await soak(mall, { ...ground, origin: mall.origin });
	} else process.exitCode = await soak(mall, await prepare(mall.origin, true));
} finally {
	await mall?.end();
	if (!values.data) rmSync(dataDir, { recursive: true, force: true });
}

async function soak({ child, origin }: MallProcess, ground: Ground): Promise<number> {
	let isOver = false;
	const done: Record<Deed, number> = emptyCounts();
	const failures: string[] = [];
	const shop = async (client: number) => {
		const { act, close } = await shopper({ ...ground, origin }, client);
		const until = Date.now() + visitMs;
		try {
			while (!isOver && Date.now() < until) done[await act()] += 1;
		} finally {
			close();
		}
	};
	const clients = Array.from({ length: Number(values.clients) }, async (_, client) => {
		while (!isOver) await shop(client).catch((error: unknown) => failures.push(String(error)));
	});
	const deeds = Object.keys(done);
	process.stdout.write(
		`| minute | memory MB | ${deeds.join(" | ")} | errors |\n| ${"--- | ".repeat(deeds.length + 3)}\n`,
	);
	const memory: number[] = [];
	for (let minute = 1; minute <= minutes; minute += 1) {
		const before = { ...done };
		const failed = failures.length;
		await wait(60_000);
		memory.push(memoryOf(child));
		const counts = deeds.map((deed) => done[deed as Deed] - before[deed as Deed]);
		const row = [minute, memory.at(-1), ...counts, failures.length - failed];
		process.stdout.write(`| ${row.join(" | ")} |\n`);
	}
	isOver = true;
	await Promise.all(clients);
	return conclude(memory, failures);
}

/** Whether it failed: by an error, or by memory that grows. */
function conclude(memory: number[], failures: string[]): number {
	for (const text of [...new Set(failures)].slice(0, 5)) say(`  error: ${text}`);
	const later = memory.slice(warmMinutes);
	const perHour = later.length > 1 ? slopeOf(later) * 60 : null;
	process.stdout.write(
		`\n${failures.length} errors; memory after minute ${warmMinutes}: ` +
			(perHour === null
				? "too short to say\n"
				: `${perHour.toFixed(1)} MB an hour (flat below ${flatMbPerHour})\n`),
	);
	return failures.length > 0 || (perHour ?? 0) > flatMbPerHour ? 1 : 0;
}

/** By least squares, per step. */
function slopeOf(figures: number[]): number {
	const middle = (figures.length - 1) / 2;
	const mean = figures.reduce((sum, one) => sum + one, 0) / figures.length;
	const along = figures.reduce((sum, one, at) => sum + (at - middle) * (one - mean), 0);
	const across = figures.reduce((sum, _one, at) => sum + (at - middle) ** 2, 0);
	return along / across;
}

function emptyCounts(): Record<Deed, number> {
	return { browse: 0, search: 0, cart: 0, place: 0, pay: 0, cancel: 0 };
}
