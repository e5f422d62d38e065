// All changes of one SKU go over its desk. Those that wait while another is written are taken
// together: one load, one guarded write, one event, each with its own answer. So a hundred buyers
// of one thing cost a few writes, and a clash with another process costs one more.
import { stockChanged, stockLow } from "#contracts/inventory";
import type { Refusal } from "#domain/refusal";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { newId, now } from "#mixins/clock";
import { StaleVersion } from "#mixins/collection";
import type { Collection, Told } from "#mixins/collection";
import { tell } from "#mixins/outbox";
import type { Outcome, Step } from "./steps.ts";
import { derived } from "./stored.ts";
import type { LedgerEntry, Move, StoredStock } from "./stored.ts";

/** The stock after the write; `moved` says whether this very change did something. */
export type Written = { stock: StoredStock; moved: boolean } | Refusal;

export interface Books {
	stocks: Collection<StoredStock>;
	ledger: Collection<LedgerEntry>;
}

/** `once` is the id of its movement where a repeat must change nothing. */
export type Change = { sku: string; step: Step; once?: string };

interface Waiting extends Change {
	answer(written: Written): void;
	refuse(thrown: unknown): void;
}

type Verdict = { waiting: Waiting; written: Written };

const most = 200;
const attempts = 50;

export class Desk {
	#books: Books;
	#moved: (sku: string) => void;
	#queues = new Map<string, Waiting[]>();

	constructor(books: Books, moved: (sku: string) => void) {
		this.#books = books;
		this.#moved = moved;
	}

	change(change: Change): Promise<Written> {
		return new Promise((answer, refuse) => {
			const waiting = { ...change, answer, refuse };
			const queue = this.#queues.get(change.sku);
			if (queue) {
				queue.push(waiting);
				return;
			}
			this.#queues.set(change.sku, [waiting]);
			void this.#serve(change.sku);
		});
	}

	async #serve(sku: string) {
		const queue = this.#queues.get(sku) ?? [];
		while (queue.length > 0) {
			const batch = queue.splice(0, most);
			try {
				const verdicts = await this.#write(sku, batch);
				for (const { waiting, written } of verdicts) waiting.answer(written);
			} catch (thrown) {
				for (const { refuse } of batch) refuse(thrown);
			}
		}
		this.#queues.delete(sku);
	}

	/** Decides again on what another process wrote meanwhile, until nobody is in between. */
	async #write(sku: string, batch: Waiting[]): Promise<Verdict[]> {
		for (let attempt = 1; ; attempt += 1) {
			const before = await this.#books.stocks.findById(sku);
			const done = await this.#done(before, batch);
			const { after, verdicts } = decide(before, batch, done);
			try {
				const stock = await this.#save(before, after);
				return verdicts.map((verdict) => asStored(verdict, stock));
			} catch (thrown) {
				const isClash = thrown instanceof StaleVersion || thrown instanceof DuplicateKey;
				if (!isClash || attempt === attempts) throw thrown;
			}
		}
	}

	/**
	 * Which of the keyed changes have happened already: the ledger remembers all of them for ever.
	 * The stock was read before, so what moves to the ledger meanwhile is found there, and what is
	 * written meanwhile makes the guarded write fail.
	 */
	async #done(stock: StoredStock | null, batch: Waiting[]): Promise<Set<string>> {
		const keyed = batch.flatMap(({ once }) => once ?? []);
		if (keyed.length === 0) return new Set();
		const pending = (stock?.moves ?? []).map(({ id }) => id);
		const moved = await this.#books.ledger.findByIds(keyed);
		return new Set([...pending, ...moved.map(({ id }) => id)]);
	}

	async #save(before: StoredStock | null, after: StoredStock | null) {
		if (!after || after === before) return after;
		const next = derived(after, now());
		const told = news(before, next);
		const saved = before
			? await this.#books.stocks.replace(next, ...told)
			: await this.#books.stocks.insert({ ...next, version: 1 }, ...told);
		if (saved.hasMoves) this.#moved(saved.id);
		return saved;
	}
}

function decide(before: StoredStock | null, batch: Waiting[], done: Set<string>) {
	let after = before;
	const verdicts = batch.map((waiting): Verdict => {
		const { step, once } = waiting;
		const isDone = once !== undefined && done.has(once);
		const outcome: Outcome = isDone && after ? { stock: after, moves: [] } : step(after);
		if ("refused" in outcome) return { waiting, written: outcome };
		if (once !== undefined) done.add(once);
		after = entered(outcome.stock, outcome.moves, waiting);
		return { waiting, written: { stock: after, moved: outcome.moves.length > 0 } };
	});
	return { after, verdicts };
}

function asStored({ waiting, written }: Verdict, stock: StoredStock | null): Verdict {
	const isRefused = "refused" in written || !stock;
	return { waiting, written: isRefused ? written : { ...written, stock } };
}

/** Writes the movements down. The last one carries the key: what precedes it only prepares it. */
function entered(
	stock: StoredStock,
	moves: Move[],
	{ sku, once }: Pick<Change, "sku" | "once">,
): StoredStock {
	if (moves.length === 0) return stock;
	const at = now();
	const entries = moves.map((move, index): LedgerEntry => {
		const isLast = index === moves.length - 1;
		const id = isLast && once !== undefined ? once : newId();
		return { id, sku, ...move, at, seq: stock.moveCount + index + 1, version: 1 };
	});
	const moveCount = stock.moveCount + entries.length;
	return { ...stock, moveCount, moves: [...stock.moves, ...entries] };
}

/** Shoppers hear of what sells out or can be had again, staff once when it runs low. */
function news(before: StoredStock | null, after: StoredStock): Told[] {
	const { id: sku, productId, available, lowAt } = after;
	const version = (before?.version ?? 0) + 1;
	const inStock = available > 0;
	const wasInStock = before !== null && before.available > 0;
	const told: Told[] = [];
	if (inStock !== wasInStock)
		told.push(tell(stockChanged, { sku, productId, available, inStock, version }));
	if (before && !before.isLow && after.isLow)
		told.push(tell(stockLow, { sku, productId, available, lowAt, version }));
	return told;
}
