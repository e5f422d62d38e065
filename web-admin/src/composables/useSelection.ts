import { computed, ref, watch } from "vue";

/** Which rows are ticked. What leaves the list is not ticked any more. */
export function useSelection(ids: () => string[]) {
	const selected = ref<string[]>([]);
	const count = computed(() => selected.value.length);

	const clear = () => {
		selected.value = [];
	};

	watch(ids, (now) => {
		const here = new Set(now);
		selected.value = selected.value.filter((id) => here.has(id));
	});

	return { selected, count, clear };
}
