// Moves movements from the SKU's document, where they were written with the level, to the ledger.
// Each has its id, so that a repeat after a crash adds nothing.
import type { ServiceBroker } from "moleculer";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Books, Desk } from "./desk.ts";
import type { LedgerEntry } from "./stored.ts";

const pauseMs = 300;
const batch = 200;

export class Mover {
	#broker: ServiceBroker;
	#books: Books;
	#desk: Desk;
	#dirty = new Set<string>();
	#timer: NodeJS.Timeout | undefined;
	#running: Promise<void> = Promise.resolve();
	#isStopped = false;

	constructor({ broker, books, desk }: { broker: ServiceBroker; books: Books; desk: Desk }) {
		this.#broker = broker;
		this.#books = books;
		this.#desk = desk;
	}

	/** Soon; many movements of one SKU then cost one more write. */
	note(sku: string) {
		this.#dirty.add(sku);
		if (this.#isStopped) return;
		this.#timer ??= setTimeout(() => this.#run(), pauseMs).unref();
	}

	/** What an earlier process has left. */
	async recover() {
		for (;;) {
			const left = await this.#books.stocks.find({ query: { hasMoves: true }, limit: batch });
			await Promise.all(left.map(({ id }) => this.move(id)));
			if (left.length < batch || this.#isStopped) return;
		}
	}

	/** Brings the ledger of one SKU up to date. */
	async move(sku: string) {
		const stock = await this.#books.stocks.findById(sku);
		if (!stock?.hasMoves) return;
		await Promise.all(stock.moves.map((move) => this.#enter(move)));
		const moved = new Set(stock.moves.map(({ id }) => id));
		await this.#desk.change({
			sku,
			step: (now) => {
				if (!now) return { refused: "STOCK_NOT_FOUND" };
				const moves = now.moves.filter(({ id }) => !moved.has(id));
				return { stock: { ...now, moves }, moves: [] };
			},
		});
	}

	/** What is left stays with its stock until the next start. */
	async stop() {
		this.#isStopped = true;
		clearTimeout(this.#timer);
		await this.#running;
	}

	#run() {
		this.#timer = undefined;
		const skus = [...this.#dirty].slice(0, batch);
		for (const sku of skus) this.#dirty.delete(sku);
		this.#running = Promise.all(skus.map((sku) => this.move(sku))).then(
			() => {
				const [next] = this.#dirty;
				if (next !== undefined) this.note(next);
			},
			(thrown: unknown) => {
				this.#broker.logger.warn("Movements stay with their stock for now", thrown);
				for (const sku of skus) this.note(sku);
			},
		);
	}

	async #enter(move: LedgerEntry) {
		try {
			await this.#books.ledger.insert(move);
		} catch (thrown) {
			if (!(thrown instanceof DuplicateKey)) throw thrown;
		}
	}
}
