import { orders } from "#contracts/orders";
import { lifeOfOrders } from "#domain/order-life";
import { now } from "#mixins/clock";
import { db } from "#mixins/db";
import { idempotent } from "#mixins/idempotency";
import { loops } from "#mixins/loops";
import { service, userOf } from "#mixins/service";
import type { Ctx } from "#mixins/service";
import { advance, advanceOwn, askedAt, find, foundBy, opening, own } from "./advance.ts";
import * as commands from "./commands.ts";
import { bulkShip } from "./desk/bulk-ship.ts";
import * as desk from "./desk/commands.ts";
import * as drafts from "./desk/draft-orders.ts";
import { edit } from "./desk/edit.ts";
import { exported } from "./desk/export.ts";
import { adminShown, allShown } from "./desk/names.ts";
import { requested } from "./desk/payment-link.ts";
import { placeFor } from "./desk/place-for.ts";
import { creditNoteNamed, creditNotesOf, invoiceOf, officeOf } from "./invoices/billing.ts";
import { closePrinter, listed as listedInvoices, pageOf, printed } from "./invoices/desk.ts";
import { adminQuery, boughtBy, listed, paidSince } from "./lists.ts";
import { lookup } from "./lookup.ts";
import { forgetPerson, ownData, unfinishedOf } from "./own/own-data.ts";
import { place } from "./place.ts";
import { listed as listedReturns } from "./returns/filing.ts";
import * as handling from "./returns/handling.ts";
import * as reasons from "./returns/reasons.ts";
import { adminReturnView } from "./returns/view.ts";
import { seed } from "./seed.ts";
import { collections } from "./stored.ts";
import type { StoredOrder } from "./stored.ts";
import { startLoops } from "./sweeps.ts";
import { balanceOf, orderView, payerView } from "./view.ts";

