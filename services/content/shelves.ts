// The home page outlives its neighbours: a shelf that nobody fills stays empty.
import type { Service } from "moleculer";
import { mixin } from "#mixins/mixin";
import type { Mixin } from "#mixins/mixin";

const patienceMs = 2_000;

export class Shelves {
	#warn: (line: string, reason: unknown) => void;
	#empty = new Set<string>();

	constructor(warn: (line: string, reason: unknown) => void) {
		this.#warn = warn;
	}

	/** What the work gives; nothing when it fails or takes too long, which is logged once. */
	async fill<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
		try {
			const filled = await soon(work());
			this.#empty.delete(name);
			return filled;
		} catch (thrown) {
			// Why: a page without this shelf still sells. It is logged when the shelf becomes empty.
			if (!this.#empty.has(name)) this.#warn(`The home page shows no ${name}`, thrown);
			this.#empty.add(name);
			return undefined;
		}
	}
}

export const shelves = (): Mixin<{ shelves: Shelves }> =>
	mixin<{ shelves: Shelves }, Service & { shelves: Shelves }>({
		created() {
			this.shelves = new Shelves((line, reason) => this.logger.warn(line, reason));
		},
	});

async function soon<T>(work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		const message = `No answer within ${patienceMs} ms.`;
		timer = setTimeout(() => reject(new Error(message)), patienceMs);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
