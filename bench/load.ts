// One scenario, loaded from a process of its own, and what it cost the server.
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Result, Task } from "./generator.ts";
import type { Ground } from "./scenarios.ts";

export interface Load {
	scenario: string;
	clients: number;
	seconds: number;
	ground: Ground;
	/** All processes that it is made of, or the one that has started them. */
	server: ChildProcess | ChildProcess[];
}

/**
 * A result, and the CPU time that a round took the server, its threads and the kernel for it; and what it
 * took who asks.
 */
export type Measured = Result & { cpuMs: number; clientMs: number };

export async function load({ server, ...asked }: Load): Promise<Measured> {
	const task: Task = { ...asked, warmSeconds: 1 };
	const child = fork(join(import.meta.dirname, "generator.ts"));
	return new Promise<Measured>((done, failed) => {
		const servers = [server].flat();
		const used = () => sum(servers.map(cpuMsOfAll));
		let [before, clientBefore] = [0, 0];
		child.on("message", (message: "warm" | Result) => {
			if (message === "warm") {
				before = used();
				clientBefore = cpuMsOf(Number(child.pid));
				return;
			}
			const rounds = message.perSecond * asked.seconds;
			const clientMs = (cpuMsOf(Number(child.pid)) - clientBefore) / rounds;
			done({ ...message, cpuMs: (used() - before) / rounds, clientMs });
		});
		child.once(
			"exit",
			(code) => code && failed(new Error(`${asked.scenario} exited with ${code}`)),
		);
		child.send(task);
	});
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

/** Of a process and of those that it has started. */
export const cpuMsOfAll = ({ pid }: ChildProcess) => sum(withChildren(Number(pid)).map(cpuMsOf));

function withChildren(pid: number): number[] {
	const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
	return [pid, ...children.split(" ").filter(Boolean).map(Number).flatMap(withChildren)];
}

/** Milliseconds of CPU that a process and its threads have used; the kernel counts in 10 ms. */
function cpuMsOf(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident, in MB. */
export function memoryOf({ pid }: ChildProcess): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
