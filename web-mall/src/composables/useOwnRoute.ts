import { computed, shallowRef, watch } from "vue";
import { useRoute } from "vue-router";

/** The route as long as it is this page's own: leaving the page changes nothing on it. */
export function useOwnRoute() {
	const route = useRoute();
	const own = shallowRef({ ...route });

	watch(
		() => route.fullPath,
		() => {
			if (route.name === own.value.name) own.value = { ...route };
		},
	);

	const query = computed(() => own.value.query);
	const param = (name: string) => String(own.value.params[name] ?? "");
	return { query, param };
}
