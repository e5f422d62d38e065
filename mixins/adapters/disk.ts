// Waits for the disk without blocking the process. SQLite commits by appending to its log; what was
// appended survives a power cut once the log is synced. One sync runs at a time, and everything that
// was committed before it began shares it.
import { fdatasync, fsync, openSync, closeSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";

type Waiting = { done: () => void; failed: (error: unknown) => void };

const syncData = promisify(fdatasync);
const syncAll = promisify(fsync);

export class Disk {
	#path: string;
	#log: number | undefined;
	#waiting: Waiting[] = [];
	#running: Promise<void> | undefined;

	/** Waits for the sync that is under way; undefined when none is. */
	get syncing(): Promise<void> | undefined {
		return this.#running;
	}

	/** The path of a log; it need not be there before the first commit. */
	constructor(path: string) {
		this.#path = path;
	}

	/** Calls `done` when everything that is committed by now is on the disk. */
	reached(done: () => void, failed: (error: unknown) => void) {
		this.#waiting.push({ done, failed });
		this.#running ??= this.#run();
	}

	async close() {
		await this.#running;
		if (this.#log !== undefined) closeSync(this.#log);
		this.#log = undefined;
	}

	async #run() {
		while (this.#waiting.length > 0) {
			const batch = this.#waiting.splice(0);
			try {
				await this.#sync();
				for (const { done } of batch) done();
			} catch (error) {
				// Why: after a failed sync nobody knows what the disk has.
				for (const { failed } of batch) failed(error);
			}
		}
		this.#running = undefined;
	}

	async #sync() {
		if (this.#log === undefined) {
			this.#log = openSync(this.#path, "r+");
			await syncFolder(dirname(this.#path));
		}
		await syncData(this.#log);
	}
}

/** The name of a new file is on the disk when its folder is. */
async function syncFolder(path: string) {
	const folder = openSync(path, "r");
	try {
		await syncAll(folder);
	} finally {
		closeSync(folder);
	}
}
