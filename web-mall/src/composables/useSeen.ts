import { computed, watch } from "vue";
import type { Ref } from "vue";
import type { Product } from "#contracts/products";
import { client } from "../api.ts";
import { keptSeen } from "../keeping.ts";
import { useQuery } from "./useQuery.ts";

const KEPT = 13;

/** Notes that a product was looked at; gives the ones before it, newest first. */
export function useSeen(product: Ref<Product | undefined>) {
	const before = computed(() =>
		keptSeen.value.filter((id) => id !== product.value?.id).slice(0, KEPT - 1),
	);
	const { data } = useQuery("products.list", () =>
		product.value && before.value.length ? { ids: before.value, pageSize: KEPT } : null,
	);
	const seen = computed(() => {
		const cards = data.value?.items ?? [];
		return before.value.flatMap((id) => cards.find((card) => card.id === id) ?? []);
	});

	watch(
		() => product.value?.id,
		(id) => {
			if (!id) return;
			keptSeen.value = [id, ...keptSeen.value.filter((one) => one !== id)].slice(0, KEPT);
			void client
				.send("analytics.note", { type: "view", productId: id })
				.catch(() => undefined);
		},
		{ immediate: true },
	);

	return { seen };
}
