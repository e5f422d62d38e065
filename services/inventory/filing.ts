// Files what the documents of SKUs hold of their last writes: movements into the ledger, what each
// order holds as its reservation. A movement has its id and a reservation the stock's version that
// it is of, so filing may be repeated, and one that comes late changes nothing.
import type { ServiceBroker } from "moleculer";
import { DuplicateKey } from "#mixins/adapters/adapter";
import type { Collection } from "#mixins/collection";
import type { Desk } from "./desk.ts";
import { reservationId } from "./stored.ts";
import type { Changed, LedgerEntry, StoredReservation, StoredStock } from "./stored.ts";

export interface Books {
	stocks: Collection<StoredStock>;
	reservations: Collection<StoredReservation>;
	ledger: Collection<LedgerEntry>;
}

/** Writes down all that is not filed yet; it stays in the stock until the desk takes it out. */
export async function file({ reservations, ledger }: Books, stock: StoredStock) {
	const ids = stock.reservations.map(({ orderId }) => reservationId(orderId, stock.id));
	const stored = new Set((await reservations.findByIds(ids)).map(({ orderId }) => orderId));
	await Promise.all([
		...stock.moves.map((move) => isInserted(ledger, move)),
		...stock.reservations.map((one) =>
			put(reservations, stock.id, { one, isNew: !stored.has(one.orderId) }),
		),
	]);
}

type Put = { one: Changed; isNew: boolean };

async function put(reservations: Books["reservations"], sku: string, { one, isNew }: Put) {
	const id = reservationId(one.orderId, sku);
	if (isNew && (await isInserted(reservations, { ...one, id, sku, version: 1 }))) return;
	await reservations.update({ id, asOf: { $lt: one.asOf } }, { $set: { ...one } });
}

async function isInserted<T extends { id: string; version: number }>(
	collection: Collection<T>,
	doc: T,
) {
	try {
		await collection.insert(doc);
		return true;
	} catch (thrown) {
		if (thrown instanceof DuplicateKey) return false;
		throw thrown;
	}
}

const pauseMs = 1_000;
const batch = 200;

/** Sees that everything is filed a moment after it was written. */
export class Filing {
	#broker: ServiceBroker;
	#books: Books;
	#desk: Desk;
	#noted = new Set<string>();
	#timer: NodeJS.Timeout | undefined;
	#running: Promise<void> = Promise.resolve();
	#isStopped = false;

	constructor({ broker, books, desk }: { broker: ServiceBroker; books: Books; desk: Desk }) {
		this.#broker = broker;
		this.#books = books;
		this.#desk = desk;
	}

	/** Soon; many changes of one SKU then cost one more write. */
	note(sku: string) {
		this.#noted.add(sku);
		if (this.#isStopped) return;
		this.#timer ??= setTimeout(() => this.#run(), pauseMs).unref();
	}

	/** What an earlier process has left. */
	async recover() {
		for (;;) {
			const left = await this.#books.stocks.find({
				query: { isUnfiled: true },
				limit: batch,
			});
			await Promise.all(left.map(({ id }) => this.#desk.file(id)));
			if (left.length < batch || this.#isStopped) return;
		}
	}

	/** What is left stays with its stock until the next start. */
	async stop() {
		this.#isStopped = true;
		clearTimeout(this.#timer);
		await this.#running;
	}

	#run() {
		this.#timer = undefined;
		const skus = [...this.#noted].slice(0, batch);
		for (const sku of skus) this.#noted.delete(sku);
		this.#running = Promise.all(skus.map((sku) => this.#desk.file(sku))).then(
			() => {
				const [next] = this.#noted;
				if (next !== undefined) this.note(next);
			},
			(thrown: unknown) => {
				this.#broker.logger.warn("Changes stay with their stock for now", thrown);
				for (const sku of skus) this.note(sku);
			},
		);
	}
}
