// Money and orders: what must hold of each order, its payments and its documents.
import type { AdminOrder } from "#contracts/orders";
import type { Books } from "./books.ts";
import { differ, sum, tally } from "./tally.ts";
import type { World } from "./world.ts";

const numbersOf = (value: unknown): number[] => {
	if (typeof value === "number") return [value];
	return typeof value === "object" && value !== null
		? Object.values(value).flatMap(numbersOf)
		: [];
};

export function countMoney({ orders, payments, documents, reconciliation }: Books) {
	const { rows, every } = tally("Money");
	const paymentsOf = ({ id }: AdminOrder) => payments.get(id) ?? [];
	const taken = (order: AdminOrder) =>
		paymentsOf(order).filter(({ capturedAt }) => capturedAt !== null);

	every("Σ lines + shipping + tax on top = total", orders, ({ number, items, totals }) => {
		const lines = sum(items, ({ total }) => total);
		const tax = totals.taxIncluded ? 0 : totals.tax;
		return differ(number, lines + totals.shipping + tax, totals.total);
	});
	every("each line = price × quantity − its discounts", orders, ({ number, items, totals }) => {
		const wrong = items.find(
			({ unitPrice, quantity, discount, total }) => unitPrice * quantity - discount !== total,
		);
		if (wrong) return `${number}: ${JSON.stringify(wrong)}`;
		const { promotion, coupon, points } = totals;
		const shares = sum(items, ({ discount }) => discount);
		return differ(number, shares, promotion + coupon + points);
	});
	every("nothing is negative", orders, (order) => {
		const { number, totals, items, payment } = order;
		const amounts = [totals, items, payment, paymentsOf(order)].flatMap(numbersOf);
		return amounts.some((amount) => amount < 0) && number;
	});
	every("what stands is captured once, and wholly", orders, (order) => {
		const { number, status, payment, totals } = order;
		const isDue = ["paid", "shipped", "completed"].includes(status);
		const isByCard = payment.method !== "cash-on-delivery";
		if (isDue && isByCard) return differ(number, payment.captured, totals.total);
		const isRight = [0, totals.total].includes(payment.captured);
		return isRight ? undefined : `${number} has captured ${payment.captured}`;
	});
	every("every captured payment has its order, or went back", orders, (order) => {
		const { number, payment } = order;
		const kept = sum(taken(order), ({ amount, refunded }) => amount - refunded);
		return differ(number, kept, payment.captured - payment.refunded);
	});
	every("refunds ≤ captured", orders, (order) => {
		const tooMuch = taken(order).find(({ amount, refunded }) => refunded > amount);
		const { number, payment } = order;
		return (tooMuch || payment.refunded > payment.captured) && number;
	});
	every("what is cancelled or waits has no money", orders, ({ number, status, payment }) => {
		if (status !== "cancelled" && status !== "pending_payment") return undefined;
		return differ(`${number} (${status})`, payment.captured - payment.refunded, 0);
	});
	const credits = Map.groupBy(documents, ({ orderId, kind }) => `${kind} ${orderId}`);
	every("credit notes add up to what went back", orders, ({ id, number, payment }) => {
		const notes = credits.get(`credit-note ${id}`) ?? [];
		return differ(
			number,
			sum(notes, ({ amount }) => amount),
			payment.refunded,
		);
	});
	every("one invoice for what was paid, over its total", orders, ({ id, number, ...order }) => {
		const invoices = credits.get(`invoice ${id}`) ?? [];
		if (order.payment.captured === 0 && invoices.length === 0) return undefined;
		return (
			differ(`${number} (invoices)`, invoices.length, 1) ??
			differ(number, invoices[0]!.amount, order.totals.total)
		);
	});
	const kinds = Map.groupBy(documents, ({ kind }) => kind);
	every("numbers of documents have no gap and no double", kinds, ([kind, all]) => {
		const numbers = new Set(all.map(({ number }) => Number(number.split("-").at(-1))));
		return (
			differ(`${kind} (numbers)`, numbers.size, all.length) ??
			differ(kind, Math.max(...numbers), all.length)
		);
	});
	every("the mall's own comparison of the books finds nothing", [reconciliation], (found) => {
		return found.findings.length > 0 && JSON.stringify(found.findings.slice(0, 3));
	});
	return rows;
}

export function countOrders(books: Books, { wishes, acknowledged, uncertain }: World) {
	const { rows, every } = tally("Orders");
	const { orders, payments, readAt } = books;
	const byId = new Map(orders.map((order) => [order.id, order]));
	const byKey = Map.groupBy(orders, ({ note }) => note);
	const has = (id: string, status: AdminOrder["status"]) =>
		byId.get(id)?.timeline.some((entry) => entry.status === status);

	every("at most one order for each key", wishes.keys(), (key) => {
		const made = byKey.get(key)?.length ?? 0;
		return made > 1 && `${key}: ${made}`;
	});
	every("no two have the same number", [orders], () =>
		differ("numbers", new Set(orders.map(({ number }) => number)).size, orders.length),
	);
	every("an acknowledged order is there", acknowledged.placed, ([id, { key, total }]) => {
		const order = byId.get(id);
		return differ(key, order?.totals.total, total) ?? differ(key, order?.note, key);
	});
	every("an acknowledged payment is there", acknowledged.paid, (id) => {
		const captured = (payments.get(id) ?? []).some(({ capturedAt }) => capturedAt !== null);
		const isKnown = (byId.get(id)?.payment.captured ?? 0) > 0;
		return !(captured && isKnown) && id;
	});
	every("what was cancelled stays cancelled", acknowledged.cancelled, (id) =>
		differ(id, byId.get(id)?.status, "cancelled"),
	);
	every("a confirmed receipt is there", acknowledged.completed, (id) => {
		return !has(id, "completed") && id;
	});
	every("each acknowledged parcel is there, once", acknowledged.parcels, ([id, numbers]) => {
		const sent = byId.get(id)?.shipments.map(({ trackingNumber }) => trackingNumber) ?? [];
		const isTwice = new Set(sent).size < sent.length;
		const isLost = numbers.some((number) => !sent.includes(number));
		const isUnasked = sent.length > numbers.length && !uncertain.has(id);
		return (isTwice || isLost || isUnasked) && `${id}: ${sent.join()}, not ${numbers.join()}`;
	});
	every("money went back exactly as often as it was told to", orders, (order) => {
		const { id, number, status, payment, returns } = order;
		if (status === "cancelled") return differ(number, payment.refunded, payment.captured);
		const byStaff = sum(acknowledged.refunds.get(id)?.values() ?? [], (amount) => amount);
		const done = returns.filter((one) => one.status === "refunded");
		const forReturns = sum(done, ({ refund }) => refund?.amount ?? 0);
		const told = byStaff + forReturns;
		if (uncertain.has(id) && payment.refunded > told) return undefined;
		return differ(number, payment.refunded, told);
	});
	every("no order waits beyond its time", orders, ({ number, status, expiresAt }) => {
		const isLate = expiresAt !== null && Date.parse(expiresAt) < readAt - lateMs;
		return status === "pending_payment" && isLate && number;
	});
	return rows;
}

/** Enough for the sweep to come by. */
const lateMs = 5_000;
