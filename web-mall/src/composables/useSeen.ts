import { computed, watch } from "vue";
import type { Ref } from "vue";
import type { Product } from "#contracts/products";
import { client } from "../api.ts";
import { keptSeen } from "../keeping.ts";
import { useQuery } from "./useQuery.ts";

const KEPT = 13;

/** Cards of the products looked at, newest first, but for one; none while `isWanted` says no. */
export function useSeenCards(except: () => string | undefined, isWanted = () => true) {
	const ids = computed(() => keptSeen.value.filter((id) => id !== except()).slice(0, KEPT - 1));
	const { data } = useQuery("products.list", () =>
		isWanted() && ids.value.length ? { ids: ids.value, pageSize: KEPT } : null,
	);
	return computed(() => {
		const cards = data.value?.items ?? [];
		return ids.value.flatMap((id) => cards.find((card) => card.id === id) ?? []);
	});
}

/** Notes that a product was looked at; gives the ones before it. */
export function useSeen(product: Ref<Product | undefined>) {
	const seen = useSeenCards(
		() => product.value?.id,
		() => product.value !== undefined,
	);

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
