// All changes of one SKU go over its desk. Those that wait while another is written are taken
// together: one load, one guarded write, one event, each with its own answer. That write decides:
// it holds the new level, its movements and what the orders of the batch hold now. Later these are
// filed in documents of their own, so the SKU's document stays small, whatever is open.
// - Killed before the guarded write: nothing has happened, whoever asked asks again.
// - Killed after it: what the SKU's document holds counts before what is filed, and the next batch
//   or the loop files it.
// - Killed while filing, or before the write that takes out what is filed: it is filed again, which
//   changes nothing; movements have ids, reservations the version of the stock that they are of.
import { stockChanged, stockLow } from "#contracts/inventory";
import { isLate } from "#domain/reservations";
import type { Reservation } from "#domain/reservations";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { now } from "#mixins/clock";
import { StaleVersion } from "#mixins/collection";
import type { Told } from "#mixins/collection";
import { tell } from "#mixins/outbox";
import { decide } from "./decide.ts";
import type { Change, Known, Written } from "./decide.ts";
import { file } from "./filing.ts";
import type { Books } from "./filing.ts";
import { lapsing, nothing } from "./steps.ts";
import { derived, reservationId } from "./stored.ts";
import type { StoredStock } from "./stored.ts";

interface Waiting {
	change: Change;
	answer(written: Written): void;
	refuse(thrown: unknown): void;
}

const most = 200;
const mostUnfiled = 50;
const attempts = 50;

export class Desk {
	#books: Books;
	#unfiled: (sku: string) => void;
	#queues = new Map<string, Waiting[]>();

	constructor(books: Books, unfiled: (sku: string) => void) {
		this.#books = books;
		this.#unfiled = unfiled;
	}

	change(change: Change): Promise<Written> {
		return new Promise((answer, refuse) => {
			const waiting = { change, answer, refuse };
			const queue = this.#queues.get(change.sku);
			if (queue) {
				queue.push(waiting);
				return;
			}
			this.#queues.set(change.sku, [waiting]);
			void this.#serve(change.sku);
		});
	}

	/** Leaves nothing in the SKU's document that belongs in others. */
	async file(sku: string) {
		await this.change({ sku, step: nothing, files: true });
	}

	async #serve(sku: string) {
		const queue = this.#queues.get(sku) ?? [];
		while (queue.length > 0) {
			const batch = queue.splice(0, most);
			const changes = batch.map(({ change }) => change);
			try {
				const written = await this.#write(sku, changes);
				for (const [at, one] of written.entries()) batch[at]?.answer(one);
			} catch (thrown) {
				for (const { refuse } of batch) refuse(thrown);
			}
		}
		this.#queues.delete(sku);
	}

	/** Decides again on what another process wrote meanwhile, until nobody is in between. */
	async #write(sku: string, changes: Change[]): Promise<Written[]> {
		for (let attempt = 1; ; attempt += 1) {
			const { before, base, known } = await this.#load(sku, changes);
			const { after, written, isShort } = decide(base, changes, known);
			if (isShort && before && (await this.#freesLate(before))) continue;
			try {
				const stock = await this.#save(before, after);
				return written.map((one) => ("refused" in one || !stock ? one : { ...one, stock }));
			} catch (thrown) {
				const isClash = thrown instanceof StaleVersion || thrown instanceof DuplicateKey;
				if (!isClash || attempt === attempts) throw thrown;
			}
		}
	}

	/** `base` is the stock without what is filed now: the guarded write proves that it was all. */
	async #load(sku: string, changes: Change[]) {
		const before = asWritten(await this.#books.stocks.findById(sku));
		const count = before ? before.moves.length + before.reservations.length : 0;
		const files = count >= mostUnfiled || changes.some((change) => change.files);
		if (!before || count === 0 || !files) {
			return { before, base: before, known: await this.#known(before, changes) };
		}
		const [known] = await Promise.all([
			this.#known(before, changes),
			file(this.#books, before),
		]);
		return { before, base: { ...before, moves: [], reservations: [] }, known };
	}

	/**
	 * What has happened already: the ledger remembers all movements for ever, and reservations have
	 * documents of their own. The stock was read before, so what is filed meanwhile is found there,
	 * and what is written meanwhile makes the guarded write fail.
	 */
	async #known(stock: StoredStock | null, changes: Change[]): Promise<Known> {
		const { moves = [], reservations = [] } = stock ?? {};
		const held = new Map<string, Reservation>();
		for (const { orderId, asOf: _asOf, ...own } of reservations) held.set(orderId, own);
		const orders = changes.flatMap(({ sku, orderId }) =>
			orderId === undefined || held.has(orderId) ? [] : reservationId(orderId, sku),
		);
		const keyed = changes.flatMap(({ once }) => once ?? []);
		const [stored, moved] = await Promise.all([
			this.#books.reservations.findByIds(orders),
			this.#books.ledger.findByIds(keyed),
		]);
		for (const { orderId, quantity, lapsesAt, lapsed } of stored)
			held.set(orderId, { quantity, lapsesAt, lapsed });
		return { held, done: new Set([...moves, ...moved].map(({ id }) => id)) };
	}

	/** Gives back what nobody paid for in time; false when there is none. */
	async #freesLate(stock: StoredStock): Promise<boolean> {
		const { id: sku, reservations } = stock;
		const at = now();
		const query = { sku, lapsesAt: { $lte: at } };
		const filed = await this.#books.reservations.find({ query, limit: most });
		const newer = new Set(reservations.map(({ orderId }) => orderId));
		const late = [
			...reservations.filter((one) => isLate(one, at)),
			...filed.filter(({ orderId }) => !newer.has(orderId)),
		];
		if (late.length === 0) return false;
		const lapses = late.map(({ orderId }) => ({ sku, orderId, step: lapsing(orderId, at) }));
		await this.#write(sku, lapses);
		return true;
	}

	async #save(before: StoredStock | null, after: StoredStock | null) {
		if (!after || after === before) return after;
		const next = derived(after, now());
		const told = news(before, next);
		const saved = before
			? await this.#books.stocks.replace(next, ...told)
			: await this.#books.stocks.insert({ ...next, version: 1 }, ...told);
		if (saved.isUnfiled) this.#unfiled(saved.id);
		return saved;
	}
}

/** Documents of an earlier form hold all reservations, without a version: all are filed first. */
function asWritten(stock: StoredStock | null): StoredStock | null {
	if (!stock) return null;
	const reservations = stock.reservations.map((one) => ({ ...earlier, ...one }));
	return { ...stock, reservations };
}

const earlier = { lapsed: 0, asOf: 0 };

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
