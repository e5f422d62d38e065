// What each step writes into an order, apart from its state.
import type { OrderCommand, OrderPaymentStatus, OrderState } from "./order-state.ts";
import { openLines } from "./parcels.ts";
import type { Line, LineRefusal, Parcelled } from "./parcels.ts";
import { isRefused } from "./refusal.ts";
import { returnLines } from "./returns.ts";
import type { NotReturnable, ReturnView } from "./returns.ts";

/** What the rules need to know of an order; amounts in minor units, times ISO 8601. */
export type OrderView = Parcelled & {
	status: OrderState;
	/** Null is a guest. */
	userId?: string | null;
	/** Since then it is not in its buyer's list. */
	hiddenAt?: string;
	totals: { total: number };
	payment: {
		/** The payment that was captured. */
		id?: string | null;
		status: OrderPaymentStatus;
		method?: string | null;
		paidAt?: string | null;
		captured?: number;
		/** What was given back so far, and each part of it by its id. */
		refunded: number;
		refunds?: readonly Refund[];
	};
	timeline: readonly Entry[];
	expiresAt?: string | null;
	cancelledLines?: readonly CancelledLines[];
	returns?: readonly ReturnView[];
	returnDays?: number;
};

/** Pieces that were taken out, and their share: it goes back, or is not to be paid any more. */
type CancelledLines = {
	id: string;
	wasUnpaid?: boolean;
	lines: readonly Line[];
	amount: number;
	reason: string;
	at: string;
	by: string;
};

/** What staff have changed in an order; amounts as whole numbers of the smallest unit. */
export type FieldChange = { field: EditedField; before: string; after: string };

export const editedFields = [
	"address",
	"note",
	"items",
	"shippingMethod",
	"adjustment",
	"points",
	"total",
] as const;
export type EditedField = (typeof editedFields)[number];

/** One thing that has happened; without a command it is how the order began. */
type Entry = {
	/** Of a change by staff. */
	id?: string;
	changes?: readonly FieldChange[];
	status: OrderState;
	command?: OrderCommand;
	at: string;
	by: string;
	note?: string;
};

type Parcel = { carrier: string; trackingNumber: string; lines?: readonly Line[] };
type Payment = { id: string; method: string; amount: number };
type Refund = { id: string; amount: number; reason?: string };

type Action =
	| { type: "confirm"; method: string }
	| { type: "cancel" | "expire" | "receive" | "hide" }
	| { type: "edit"; id: string; changes?: readonly FieldChange[] }
	| { type: "pay" | "capture"; payment: Payment }
	| { type: "ship"; parcel: Parcel }
	| { type: "cancel-lines"; id: string; lines: readonly Line[]; amount: number }
	| { type: "refund"; refund: Refund }
	| { type: "return"; id: string; lines: readonly Line[] };

/** One command with its time (ISO 8601), who gave it, and what it needs. */
export type Step = Action & { at: string; by: string; note?: string };

type Change = Partial<OrderView>;
type EffectRefusal =
	| LineRefusal
	| NotReturnable
	| { refused: "WRONG_AMOUNT"; due: number }
	| { refused: "REFUND_TOO_HIGH"; left: number };

/** What the step changes in the order, or why it can't. */
export function takeEffect(order: OrderView, step: Step): Change | EffectRefusal {
	switch (step.type) {
		case "pay":
		case "capture":
			return pay(order, step);
		case "confirm":
			return { payment: { ...order.payment, method: step.method } };
		case "ship":
			return ship(order, step);
		case "cancel-lines":
			return cancelLines(order, step);
		case "refund":
			return refund(order, step.refund);
		case "return":
			return askBack(order, step);
		case "hide":
			return { hiddenAt: step.at };
		default:
			return {};
	}
}

type Due = {
	totals: { total: number };
	cancelledLines?: readonly { amount: number; wasUnpaid?: boolean }[];
};

/** What is to be paid in all: the total without what was taken out before anything was paid. */
export const dueOf = (order: Due): number => order.totals.total - neverPaid(order);

/** The share of what was taken out before anything was paid. */
export const neverPaid = ({ cancelledLines = [] }: Due): number =>
	cancelledLines.reduce((all, { amount, wasUnpaid }) => all + (wasUnpaid ? amount : 0), 0);

