// Bulkheads for long work: so much of it at once, so much may wait for its turn, and whoever comes then
// is told to come again. What is under way reads the store page by page, so orders and browsing come
// in between; how much of that there is at once must not grow with how often it is asked for.
import { pipeline, Readable } from "node:stream";
import type { Duplex } from "node:stream";
import PQueue from "p-queue";
import { BUSY } from "#contracts/errors";
import { fail } from "./errors.ts";

const comeAgain = { seconds: 5 };
const idleMs = 30_000;

/** Answers that are made while they are sent. */
export class Lane {
	#width: number;
	#idleMs: number;
	#underWay = 0;

	constructor(width: number, patienceMs = idleMs) {
		this.#width = width;
		this.#idleMs = patienceMs;
	}

	/** The rows as a stream, through `form` where there is one; BUSY when all places are taken. */
	stream<T>(rows: AsyncIterable<T>, form?: Duplex): Readable {
		if (this.#underWay >= this.#width) fail(BUSY, comeAgain);
		this.#underWay += 1;
		let isRead = true;
		const source = Readable.from(noting(rows, () => (isRead = true)));
		// Why: whoever does not read would keep the place of others.
		const watch = setInterval(() => {
			if (!isRead) source.destroy(new Error("Nobody reads it any more."));
			isRead = false;
		}, this.#idleMs).unref();
		source.once("close", () => {
			clearInterval(watch);
			this.#underWay -= 1;
		});
		if (form) pipeline(source, form, () => {});
		// Why: it may break before somebody listens, and an error that nobody hears ends the process.
		return (form ?? source).on("error", () => {});
	}
}

async function* noting<T>(rows: AsyncIterable<T>, note: () => void) {
	for await (const row of rows) {
		note();
		yield row;
	}
}

interface Turn<T> {
	/** What is done before it is answered. */
	prepare(): Promise<T>;
	/** What is done when its turn has come; it must not fail. */
	work(prepared: T): Promise<void>;
}

/** Work in the background, one after the other. */
export class Turns {
	#queue = new PQueue({ concurrency: 1 });
	#most: number;
	#here = 0;

	constructor(most: number) {
		this.#most = most;
	}

	/** Answers when it is prepared; BUSY when too many are here already. */
	async take<T>({ prepare, work }: Turn<T>): Promise<T> {
		if (this.#here >= this.#most) fail(BUSY, comeAgain);
		this.#here += 1;
		const leave = () => void (this.#here -= 1);
		try {
			const prepared = await prepare();
			void this.#queue.add(() => work(prepared)).finally(leave);
			return prepared;
		} catch (thrown) {
			leave();
			throw thrown;
		}
	}

	/** When nothing waits any more. */
	over = () => this.#queue.onIdle();
}
