import type { Order } from "#contracts/orders";

type Status = Order["status"];
export interface Step {
	status: Status;
	/** When it was reached; absent while it lies ahead. */
	at?: string;
	note?: string | undefined;
	isNow: boolean;
}

/** The way of an order: what has happened, in order, and what still comes. */
export function stepsOf(order: Pick<Order, "status" | "timeline">): Step[] {
	const reached = new Map<Status, Step>();
	for (const { status, at, note } of order.timeline) {
		if (!reached.has(status)) reached.set(status, { status, at, note, isNow: false });
	}
	const steps = [...reached.values()];
	const known = steps.some(({ status }) => status === order.status);
	if (!known) steps.push({ status: order.status, isNow: true });
	const all = [...steps, ...aheadOf(order.status).map((status) => ({ status, isNow: false }))];
	return all.map((step) => ({ ...step, isNow: step.status === order.status }));
}

const ahead: Record<Status, Status[]> = {
	pending_payment: ["paid", "shipped", "completed"],
	paid: ["shipped", "completed"],
	confirmed: ["shipped", "completed"],
	shipped: ["completed"],
	completed: [],
	cancelled: [],
};
const aheadOf = (status: Status) => ahead[status];