export const isCaptured = ({ payment }: Pick<OrderView, "payment">): boolean =>
	payment.status === "captured" || payment.status === "refunded";

/** True when the order shows that this very step has been taken. */
export function repeats(order: OrderView, step: Step): boolean {
	switch (step.type) {
		case "pay":
		case "capture":
			return order.payment.id === step.payment.id && Boolean(order.payment.paidAt);
		case "refund":
			return (order.payment.refunds ?? []).some(({ id }) => id === step.refund.id);
		case "return":
			return (order.returns ?? []).some(({ id }) => id === step.id);
		case "ship":
			return order.shipments.some((parcel) => isSameParcel(parcel, step.parcel));
		case "edit":
			return order.timeline.some(({ id }) => id === step.id);
		case "cancel-lines":
			return (order.cancelledLines ?? []).some(({ id }) => id === step.id);
		case "hide":
			return order.hiddenAt !== undefined;
		default:
			return order.status === ends[step.type];
	}
}

/** The state that shows that a step without details has been taken. */
const ends = {
	confirm: "confirmed",
	cancel: "cancelled",
	expire: "cancelled",
	receive: "completed",
} as const satisfies Record<string, OrderState>;

/** A payment for a wrong amount never marks an order paid; on delivery it may be less. */
function pay(
	order: OrderView,
	{ type, payment, at }: { type: "pay" | "capture"; payment: Payment; at: string },
): Change | EffectRefusal {
	const { id, method, amount } = payment;
	const due = dueOf(order);
	const isRight = type === "pay" ? amount === due : amount > 0 && amount <= due;
	if (!isRight) {
		return { refused: "WRONG_AMOUNT", due };
	}
	const captured = { id, method, status: "captured" as const, paidAt: at, captured: amount };
	return { payment: { ...order.payment, ...captured } };
}

function ship(order: OrderView, { parcel, at }: { parcel: Parcel; at: string }) {
	const lines = openLines(order, parcel.lines);
	return isRefused(lines) ? lines : { shipments: [...order.shipments, { ...parcel, lines, at }] };
}

type CancelLines = Extract<Step, { type: "cancel-lines" }>;

function cancelLines(order: OrderView, step: CancelLines): Change | EffectRefusal {
	const lines = openLines(order, step.lines);
	if (isRefused(lines)) {
		return lines;
	}
	const { id, amount, note: reason = "", at, by } = step;
	const quantities = new Map(lines.map(({ sku, quantity }) => [sku, quantity]));
	const wasUnpaid = !isCaptured(order);
	const cancelled = { id, lines, amount, ...(wasUnpaid && { wasUnpaid }), reason, at, by };
	return {
		items: order.items.map((item) => {
			const more = quantities.get(item.sku);
			return more ? { ...item, cancelled: (item.cancelled ?? 0) + more } : item;
		}),
		cancelledLines: [...(order.cancelledLines ?? []), cancelled],
	};
}

function refund({ payment }: OrderView, part: Refund): Change | EffectRefusal {
	const { captured = 0, refunds = [] } = payment;
	const refunded = payment.refunded + part.amount;
	if (part.amount <= 0 || refunded > captured) {
		return { refused: "REFUND_TOO_HIGH", left: captured - payment.refunded };
	}
	const status = refunded === captured ? "refunded" : payment.status;
	return { payment: { ...payment, status, refunded, refunds: [...refunds, part] } };
}

type Asked = { id: string; lines: readonly Line[]; at: string; by: string };

/** The buyer wants to send goods back. */
function askBack(order: OrderView, { id, lines: wanted, at, by }: Asked): Change | EffectRefusal {
	const lines = returnLines(order, wanted);
	if (isRefused(lines)) {
		return lines;
	}
	const status = "requested";
	const asked: ReturnView = { id, status, lines, refund: null, timeline: [{ status, at, by }] };
	return { returns: [...(order.returns ?? []), asked] };
}

function isSameParcel(sent: object, { carrier, trackingNumber, lines }: Parcel): boolean {
	return (
		"carrier" in sent &&
		"trackingNumber" in sent &&
		sent.carrier === carrier &&
		sent.trackingNumber === trackingNumber &&
		(!lines || ("lines" in sent && JSON.stringify(sent.lines) === JSON.stringify(lines)))
	);
}
