// The life of an order as one table: which command leads from which state to which.
import { isCaptured, repeats, takeEffect } from "./order-effects.ts";
import type { OrderView, Step } from "./order-effects.ts";
import { unshipped } from "./parcels.ts";
import { isRefused } from "./refusal.ts";
import { isUnderWay, whyNoReturn } from "./returns.ts";

export const orderStates = [
	"pending_payment",
	"paid",
	"confirmed",
	"shipped",
	"completed",
	"cancelled",
] as const;
export type OrderState = (typeof orderStates)[number];

export const orderCommands = [
	"pay",
	"confirm",
	"cancel",
	"expire",
	"edit",
	"ship",
	"cancel-lines",
	"receive",
	"return",
	"capture",
	"refund",
	"hide",
] as const;
export type OrderCommand = (typeof orderCommands)[number];

/** What a payment can be; a partial refund stays `captured` with an amount in `refunded`. */
export const paymentStatuses = ["pending", "captured", "refused", "refunded"] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/** What `order.payment.status` can be: `unpaid` until a payment is tried. */
export const orderPaymentStatuses = ["unpaid", ...paymentStatuses] as const;
export type OrderPaymentStatus = (typeof orderPaymentStatuses)[number];

/** Who gives a command: the buyer, whoever has the link to pay by, staff, a timer or service. */
export const commandGivers = ["shopper", "payer", "staff", "system"] as const;
export type CommandGiver = (typeof commandGivers)[number];

/** Which command leads from which state to which. Anything absent is refused. */
export const transitions: Record<OrderState, Partial<Record<OrderCommand, OrderState>>> = {
	pending_payment: {
		pay: "paid",
		confirm: "confirmed",
		cancel: "cancelled",
		expire: "cancelled",
		edit: "pending_payment",
	},
	paid: {
		ship: "shipped",
		cancel: "cancelled",
		"cancel-lines": "shipped",
		edit: "paid",
		return: "paid",
		refund: "paid",
	},
	confirmed: {
		ship: "shipped",
		cancel: "cancelled",
		"cancel-lines": "shipped",
		edit: "confirmed",
		return: "confirmed",
		capture: "confirmed",
		refund: "confirmed",
	},
	shipped: { receive: "completed", return: "shipped", capture: "shipped", refund: "shipped" },
	completed: {
		return: "completed",
		capture: "completed",
		refund: "completed",
		hide: "completed",
	},
	cancelled: { refund: "cancelled", hide: "cancelled" },
};

/** Who may give which command. */
export const givers: Record<OrderCommand, readonly CommandGiver[]> = {
	pay: ["shopper", "payer", "system"],
	confirm: ["system"],
	cancel: ["shopper", "staff", "system"],
	expire: ["system"],
	edit: ["staff"],
	ship: ["staff"],
	"cancel-lines": ["staff"],
	receive: ["shopper", "system"],
	return: ["shopper"],
	capture: ["staff"],
	refund: ["staff", "system"],
	hide: ["shopper"],
};

type Code =
	| "ORDER_NOT_PAID"
	| "ORDER_WRONG_STATE"
	| "ORDER_HAS_PARCELS"
	| "ORDER_ALREADY_PAID"
	| "LINES_NOT_OPEN"
	| "WRONG_AMOUNT"
	| "REFUND_TOO_HIGH"
	| "NOT_RETURNABLE"
	| NonNullable<ReturnType<typeof whyNoReturn>>;

/** Why an order does not take a command, and which its state takes; `sku` is not open. */
export type OrderRefusal = {
	refused: Code;
	status: OrderState;
	command: OrderCommand;
	allowed: OrderCommand[];
	sku?: string;
	left?: number;
	due?: number;
};

type Guard = {
	/** In words, for docs/generated/order-life.md. */
	needs: string;
	/** A code when it can't be given now; absent where it depends on what comes with the command. */
	refuses?(order: OrderView, at: string): Code | undefined;
};

const noParcel: Guard = {
	needs: "no parcel has left",
	refuses: ({ shipments }) => (shipments.length > 0 ? "ORDER_HAS_PARCELS" : undefined),
};

