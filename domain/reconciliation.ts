// Where the books of payments, orders and providers disagree. What is on its way is no disagreement.

export const disagreements = [
	/** Money was taken, but no order counts it. */
	"paid-without-order",
	/** An order counts as paid, but no money was taken for it. */
	"order-without-payment",
	/** Money that is to go back has not gone back. */
	"refund-owed",
	/** Order and payment say different amounts. */
	"amounts-differ",
	/** The provider says another amount than we do, or does not know the payment. */
	"provider-differs",
	/** The provider took money for a payment that we don't know. */
	"payment-unknown",
] as const;
export type Disagreement = (typeof disagreements)[number];

export interface PaymentBook {
	id: string;
	status: "pending" | "captured" | "refused" | "refunded";
	amount: number;
	refunded: number;
	/** What of `refunded` is still on its way, or did not arrive. */
	refunding: number;
	/** What of it was paid another way than through the provider. */
	elsewhere?: number;
}

export interface OrderBook {
	status: string;
	/** The payment that has paid it. */
	paidBy: string | null;
	captured: number;
	refunded: number;
}

export interface ProviderBook {
	amount: number;
	refunded: number;
}

/** What is wrong, and how much money it is about. */
export type Wrong = { kind: Disagreement; amount: number } | null;

const isTaken = ({ status }: PaymentBook) => status === "captured" || status === "refunded";

/** A payment beside its order, or none when there is none. */
export function besideOrder(payment: PaymentBook, order: OrderBook | undefined): Wrong {
	if (!isTaken(payment)) return null;
	const kept = payment.amount - payment.refunded;
	if (payment.refunding > 0) return { kind: "refund-owed", amount: payment.refunding };
	if (order?.paidBy !== payment.id)
		return kept > 0 ? { kind: "paid-without-order", amount: kept } : null;
	if (order.status === "cancelled" && kept > 0) return { kind: "refund-owed", amount: kept };
	const difference = Math.abs(order.captured - order.refunded - kept);
	const isSame = order.captured === payment.amount && difference === 0;
	return isSame ? null : { kind: "amounts-differ", amount: difference || payment.amount };
}

/** An order that counts as paid beside the payment that it names. */
export function besidePayment(order: OrderBook, payment: PaymentBook | undefined): Wrong {
	if (order.captured === 0 || (payment && isTaken(payment))) return null;
	return { kind: "order-without-payment", amount: order.captured - order.refunded };
}

/** A payment beside what its provider has taken, or nothing when it has taken nothing. */
export function besideProvider(
	payment: PaymentBook | undefined,
	there: ProviderBook | undefined,
): Wrong {
	const taken = there?.amount ?? 0;
	const kept = taken - (there?.refunded ?? 0);
	if (!payment) return kept > 0 ? { kind: "payment-unknown", amount: kept } : null;
	if (!isTaken(payment)) return kept > 0 ? { kind: "paid-without-order", amount: kept } : null;
	const gone = payment.refunded - payment.refunding - (payment.elsewhere ?? 0);
	const isSame = taken === payment.amount && (there?.refunded ?? 0) === gone;
	const difference = Math.abs(kept - (payment.amount - gone));
	return isSame ? null : { kind: "provider-differs", amount: difference || taken };
}
