import type { Service, ServiceBroker } from "moleculer";
import { inventory, STOCK_NOT_FOUND, STOCK_RESERVED } from "#contracts/inventory";
import { now } from "#mixins/clock";
import type { Collection } from "#mixins/collection";
import { collection, db } from "#mixins/db";
import { fail, settle } from "#mixins/errors";
import { claims, idempotent } from "#mixins/idempotency";
import { mixin } from "#mixins/mixin";
import { loops } from "#mixins/loops";
import { service, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { Desk } from "./desk.ts";
import type { Books } from "./desk.ts";
import { Mover } from "./ledger.ts";
import { eachLine, keep, movementId, refuse, reserve } from "./orders.ts";
import { adjusting, lapsing, receiving, releasing, shipping, takingBack } from "./steps.ts";
import { levelOf, movementOf } from "./stored.ts";
import type { LedgerEntry, StoredStock } from "./stored.ts";

const sweepSeconds = 5;
const sweepBatch = 500;

const store = db(
	{
		stocks: collection<StoredStock>({
			indexes: [
				["available"],
				["updatedAt"],
				["isLow"],
				["isLow", "available"],
				["isLow", "updatedAt"],
				["lapsesAt"],
				["hasMoves"],
			],
		}),
		ledger: collection<LedgerEntry>({
			indexes: [
				["sku", "seq"],
				["sku", "orderId", "seq"],
			],
		}),
		claims: claims(),
	},
	{ durable: true },
);

/** Needs `store` to be created before it. */
const desk = mixin<{ desk: Desk; mover: Mover }, Service & AtDesk>({
	created(this: AtDesk) {
		const { broker, db: books } = this;
		this.desk = new Desk(books, (sku) => this.mover.note(sku));
		this.mover = new Mover({ broker, books, desk: this.desk });
	},
	async stopped(this: AtDesk) {
		await this.mover.stop();
	},
});

interface AtDesk {
	broker: ServiceBroker;
	db: Books;
	desk: Desk;
	mover: Mover;
}

export default service(inventory, {
	mixins: [loops(), desk, store],

	actions: {
		async list(ctx) {
			const { low, q, sort = "sku", page = 1, pageSize = 20 } = ctx.params;
			const query = {
				...(low !== undefined && { isLow: low }),
				...(q && { id: { $regex: prefix(q) } }),
			};
			const order = [sort === "sku" ? "id" : sort];
			const found = await this.db.stocks.list({ query, sort: order, page, pageSize });
			return { ...found, items: found.items.map(levelOf) };
		},

		adjust(ctx) {
			const { sku, delta, reason } = ctx.params;
			const by = userOf(ctx).id;
			return idempotent(ctx, this.db.claims, async (once) => {
				const step = adjusting(delta, { by, reason });
				const written = await this.desk.change({ sku, step, once });
				const { stock } = settleFor(sku, written);
				return levelOf(stock);
			});
		},

		async get(ctx) {
			return levelOf(await find(this.db.stocks, ctx.params.sku));
		},

		async movements(ctx) {
			const { sku, page = 1, pageSize = 20 } = ctx.params;
			await find(this.db.stocks, sku);
			await this.mover.move(sku);

			const query = { sku };
			const found = await this.db.ledger.list({ query, sort: ["-seq"], page, pageSize });
			return { ...found, items: found.items.map(movementOf) };
		},

		async levels(ctx) {
			return (await this.db.stocks.findByIds(ctx.params.skus)).map(levelOf);
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

		async keep(ctx) {
			const { desk, mover, db: books } = this;
			await keep({ desk, mover, books }, { ...ctx.params, by: nameOf(ctx) });
		},

		async release(ctx) {
			const { orderId, key, lines } = ctx.params;
			const by = nameOf(ctx);
			await eachLine(this.desk, lines, ({ sku, quantity }) => ({
				step: releasing({ orderId, quantity, by }),
				once: movementId("release", key, orderId, sku),
			}));
		},

		async ship(ctx) {
			const { orderId, key, lines, by } = ctx.params;
			await eachLine(this.desk, lines, ({ sku, quantity }) => ({
				step: shipping({ orderId, quantity, by }),
				once: movementId("ship", key, orderId, sku),
			}));
		},

		async takeBack(ctx) {
			const { orderId, key, lines, by } = ctx.params;
			await eachLine(this.desk, lines, ({ sku, quantity }) => ({
				step: takingBack({ orderId, quantity, by }),
				once: movementId("return", key, orderId, sku),
			}));
		},
	},

	started() {
		this.every(sweepSeconds, async () => {
			await sweep(this.desk, this.db.stocks);
			await this.mover.recover();
		});
	},
});

async function find(stocks: Collection<StoredStock>, sku: string) {
	return (await stocks.findById(sku)) ?? fail(STOCK_NOT_FOUND, { sku });
}

/** Gives back what lapsed; a reservation that meets lapsed ones does the same, without waiting. */
async function sweep(desk: Desk, stocks: Collection<StoredStock>) {
	const at = now();
	const late = await stocks.find({ query: { lapsesAt: { $lte: at } }, limit: sweepBatch });
	await Promise.all(late.map(({ id }) => desk.change({ sku: id, step: lapsing(at) })));
}

function settleFor(sku: string, written: Awaited<ReturnType<Desk["change"]>>) {
	if ("refused" in written && written.refused === STOCK_RESERVED.code)
		return fail(STOCK_RESERVED, { sku, ...written });
	refuse(sku, written);
	return settle(written);
}

const nameOf = ({ meta }: Ctx) => meta.user?.id ?? "guest";

/** What begins with it, every sign standing for itself. */
const prefix = (text: string) => `^${text.replace(/[^\w\s]/g, "\\$&")}`;
