import { computed } from "vue";
import type { Level } from "#contracts/inventory";
import { useSessionStore } from "../stores/session.ts";
import { useQuery } from "./useQuery.ts";
import { useWords } from "./useWords.ts";

/** What the variants of these levels are called, for those who may see products. */
export function useStockNames(levels: () => readonly Level[]) {
	const { can } = useSessionStore();
	const { nameOf, chosen } = useWords();
	const ids = computed(() => [...new Set(levels().map(({ productId }) => productId))]);
	const products = useQuery("products.adminList", () =>
		ids.value.length > 0 && can("products:read") ? { ids: ids.value, pageSize: 100 } : null,
	);
	const bySku = computed(
		() =>
			new Map(
				products.data.value?.items.flatMap((product) =>
					product.variants.map(({ sku, options, image }) => [
						sku,
						{
							id: product.id,
							name: nameOf(product),
							options: chosen(options),
							image: image ?? product.images[0]?.url ?? null,
						},
					]),
				),
			),
	);

	return { goodsOf: ({ sku }: Level) => bySku.value.get(sku) };
}
