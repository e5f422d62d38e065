import { computed, ref } from "vue";
import type { AdminProduct } from "#contracts/products";
import { useSessionStore } from "../stores/session.ts";
import { useFormat } from "./useFormat.ts";
import { useQuery } from "./useQuery.ts";
import { useWords } from "./useWords.ts";

/** A variant that can be put into an order. */
export interface Goods {
	sku: string;
	name: string;
	price: string;
	available: number;
}

/** What can be sold, to be found by name or SKU; who may not see products knows SKUs only. */
export function useGoodsChoice() {
	const { can } = useSessionStore();
	const { money } = useFormat();
	const { nameOf, chosen } = useWords();
	const words = ref("");
	const canSearch = can("products:read");
	const onSale = { status: "published", pageSize: 20 } as const;
	const found = useQuery("products.adminList", () =>
		canSearch && words.value.trim() ? { ...onSale, q: words.value.trim() } : null,
	);

	const goodsOf = (product: AdminProduct): Goods[] =>
		product.variants.map(({ sku, options, price, available }) => ({
			sku,
			name: [nameOf(product), chosen(options)].filter(Boolean).join(" · "),
			price: money(price),
			available,
		}));
	const goods = computed(() => (found.data.value?.items ?? []).flatMap(goodsOf));
	const search = (typed: string) => {
		words.value = typed;
	};

	return { goods, search, isSearching: found.pending, canSearch };
}
