// Chores on documents that nobody waits for: taking out what is done. Those of one document within a
// moment are one write. A process that dies forgets them: only for what is found again and is done
// again without harm. They make no new version, since for readers nothing has changed.
import type { Adapter, Fields, Update } from "./adapter.ts";

/** `pull` takes the elements with these ids out of lists; `set` sets fields of this very version. */
export interface Chores {
	pull?: Record<string, string[]>;
	set?: { version: number; fields: Fields };
}

interface Gathered {
	pull: Map<string, string[]>;
	set?: { version: number; fields: Fields };
}

const momentMs = 400;

export class Tidying {
	#adapter: Adapter;
	#gathered = new Map<string, Gathered>();
	#timer: NodeJS.Timeout | undefined;
	#written = Promise.withResolvers<void>();
	#writing: Promise<void> = Promise.resolve();

	constructor(adapter: Adapter) {
		this.#adapter = adapter;
	}

	/** Resolves when it is written, or could not be and is found again. */
	note(id: string, { pull = {}, set }: Chores): Promise<void> {
		const all: Gathered = this.#gathered.get(id) ?? { pull: new Map() };
		for (const [path, ids] of Object.entries(pull))
			all.pull.set(path, [...(all.pull.get(path) ?? []), ...ids]);
		if (set) all.set = set;
		this.#gathered.set(id, all);
		this.#timer ??= setTimeout(() => void this.flush(), momentMs);
		return this.#written.promise;
	}

	/** Writes everything that was noted so far. */
	flush(): Promise<void> {
		if (this.#timer !== undefined) this.#writing = this.#write();
		return this.#writing;
	}

	async #write() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const [gathered, written] = [this.#gathered, this.#written];
		this.#gathered = new Map();
		this.#written = Promise.withResolvers();
		const writes = [...gathered].map(([id, chores]) => this.#carryOut(id, chores));
		await Promise.allSettled([this.#writing, ...writes]);
		written.resolve();
	}

	async #carryOut(_id: string, { pull, set }: Gathered) {
		const pulls = [...pull].map(([path, ids]) => [path, { id: { $in: ids } }]);
		const update: Update = pulls.length > 0 ? { $pull: Object.fromEntries(pulls) } : {};
		const { version, fields } = set ?? {};
		const isSame =
			fields &&
			(await this.#adapter.updateMany({ _id, version }, { ...update, $set: fields }));
		if (!isSame && pulls.length > 0) await this.#adapter.updateMany({ _id }, update);
	}
}
