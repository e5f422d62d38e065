// Pieces that are taken out of an order before they are sent: what goes back for them, or what is
// not to be paid any more.
import { dueOf } from "./order-effects.ts";
import type { Line, Parcelled } from "./parcels.ts";
import { isRefused } from "./refusal.ts";
import { refundShare } from "./refunds.ts";
import type { Refundable } from "./refunds.ts";
import { countedLines, isRefundUnderWay } from "./returns.ts";
import type { ReturnView } from "./returns.ts";

type Item = Parcelled["items"][number] & Refundable["items"][number];
type Paid = Omit<Parcelled, "items"> &
	Omit<Refundable, "items"> & {
		items: readonly Item[];
		payment: { captured: number; refunded: number; refunds: readonly { id: string }[] };
		returns?: readonly ReturnView[];
		cancelledLines?: readonly { id: string; amount: number; wasUnpaid?: boolean }[];
	};

/**
 * Their share of what was paid, or is to be paid, never more than is left of it. All parts together,
 * of cancelled and of returned pieces, are what the order cost.
 */
export function worthOfCancelled(order: Paid, lines: readonly Line[]): number {
	const back = (order.returns ?? []).filter(({ refund }) => refund);
	const share = refundShare(order, lines, [
		...order.items.map(({ sku, cancelled = 0 }) => ({ sku, quantity: cancelled })),
		...back.flatMap(countedLines),
	]);
	if (isRefused(share)) {
		return 0;
	}
	const left = order.payment.captured > 0 ? leftToPayBack(order) : dueOf(order);
	return Math.max(0, Math.min(share.amount, left));
}

type Money = Pick<Paid, "payment" | "returns" | "cancelledLines">;

/** What was captured and is not on its way back. */
export const leftToPayBack = (order: Money): number =>
	order.payment.captured - order.payment.refunded - underWay(order);

/** What was noted to go back and has not been heard of yet. */
function underWay({ payment, returns = [], cancelledLines = [] }: Money): number {
	const returned = returns.filter(isRefundUnderWay).map(({ refund }) => refund?.amount ?? 0);
	const isPaid = (id: string) => payment.refunds.some((refund) => refund.id === id);
	const cancelled = cancelledLines
		.filter(({ id, wasUnpaid }) => !wasUnpaid && !isPaid(id))
		.map(({ amount }) => amount);
	return [...returned, ...cancelled].reduce((all, amount) => all + amount, 0);
}
