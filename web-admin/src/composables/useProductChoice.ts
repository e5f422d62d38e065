import { computed, ref } from "vue";
import { client } from "../api.ts";
import { useAnswer, useQuery } from "./useQuery.ts";
import { useWords } from "./useWords.ts";

/** Products to choose from by name, and the names of those that are chosen. */
export function useProductChoice(chosen: () => readonly string[]) {
	const { nameOf } = useWords();
	const words = ref("");
	const found = useQuery("products.adminList", () =>
		words.value.trim() ? { q: words.value.trim(), pageSize: 20 } : null,
	);
	const named = useAnswer(
		() => (chosen().length > 0 ? [...chosen()].slice(0, 50) : null),
		(ids, signal) =>
			Promise.all(
				ids.map((id) =>
					client
						.send("products.adminGet", { id }, { signal })
						.catch(() => ({ id, name: id })),
				),
			),
	);

	const options = computed(() => {
		const all = [...(named.data.value ?? []), ...(found.data.value?.items ?? [])];
		return [
			...new Map(all.map((one) => [one.id, { value: one.id, label: nameOf(one) }])).values(),
		];
	});
	const search = (typed: string) => {
		words.value = typed;
	};

	return { options, search, pending: found.pending };
}
