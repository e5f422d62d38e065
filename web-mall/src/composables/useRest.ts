// Why no library: the shell carries every byte of it to each shopper.
import { storeToRefs } from "pinia";
import { computed, ref, watch } from "vue";
import { refusals } from "../api.ts";
import { useShopStore } from "../stores/shop.ts";

const EVERY = 30_000;
const LEAST = 2_000;

/** The shop's rest: announced, or begun. Looks now and then, and whenever something was refused. */
export function useRest() {
	const store = useShopStore();
	const { shop } = storeToRefs(store);
	const now = ref(Date.now());
	let lookedAt = 0;
	let waiting: ReturnType<typeof setTimeout> | undefined;

	const rest = computed(() => shop.value.maintenance);
	const isResting = computed(
		() => rest.value !== null && Date.parse(rest.value.from) <= now.value,
	);

	function look() {
		waiting = undefined;
		lookedAt = Date.now();
		void store.load();
	}

	watch(refusals, () => {
		waiting ??= setTimeout(look, Math.max(0, lookedAt + LEAST - Date.now()));
	});
	setInterval(() => (now.value = Date.now()), 1000);
	setInterval(() => {
		if (document.visibilityState === "visible") look();
	}, EVERY);

	return { rest, isResting };
}
