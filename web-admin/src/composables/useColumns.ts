import { computed } from "vue";
import { useRoute } from "vue-router";
import { keptDense, keptHidden } from "../keeping.ts";
import { plainQuery } from "../logic/list-state.ts";
import type { Column } from "../logic/table.ts";

/** Which columns of a table this person wants to see, in each view; the browser remembers. */
export function useColumns(table: string, columns: () => Column[]) {
	const route = useRoute();
	const shelf = computed(() => {
		const { view } = plainQuery(route.query);
		return view === undefined ? table : `${table}/${view}`;
	});
	const hidden = computed(
		() =>
			keptHidden.value[shelf.value] ??
			keptHidden.value[table] ??
			columns()
				.filter(({ isExtra }) => isExtra)
				.map(({ key }) => key),
	);
	const shown = computed(() => columns().filter(({ key }) => !hidden.value.includes(key)));

	function toggle(key: string) {
		const isHidden = hidden.value.includes(key);
		const next = isHidden ? hidden.value.filter((one) => one !== key) : [...hidden.value, key];
		keptHidden.value = { ...keptHidden.value, [shelf.value]: next };
	}

	return { all: computed(columns), shown, hidden, toggle, dense: keptDense };
}
