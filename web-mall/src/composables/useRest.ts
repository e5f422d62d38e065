import { useDocumentVisibility, useIntervalFn, useNow, watchThrottled } from "@vueuse/core";
import { storeToRefs } from "pinia";
import { computed } from "vue";
import { refusals } from "../api.ts";
import { useShopStore } from "../stores/shop.ts";

const EVERY = 30_000;
const LEAST = 2_000;

/** The shop's rest: announced, or begun. Looks now and then, and whenever something was refused. */
export function useRest() {
	const store = useShopStore();
	const { shop } = storeToRefs(store);
	const visibility = useDocumentVisibility();
	const now = useNow({ scheduler: (look) => useIntervalFn(look, 1000) });

	const rest = computed(() => shop.value.maintenance);
	const isResting = computed(
		() => rest.value !== null && Date.parse(rest.value.from) <= now.value.getTime(),
	);

	watchThrottled(refusals, () => void store.load(), { throttle: LEAST });
	useIntervalFn(() => {
		if (visibility.value === "visible") void store.load();
	}, EVERY);

	return { rest, isResting };
}
