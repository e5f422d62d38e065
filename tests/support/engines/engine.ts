// The true servers behind the cluster, each a process on 127.0.0.1 that a test starts and stops.
// What is downloaded for them lies outside the repository, in TOOLS_DIR.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../process.ts";

export const toolsDir =
	process.env.TOOLS_DIR ??
	join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "micro-mall");

export interface TrueServer {
	url: string;
	/** What it has said so far. */
	output(): string;
	/** Freezes, thaws or kills it. */
	signal(signal: NodeJS.Signals): void;
	stop(): Promise<void>;
	/** On the same port again, after it was stopped or killed. */
	restart(): Promise<void>;
}

/** This machine can't have the server; the message says what it lacks. */
export class Missing extends Error {}

export interface Command {
	program: string;
	args: string[];
	env?: Record<string, string>;
}

export interface Recipe {
	scheme: string;
	/** How it is started; the folder is its own and goes with it. */
	command(port: number, folder: string): Command;
	isReady(port: number, output: string): Promise<boolean> | boolean;
	/** Of a busy machine. */
	patienceMs?: number;
}

/** Starts a server and waits until it answers. */
export async function startServer(recipe: Recipe): Promise<TrueServer> {
	const port = await freePort();
	const folder = mkdtempSync(join(tmpdir(), "engine-"));
	const command = recipe.command(port, folder);
	let running = await run(command, recipe, port);
	const stop = async () => {
		if (!running.isOver()) {
			running.child.kill("SIGCONT");
			running.child.kill("SIGTERM");
			await running.gone;
		}
	};
	return {
		url: `${recipe.scheme}://127.0.0.1:${port}`,
		output: () => running.output(),
		signal: (signal) => void running.child.kill(signal),
		async stop() {
			await stop();
			rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		},
		async restart() {
			await stop();
			running = await run(command, recipe, port);
		},
	};
}

async function run({ program, args, env }: Command, recipe: Recipe, port: number) {
	// Why: its standard input closes with this process, which ends those that watch it.
	const child = spawn(program, args, {
		stdio: ["pipe", "pipe", "pipe"],
		env: { ...process.env, ...env },
	});
	let text = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
	const gone = once(child, "exit").catch((error: Error) => (text += error.message));
	const isOver = () => child.exitCode !== null || child.signalCode !== null;
	const kill = () => void child.kill("SIGKILL");
	process.once("exit", kill);
	void gone.then(() => process.off("exit", kill));

	const deadline = Date.now() + (recipe.patienceMs ?? 30_000);
	while (!(await recipe.isReady(port, text))) {
		if (isOver() || Date.now() > deadline) {
			child.kill("SIGKILL");
			throw new Error(`${program} did not start:\n${text.slice(-2000)}`);
		}
		await new Promise((later) => setTimeout(later, 50));
	}
	return { child, gone, isOver, output: () => text };
}

/** Where a program is; `how` says how this machine gets it. */
export function programOf(name: string, how: string): string {
	const others = ["/usr/sbin", "/usr/local/sbin", join(homedir(), "go/bin")];
	const folders = [...(process.env.PATH ?? "").split(":"), ...others];
	const found = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
	if (!found) throw new Missing(`${name} is not installed: ${how}`);
	return found;
}

/** Makes something of Maven's once, in `folder` of the tools; answers where it is. */
export function madeOnce(folder: string, make: (target: string) => void): string {
	const target = join(toolsDir, folder);
	const done = join(target, ".complete");
	if (existsSync(done)) return target;
	rmSync(target, { recursive: true, force: true });
	make(target);
	execFileSync("touch", [done]);
	return target;
}

/** Runs Maven quietly. */
export function maven(...goal: string[]) {
	const mvn = programOf("mvn", "apt-get install maven");
	try {
		execFileSync(mvn, ["-B", "-ntp", "-q", ...goal], { stdio: "pipe", timeout: 600_000 });
	} catch (error) {
		throw new Missing(`Maven can't get it (${goal.at(-1)}): ${String(error).slice(0, 500)}`);
	}
}
