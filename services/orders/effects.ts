// What a change of an order owes to other services. It is stored within the change, carried out at
// once, and by a loop when that fails or the process dies: every one is keyed and may be repeated.
import { inventory } from "#contracts/inventory";
import { media } from "#contracts/media";
import { payments } from "#contracts/payments";
import { products } from "#contracts/products";
import { promotions } from "#contracts/promotions";
import { dueOf } from "#domain/order-effects";
import { call } from "#mixins/service";
import { payBackLines } from "./desk/cancel-lines.ts";
import { giveUp } from "./desk/give-up.ts";
import { creditNoteOf, invoiceOf, officeOf } from "./invoices/billing.ts";
import * as points from "./points.ts";
import { file } from "./returns/filing.ts";
import { payBack } from "./returns/paying-back.ts";
import { useOf } from "./returns/pictures.ts";
import type { Caller } from "./saga.ts";
import { linesOf } from "./stored.ts";
import type { Db, Effect, StoredOrder } from "./stored.ts";

type Kind = Effect["kind"];
type Of<K extends Kind> = Extract<Effect, { kind: K }>;
type Todo<K extends Kind> = { caller: Caller; db: Db; order: StoredOrder; effect: Of<K> };

const doing: { [K in Kind]: (todo: Todo<K>) => Promise<unknown> } = {
	keep: ({ caller, order }) =>
		call(caller, inventory.keep, {
			orderId: order.id,
			skus: order.items.map(({ sku }) => sku),
		}),
	release: ({ caller, order }) =>
		call(caller, inventory.release, {
			orderId: order.id,
			key: "cancelled",
			lines: linesOf(order),
		}),
	"hold-fewer-points": ({ caller, order }) => points.holdFewer(caller, order),
	"spend-points": ({ caller, order, effect }) =>
		points.spend(caller, order, effect.points ?? order.points),
	"release-points": ({ caller, order }) => points.release(caller, order),
	"give-back-points": ({ caller, order, effect: { key, points: part } }) =>
		points.giveBack(caller, order, { key, points: part }),
	shrink: ({ caller, db, order: { id: orderId }, effect }) =>
		giveUp(caller, db, { orderId, effect }),
	"release-lines": ({ caller, order, effect: { key, lines } }) =>
		call(caller, inventory.release, { orderId: order.id, key, lines }),
	"refund-lines": ({ caller, order, effect }) => payBackLines(caller, order, effect.key),
	restore: ({ caller, order }) => call(caller, promotions.restore, { orderId: order.id }),
	expect: async ({ caller, db, order: { id: orderId } }) => {
		const order = await db.orders.findById(orderId);
		if (order) await call(caller, payments.expect, { orderId, amount: dueOf(order) });
	},
	sales: ({ caller, order }) =>
		call(caller, products.noteSales, {
			orderId: order.id,
			lines: order.items.map(({ productId, quantity }) => ({ productId, quantity })),
		}),
	refund: ({ caller, order: { id: orderId }, effect: { reason } }) =>
		call(caller, payments.refundAll, { orderId, key: "cancelled", reason }),
	invoice: ({ caller, db, order }) => invoiceOf(officeOf(caller, db), order),
	"credit-note": ({ caller, db, order, effect }) =>
		creditNoteOf(officeOf(caller, db), order, effect.refundId),
	file: ({ db, order, effect }) => file(db.returns, order, effect.returnId),
	pictures: ({ caller, effect }) => call(caller, media.keep, { use: useOf(effect.returnId) }),
	"pay-back": ({ caller, db, order, effect }) => payBack(caller, db, { order, ...effect }),
	restock: ({ caller, order, effect: { returnId: key, lines, by } }) =>
		call(caller, inventory.takeBack, { orderId: order.id, key, lines, by }),
	ship: ({ caller, order, effect: { parcelId: key, lines, by } }) =>
		call(caller, inventory.ship, { orderId: order.id, key, lines, by }),
};

/** Nobody waits for these. */
const unhurried: readonly Kind[] = ["sales", "pictures", "invoice", "credit-note"];

type Owed = { order: StoredOrder; effects: Effect[] };

/** Carries these out; gives the order as it is then. What fails stays owed. */
export async function settle(caller: Caller, db: Db, { order, effects }: Owed) {
	const isUnhurried = ({ kind }: Effect) => unhurried.includes(kind);
	const later = effects.filter(isUnhurried);
	// Why: what a stopping process leaves stays owed; the loop of the next one does it.
	if (later.length > 0) carryOut(caller, db, { order, effects: later }).catch(() => {});
	const urgent = effects.filter((effect) => !isUnhurried(effect));
	return urgent.length > 0 ? carryOut(caller, db, { order, effects: urgent }) : order;
}

/** What was done is taken out a moment later: until then it may be done again without harm. */
async function carryOut(caller: Caller, db: Db, { order, effects }: Owed): Promise<StoredOrder> {
	const done: string[] = [];
	for (const effect of effects) {
		if (await isDone({ caller, db, order, effect })) done.push(effect.id);
	}
	if (done.length === 0) return order;
	void db.orders.tidy(order.id, { pull: { effects: done } });
	const after = (await db.orders.findById(order.id)) ?? order;
	return { ...after, effects: after.effects.filter(({ id }) => !done.includes(id)) };
}

async function isDone<K extends Kind>(todo: Todo<K>) {
	// Why: the table is keyed by the kind, which a lookup by a union can't show.
	const carry = doing[todo.effect.kind] as (todo: Todo<K>) => Promise<unknown>;
	try {
		await carry(todo);
		return true;
	} catch {
		// Why: it stays owed in the order's document, and the loop says what keeps failing.
		return false;
	}
}

const patienceMs = 2_000;
const batch = 100;

/** Carries out what is owed for longer than a moment, whoever has left it. */
export async function settleAll(caller: Caller, db: Db, warn: (text: string) => void) {
	const before = new Date(Date.now() - patienceMs).toISOString();
	const query = { "effects.at": { $lte: before } };
	const owing = await db.orders.find({ query, limit: batch });
	await Promise.all(
		owing.map(async (order) => {
			const left = (await carryOut(caller, db, { order, effects: order.effects })).effects;
			const late = left.filter(({ at }) => at <= before).map(({ kind }) => kind);
			if (late.length > 0) warn(`Order ${order.number} still owes: ${late.join(", ")}`);
		}),
	);
}
