import { computed } from "vue";
import { keptDense, keptHidden } from "../keeping.ts";
import type { Column } from "../logic/table.ts";

/** Which columns of a table this person wants to see; the browser remembers. */
export function useColumns(table: string, columns: () => Column[]) {
	const hidden = computed(
		() =>
			keptHidden.value[table] ??
			columns()
				.filter(({ isExtra }) => isExtra)
				.map(({ key }) => key),
	);
	const shown = computed(() => columns().filter(({ key }) => !hidden.value.includes(key)));

	function toggle(key: string) {
		const isHidden = hidden.value.includes(key);
		const next = isHidden ? hidden.value.filter((one) => one !== key) : [...hidden.value, key];
		keptHidden.value = { ...keptHidden.value, [table]: next };
	}

	return { all: computed(columns), shown, hidden, toggle, dense: keptDense };
}
