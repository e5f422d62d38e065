import { computed } from "vue";
import { useRoute, useRouter } from "vue-router";
import { plainQuery, readState, writeState } from "../logic/list-state.ts";
import type { Filters, FilterValues, ListSpec, ListState, Query } from "../logic/list-state.ts";

/** Filters, sort and page of a list, kept in the address: back, reload and a link restore them. */
export function useListState<const F extends Filters, const S extends string = never>(
	spec: ListSpec<F, S>,
) {
	const route = useRoute();
	const router = useRouter();
	const own = route.name;
	let last = readState(plainQuery(route.query), spec);

	const state = computed(() => {
		// Why: while the page is being left the address is already another page's.
		if (route.name === own) last = readState(plainQuery(route.query), spec);
		return last;
	});
	const filters = computed(() => state.value.filters);
	/** What the mall is asked. */
	const params = computed(() => {
		const { page, pageSize, sort } = state.value;
		return { ...state.value.filters, page, pageSize, ...(sort && { sort }) };
	});
	/** What is shown, without its page: as a view of it is saved. */
	const query = computed(() => writeState({ ...state.value, page: 1 }, spec));
	const isFiltered = computed(() => Object.keys(filters.value).length > 0);

	function go(change: Partial<ListState<F, S>>) {
		const query = writeState(
			{ ...state.value, page: 1, ...change },
			spec,
			plainQuery(route.query),
		);
		return router.replace({ query, hash: route.hash });
	}

	/** Shows what an address says and nothing else. */
	const show = (wanted: Query, beside: Query = {}) =>
		router.replace({
			query: { ...writeState({ ...readState(wanted, spec), page: 1 }, spec), ...beside },
			hash: route.hash,
		});
	const set = (values: FilterValues<F>) => go({ filters: { ...filters.value, ...values } });
	const clear = () => go({ filters: {} });
	const sortBy = (sort: string) => go({ sort: spec.sorts?.find((one) => one === sort) });
	const goTo = (page: number) => go({ page });
	const resize = (pageSize: number) => go({ pageSize });

	return { state, filters, params, query, isFiltered, show, set, clear, sortBy, goTo, resize };
}
