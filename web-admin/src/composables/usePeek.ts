import { computed, ref, watch } from "vue";
import type { Ref } from "vue";
import { useRoute, useRouter } from "vue-router";
import { plainQuery } from "../logic/list-state.ts";

interface Pages {
	state: Ref<{ page: number; pageSize: number }>;
	goTo(page: number): unknown;
}

/** The row of a list that is looked at beside it, and the way to its neighbours; in the address. */
export function usePeek<T extends { id: string }>(
	data: Ref<{ items: T[]; total: number } | undefined>,
	{ state, goTo }: Pages,
) {
	const route = useRoute();
	const router = useRouter();
	/** Which end of the next page is wanted while that page is on its way. */
	const arriving = ref<"first" | "last">();

	const rows = computed(() => data.value?.items ?? []);
	const openId = computed(() => plainQuery(route.query).open);
	const at = computed(() => rows.value.findIndex(({ id }) => id === openId.value));
	let last: T | undefined;
	const row = computed(() => {
		const found = rows.value[at.value];
		// Why: between two pages the row that was open stays, so that nothing blinks.
		if (found || !arriving.value) last = found;
		return last;
	});
	const place = computed(() => (state.value.page - 1) * state.value.pageSize + at.value + 1);
	const total = computed(() => data.value?.total ?? 0);

	const open = (id: string | undefined) =>
		router.replace({ query: { ...route.query, open: id }, hash: route.hash });
	const close = () => open(undefined);
	const toggle = ({ id }: T) => open(id === openId.value ? undefined : id);

	/** One up or down, over the edge of the page, too. */
	function step(by: 1 | -1) {
		const next = rows.value[at.value + by];
		if (next) return open(next.id);
		if (place.value + by < 1 || place.value + by > total.value) return undefined;
		arriving.value = by > 0 ? "first" : "last";
		return goTo(state.value.page + by);
	}

	watch(rows, async (now) => {
		if (!arriving.value) return;
		const next = arriving.value === "first" ? now[0] : now.at(-1);
		if (next) await open(next.id);
		arriving.value = undefined;
	});

	return { row, place, total, open, close, toggle, step };
}
