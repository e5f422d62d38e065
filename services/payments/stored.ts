// A payment as it is kept: with its refunds, and with what is still to be done about it.
import { later } from "#domain/schedule";
import type { AdminPayment, Finding, Payment, Reconciliation, Refund } from "#contracts/payments";
import type { Collection, Stored } from "#mixins/collection";
import { collection } from "#mixins/db";
import { claims } from "#mixins/idempotency";
import type { Claim } from "#mixins/idempotency";
import type { Charge, Named } from "./providers/provider.ts";

export interface StoredPayment extends Payment, Stored {
	currency: string;
	/** The order's id while the payment is open or captured, else its own: one per order. */
	openFor: string;
	/** What the provider calls it. */
	reference: string | null;
	/** Whether the order knows that it is paid by this. */
	isMarked: boolean;
	refunds: Refund[];
	/** From when on the recovery loop does what is still to be done; null when nothing is. */
	dueAt: string | null;
}

/** What a provider has said, by its own id of the event: heard twice it is the same. */
export interface StoredNotice extends Stored {
	method: Payment["method"];
	type: string;
	payment: Named;
	receivedAt: string;
	/** From when on the loop acts upon it; null when that is done. */
	dueAt: string | null;
}

/** What the last comparison of the books has found. */
export interface Report extends Stored {
	isRunning: boolean;
	startedAt: string;
	ranAt: string | null;
	since: string | null;
	compared: Reconciliation["compared"];
	unreachable: Payment["method"][];
	findings: Finding[];
	more: number;
}

/** How many forged messages a day has brought. */
export interface Tally extends Stored {
	count: number;
}

export const collections = {
	payments: collection<StoredPayment>({
		indexes: [
			["orderId", "-createdAt"],
			["capturedAt"],
			["dueAt"],
			{ fields: ["openFor"], unique: true },
		],
	}),
	notices: collection<StoredNotice>({ indexes: [["dueAt"], ["receivedAt"]] }),
	tallies: collection<Tally>(),
	reports: collection<Report>(),
	claims: claims(),
};

export interface Db {
	payments: Collection<StoredPayment>;
	notices: Collection<StoredNotice>;
	tallies: Collection<Tally>;
	reports: Collection<Report>;
	claims: Collection<Claim>;
}

export function paymentView(payment: StoredPayment): Payment {
	const { id, orderId, status, amount, refunded } = payment;
	const { method, createdAt, capturedAt, version } = payment;
	return { id, orderId, status, amount, refunded, method, createdAt, capturedAt, version };
}

export const adminPaymentView = (payment: StoredPayment): AdminPayment => ({
	...paymentView(payment),
	refunds: payment.refunds,
});

const patienceSeconds = 20;

/** When whoever has just begun something must have died. */
export const afterwards = (at: string) => later(at, patienceSeconds);

/** As its provider knows it. */
export const chargeOf = (payment: StoredPayment): Charge => {
	const { id: key, orderId, reference, amount, currency } = payment;
	return { key, orderId, reference, amount, currency };
};
