// The document of a number: a copy of the order as it is at this moment, and of who sells.
import type { Invoice } from "#contracts/orders";
import type { Settings } from "#contracts/settings";
import { creditsOf, taxesOf, unpaidParts } from "#domain/invoices";
import { countedLines } from "#domain/returns";
import type { Given, StoredInvoice, StoredOrder, StoredRefund } from "../stored.ts";
import type { Office } from "./numbering.ts";

export const invoiceId = (orderId: string) => `invoice-${orderId}`;
export const creditNoteId = (orderId: string, refundId: string) =>
	`credit-note-${orderId}-${refundId}`;

export async function written({ db, settings }: Office, given: Given): Promise<StoredInvoice> {
	const { orderId, refundId } = given;
	const [order, current, invoice] = await Promise.all([
		db.orders.findById(orderId),
		settings(),
		refundId === null ? null : db.invoices.findById(invoiceId(orderId)),
	]);
	if (!order) throw new Error(`${given.number} is for an order that is not there: ${orderId}`);
	const copy = copyOf(order, given, current);
	return refundId === null
		? { ...copy, ...billed(order) }
		: { ...copy, ...credited(order, refundId), corrects: invoice?.number ?? null };
}

type Part = "amount" | "taxes" | "items" | "returned" | "reason";
type Credited = Pick<Invoice, Part>;

function copyOf(
	order: StoredOrder,
	{ id, number, kind, at }: Given,
	{ shop, seller }: Settings,
): Omit<StoredInvoice, Part> {
	const { payment, delivery } = order;
	return {
		id,
		version: 1,
		number,
		kind,
		at,
		orderId: order.id,
		orderNumber: order.number,
		orderedAt: order.createdAt,
		buyer: { name: order.buyerName, email: order.email },
		address: order.address,
		seller: { ...seller, name: seller.name || shop.name },
		currency: shop.currency,
		timeZone: shop.timeZone,
		totals: order.totals,
		delivery: delivery?.name ?? order.shippingMethod,
		method: payment.method,
		paidAt: payment.paidAt,
		corrects: null,
	};
}

function billed(order: StoredOrder): Credited {
	const { totals, items } = order;
	const taxes = [...taxesOf(order)];
	return { amount: totals.total, taxes, items, returned: [], reason: "" };
}

/** What takes something off the invoice: parts that were taken out unpaid, then refunds. */
export const creditsIn = (order: StoredOrder): StoredRefund[] => [
	...unpaidParts(order),
	...order.payment.refunds,
];

/** Each takes off its share of what earlier ones have left. */
function credited(order: StoredOrder, refundId: string): Credited {
	const credits = creditsIn(order);
	const upTo = credits.slice(0, credits.findIndex(({ id }) => id === refundId) + 1);
	const amounts = upTo.map(({ amount }) => amount);
	const taxes = creditsOf(taxesOf(order), amounts).at(-1) ?? [];
	const { amount = 0, reason = "" } = upTo.at(-1) ?? {};
	return { amount, taxes, items: [], ...goodsOf(order, { refundId, amount, reason }) };
}

type Back = { refundId: string; amount: number; reason: string };

/** The goods of a return or a cancelled part, or all when all of the money goes back at once. */
function goodsOf(order: StoredOrder, { refundId, amount, reason }: Back) {
	const { returns = [], cancelledLines = [], items, totals } = order;
	const named = (sku: string) => items.find((item) => item.sku === sku)?.name ?? sku;
	const one = returns.find(({ id }) => id === refundId);
	const part = cancelledLines.find(({ id }) => id === refundId);
	const isAll = amount === totals.total && amount > 0;
	const lines = one ? countedLines(one) : (part?.lines ?? (isAll ? items : []));
	return {
		returned: lines.map(({ sku, quantity }) => ({ sku, name: named(sku), quantity })),
		reason: one?.reason.name ?? reason,
	};
}
