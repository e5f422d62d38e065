// One start owns a data folder. The lock names its process and when that process began, so that
// a lock left by a killed one is known for what it is.
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Takes the folder for this process; answers how to give it back. Throws when it can't. */
export function takeDataDir(dataDir: string): () => void {
	try {
		makeFolder(resolve(dataDir));
		accessSync(dataDir, constants.R_OK | constants.W_OK);
	} catch {
		throw new Error(`the data folder ${dataDir} can't be read and written. See DATA_DIR.`);
	}
	const file = join(dataDir, "lock");
	const own = JSON.stringify({ pid: process.pid, token: startToken(process.pid) });
	if (!tryWrite(file, own)) {
		const holder = holderOf(file);
		if (holder !== undefined) {
			throw new Error(
				`another mall (process ${holder}) uses the data folder ${dataDir}. Stop it, or set DATA_DIR.`,
			);
		}
		rmSync(file, { force: true });
		if (!tryWrite(file, own)) throw new Error(`another mall takes ${dataDir} at this moment.`);
	}
	return () => rmSync(file, { force: true });
}

/** Why not `recursive`: below a folder that takes no new ones, as /proc, Node then tries for ever. */
function makeFolder(folder: string) {
	if (existsSync(folder)) return;
	makeFolder(dirname(folder));
	mkdirSync(folder);
}

function tryWrite(file: string, text: string): boolean {
	try {
		writeFileSync(file, text, { flag: "wx" });
		return true;
	} catch {
		return false;
	}
}

/** The pid that holds the lock, if that very process still lives. */
function holderOf(file: string): number | undefined {
	try {
		const { pid, token } = JSON.parse(readFileSync(file, "utf8")) as {
			pid: number;
			token: string;
		};
		return isAlive(pid) && startToken(pid) === token ? pid : undefined;
	} catch {
		return undefined;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}

/** When the process began, in the kernel's ticks; a reused pid has another one. */
function startToken(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
	} catch {
		return "";
	}
}
