// An order as it is kept: with what its buyer does not see, and with the effects in other services
// that its last changes still owe.
import { createHash, randomBytes } from "node:crypto";
import type { AdminReturnReason, DraftOrder, Invoice, Order } from "#contracts/orders";
import type { Counted, DocumentKind } from "#domain/invoices";
import type { Line } from "#domain/parcels";
import type { ReturnState, ReturnView } from "#domain/returns";
import type { Collection, Stored } from "#mixins/collection";
import { collection } from "#mixins/db";
import { claims } from "#mixins/idempotency";
import type { Claim } from "#mixins/idempotency";

type Hidden =
	| "commands"
	| "due"
	| "isPartlyShipped"
	| "orderToken"
	| "payment"
	| "invoice"
	| "returns"
	| "returnable"
	| "returnableUntil";

export interface StoredOrder extends Omit<Order, Hidden>, Stored {
	userId: string | null;
	email: string;
	buyerName: string;
	payment: Order["payment"] & { id: string | null; refunds: StoredRefund[] };
	/** Digests of the tokens that open a guest's order. */
	tokens: string[];
	/** Digests of the last links by which it is paid, and until when they open it. */
	payTokens?: string[];
	payTokensUntil?: string;
	/** What staff find it by, in lower case: number, e-mail address, words of the names. */
	terms: string[];
	couponId: string | null;
	claimId: string | null;
	cartId: string | null;
	effects: Effect[];
	/** The last versions that changed nothing of what people decide upon; quiet.ts. */
	quiet?: number[];
	/** Absent in orders from before there were returns. */
	returns?: StoredReturn[];
	returnDays?: number;
	shippedAt: string | null;
	/** Absent while it is in its buyer's list. */
	hiddenAt?: string;
	/** Absent until its invoice is written. */
	invoiceNumber?: string;
}

export interface StoredRefund {
	id: string;
	amount: number;
	reason?: string;
}

export interface StoredReturn extends ReturnView {
	number: string;
	/** In the shop's language, as it was when it was chosen. */
	reason: { name: string; translations: Translations };
	description: string;
	images: string[];
	requestedAt: string;
}

type Translations = AdminReturnReason["translations"];

/** What a change owes to another service; it stays until it is done. */
export type Effect = { id: string; at: string } & (
	| { kind: "keep" | "release" | "restore" | "sales" | "invoice" }
	| { kind: "release-points" | "hold-fewer-points" | "expect" }
	/** How many were to be spent then; all that it holds where this is not said. */
	| { kind: "spend-points"; points?: number }
	| { kind: "give-back-points"; key: string; points: number }
	| { kind: "credit-note"; refundId: string }
	| { kind: "refund"; reason: string }
	| { kind: "shrink"; key: string; lines: Line[] }
	| { kind: "release-lines"; key: string; lines: Line[] }
	| { kind: "refund-lines"; key: string }
	| { kind: "file"; returnId: string }
	| { kind: "pictures"; returnId: string }
	| { kind: "pay-back"; returnId: string }
	| { kind: "restock"; returnId: string; lines: Line[]; by: string }
	| { kind: "ship"; parcelId: string; lines: Line[]; by: string }
);

/** Where the desk finds a return: what it is about stands in its order. */
export interface FiledReturn extends Stored {
	orderId: string;
	status: ReturnState;
	requestedAt: string;
	/** What staff find it by, in lower case: its number and the order's terms. */
	terms: string[];
	/** The order's version that it was filed from: an older one does not replace it. */
	asOf: number;
}

export interface StoredReason extends AdminReturnReason, Stored {
	/** It stays, so that the first reasons don't come back when all were deleted. */
	isRemoved: boolean;
}

/** What staff have written so far of an order by phone. */
export interface StoredDraftOrder extends Omit<DraftOrder, "customer" | "by">, Stored {
	byId: string;
}

/** An order on its way in, stored before anything is held for it. */
export interface Draft extends Stored {
	order: StoredOrder;
	/** `over` is what was undone, and looked at once more a while later. */
	state: "doing" | "undoing" | "undone" | "over";
	startedAt: string;
	/** Of one that was undone through our own fault: the id under which it may come again. */
	next: string;
}

/** The last number of a series, and what the latest were given for: their documents come next. */
export interface Counter extends Stored, Counted {
	given: Given[];
}

export interface Given {
	number: string;
	/** Of the document: one for an order's invoice, one for each of its refunds. */
	id: string;
	kind: DocumentKind;
	orderId: string;
	refundId: string | null;
	at: string;
}

export interface StoredInvoice extends Invoice, Stored {}

/** The last number that a day has given. */
export interface Day extends Stored {
	last: number;
}

export const collections = {
	orders: collection<StoredOrder>({
		indexes: [
			["userId", "hiddenAt", "-createdAt"],
			["userId", "hiddenAt", "status", "-createdAt"],
			["status", "-createdAt"],
			["-createdAt"],
			["payment.status", "-createdAt"],
			{ fields: ["status"], counted: true },
			["payment.status", "status"],
			["payment.method", "-createdAt"],
			["payment.method", "status"],
			["status", "totals.total"],
			["status", "expiresAt"],
			["status", "shippedAt"],
			{ fields: ["number"], unique: true },
			{ fields: ["terms"], array: true },
			{ fields: ["items.sku"], array: true },
			{ fields: ["effects.at"], array: true },
		],
	}),
	drafts: collection<Draft>({ indexes: [["state", "startedAt"]] }),
	draftOrders: collection<StoredDraftOrder>({ indexes: [["-updatedAt"]] }),
	days: collection<Day>(),
	counters: collection<Counter>(),
	invoices: collection<StoredInvoice>({
		indexes: [
			["orderId", "kind"],
			["kind", "-at"],
			["-at"],
			{ fields: ["number"], unique: true },
		],
	}),
	returns: collection<FiledReturn>({
		indexes: [["status", "-requestedAt"], ["-requestedAt"], { fields: ["terms"], array: true }],
	}),
	reasons: collection<StoredReason>({ indexes: [["isRemoved", "position"]] }),
	claims: claims(),
};

export interface Db {
	orders: Collection<StoredOrder>;
	drafts: Collection<Draft>;
	draftOrders: Collection<StoredDraftOrder>;
	days: Collection<Day>;
	counters: Collection<Counter>;
	invoices: Collection<StoredInvoice>;
	returns: Collection<FiledReturn>;
	reasons: Collection<StoredReason>;
	claims: Collection<Claim>;
}

/** How many of an order's tokens of one kind are good; the newest are. */
export const tokensKept = 5;

export const newToken = () => randomBytes(32).toString("base64url");

export const digest = (token: string) => createHash("sha256").update(token).digest("base64url");

export const termsOf = (order: { number: string; email: string; names: string[] }) => [
	...new Set(
		[order.number, order.email, ...order.names.flatMap((name) => [name, ...name.split(/\s+/)])]
			.map((term) => term.trim().toLowerCase())
			.filter(Boolean),
	),
];

export const linesOf = ({ items }: Pick<StoredOrder, "items">) =>
	items.map(({ sku, quantity }) => ({ sku, quantity }));
