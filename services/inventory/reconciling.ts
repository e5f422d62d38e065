// The stock compared with its books as a job: each night, or when somebody asks for it. The last
// result stays here, how far it is stands in the job.
import type { ServiceBroker } from "moleculer";
import { stockUnbalanced } from "#contracts/inventory";
import type { StockDifference, StockReconciliation } from "#contracts/inventory";
import { jobs } from "#contracts/jobs";
import type { Job } from "#contracts/jobs";
import { settings } from "#contracts/settings";
import { nextDaily } from "#domain/schedule";
import { DuplicateKey } from "#mixins/adapters/adapter";
import { newId, now } from "#mixins/clock";
import type { Collection, Stored } from "#mixins/collection";
import { tell } from "#mixins/outbox";
import { callAsSystem, system } from "#mixins/service";
import type { Desk } from "./desk.ts";
import type { Books } from "./filing.ts";
import { balanceOf, repair } from "./reconcile.ts";
import type { Balance } from "./reconcile.ts";

export interface Report extends Stored {
	ranAt: string;
	jobId: string;
	checked: number;
	/** Absent in older reports. */
	unsettled?: number;
	repaired: number;
	differences: StockDifference[];
	more: number;
}

export interface ReportedBooks extends Books {
	reports: Collection<Report>;
}

interface Place {
	broker: ServiceBroker;
	books: ReportedBooks;
	desk: Desk;
}

type Wish = { repair?: boolean };
type Found = Pick<Report, "checked" | "repaired" | "differences" | "more"> & {
	unsettled: number;
};

const kind = "stock-reconciliation";
const latest = "latest";
const night = "03:00";
/** A start has enough to do. */
const restMs = 300_000;
/** Until a night that has failed is tried again. */
const retryMs = 30 * 60_000;
const batch = 100;
const shown = 100;
const shownOrders = 20;

export class Reconciling {
	#place: Place;
	#startedAt = now();
	#running = new Set<Promise<void>>();
	#isStopped = false;

	constructor(place: Place) {
		this.#place = place;
	}

	/** A run that is under way is joined. */
	async begin(startedBy: string, wish: Wish = {}): Promise<Job> {
		const id = newId();
		const job = await callAsSystem(this.#place, jobs.start, {
			id,
			kind,
			startedBy,
			isOnly: true,
		});
		if (job.id !== id) return job;
		const run = this.#run(id, wish).finally(() => this.#running.delete(run));
		this.#running.add(run);
		return job;
	}

	/** Once a night by the shop's clock, by whichever process is first; a missed one comes late. */
	async beginNightly() {
		if (!isPast(this.#startedAt, restMs)) return;
		const report = await this.#place.books.reports.findById(latest);
		const { shop } = await callAsSystem(this.#place, settings.current);
		const daily = { time: night, timeZone: shop.timeZone };
		const due = nextDaily(daily, report?.ranAt ?? this.#startedAt);
		if (due > now()) return;
		const job = await this.#lastJob();
		if (job?.status === "failed" && !isPast(job.startedAt, retryMs)) return;
		await this.begin(system.id);
	}

	async last(): Promise<StockReconciliation> {
		const [report, job] = await Promise.all([
			this.#place.books.reports.findById(latest),
			this.#lastJob(),
		]);
		const isRunning = job?.status === "running";
		return {
			jobId: job?.id ?? null,
			isRunning,
			progress: { done: job?.done ?? 0, total: job?.total ?? 0 },
			ranAt: report?.ranAt ?? null,
			checked: report?.checked ?? 0,
			unsettled: report?.unsettled ?? 0,
			repaired: report?.repaired ?? 0,
			differences: report?.differences ?? [],
			more: report?.more ?? 0,
		};
	}

	/** Waits for what this process runs. */
	async idle() {
		await Promise.all(this.#running);
	}

	async stop() {
		this.#isStopped = true;
		await this.idle();
	}

	async #lastJob(): Promise<Job | undefined> {
		const { items } = await callAsSystem(this.#place, jobs.list, { kind, pageSize: 1 });
		return items[0];
	}

	async #run(id: string, wish: Wish) {
		let total = 0;
		const report = (status: Job["status"], found: Found) =>
			callAsSystem(this.#place, jobs.report, {
				id,
				status,
				done: lookedAt(found),
				total,
				created: 0,
				updated: found.repaired,
				errorCount: found.differences.length + found.more,
				result: found,
			});
		const found: Found = { checked: 0, unsettled: 0, repaired: 0, differences: [], more: 0 };
		try {
			total = await this.#place.books.stocks.count();
			await this.#compareAll(found, wish, () => report("running", found));
			await this.#keep({ ...found, jobId: id, ranAt: now() });
			await report("done", found);
		} catch (error) {
			if (!this.#isStopped)
				this.#place.broker.logger.error("The stock could not be compared", error);
			await report("failed", found).catch(() => {});
		}
	}

	async #compareAll(found: Found, wish: Wish, progress: () => Promise<unknown>) {
		const { books, desk } = this.#place;
		for await (const { id } of books.stocks.each()) {
			if (this.#isStopped) throw new Error("The mall stops.");
			const before = await balanceOf(books, id);
			const isWrong = before !== null && before.wrong.length > 0;
			const after = isWrong && wish.repair ? await repair(desk, books, id) : before;
			note(found, { isWrong, after });
			if (lookedAt(found) % batch === 0) await progress();
		}
	}

	async #keep(report: Omit<Report, "id" | "version">) {
		const { reports } = this.#place.books;
		const { ranAt: at, differences } = report;
		const count = differences.length + report.more;
		const skus = differences.slice(0, 5).map(({ sku }) => sku);
		const told = count > 0 ? [tell(stockUnbalanced, { count, skus, at })] : [];
		if (await reports.change({ id: latest }, { $set: report }, ...told)) return;
		try {
			await reports.insert({ ...report, id: latest, version: 1 }, ...told);
		} catch (thrown) {
			if (!(thrown instanceof DuplicateKey)) throw thrown;
			await reports.change({ id: latest }, { $set: report }, ...told);
		}
	}
}

const isPast = (at: string, ms: number) => Date.now() - Date.parse(at) >= ms;

const lookedAt = ({ checked, unsettled }: Found) => checked + unsettled;

function note(found: Found, { isWrong, after }: { isWrong: boolean; after: Balance | null }) {
	if (!after) {
		found.unsettled += 1;
		return;
	}
	found.checked += 1;
	if (!isWrong) return;
	if (after.wrong.length === 0) found.repaired += 1;
	else if (found.differences.length < shown) found.differences.push(differenceOf(after));
	else found.more += 1;
}

const differenceOf = ({ sku, wrong, level, moved, held, doubtful }: Balance): StockDifference => ({
	sku,
	kinds: wrong,
	level,
	moved,
	held,
	orders: doubtful.slice(0, shownOrders),
});
