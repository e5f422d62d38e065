import { analytics } from "#contracts/analytics";
import { products } from "#contracts/products";
import { db } from "#mixins/db";
import { loops } from "#mixins/loops";
import { call, service, userOf } from "#mixins/service";
import { noteOrder, noteRegistration, noteSales, today } from "./happenings.ts";
import {
	customersInsight,
	ordersInsight,
	productsInsight,
	salesInsight,
	searchInsight,
} from "./insights.ts";
import { memory } from "./memory.ts";
import * as own from "./own-data.ts";
import { countSearches, forgetOld } from "./searches.ts";
import { collections } from "./stored.ts";

const flushSeconds = 1;
const forgetSeconds = 3600;

export default service(analytics, {
	mixins: [loops(), memory(), db(collections)],

	tuning: { seed: { timeout: 60_000 } },

	actions: {
		sales(ctx) {
			return salesInsight(ctx, this.db);
		},

		orders(ctx) {
			return ordersInsight(ctx, this.db);
		},

		customers(ctx) {
			return customersInsight(ctx, this.db);
		},

		products(ctx) {
			return productsInsight(ctx, this.db);
		},

		search(ctx) {
			return searchInsight(ctx, this.db);
		},

		note(ctx) {
			const { type, productId, query } = ctx.params;
			this.notes.note({ userId: ctx.meta.user?.id, type, productId, query });
			return {};
		},

		async history(ctx) {
			const { page = 1, pageSize = 20 } = ctx.params;
			const ids = await this.notes.historyOf(ctx, this.db, userOf(ctx).id);

			const cards = ids.length > 0 ? await call(ctx, products.cards, { ids }) : [];
			const items = cards.slice((page - 1) * pageSize, page * pageSize);
			return { items, page, pageSize, total: cards.length };
		},

		async forget(ctx) {
			await this.notes.flush(ctx, this.db);
			await this.db.histories.remove({ id: userOf(ctx).id });
		},

		async viewed(ctx) {
			const { userId, limit } = ctx.params;
			const ids = await this.notes.historyOf(ctx, this.db, userId);
			return { ids: ids.slice(0, limit) };
		},

		async searched(ctx) {
			await countSearches(this.db, await today(ctx), ctx.params.searches);
		},

		async hotQueries(ctx) {
			const { prefix, limit } = ctx.params;
			return { queries: await this.hot.beginning(this.db, prefix, limit) };
		},

		async seed(ctx) {
			const paid = ctx.params.orders.map(({ orderId, paidAt, ...sale }) => {
				return { orderId, at: paidAt, what: "paid" as const, sale };
			});
			await noteSales(ctx, this.db, paid);
		},

		async ownData(ctx) {
			await this.notes.flush(ctx, this.db);
			return own.ownData(this.db, ctx.params);
		},

		async forgetPerson(ctx) {
			await this.notes.flush(ctx, this.db);
			return own.forgetPerson(this.db, ctx.params.whom);
		},
	},

	events: {
		async orderPlaced(ctx) {
			const { orderId, placedAt } = ctx.params;
			await noteOrder(ctx, this.db, { orderId, what: "placed", at: placedAt });
		},

		async orderPaid(ctx) {
			const { orderId, paidAt, total, lines } = ctx.params;
			const sale = { total, lines };
			await noteOrder(ctx, this.db, { orderId, what: "paid", at: paidAt, sale });
		},

		async orderShipped(ctx, { at }) {
			await noteOrder(ctx, this.db, { orderId: ctx.params.orderId, what: "shipped", at });
		},

		async orderCompleted(ctx, { at }) {
			await noteOrder(ctx, this.db, { orderId: ctx.params.orderId, what: "completed", at });
		},

		async orderCancelled(ctx, { at }) {
			await noteOrder(ctx, this.db, { orderId: ctx.params.orderId, what: "cancelled", at });
		},

		async userRegistered(ctx, { at }) {
			const { userId, since = at } = ctx.params;
			await noteRegistration(ctx, this.db, { userId, at: since });
		},
	},

	started() {
		this.every(flushSeconds, () => this.notes.flush(this, this.db));
		this.every(forgetSeconds, async () => forgetOld(this.db, await today(this)));
	},

	async stopped() {
		// Why: its neighbours may be gone already; a view may be lost, the store must be closed.
		await this.notes.flush(this, this.db).catch(() => {});
	},
});
