// `npm run bench:login`: 1,000 customers log in at once and browse, a page a second each, while others
// log in on and on; then logins alone with one process and with two, beside what argon2id allows.
//   --people 1000 · --entering 24 · --seconds 15
import { fork, execFileSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { request } from "#tests/support/http";
import { password, startMall } from "#tests/support/process";
import type { CrowdResult, CrowdTask, Figures } from "./crowd.ts";
import { say } from "./ground.ts";
import { cpuMsOfAll } from "./load.ts";
import type { Ground } from "./scenarios.ts";

const { values } = parseArgs({
	options: {
		people: { type: "string", default: "1000" },
		entering: { type: "string", default: "24" },
		seconds: { type: "string", default: "15" },
	},
});
const [people, entering, seconds] = [values.people, values.entering, values.seconds].map(Number);
const atOnce = 8;
const dataDir = mkdtempSync(join(tmpdir(), "mall-logins-"));

try {
	await bench();
} finally {
	rmSync(dataDir, { recursive: true, force: true });
}

async function bench() {
	say("making accounts …");
	const made = await opened([], register);
	say("everybody logs in …");
	const crowd = await opened([], (origin) =>
		crowdOf({
			ground: { ...made, origin },
			browsing: people!,
			entering: entering!,
			seconds: seconds!,
		}),
	);
	say("logins alone, one process and two …");
	const alone = async (origin: string, mall: ChildProcess) => {
		const before = cpuMsOfAll(mall);
		const task = { browsing: 0, entering: entering!, seconds: seconds! };
		const { steady, clientMs } = await crowdOf({ ground: { ...made, origin }, ...task });
		return { ...steady, cpuMs: (cpuMsOfAll(mall) - before + clientMs) / steady.count };
	};
	// Why just before each: a shared machine is another one a minute later.
	const raw1 = raw(1);
	const one = await opened([], alone);
	const raw2 = raw(2);
	const two = await opened(["--instances", "2"], alone);

	const { storm, steady, errors } = crowd;
	table(
		["what", "logins", "a second", "p50 ms", "p99 ms", "pages a second", "p99 ms of pages"],
		[
			row(
				`${people} at once, all in after ${storm.seconds.toFixed(1)} s`,
				storm,
				storm.pages,
			),
			row(`${entering} on and on, ${people} browsing`, steady, steady.pages),
			row(`${entering} on and on, nobody browsing`, one),
			row("the same with two processes", two),
		],
	);
	table(
		["argon2id alone", "a second"],
		[
			["one at a time", raw1.toFixed(1)],
			["two at a time", raw2.toFixed(1)],
		],
	);
	const share = (part: number, whole: number) => (part / whole).toFixed(2);
	say(
		`errors: ${errors}; of raw argon2id: ${share(one.perSecond, raw1)} with one process, ` +
			`${share(two.perSecond, raw2)} with two`,
	);
	// What two cores can give, when a hash takes longer beside another and who asks is on them, too.
	const loginMs = one.cpuMs + 2000 / raw2 - 1000 / raw1;
	const sum = (2 * 1000) / loginMs;
	say(
		`a login takes ${one.cpuMs.toFixed(1)} ms of CPU with one process, ` +
			`${two.cpuMs.toFixed(1)} with two, who asks included; two cores could give ` +
			`${sum.toFixed(1)} a second: two processes gave ${share(two.perSecond, sum)} of it`,
	);
}

/** How many verifications a second the machine does, so many at a time. */
function raw(width: number): number {
	const script = join(import.meta.dirname, "argon.ts");
	return Number(
		execFileSync(process.execPath, [script, String(width), "5"], { encoding: "utf8" }),
	);
}

type Work<T> = (origin: string, mall: ChildProcess) => Promise<T>;

async function opened<T>(args: string[], work: Work<T>): Promise<T> {
	const mall = await startMall(dataDir, { SEED: "demo" }, { args });
	// Why: connections that are there before the second instance all stay with the first.
	while (args.length > 0 && !mall.output().includes("is open with")) await wait(50);
	try {
		return await work(mall.origin, mall.child);
	} finally {
		await mall.end();
	}
}

async function register(origin: string): Promise<Ground> {
	let next = 0;
	const one = async () => {
		for (let n = next++; n < people!; n = next++) {
			const body = { username: `user-${n}`, email: `user-${n}@example.com`, password };
			const { status } = await request(origin, "POST /auth/register", { body });
			if (status !== 201) throw new Error(`register answers ${status}`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, one));
	const { body } = await request(origin, "GET /products?pageSize=100");
	const productIds = (body.items as { id: string }[]).map(({ id }) => id);
	return { origin, productIds, skus: [], words: [], password, users: people! };
}

function crowdOf(task: CrowdTask): Promise<CrowdResult> {
	const child = fork(join(import.meta.dirname, "crowd.ts"));
	return new Promise((done, failed) => {
		child.once("message", (result: CrowdResult) => done(result));
		child.once("exit", (code) => code && failed(new Error(`the crowd exited with ${code}`)));
		child.send(task);
	});
}

function row(what: string, { count, perSecond, p50, p99 }: Figures, pages?: Figures) {
	const seen = pages ? [pages.perSecond.toFixed(0), pages.p99.toFixed(1)] : ["", ""];
	return [what, String(count), perSecond.toFixed(1), p50.toFixed(0), p99.toFixed(0), ...seen];
}

function table(heads: string[], rows: string[][]) {
	const lines = [heads, heads.map(() => "---"), ...rows].map(
		(cells) => `| ${cells.join(" | ")} |`,
	);
	process.stdout.write(`${lines.join("\n")}\n\n`);
}
