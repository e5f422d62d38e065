import { computed, ref, shallowRef, watch } from "vue";
import { useRouter } from "vue-router";
import type { Problem } from "#contracts/client";
import type { SearchResult } from "#contracts/search";
import { client } from "../api.ts";
import { keptLanguage } from "../keeping.ts";
import { recall, remember } from "../logic/answers.ts";
import { filtersFrom, queryFrom, searchParams } from "../logic/filters.ts";
import type { Filters, Fixed, SearchParams } from "../logic/filters.ts";
import { useOwnRoute } from "./useOwnRoute.ts";
import { keyOf, problemOf } from "./useQuery.ts";

const FRESH = 120_000;
const MOST_PAGES = 20;

/** A list of products with its filters in the address; pages add up as more is asked for. */
export function useListing(fixed: () => Fixed) {
	const router = useRouter();
	const { query } = useOwnRoute();
	const filters = computed(() => filtersFrom(query.value));
	const pages = shallowRef<SearchResult[]>([]);
	const error = shallowRef<Problem>();
	const pending = ref(false);
	const first = computed(() => pages.value[0]);
	const items = computed(() => pages.value.flatMap((page) => page.items));
	const total = computed(() => first.value?.total ?? 0);
	const hasMore = computed(() => items.value.length < total.value);
	let turn = 0;

	async function load() {
		const own = ++turn;
		const count = Math.min(filters.value.page, MOST_PAGES);
		const asked = Array.from({ length: count }, (_, at) =>
			searchParams(filters.value, fixed(), at + 1),
		);
		const known = asked.flatMap((params) => recallPage(params) ?? []);
		if (known.length === count) {
			pages.value = known;
			pending.value = false;
			return;
		}
		pending.value = true;
		try {
			const answers = await Promise.all(asked.map(askPage));
			if (own === turn) pages.value = answers;
			if (own === turn) error.value = undefined;
		} catch (thrown) {
			if (own === turn) error.value = problemOf(thrown);
		} finally {
			if (own === turn) pending.value = false;
		}
	}

	/** Shows what was chosen; the place on the page stays. */
	function choose(chosen: Filters) {
		void router.push({ query: queryFrom({ ...chosen, page: 1 }) });
	}

	function more() {
		const page = filters.value.page + 1;
		void router.replace({ query: queryFrom({ ...filters.value, page }) });
	}

	watch(() => [keptLanguage.value, JSON.stringify([filters.value, fixed()])].join(), load, {
		immediate: true,
	});

	/** What a ListingView shows, and what it may ask for. */
	const listing = computed(() => ({
		filters: filters.value,
		fixed: fixed(),
		facets: first.value?.facets,
		items: items.value,
		total: total.value,
		hasMore: hasMore.value,
		pending: pending.value,
		isKnown: first.value !== undefined,
		error: error.value,
		onChoose: choose,
		onMore: more,
		onRetry: load,
	}));

	return { filters, first, listing };
}

const recallPage = (params: SearchParams) =>
	recall<SearchResult>(keyOf("search.search", params), FRESH);

async function askPage(params: SearchParams): Promise<SearchResult> {
	const known = recallPage(params);
	if (known) return known;
	const answer = await client.send("search.search", params);
	remember(keyOf("search.search", params), answer);
	return answer;
}
