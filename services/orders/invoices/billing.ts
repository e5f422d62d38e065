// An order's invoice and credit notes: made by the loop soon after they are due, or when somebody
// asks earlier.
import { CREDIT_NOTE_NOT_FOUND, INVOICE_NOT_YET } from "#contracts/orders";
import { settings } from "#contracts/settings";
import { isBilled } from "#domain/invoices";
import { fail } from "#mixins/errors";
import { call } from "#mixins/service";
import { writeQuietly } from "../quiet.ts";
import type { Caller } from "../saga.ts";
import type { Db, StoredInvoice, StoredOrder } from "../stored.ts";
import { issue } from "./numbering.ts";
import type { Office } from "./numbering.ts";
import { creditNoteId, creditsIn, invoiceId } from "./written.ts";

export const officeOf = (caller: Caller, db: Db): Office => ({
	db,
	settings: () => call(caller, settings.current),
});

export async function invoiceOf(office: Office, order: StoredOrder): Promise<StoredInvoice> {
	if (!isBilled(order)) fail(INVOICE_NOT_YET);
	const { id: orderId, invoiceNumber } = order;
	const id = invoiceId(orderId);
	const invoice = await issue(office, { id, kind: "invoice", orderId, refundId: null });
	const { number } = invoice;
	if (invoiceNumber === number) return invoice;
	await writeQuietly(office.db, orderId, ({ terms, ...rest }) => ({
		next: {
			...rest,
			invoiceNumber: number,
			terms: [...new Set([...terms, number.toLowerCase()])],
		},
	}));
	return invoice;
}

/** The invoice that it corrects comes first. */
export async function creditNoteOf(
	office: Office,
	order: StoredOrder,
	refundId: string,
): Promise<StoredInvoice> {
	await invoiceOf(office, order);
	const { id: orderId } = order;
	const id = creditNoteId(orderId, refundId);
	return issue(office, { id, kind: "credit-note", orderId, refundId });
}

/** One for each refund and each part that was taken out unpaid, in their order. */
export async function creditNotesOf(office: Office, order: StoredOrder) {
	const notes: StoredInvoice[] = [];
	if (!isBilled(order)) return notes;
	for (const { id } of creditsIn(order)) notes.push(await creditNoteOf(office, order, id));
	return notes;
}

export async function creditNoteNamed(office: Office, order: StoredOrder, number: string) {
	const notes = await creditNotesOf(office, order);
	return notes.find((note) => note.number === number) ?? fail(CREDIT_NOTE_NOT_FOUND, { number });
}
