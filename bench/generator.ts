// Loads one scenario from a process of its own and prints what came of it as one line of JSON.
import { scenarios } from "./scenarios.ts";
import type { Ground } from "./scenarios.ts";

export interface Task {
	scenario: string;
	clients: number;
	warmSeconds: number;
	seconds: number;
	ground: Ground;
}

export interface Result {
	perSecond: number;
	p50: number;
	p99: number;
	errors: number;
	firstError?: string;
}

process.on("message", (task: Task) => {
	void run(task).then((result) => process.send?.(result, () => process.exit(0)));
});

async function run({ scenario, clients, warmSeconds, seconds, ground }: Task): Promise<Result> {
	const make = scenarios[scenario];
	if (!make) throw new Error(`There is no scenario ${scenario}`);
	const ready = [];
	for (let client = 0; client < clients; client += 1) ready.push(await make(ground, client));
	const from = performance.now() + warmSeconds * 1000;
	const until = from + seconds * 1000;
	setTimeout(() => process.send?.("warm"), warmSeconds * 1000);
	const took: number[] = [];
	let errors = 0;
	let firstError: string | undefined;
	const work = ready.map(async ({ round }) => {
		for (let began = performance.now(); began < until; began = performance.now()) {
			try {
				await round();
				if (began >= from) took.push(performance.now() - began);
			} catch (error) {
				errors += 1;
				firstError ??= String(error);
				if (errors > 1000) return;
			}
		}
	});
	await Promise.all(work);
	for (const { close } of ready) close();
	const sorted = Float64Array.from(took).toSorted();
	const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
	return { perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), errors, firstError };
}
