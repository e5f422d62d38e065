import type { Service, ServiceBroker } from "moleculer";
import { inventory, STOCK_NOT_FOUND, STOCK_RESERVED } from "#contracts/inventory";
import type { Level } from "#contracts/inventory";
import { fieldWords } from "#domain/field-words";
import { now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { collection, db } from "#mixins/db";
import { fail, invalid, settle } from "#mixins/errors";
import { claims, idempotent } from "#mixins/idempotency";
import { mixin } from "#mixins/mixin";
import { loops } from "#mixins/loops";
import { gauge } from "#mixins/metrics";
import { service, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import type { Change, Written } from "./decide.ts";
import { Desk } from "./desk.ts";
import { Filing } from "./filing.ts";
import { holdersOf } from "./holders.ts";
import { listed } from "./lists.ts";
import { named } from "./names.ts";
import { eachLine, extend, keep, movementId, refuse, reserve, shrink } from "./orders.ts";
import { Reconciling } from "./reconciling.ts";
import type { Report, ReportedBooks } from "./reconciling.ts";
import { seed } from "./seed.ts";
import {
	adjusting,
	counting,
	lapsing,
	receiving,
	releasing,
	shipping,
	takingBack,
	watching,
} from "./steps.ts";
import { levelOf, movementOf } from "./stored.ts";
import type { LedgerEntry, StoredReservation, StoredStock } from "./stored.ts";

const sweepSeconds = 5;
const sweepBatch = 500;
const nightSeconds = 60;

const store = db(
	{
		stocks: collection<StoredStock>({
			indexes: [
				["productId"],
				["available"],
				["updatedAt"],
				["isLow"],
				["isLow", "available"],
				["isLow", "updatedAt"],
				["isUnfiled"],
			],
		}),
		reservations: collection<StoredReservation>({
			indexes: [["lapsesAt"], ["sku", "lapsesAt"], ["sku", "quantity"]],
		}),
		ledger: collection<LedgerEntry>({ indexes: [["sku", "seq"]] }),
		reports: collection<Report>(),
		claims: claims(),
	},
	{ durable: true },
);

/** Needs `store` to be created before it. */
const desk = mixin<Working, Service & AtDesk>({
	created(this: AtDesk) {
		const { broker, db: books } = this;
		this.levelsOf = books.stocks.made(levelOf);
		this.desk = new Desk(books, (sku) => this.filing.note(sku));
		this.filing = new Filing({ broker, books, desk: this.desk });
		this.reconciling = new Reconciling({ broker, books, desk: this.desk });
	},
	async stopped(this: AtDesk) {
		await Promise.all([this.filing.stop(), this.reconciling.stop()]);
	},
});

interface Working {
	levelsOf(skus: string[]): Promise<Level[]>;
	desk: Desk;
	filing: Filing;
	reconciling: Reconciling;
}

interface AtDesk extends Working {
	broker: ServiceBroker;
	db: ReportedBooks;
}

export default service(inventory, {
	mixins: [loops(), desk, store],

	actions: {
		list(ctx) {
			return listed(ctx, this.db.stocks);
		},

		adjust(ctx) {
			const { sku, delta, reason } = ctx.params;
			if (delta === 0) invalid([{ path: "delta", ...fieldWords.zero }]);
			const by = userOf(ctx).id;
			return idempotent(ctx, this.db.claims, async (once) => {
				const step = adjusting(delta, { by, reason });
				return corrected(ctx, this, { sku, step, once });
			});
		},

		takeIn(ctx) {
			const { sku, quantity, reason } = ctx.params;
			const by = userOf(ctx).id;
			return idempotent(ctx, this.db.claims, async (once) => {
				const { productId } = await find(this.db.stocks, sku);
				const step = receiving({ sku, productId, quantity, by, reason });
				return levelOf(settleFor(sku, await this.desk.change({ sku, step, once })).stock);
			});
		},

		count(ctx) {
			const { sku, ...counted } = ctx.params;
			const by = userOf(ctx).id;
			return idempotent(ctx, this.db.claims, async (once) => {
				const step = counting({ ...counted, by });
				return corrected(ctx, this, { sku, step, once });
			});
		},

		async watch(ctx) {
			const { sku, lowAt } = ctx.params;
			const written = await this.desk.change({ sku, step: watching(lowAt) });
			return levelOf(settleFor(sku, written).stock);
		},

		async get(ctx) {
			return levelOf(await find(this.db.stocks, ctx.params.sku));
		},

		async movements(ctx) {
			const { sku, page = 1, pageSize = 20, cursor } = ctx.params;
			await find(this.db.stocks, sku);
			await this.desk.file(sku);

			const wanted = { query: { sku }, sort: ["-seq"], page, pageSize, cursor };
			const found = await this.db.ledger.list(wanted);
			return { ...found, items: await named(ctx, found.items.map(movementOf)) };
		},

		reconciliation() {
			return this.reconciling.last();
		},

		reconcile(ctx) {
			return this.reconciling.begin(userOf(ctx).id, ctx.params);
		},

		levels(ctx) {
			return this.levelsOf(ctx.params.skus);
		},

		async receive(ctx) {
			const { key, lines, reason, by } = ctx.params;
			const received = lines.map(async (line) => {
				const { sku, productId } = line;
				const once = movementId("receive", key, productId, sku);
				const step = receiving({ ...line, by, reason });
				return levelOf(settleFor(sku, await this.desk.change({ sku, step, once })).stock);
			});
			return Promise.all(received);
		},

		async reserve(ctx) {
			await reserve(this.desk, { ...ctx.params, by: nameOf(ctx) });
		},

		async extend(ctx) {
			await extend(this.desk, { ...ctx.params, by: nameOf(ctx) });
		},

		async shrink(ctx) {
			await shrink(this.desk, { ...ctx.params, by: nameOf(ctx) });
		},

		async keep(ctx) {
			await keep(this.desk, { ...ctx.params, by: nameOf(ctx) });
		},

		async release(ctx) {
			const { orderId, key, lines } = ctx.params;
			const by = nameOf(ctx);
			await eachLine(this.desk, { orderId, lines }, ({ sku, quantity }) => ({
				step: releasing({ orderId, quantity, by }),
				once: movementId("release", key, orderId, sku),
			}));
		},

		async ship(ctx) {
			const { orderId, key, lines, by } = ctx.params;
			await eachLine(this.desk, { orderId, lines }, ({ sku, quantity }) => ({
				step: shipping({ orderId, quantity, by }),
				once: movementId("ship", key, orderId, sku),
			}));
		},

		async takeBack(ctx) {
			const { orderId, key, lines, by } = ctx.params;
			await eachLine(this.desk, { orderId, lines }, ({ sku, quantity }) => ({
				step: takingBack({ orderId, quantity, by }),
				once: movementId("return", key, orderId, sku),
			}));
		},

		async seed(ctx) {
			await seed(this.desk, ctx.params);
		},
	},

	started() {
		this.every(sweepSeconds, async () => {
			await sweep(this.desk, this.db.reservations);
			await this.filing.recover();
		});
		this.every(nightSeconds, () => this.reconciling.beginNightly());
		gauge({
			name: "mall_stock_outs",
			help: "SKUs of which nothing can be sold",
			read: () => this.db.stocks.count({ available: { $lte: 0 } }),
		});
	},
});

async function find(stocks: Collection<StoredStock>, sku: string) {
	return (await stocks.findById(sku)) ?? fail(STOCK_NOT_FOUND, { sku });
}

/** A correction; who holds what it would take away is told. */
async function corrected(ctx: Ctx, { desk, db }: AtDesk, change: Change) {
	const { sku } = change;
	const written = await desk.change(change);
	if ("refused" in written && written.refused === STOCK_RESERVED.code) {
		await desk.file(sku);
		const orders = await holdersOf(ctx, db, sku);
		return fail(STOCK_RESERVED, { sku, ...written, orders });
	}
	return levelOf(settleFor(sku, written).stock);
}

/** Gives back what lapsed; a change that finds too little does the same, without waiting. */
async function sweep(desk: Desk, reservations: Collection<StoredReservation>) {
	for (;;) {
		const at = now();
		const query = { lapsesAt: { $lte: at } };
		const late = await reservations.find({ query, sort: ["lapsesAt"], limit: sweepBatch });
		const lapse = ({ sku, orderId }: StoredReservation) =>
			desk.change({ sku, orderId, step: lapsing(orderId, at) });
		const written = await Promise.all(late.map(lapse));
		await Promise.all([...new Set(late.map(({ sku }) => sku))].map((sku) => desk.file(sku)));
		const isAll = late.length < sweepBatch;
		if (isAll || !written.some((one) => "moved" in one && one.moved)) return;
	}
}

function settleFor(sku: string, written: Written) {
	refuse(sku, written);
	return settle(written);
}

const nameOf = ({ meta }: Ctx) => meta.user?.id ?? "guest";
