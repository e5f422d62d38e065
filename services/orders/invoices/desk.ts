// What the service's actions about documents do: lists of them, and each as a PDF.
import type { InvoiceEntry } from "#contracts/orders";
import type { Language } from "#contracts/schema";
import type { Ctx } from "#mixins/service";
import { periodOf } from "../lists.ts";
import type { Db, StoredInvoice } from "../stored.ts";
import { Printer } from "./printer.ts";

const printer = new Printer();

export const closePrinter = () => printer.close();

/** The document in the reader's language, as a file with its number for a name. */
export async function printed(ctx: Pick<Ctx, "meta">, document: StoredInvoice): Promise<Buffer> {
	const { id: _id, version: _version, ...invoice } = document;
	const bytes = await printer.print(invoice, localeOf(ctx));
	ctx.meta.$responseHeaders = {
		"Content-Disposition": `attachment; filename="${document.number}.pdf"`,
	};
	return bytes;
}

const localeOf = ({ meta }: Pick<Ctx, "meta">): Language => meta.locale ?? "en";

interface Paging {
	page?: number;
	pageSize?: number;
}

/** One page of what is known whole. */
export function pageOf(notes: StoredInvoice[], { page = 1, pageSize = 20 }: Paging) {
	const items = notes.slice((page - 1) * pageSize, page * pageSize).map(entryOf);
	return { items, page, pageSize, total: notes.length };
}

interface Asked extends Paging {
	cursor?: string;
	sort?: string;
	kind?: InvoiceEntry["kind"];
	from?: string;
	to?: string;
}

export async function listed(ctx: Ctx<Asked>, { invoices }: Db) {
	const { page = 1, pageSize = 20, cursor, sort = "-at", kind, from, to } = ctx.params;
	const at = await periodOf(ctx, { from, to });
	const query = { ...(kind && { kind }), ...(at && { at }) };
	const found = await invoices.list({ query, sort: [sort], page, pageSize, cursor });
	return { ...found, items: found.items.map(entryOf) };
}

const entryOf = (document: StoredInvoice): InvoiceEntry => ({
	number: document.number,
	kind: document.kind,
	at: document.at,
	orderId: document.orderId,
	orderNumber: document.orderNumber,
	amount: document.amount,
	taxes: document.taxes,
	buyer: document.buyer,
	corrects: document.corrects,
	reason: document.reason,
});
