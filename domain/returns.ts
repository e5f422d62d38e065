// A return runs beside its order: its life as one table, what can be returned, what it is worth.
import { shippedQuantities, sums } from "./parcels.ts";
import type { Line, Parcelled } from "./parcels.ts";
import { isRefused } from "./refusal.ts";
import { refundShare } from "./refunds.ts";
import type { Refundable } from "./refunds.ts";

export const returnStates = [
	"requested",
	"approved",
	"received",
	"refunded",
	"rejected",
	"withdrawn",
] as const;
export type ReturnState = (typeof returnStates)[number];

export const returnCommands = ["withdraw", "approve", "reject", "receive", "refund"] as const;
export type ReturnCommand = (typeof returnCommands)[number];

/** Which command leads from which state to which. Anything absent is refused. */
export const returnTransitions: Record<ReturnState, Partial<Record<ReturnCommand, ReturnState>>> = {
	requested: { withdraw: "withdrawn", approve: "approved", reject: "rejected" },
	approved: { withdraw: "withdrawn", reject: "rejected", receive: "received" },
	received: { refund: "refunded" },
	refunded: {},
	rejected: {},
	withdrawn: {},
};

/** Pieces of one SKU that somebody sends back; what arrived is shelved again or thrown away. */
export type ReturnLine = Line & { restocked: number; scrapped: number };

/** What the rules need to know of a return; amounts in minor units. */
export type ReturnView = {
	id: string;
	status: ReturnState;
	lines: readonly ReturnLine[];
	/** Noted before the money moves; until it has moved the return stays `received`. */
	refund: { amount: number; at: string; by: string } | null;
	timeline: readonly { status: ReturnState; at: string; by: string; note?: string }[];
};

/** Something is still to be done about it. */
export const isUnderWay = ({ status }: ReturnView) =>
	Object.keys(returnTransitions[status]).length > 0;

/** What the rules need to know of an order with its returns. */
export type WithReturns = Parcelled & {
	timeline: readonly { status: string; at: string }[];
	returns?: readonly ReturnView[];
	/** The days that were promised when it was placed. */
	returnDays?: number;
};

/** What orders were promised that don't say it. */
export const usualReturnDays = 14;
/** Asking and withdrawing without end would fill the order's document. */
export const mostReturns = 20;
const dayMs = 86_400_000;

/** Until when goods can be returned; null while the order has not arrived: no time runs yet. */
export function returnableUntil({ timeline, returnDays }: WithReturns): string | null {
	const arrived = timeline.find(({ status }) => status === "completed");
	const days = returnDays ?? usualReturnDays;
	return arrived ? new Date(Date.parse(arrived.at) + days * dayMs).toISOString() : null;
}

/** The pieces of each SKU that were shipped and are in no return that counts. */
export function returnable(order: WithReturns): Line[] {
	const shipped = shippedQuantities(order);
	const taken = sums((order.returns ?? []).flatMap(countedLines));
	return [...shipped]
		.map(([sku, quantity]) => ({ sku, quantity: quantity - (taken.get(sku) ?? 0) }))
		.filter(({ quantity }) => quantity > 0);
}

export type NotReturnable = { refused: "NOT_RETURNABLE"; sku: string; left: number };

/** The wanted pieces as lines of a return, each SKU once, or the first that can't be returned. */
export function returnLines(
	order: WithReturns,
	wanted: readonly Line[],
): ReturnLine[] | NotReturnable {
	const open = sums(returnable(order));
	const lines = [...sums(wanted)].map(([sku, quantity]) => ({ sku, quantity }));
	const wrong = lines.find(
		({ sku, quantity }) => quantity <= 0 || quantity > (open.get(sku) ?? 0),
	);
	if (wrong || lines.length === 0) {
		const sku = wrong?.sku ?? "";
		return { refused: "NOT_RETURNABLE", sku, left: open.get(sku) ?? 0 };
	}
	return lines.map((line) => ({ ...line, restocked: 0, scrapped: 0 }));
}

/** Why goods of this order can't be returned now, whichever they are. */
export function whyNoReturn(order: WithReturns, at: string) {
	const until = returnableUntil(order);
	if (until !== null && until < at) {
		return "RETURN_TOO_LATE";
	}
	if ((order.returns ?? []).length >= mostReturns) {
		return "TOO_MANY_RETURNS";
	}
	return returnable(order).length > 0 ? undefined : "NOTHING_RETURNABLE";
}

/** The pieces of a return that count: those that arrived, before that those that are to come. */
export function countedLines({ status, lines }: ReturnView): Line[] {
	if (status === "rejected" || status === "withdrawn") {
		return [];
	}
	const hasArrived = status === "received" || status === "refunded";
	return lines
		.map(({ sku, quantity, restocked, scrapped }) => ({
			sku,
			quantity: hasArrived ? restocked + scrapped : quantity,
		}))
		.filter(({ quantity }) => quantity > 0);
}

/** An order whose money goes back for returned goods. */
export type Paid = WithReturns &
	Refundable & { payment: { captured?: number | undefined; refunded: number } };

/**
 * What can be paid back for the goods of a return: their share of what was paid, without what has
 * gone back already. All parts together are what was paid.
 */
export function worthOf(order: Paid, one: ReturnView): number {
	const others = (order.returns ?? []).filter(({ id, refund }) => id !== one.id && refund);
	const earlier = [...cancelledLines(order), ...others.flatMap(countedLines)];
	const share = refundShare(order, countedLines(one), earlier);
	const underWay = others.filter(isRefundUnderWay).reduce((all, { refund }) => {
		return all + (refund?.amount ?? 0);
	}, 0);
	const left = (order.payment.captured ?? 0) - order.payment.refunded - underWay;
	return isRefused(share) ? 0 : Math.max(0, Math.min(share.amount, left));
}

/** True while an amount is noted and has not reached the buyer. */
export function isRefundUnderWay({ status, refund }: ReturnView): boolean {
	return status === "received" && refund !== null;
}

function cancelledLines({ items }: Parcelled): Line[] {
	return items.map(({ sku, cancelled = 0 }) => ({ sku, quantity: cancelled }));
}
