import { orders } from "#contracts/orders";
import { NOTHING_CAPTURED, PAYMENT_NOT_FOUND, payments } from "#contracts/payments";
import { settings } from "#contracts/settings";
import { db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { idempotent } from "#mixins/idempotency";
import { loops } from "#mixins/loops";
import { call, service } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { claimRun, compareAll, lastReconciliation, reconcileNightly } from "./books.ts";
import { captureCash } from "./cash.ts";
import { endPaymentsOf, recover, straighten } from "./due.ts";
import { retry, settle } from "./failed-refunds.ts";
import { follow, quietly } from "./follow.ts";
import { actOnAll, forget, hear, tallyForged } from "./notices.ts";
import { pay } from "./pay.ts";
import { isAsynchronous } from "./providers/provider.ts";
import { providers } from "./providers/table.ts";
import { refund, refundable, refundAll } from "./refund.ts";
import { seed } from "./seed.ts";
import { adminPaymentView, collections, paymentView } from "./stored.ts";

const seconds = { recover: 10, reconcile: 600, forget: 3600 };

export default service(payments, {
	mixins: [loops(), db(collections, { durable: true })],

	actions: {
		async pay(ctx) {
			return idempotent(ctx, this.db.claims, async (id) => {
				const { payment, next } = await pay(ctx, this.db, id);
				return { ...paymentView(payment), ...(next && { next }) };
			});
		},

		async check(ctx) {
			const { id: orderId, paymentId } = ctx.params;
			await call(ctx, orders.payable, { id: orderId, by: "payer" });
			const wanted = { id: paymentId, orderId };
			const payment = (await this.db.payments.findOne(wanted)) ?? fail(PAYMENT_NOT_FOUND);
			await quietly(follow(ctx, this.db, payment));
			return paymentView((await this.db.payments.findById(paymentId)) ?? payment);
		},

		async notice(ctx) {
			return Buffer.from(await hear(this, this.db, ctx.params));
		},

		async capture(ctx) {
			return idempotent(ctx, this.db.claims, async () =>
				paymentView(await captureCash(ctx, this.db)),
			);
		},

		async refund(ctx) {
			const { id: orderId, amount, reason } = ctx.params;
			return idempotent(ctx, this.db.claims, async (id) => {
				await call(ctx, orders.payable, { id: orderId, by: "staff" });
				const payment = (await refundable(this.db, orderId)) ?? fail(NOTHING_CAPTURED);
				const wanted = { id, paymentId: payment.id, amount, reason, by: byOf(ctx) };
				return (await refund(ctx, this.db, wanted)) ?? fail(NOTHING_CAPTURED);
			});
		},

		async list(ctx) {
			const { id: orderId, page = 1, pageSize = 20 } = ctx.params;
			const sort = ["-createdAt"];
			const found = await this.db.payments.list({ query: { orderId }, sort, page, pageSize });
			return { ...found, items: found.items.map(adminPaymentView) };
		},

		retryRefund(ctx) {
			return idempotent(ctx, this.db.claims, () => retry(ctx, this.db, ctx.params));
		},

		settleRefund(ctx) {
			return idempotent(ctx, this.db.claims, () => settle(this.db, ctx.params));
		},

		async adminCheck(ctx) {
			const { id } = ctx.params;
			const payment = (await this.db.payments.findById(id)) ?? fail(PAYMENT_NOT_FOUND);
			return adminPaymentView(await straighten(ctx, this.db, payment));
		},

		async reconciliation() {
			return lastReconciliation(this.db);
		},

		async reconcile() {
			if (await claimRun(this.db))
				void compareAll(this, this.db).catch((error: unknown) =>
					this.logger.warn("The books could not be compared", error),
				);
			return lastReconciliation(this.db);
		},

		async refundAll(ctx) {
			await refundAll(ctx, this.db, { ...ctx.params, by: byOf(ctx) });
		},

		async expect(ctx) {
			const { orderId, amount } = ctx.params;
			const promised = { orderId, method: "cash-on-delivery", status: "pending" };
			await this.db.payments.update(promised, { $set: { amount } });
		},

		async seed(ctx) {
			const { shop } = await call(ctx, settings.current);
			return paymentView(await seed(this.db, { ...ctx.params, currency: shop.currency }));
		},

		async payBack(ctx) {
			const { key: id, ...wanted } = ctx.params;
			await refund(ctx, this.db, { id, ...wanted });
		},

		async methods(ctx) {
			const current = await call(ctx, settings.current);
			const offered = Object.values(providers).filter((one) => one.isOffered(current));
			const { locale = "en" } = ctx.meta;
			return offered.map((provider) => ({
				key: provider.method,
				name: provider.name[locale],
				isAtOnce: !isAsynchronous(provider),
			}));
		},
	},

	events: {
		async orderCancelled(ctx) {
			await endPaymentsOf(this, this.db, ctx.params);
		},
	},

	started() {
		this.every(seconds.recover, () => recover(this, this.db));
		this.every(seconds.recover, () => actOnAll(this, this.db));
		this.every(seconds.recover, () => tallyForged(this.db));
		this.every(seconds.reconcile, () => reconcileNightly(this, this.db));
		this.every(seconds.forget, () => forget(this.db));
	},

	async stopped() {
		await tallyForged(this.db);
	},
});

const byOf = ({ meta }: Ctx) => meta.user?.id ?? "system";
