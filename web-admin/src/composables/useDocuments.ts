import { watch } from "vue";
import type { Ref } from "vue";
import type { AdminOrder } from "#contracts/orders";
import { client } from "../api.ts";
import { useDownload } from "./useDownload.ts";
import { useQuery } from "./useQuery.ts";

/** An order's invoice and its credit notes, to be downloaded. */
export function useDocuments(id: string, order: Ref<AdminOrder | undefined>) {
	const { save, pending } = useDownload();
	const refunded = () => order.value?.payment.refunded ?? 0;
	const { data, error, reload } = useQuery("orders.adminCreditNotes", () =>
		refunded() > 0 ? { id, pageSize: 100 } : null,
	);
	watch(refunded, (now, before) => now > 0 && before > 0 && reload());

	const invoice = () =>
		save(`${order.value?.invoice?.number ?? order.value?.number}.pdf`, () =>
			client.send("orders.adminInvoice", { id }),
		);
	const creditNote = (number: string) =>
		save(`${number}.pdf`, () => client.send("orders.adminCreditNote", { id, number }));

	return { notes: data, error, reload, pending, invoice, creditNote };
}