export default service(orders, {
	mixins: [loops(), db(collections, { durable: true })],

	actions: {
		async place(ctx) {
			return idempotent(ctx, this.db.claims, (id) => place(ctx, this.db, id));
		},

		async lookup(ctx) {
			return lookup(ctx, this.db);
		},

		async list(ctx) {
			const query = { userId: userOf(ctx).id, hiddenAt: null };
			const found = await listed(this.db.orders, query, ctx.params);
			return { ...found, items: found.items.map((order) => shown(ctx, order)) };
		},

		async get(ctx) {
			const { order, who } = await opening(this.db, ctx.params.id, ctx.meta);
			return who === "payer" ? payerView(order, ctx.meta.locale) : shown(ctx, order);
		},

		async cancel(ctx) {
			const command = commands.cancelling(byOf(ctx), ctx.params.reason ?? "");
			const asked = { command, asOf: askedAt(ctx.meta) };
			return shown(ctx, await advanceOwn(ctx, this.db, asked));
		},

		async receive(ctx) {
			const command = commands.receiving(byOf(ctx));
			return shown(ctx, await advanceOwn(ctx, this.db, { command }));
		},

		async hide(ctx) {
			await advanceOwn(ctx, this.db, { command: commands.hiding(byOf(ctx)) });
		},

		async adminList(ctx) {
			const found = await listed(this.db.orders, await adminQuery(ctx), ctx.params);
			return { ...found, items: await allShown(ctx, found.items) };
		},

		async adminGet(ctx) {
			return adminShown(ctx, await find(this.db, ctx.params.id));
		},

		ship(ctx) {
			return desk.ship(ctx, this.db, byOf(ctx));
		},

		adminCancel(ctx) {
			return desk.cancel(ctx, this.db, byOf(ctx));
		},

		requestReturn(ctx) {
			return idempotent(ctx, this.db.claims, (id) => handling.request(ctx, this.db, id));
		},

		withdrawReturn(ctx) {
			return handling.withdraw(ctx, this.db);
		},

		returnReasons(ctx) {
			return reasons.offered(this.db.reasons, ctx.meta.locale);
		},

		async returns(ctx) {
			const { items, ...found } = await listedReturns(this.db, ctx.params);
			return { ...found, items: items.map((one) => adminReturnView(one, ctx.meta.locale)) };
		},

		getReturn(ctx) {
			return handling.get(ctx, this.db);
		},

		approveReturn(ctx) {
			const { note = "" } = ctx.params;
			return handling.take(ctx, this.db, { type: "approve", note });
		},

		rejectReturn(ctx) {
			return handling.take(ctx, this.db, { type: "reject", note: ctx.params.reason });
		},

		receiveReturn(ctx) {
			const deed = { type: "receive", lines: ctx.params.lines } as const;
			return idempotent(ctx, this.db.claims, () => handling.take(ctx, this.db, deed));
		},

		refundReturn(ctx) {
			return idempotent(ctx, this.db.claims, () => handling.payBack(ctx, this.db));
		},

		adminReturnReasons() {
			return reasons.adminReasons(this.db.reasons);
		},

		createReturnReason(ctx) {
			return idempotent(ctx, this.db.claims, (id) =>
				reasons.create(this.db.reasons, { ...ctx.params, id }),
			);
		},

		updateReturnReason(ctx) {
			return reasons.update(this.db.reasons, ctx.params);
		},

		async removeReturnReason(ctx) {
			await reasons.remove(this.db.reasons, ctx.params.id);
		},

		adminPlace(ctx) {
			return idempotent(ctx, this.db.claims, (id) => placeFor(ctx, this.db, id));
		},

		requestPayment(ctx) {
			return idempotent(ctx, this.db.claims, () => requested(ctx, this.db));
		},

		draftOrders(ctx) {
			return drafts.listed(ctx, this.db);
		},

		draftOrder(ctx) {
			return drafts.get(ctx, this.db);
		},

		keepDraft(ctx) {
			return idempotent(ctx, this.db.claims, (id) => drafts.keep(ctx, this.db, id));
		},

		changeDraft(ctx) {
			return drafts.change(ctx, this.db);
		},

		async dropDraft(ctx) {
			await drafts.drop(this.db, ctx.params.id);
		},

		life() {
			return lifeOfOrders.map((step) => ({ ...step, by: [...step.by] }));
		},

		bulkShip(ctx) {
			const work = (key: string) => bulkShip(ctx, this.db, { key, ...byOf(ctx) });
			return idempotent(ctx, this.db.claims, work);
		},

		async adminUpdate(ctx) {
			return adminShown(ctx, await edit(ctx, this.db, byOf(ctx)));
		},

		cancelLines(ctx) {
			return desk.cancelLines(ctx, this.db, byOf(ctx));
		},

		export(ctx) {
			return exported(this.db.orders, ctx);
		},

		async payable(ctx) {
			const order = await foundBy(this.db, ctx.params, ctx.meta);
			return { order: orderView(order), userId: order.userId };
		},

		async markPaid(ctx) {
			const { id, ...captured } = ctx.params;
			const command = commands.paying(captured, byOf(ctx));
			return orderView(await advance(ctx, this.db, { id, command }));
		},

		async markConfirmed(ctx) {
			const { id, method } = ctx.params;
			const command = commands.confirming(method, byOf(ctx));
			return orderView(await advance(ctx, this.db, { id, command }));
		},

		async markRefunded(ctx) {
			const { id, refundId, ...refund } = ctx.params;
			const command = commands.refunding({ id: refundId, ...refund }, byOf(ctx));
			return orderView(await advance(ctx, this.db, { id, command }));
		},

		async invoice(ctx) {
			const order = await own(this.db, ctx.params.id, ctx.meta);
			return printed(ctx, await invoiceOf(officeOf(ctx, this.db), order));
		},

		async creditNotes(ctx) {
			const order = await own(this.db, ctx.params.id, ctx.meta);
			return pageOf(await creditNotesOf(officeOf(ctx, this.db), order), ctx.params);
		},

		async creditNote(ctx) {
			const order = await own(this.db, ctx.params.id, ctx.meta);
			const { number } = ctx.params;
			return printed(ctx, await creditNoteNamed(officeOf(ctx, this.db), order, number));
		},

		async adminInvoice(ctx) {
			const order = await find(this.db, ctx.params.id);
			return printed(ctx, await invoiceOf(officeOf(ctx, this.db), order));
		},

		async adminCreditNotes(ctx) {
			const order = await find(this.db, ctx.params.id);
			return pageOf(await creditNotesOf(officeOf(ctx, this.db), order), ctx.params);
		},

		async adminCreditNote(ctx) {
			const { id, number } = ctx.params;
			const order = await find(this.db, id);
			return printed(ctx, await creditNoteNamed(officeOf(ctx, this.db), order, number));
		},

		adminInvoices(ctx) {
			return listedInvoices(ctx, this.db);
		},

		bought(ctx) {
			return boughtBy(this.db.orders, ctx.params);
		},

		async resolve(ctx) {
			const found = await this.db.orders.findByIds(ctx.params.ids);
			return found.map(({ id, number }) => ({ id, number }));
		},

		async balances(ctx) {
			return (await this.db.orders.findByIds(ctx.params.ids)).map(balanceOf);
		},

		async paidSince(ctx) {
			return (await paidSince(this.db.orders, ctx.params)).map(balanceOf);
		},

		async seed(ctx) {
			return orderView(await seed(ctx, this.db));
		},

		unfinishedOf(ctx) {
			return unfinishedOf(this.db, ctx.params.userId);
		},

		ownData(ctx) {
			return ownData(this.db, ctx.params);
		},

		forgetPerson(ctx) {
			return forgetPerson(this.db, ctx.params.whom);
		},
	},

	async started() {
		await reasons.putFirstReasons(this.db.reasons);
		startLoops(this, this.db, (text) => this.logger.warn(text));
	},

	async stopped() {
		await closePrinter();
	},
});

const shown = ({ meta }: Ctx, order: StoredOrder) => orderView(order, "shopper", meta.locale);
const byOf = ({ meta }: Ctx) => ({ by: meta.user?.id ?? "guest", at: now() });
