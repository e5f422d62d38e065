// A mall in a process of its own, as `npm start` runs it: for kills, restarts and measurements.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { request } from "./http.ts";
import type { Answer, Send } from "./http.ts";

export const password = "correct-horse-battery";

export interface MallProcess {
	child: ChildProcess;
	origin: string;
	/** How long it took until every service was up. */
	seconds: number;
	/** What it has printed so far. */
	output(): string;
	send(route: string, options?: Send): Promise<Answer>;
	/** Stops it gracefully, or at once with SIGKILL, and waits until it is gone. */
	end(signal?: NodeJS.Signals): Promise<number | null>;
}

const root = resolve(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
	scripts: { start: string };
};
/** The very arguments of `npm start`. */
const startArguments = scripts.start.split(" ").slice(1);

/** Runs the start script; it may fail, its exit code and output tell. */
export const runMall = (env: Record<string, string>, ...args: string[]) =>
	runMallIn(root, env, ...args);

/** The same in another tree of its sources. */
function runMallIn(cwd: string, env: Record<string, string>, ...args: string[]) {
	const child = spawn(process.execPath, [...startArguments, "--as-built", ...args], {
		cwd,
		env: { ...process.env, NODE_ENV: "development", LOG_LEVEL: "error", SEED: "none", ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let text = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
	}
	return { child, output: () => text };
}

/** Starts a mall on a folder and waits until it is ready. */
export async function startMall(
	dataDir: string,
	env: Record<string, string> = {},
	{ tree = root, args = [] }: { tree?: string; args?: string[] } = {},
): Promise<MallProcess> {
	const began = performance.now();
	const port = env.PORT ?? (await freePort());
	const variables = {
		PORT: String(port),
		DATA_DIR: dataDir,
		RATE_LIMIT: "off",
		ADMIN_PASSWORD: password,
		...env,
	};
	const { child, output } = runMallIn(tree, variables, ...args);
	const origin = `http://127.0.0.1:${port}`;
	const gone = new Promise<number | null>((done) => child.once("exit", done));
	// Why: the start says so when its first administrator can log in, a moment after the services.
	while (!output().includes("is open") || !(await isReady(origin))) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error(`the mall did not start: ${output()}`);
		}
		await new Promise((later) => setTimeout(later, 50));
	}
	return {
		child,
		origin,
		seconds: (performance.now() - began) / 1000,
		output,
		send: (route, send) => request(origin, route, send),
		end: (signal = "SIGTERM") => {
			child.kill(signal);
			return gone;
		},
	};
}

async function isReady(origin: string): Promise<boolean> {
	const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
	return answer?.status === 200;
}

export function freePort(): Promise<number> {
	return new Promise((done) => {
		const probe = createServer().listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() => done(typeof address === "object" && address ? address.port : 0));
		});
	});
}
