// An order as its buyer and as staff see it.
import type { AdminOrder, Order } from "#contracts/orders";
import { commandsFor } from "#domain/order-state";
import type { OrderCommand } from "#domain/order-state";
import { isPartlyShipped } from "#domain/parcels";
import { now } from "#mixins/clock";
import type { StoredOrder } from "./stored.ts";

/** Commands of the table that no action takes yet: a page must not show a dead button. */
const notOffered: readonly OrderCommand[] = ["edit", "cancel-lines", "return"];

export function orderView(order: StoredOrder, who: "shopper" | "staff" = "shopper"): Order {
	const { status, method, paidAt, captured, refunded } = order.payment;
	return {
		id: order.id,
		number: order.number,
		status: order.status,
		isPartlyShipped: isPartlyShipped(order),
		items: order.items,
		totals: order.totals,
		...(order.taxes && { taxes: order.taxes }),
		address: order.address,
		shippingMethod: order.shippingMethod,
		...(order.delivery && { delivery: order.delivery }),
		payment: { status, method, paidAt, captured, refunded },
		shipments: order.shipments,
		timeline: order.timeline,
		commands: commandsFor(order, who, now()).filter((command) => !notOffered.includes(command)),
		note: order.note,
		expiresAt: order.expiresAt,
		createdAt: order.createdAt,
		version: order.version,
	};
}

export function adminView(order: StoredOrder): AdminOrder {
	const { userId, email, buyerName: name } = order;
	return { ...orderView(order, "staff"), buyer: { userId, email, name } };
}
