// An order as its buyer and as staff see it.
import type { AdminOrder, Order, OrderBalance } from "#contracts/orders";
import { isBilled } from "#domain/invoices";
import { isMoneyOpen } from "#domain/order-edit";
import { dueOf } from "#domain/order-effects";
import { commandsFor } from "#domain/order-state";
import { isPartlyShipped } from "#domain/parcels";
import { returnable, returnableUntil, whyNoReturn } from "#domain/returns";
import { now } from "#mixins/clock";
import { isOver } from "./commands.ts";
import { paymentView, returnView } from "./returns/view.ts";
import type { StoredOrder } from "./stored.ts";

export function orderView(
	order: StoredOrder,
	who: "shopper" | "staff" = "shopper",
	locale?: string,
): Order {
	const at = now();
	return {
		id: order.id,
		number: order.number,
		status: order.status,
		isPartlyShipped: isPartlyShipped(order),
		items: order.items,
		totals: order.totals,
		due: dueOf(order),
		...(order.taxes && { taxes: order.taxes }),
		...(order.adjustment && { adjustment: order.adjustment }),
		...(order.points && { points: order.points }),
		address: order.address,
		shippingMethod: order.shippingMethod,
		...(order.delivery && { delivery: order.delivery }),
		payment: paymentView(order),
		shipments: order.shipments,
		...(order.cancelledLines && { cancelledLines: order.cancelledLines }),
		timeline: order.timeline,
		invoice: isBilled(order) ? { number: order.invoiceNumber ?? null } : null,
		returns: (order.returns ?? []).map((one) => returnView(order, one, { who, locale })),
		returnable: whyNoReturn(order, at) === undefined ? returnable(order) : [],
		returnableUntil: returnableUntil(order),
		commands: commandsFor(order, who, at),
		note: order.note,
		expiresAt: order.expiresAt,
		createdAt: order.createdAt,
		version: order.version,
	};
}

/** As whoever has the link to pay by sees it: no documents to open, nothing to send back. */
export const payerView = (order: StoredOrder, locale?: string): Order => ({
	...orderView(order, "shopper", locale),
	invoice: null,
	returns: [],
	returnable: [],
	commands: commandsFor(order, "payer", now()),
});

export function balanceOf({ id, number, status, payment }: StoredOrder): OrderBalance {
	const { id: paidBy, captured, refunded } = payment;
	return { id, number, status, paidBy, captured, refunded };
}

export function adminView(
	order: StoredOrder,
	people: ReadonlyMap<string, string>,
	locale?: string,
): AdminOrder {
	const { userId, email, buyerName: name, timeline } = order;
	const names = timeline.flatMap(({ by }) => {
		const known = people.get(by);
		return known === undefined ? [] : [[by, known] as const];
	});
	return {
		...orderView(order, "staff", locale),
		isMoneyOpen: isMoneyOpen(order) && !isOver(order, now()),
		buyer: { userId, email, name },
		names: Object.fromEntries(names),
	};
}
