import { refDebounced } from "@vueuse/core";
import { computed } from "vue";
import type { Ref } from "vue";
import type { AdminOrder } from "#contracts/orders";
import { client } from "../api.ts";
import { refundable } from "../logic/orders.ts";
import { useAnswer } from "./useQuery.ts";

type Lines = { sku: string; quantity: number }[];

/** What taking these pieces out of an order does to its money, as the mall says. */
export function useCancelPreview(order: AdminOrder, lines: Ref<Lines>) {
	const settled = refDebounced(lines, 300);
	const { id } = order;
	const asked = { id, reason: "?", preview: true };
	const preview = useAnswer(
		() => (settled.value.length > 0 ? settled.value : null),
		(chosen, signal) =>
			client.send("orders.cancelLines", { ...asked, lines: chosen }, { signal }),
	);

	const after = computed(() => (lines.value.length > 0 ? preview.data.value : undefined));
	const back = computed(() => {
		if (!after.value) return undefined;
		if (after.value.status === "cancelled") return refundable(order);
		return after.value.cancelledLines?.at(-1)?.amount ?? 0;
	});

	return { after, back, isAsking: preview.pending };
}
