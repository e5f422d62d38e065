import { watch } from "vue";
import type { Ref } from "vue";
import type { Order } from "#contracts/orders";
import { client, orderHeaders } from "../api.ts";
import { saveFile } from "../logic/save-file.ts";
import { useToastsStore } from "../stores/toasts.ts";
import { useCommand } from "./useCommand.ts";
import { useQuery } from "./useQuery.ts";

/** An order's invoice and its credit notes, to be downloaded. */
export function useDocuments(order: Ref<Order | undefined>) {
	const toasts = useToastsStore();
	const idOf = () => order.value?.id ?? "";
	const headers = () => orderHeaders(idOf());
	const refunded = () => order.value?.payment.refunded ?? 0;
	const { data: notes, reload } = useQuery(
		"orders.creditNotes",
		() => (refunded() > 0 ? { id: idOf(), pageSize: 100 } : null),
		{ headers, isFresh: true },
	);
	watch(refunded, (now, before) => now > 0 && before > 0 && reload());

	const invoice = useCommand(async () => {
		const id = idOf();
		const file = await client.send("orders.invoice", { id }, { headers: headers() });
		saveFile(`${order.value?.invoice?.number ?? order.value?.number}.pdf`, file);
	});
	const creditNote = useCommand(async (number: string) => {
		const params = { id: idOf(), number };
		saveFile(
			`${number}.pdf`,
			await client.send("orders.creditNote", params, { headers: headers() }),
		);
	});
	for (const { problem } of [invoice, creditNote])
		watch(problem, (told) => told && toasts.show(told.message, { tone: "danger" }));

	return { notes, invoice, creditNote };
}
