// Hashes passwords in a pool narrower than the machine, with a bounded queue: a storm of logins
// neither slows the shop nor grows without end.
import { availableParallelism } from "node:os";
import { hash, parseOptions, verify } from "@node-rs/argon2";
import PQueue from "p-queue";
import { LOGIN_QUEUE_FULL } from "#contracts/auth";
import { fail } from "#mixins/errors";
import { gauge } from "#mixins/metrics";

/** argon2id, which is the library's own choice of the three. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What one hash takes until it was measured, and how fast the measure follows. */
const firstMs = 30;
const pace = 1 / 20;
const waitingPerSlot = 200;

export class HashingPool {
	#queue: PQueue;
	#width: number;
	#mostWaiting: number;
	/** What a hash takes of late, to tell people when to come again. */
	#hashMs = firstMs;

	constructor(width: number, mostWaiting = width * waitingPerSlot) {
		this.#queue = new PQueue({ concurrency: width });
		this.#width = width;
		this.#mostWaiting = mostWaiting;
	}

	/** Runs work that hashes once; 429 when too many wait. */
	async run<T>(work: () => Promise<T>): Promise<T> {
		const waiting = this.#queue.size;
		if (waiting >= this.#mostWaiting) {
			const seconds = Math.max(1, Math.ceil((waiting * this.#hashMs) / this.#width / 1000));
			fail(LOGIN_QUEUE_FULL, { seconds });
		}
		return this.#queue.add(() => this.#timed(work));
	}

	async #timed<T>(work: () => Promise<T>): Promise<T> {
		const began = performance.now();
		try {
			return await work();
		} finally {
			this.#hashMs += (performance.now() - began - this.#hashMs) * pace;
		}
	}

	/** How many wait for their turn. */
	get waiting(): number {
		return this.#queue.size;
	}
}

export const pool = new HashingPool(Math.max(1, availableParallelism() - 1));

export const hashPassword = (password: string) => hash(password, parameters);

export const isPassword = (hashed: string, password: string) => verify(hashed, password);

/** Whether a hash was made with other parameters than today's. */
export function isOutdated(hashed: string): boolean {
	const { memoryCost, timeCost, parallelism } = parseOptions(hashed);
	return (
		memoryCost !== parameters.memoryCost ||
		timeCost !== parameters.timeCost ||
		parallelism !== parameters.parallelism
	);
}

export const measurePool = () =>
	gauge({
		name: "mall_logins_waiting",
		help: "Logins that wait for their turn to be hashed",
		queue: "logins",
		read: () => pool.waiting,
	});
