import { nextTick, ref } from "vue";
import type { Ref } from "vue";
import { useRouter } from "vue-router";

/** After a change of page the focus goes to its start; gives its title, to be read out. */
export function useArrival(main: Readonly<Ref<HTMLElement | null>>) {
	const router = useRouter();
	const arrived = ref("");

	router.afterEach(async (to, from) => {
		if (!from.matched.length || to.path === from.path) return;
		await nextTick();
		main.value?.focus({ preventScroll: true });
		arrived.value = document.title;
	});

	return arrived;
}
