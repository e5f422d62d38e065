import { orders } from "#contracts/orders";
import { NOTHING_CAPTURED, payments } from "#contracts/payments";
import { settings } from "#contracts/settings";
import { db } from "#mixins/db";
import { fail } from "#mixins/errors";
import { idempotent } from "#mixins/idempotency";
import { loops } from "#mixins/loops";
import { call, service } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { captureCash } from "./cash.ts";
import { abandoned, pay, recoverOne } from "./pay.ts";
import type { Caller } from "./pay.ts";
import { providers } from "./providers/table.ts";
import { carryOut, refund, refundable, refundAll } from "./refund.ts";
import { collections, paymentView } from "./stored.ts";
import type { Db, StoredPayment } from "./stored.ts";

const recoverSeconds = 10;

export default service(payments, {
	mixins: [loops(), db(collections, { durable: true })],

	actions: {
		async pay(ctx) {
			return idempotent(ctx, this.db.claims, async (id) =>
				paymentView(await pay(ctx, this.db, id)),
			);
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
			return { ...found, items: found.items.map(paymentView) };
		},

		async refundAll(ctx) {
			await refundAll(ctx, this.db, { ...ctx.params, by: byOf(ctx) });
		},

		async methods(ctx) {
			const current = await call(ctx, settings.current);
			const offered = Object.values(providers).filter((one) => one.isOffered(current));
			const { locale = "en" } = ctx.meta;
			return offered.map(({ method: key, name }) => ({ key, name: name[locale] }));
		},
	},

	events: {
		async orderCancelled(ctx) {
			const { orderId, reason } = ctx.params;
			const waiting = { orderId, method: "cash-on-delivery", status: "pending" };
			await this.db.payments.update(waiting, { $set: { status: "refused", dueAt: null } });
			await refundAll(ctx, this.db, { orderId, key: "cancelled", reason, by: "system" });
		},
	},

	started() {
		this.every(recoverSeconds, () => recover(this, this.db));
	},
});

const byOf = ({ meta }: Ctx) => meta.user?.id ?? "system";

/** Ends payments and refunds that a process has begun that is no more. */
async function recover(caller: Caller, db: Db) {
	const left = await abandoned(db);
	await Promise.allSettled(left.map((payment) => recoverBoth(caller, db, payment)));
}

async function recoverBoth(caller: Caller, db: Db, payment: StoredPayment) {
	const { id: paymentId, refunds } = payment;
	if (!payment.isMarked) await recoverOne(caller, db, payment);
	const pending = refunds.filter(({ status }) => status === "pending");
	for (const { id } of pending) await carryOut(caller, db, { paymentId, id });
}
