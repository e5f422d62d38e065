// A payment as it is kept: with its refunds, and with what is still to be done about it.
import type { Payment, Refund } from "#contracts/payments";
import type { Collection, Stored } from "#mixins/collection";
import { collection } from "#mixins/db";
import { claims } from "#mixins/idempotency";
import type { Claim } from "#mixins/idempotency";
import type { Charge } from "./providers/provider.ts";

export interface StoredPayment extends Payment, Stored {
	currency: string;
	/** The order's id while the payment is open or captured, else its own: one per order. */
	openFor: string;
	/** What the provider calls it. */
	reference: string | null;
	/** Whether the order knows that it is paid by this. */
	isMarked: boolean;
	refunds: Refund[];
	/** Since when something is still to be done; the recovery loop finds it by this. */
	dueAt: string | null;
}

export const collections = {
	payments: collection<StoredPayment>({
		indexes: [["orderId", "-createdAt"], ["dueAt"], { fields: ["openFor"], unique: true }],
	}),
	claims: claims(),
};

export interface Db {
	payments: Collection<StoredPayment>;
	claims: Collection<Claim>;
}

export function paymentView(payment: StoredPayment): Payment {
	const { id, orderId, status, amount, refunded } = payment;
	const { method, createdAt, capturedAt, version } = payment;
	return { id, orderId, status, amount, refunded, method, createdAt, capturedAt, version };
}

/** As its provider knows it. */
export const chargeOf = (payment: StoredPayment): Charge => {
	const { id: key, orderId, reference, amount, currency } = payment;
	return { key, orderId, reference, amount, currency };
};
