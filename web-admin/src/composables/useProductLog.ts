import { computed, ref, watch } from "vue";
import type { ProductEdition } from "#contracts/products";
import { client } from "../api.ts";
import { useAnswer } from "./useQuery.ts";

const STEP = 5;

/** The history of a product, the newest first, more of it on request. */
export function useProductLog(id: string | undefined, version: () => number | undefined) {
	const pages = ref(1);
	const { data, error, pending, reload } = useAnswer(
		() =>
			id && version() !== undefined ? { id, version: version(), pages: pages.value } : null,
		async (asked) => {
			const parts = await Promise.all(
				Array.from({ length: asked.pages }, (_, at) =>
					client.send("products.log", { id: asked.id, page: at + 1, pageSize: STEP }),
				),
			);
			const items: ProductEdition[] = parts.flatMap((part) => part.items);
			return { items, total: parts[0]?.total ?? 0 };
		},
	);

	const more = () => {
		pages.value += 1;
	};

	watch(version, () => {
		pages.value = 1;
	});

	return {
		items: computed(() => data.value?.items),
		total: computed(() => data.value?.total ?? 0),
		error,
		pending,
		more,
		reload,
	};
}
