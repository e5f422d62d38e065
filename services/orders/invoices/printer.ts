// Prints in a thread of its own, which begins with the first page and ends when it is idle: it holds
// fonts of some megabytes.
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import { LRUCache } from "lru-cache";
import { UNAVAILABLE } from "#contracts/errors";
import type { Invoice } from "#contracts/orders";
import type { Language } from "#contracts/schema";
import { fail } from "#mixins/errors";
import type { Printed, PrintJob } from "./pdf/worker.ts";

interface Waiting {
	resolve: (bytes: Buffer) => void;
	reject: (error: Error) => void;
}

const most = 100;
const mostKept = 100;
const idleMs = 60_000;

export class Printer {
	#worker: Worker | undefined;
	#waiting = new Map<number, Waiting>();
	#number = 0;
	#idle: NodeJS.Timeout | undefined;

	#kept = new LRUCache<string, Promise<Buffer>>({ max: mostKept });

	/** What is on an invoice never changes: a page that was asked for a moment ago is there. */
	print(invoice: Invoice, locale: Language): Promise<Buffer> {
		const key = createHash("sha1")
			.update(JSON.stringify([invoice, locale]))
			.digest("base64");
		const kept = this.#kept.get(key);
		if (kept) return kept;
		const printing = this.#print(invoice, locale);
		this.#kept.set(key, printing);
		printing.catch(() => this.#kept.delete(key));
		return printing;
	}

	#print(invoice: Invoice, locale: Language): Promise<Buffer> {
		if (this.#waiting.size >= most) fail(UNAVAILABLE);
		clearTimeout(this.#idle);
		this.#worker ??= this.#open();
		const job: PrintJob = { number: ++this.#number, invoice, locale };
		return new Promise((resolve, reject) => {
			this.#waiting.set(job.number, { resolve, reject });
			this.#worker?.postMessage(job);
		});
	}

	async close() {
		clearTimeout(this.#idle);
		const worker = this.#worker;
		this.#worker = undefined;
		await worker?.terminate();
	}

	#open() {
		const worker = new Worker(new URL("./pdf/worker.ts", import.meta.url));
		worker.unref();
		worker.on("message", (printed: Printed) => this.#settle(printed));
		worker.on("error", (error: unknown) => this.#end(worker, String(error)));
		worker.on("exit", () => this.#end(worker, "The printer has stopped."));
		return worker;
	}

	#settle(printed: Printed) {
		const waiting = this.#waiting.get(printed.number);
		this.#waiting.delete(printed.number);
		if ("failed" in printed) waiting?.reject(new Error(printed.failed));
		else waiting?.resolve(Buffer.from(printed.bytes));
		if (this.#waiting.size > 0) return;
		this.#idle = setTimeout(() => void this.close(), idleMs).unref();
	}

	/** Whoever waits hears of it; the next page gets a new thread. */
	#end(worker: Worker, reason: string) {
		if (this.#worker === worker) this.#worker = undefined;
		if (this.#worker) return;
		for (const { reject } of this.#waiting.values()) reject(new Error(reason));
		this.#waiting.clear();
	}
}
