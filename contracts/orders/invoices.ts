// What was sold, as invoices and credit notes keep it, and how they are asked for.
import {
	email,
	error,
	id,
	int,
	list,
	moment,
	Money,
	nullable,
	object,
	oneOf,
	optional,
	deepPaging,
	pageOf,
	paging,
	sku,
	string,
	timestamp,
} from "../schema.ts";
import type { ActionSpec, Infer } from "../schema.ts";
import { QuoteItem, TaxLines, Totals } from "../promotions.ts";
import { Seller } from "../settings.ts";
import { Address } from "../users.ts";
import { ORDER_NOT_FOUND, OrderId } from "./words.ts";

export const documentKinds = ["invoice", "credit-note"] as const;

const DocumentNumber = string({ max: 20, pattern: "^[A-Z]+-\\d{4}-\\d{6,}$" });

const entry = {
	number: DocumentNumber,
	kind: oneOf(...documentKinds),
	at: timestamp(),
	orderId: id(),
	orderNumber: string({ max: 40 }),
	/** What was billed, or what was given back. */
	amount: Money,
	/** By rate; adds up to the amount. */
	taxes: TaxLines,
	buyer: object({ name: string({ max: 80 }), email: email() }),
	/** Of a credit note: the invoice that it corrects. */
	corrects: nullable(DocumentNumber),
	/** Of a credit note. */
	reason: string({ max: 300 }),
};

/** An invoice or a credit note as lists show it. */
export const InvoiceEntry = object(entry);
export type InvoiceEntry = Infer<typeof InvoiceEntry>;

/** The whole of it: a copy of what was sold that no later change reaches. */
export const Invoice = object({
	...entry,
	seller: Seller,
	address: Address,
	currency: string({ max: 3 }),
	timeZone: string({ max: 60 }),
	orderedAt: timestamp(),
	/** What was billed; none on a credit note. */
	items: list(QuoteItem, { max: 200 }),
	/** What came back, where a credit note is for goods. */
	returned: list(object({ sku: sku(), name: string({ max: 300 }), quantity: int({ min: 1 }) }), {
		max: 200,
	}),
	/** Of the order. */
	totals: Totals,
	delivery: string({ max: 80 }),
	method: nullable(string({ max: 40 })),
	paidAt: nullable(timestamp()),
});
export type Invoice = Infer<typeof Invoice>;

export const INVOICE_NOT_YET = error(
	"INVOICE_NOT_YET",
	409,
	"There is an invoice as soon as the order is paid, or sent when it is paid on delivery.",
	"订单付款后（货到付款则在发货后）才会开具发票。",
);
export const CREDIT_NOTE_NOT_FOUND = error(
	"CREDIT_NOTE_NOT_FOUND",
	404,
	"This order has no credit note {number}.",
	"该订单没有贷项通知单 {number}。",
);

const limit = { count: 30, seconds: 60, by: "user" } as const;
const notes = object({ id: id(), ...paging() });
const note = object({ id: id(), number: DocumentNumber });
const pdf = "application/pdf";

export const invoicing = {
	invoice: {
		summary: "The invoice of an own order, with its gap-free number",
		rest: "GET /orders/:id/invoice",
		access: "public",
		produces: pdf,
		params: OrderId,
		errors: [ORDER_NOT_FOUND, INVOICE_NOT_YET],
		limit,
	},
	creditNotes: {
		summary: "Credit notes of an own order, one for each refund",
		rest: "GET /orders/:id/credit-notes",
		access: "public",
		params: notes,
		returns: pageOf(InvoiceEntry),
		errors: [ORDER_NOT_FOUND],
	},
	creditNote: {
		summary: "A credit note of an own order",
		rest: "GET /orders/:id/credit-notes/:number",
		access: "public",
		produces: pdf,
		params: note,
		errors: [ORDER_NOT_FOUND, CREDIT_NOTE_NOT_FOUND],
		limit,
	},
	adminInvoice: {
		summary: "An order's invoice, with its gap-free number",
		rest: "GET /admin/orders/:id/invoice",
		access: "orders:read",
		produces: pdf,
		params: OrderId,
		errors: [ORDER_NOT_FOUND, INVOICE_NOT_YET],
	},
	adminCreditNotes: {
		summary: "An order's credit notes, one for each refund",
		rest: "GET /admin/orders/:id/credit-notes",
		access: "orders:read",
		params: notes,
		returns: pageOf(InvoiceEntry),
		errors: [ORDER_NOT_FOUND],
	},
	adminCreditNote: {
		summary: "A credit note of an order",
		rest: "GET /admin/orders/:id/credit-notes/:number",
		access: "orders:read",
		produces: pdf,
		params: note,
		errors: [ORDER_NOT_FOUND, CREDIT_NOTE_NOT_FOUND],
	},
	adminInvoices: {
		summary: "Invoices and credit notes of all orders, newest first",
		rest: "GET /admin/invoices",
		access: "orders:read",
		params: object({
			...deepPaging("-at", "at"),
			kind: optional(oneOf(...documentKinds)),
			from: optional(moment()),
			to: optional(moment()),
		}),
		returns: pageOf(InvoiceEntry),
		walks: InvoiceEntry,
	},
} as const satisfies Record<string, ActionSpec>;
