import { computed } from "vue";
import type { Ref } from "vue";
import { useRoute } from "vue-router";
import { keptHidden, keptViews } from "../keeping.ts";
import { newKey } from "../logic/key.ts";
import { plainQuery } from "../logic/list-state.ts";
import type { Query } from "../logic/list-state.ts";
import { isSameQuery, withoutView, withView } from "../logic/views.ts";
import type { View } from "../logic/views.ts";
import { useSessionStore } from "../stores/session.ts";

interface Listing {
	/** What it shows, as its address says it. */
	query: Ref<Query>;
	show(query: Query, beside?: Query): unknown;
}

/** The tabs of a list: one of its fields' values, then what this person saved. */
export function useViews(table: string, list: Listing, field = "status") {
	const route = useRoute();
	const session = useSessionStore();
	const shelf = computed(() => `${session.user?.id ?? ""}/${table}`);

	const saved = computed({
		get: () => keptViews.value[shelf.value] ?? [],
		set: (views) => {
			keptViews.value = { ...keptViews.value, [shelf.value]: views };
		},
	});
	const chosen = computed(() =>
		saved.value.find(({ id }) => id === plainQuery(route.query).view),
	);
	/** There is something to be saved that is not yet. */
	const isChanged = computed(() => {
		const { [field]: _tab, pageSize: _size, ...more } = list.query.value;
		return chosen.value
			? !isSameQuery(chosen.value.query, list.query.value)
			: Object.keys(more).length > 0;
	});
	const tab = computed(() => list.query.value[field] ?? "");

	/** To a tab; from a view it shows that tab alone. */
	function turn(value: string) {
		const rest = chosen.value ? {} : list.query.value;
		return list.show({ ...rest, [field]: value || undefined });
	}

	const choose = (view: View) => list.show(view.query, { view: view.id });

	function save(name: string) {
		const view = { id: newKey(), name, query: list.query.value };
		saved.value = withView(saved.value, view);
		choose(view);
	}

	function keep(changed: Partial<View> = { query: list.query.value }) {
		if (chosen.value) saved.value = withView(saved.value, { ...chosen.value, ...changed });
	}

	function remove({ id }: View) {
		const { [`${table}/${id}`]: _gone, ...hidden } = keptHidden.value;
		keptHidden.value = hidden;
		saved.value = withoutView(saved.value, id);
		list.show({});
	}

	return { saved, chosen, isChanged, tab, turn, choose, save, keep, remove };
}