/** Conditions beyond the table, by command. */
export const guards: Partial<Record<OrderCommand, Guard>> = {
	pay: { needs: "its time is not over; just what is due" },
	confirm: { needs: "its time is not over" },
	cancel: noParcel,
	expire: { needs: "its time is over" },
	edit: noParcel,
	ship: { needs: "lines that are still open" },
	"cancel-lines": {
		needs: "something is still to be sent",
		refuses: (order) => (unshipped(order).length > 0 ? undefined : "LINES_NOT_OPEN"),
	},
	return: {
		needs: "something has left that can come back, in time",
		refuses: whyNoReturn,
	},
	capture: {
		needs: "nothing was captured; no more than is due",
		refuses: (order) => (isCaptured(order) ? "ORDER_ALREADY_PAID" : undefined),
	},
	refund: {
		needs: "no more than was captured and has not gone back",
		refuses: ({ payment }) =>
			payment.refunded < (payment.captured ?? 0) ? undefined : "REFUND_TOO_HIGH",
	},
	hide: {
		needs: "it belongs to an account; no return is under way",
		refuses: ({ userId, hiddenAt, returns = [] }) =>
			userId && !hiddenAt && !returns.some(isUnderWay) ? undefined : "ORDER_WRONG_STATE",
	},
};

/** Which commands this giver may give now; the pages show them as buttons. */
export function commandsFor(order: OrderView, who: CommandGiver, at: string): OrderCommand[] {
	return orderCommands.filter(
		(command) => givers[command].includes(who) && whyNot(order, command, at) === undefined,
	);
}

/** The order after the step, the very same object when it was taken before, or why not. */
export function transition<T extends OrderView>(order: T, step: Step): T | OrderRefusal {
	if (repeats(order, step)) {
		return order;
	}
	const { status } = order;
	const command = step.type;
	const change = whyNot(order, command, step.at) ?? takeEffect(order, step);
	if (isRefused(change)) {
		const allowed = orderCommands.filter((one) => !whyNot(order, one, step.at));
		return { ...change, status, command, allowed };
	}
	const taken = { ...order, ...change };
	const next = reached(taken, command);
	const changed = next === "cancelled" ? { ...taken, payment: withoutPromise(taken) } : taken;
	const isMoved = next !== status;
	if (!isMoved && !noted.has(command)) {
		return changed;
	}
	const timeline = [...order.timeline, entryOf(step, next)];
	return { ...changed, timeline, status: next, ...(isMoved && { expiresAt: null }) };
}

/** Nobody waits any more for money that was promised on delivery. */
const withoutPromise = ({ payment }: OrderView) =>
	payment.status === "pending" ? { ...payment, status: "unpaid" as const } : payment;

/** Commands that stand in the timeline also where they leave the state as it is. */
const noted: ReadonlySet<OrderCommand> = new Set([
	"edit",
	"ship",
	"cancel-lines",
	"capture",
	"refund",
]);

function entryOf(step: Step, status: OrderState) {
	const { type: command, at, by, note } = step;
	const edited = step.type === "edit" && { id: step.id, changes: step.changes ?? [] };
	return { status, command, at, by, ...(note && { note }), ...edited };
}

function whyNot(
	order: OrderView,
	command: OrderCommand,
	at: string,
): { refused: Code } | undefined {
	if (transitions[order.status][command]) {
		const refused = guards[command]?.refuses?.(order, at);
		return refused && { refused };
	}
	if (command === "ship" && order.status === "pending_payment") {
		return { refused: "ORDER_NOT_PAID" };
	}
	const isPaid = command === "pay" && isCaptured(order);
	return { refused: isPaid ? "ORDER_ALREADY_PAID" : "ORDER_WRONG_STATE" };
}

/** The state that the table names, but lines that are still open hold an order where it is. */
function reached(order: OrderView, command: OrderCommand): OrderState {
	const { status } = order;
	const next = transitions[status][command] ?? status;
	if (next !== "shipped") {
		return next;
	}
	if (unshipped(order).length > 0) {
		return status;
	}
	return order.shipments.length > 0 ? next : "cancelled";
}
